import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { allTables } from '../database/all-tables.server.ts';

/**
 * Binary columns that no key of ours opens, with the reason. Every other binary column holds what is sealed with a
 * citizen's key or the master key: a new one is found by itself, and must be sealed or be told of here.
 */
export const notOurs: Readonly<Record<string, string>> = {
	'audit_seal.hash': 'a hash of codes and ids',
	'pending_form.sealed': 'sealed with a key that only the browser holds',
	'session.id_token': 'sealed with a key made of the token that only the browser holds',
	'sign_in_step.sealed': 'sealed with a key that only the browser holds',
};

/** Whose key seals a row: the citizen it is, the citizen it names, the citizen its referral is about, or the master key. */
export type Owner = 'self' | 'citizen' | 'referral' | 'master';

export interface SealedColumn {
	/** as the database calls it */
	name: string;
	/** as the place calls it: `referral.contactPlan:<id>` */
	property: string;
	column: PgColumn;
}

export interface SealedTable {
	table: PgTable;
	name: string;
	owner: Owner;
	columns: SealedColumn[];
}

const isBinary = (column: PgColumn) => column.getSQLType() === 'bytea';

/** Columns of a table by the name of their property. */
export const columnsOf = (table: PgTable): Record<string, PgColumn> => getTableColumns(table);

function ownerOf(name: string, columns: Record<string, PgColumn>): Owner {
	if (name === 'citizen') return 'self';
	if (columns['citizenId']) return 'citizen';
	return columns['referralId'] ? 'referral' : 'master';
}

/** The wrapped keys themselves are checked and changed apart. */
export const keyTable = 'citizen_key';

/** Every table with sealed columns, derived from the tables. */
export const sealedTables: readonly SealedTable[] = allTables.flatMap((table) => {
	const name = getTableName(table);
	const columns = columnsOf(table);
	const sealed = Object.entries(columns)
		.filter(([, column]) => isBinary(column) && !notOurs[`${name}.${column.name}`])
		.map(([property, column]) => ({ name: column.name, property, column }));
	if (sealed.length === 0 || name === keyTable) return [];
	return [{ table, name, owner: ownerOf(name, columns), columns: sealed }];
});

/** What a sealed value is bound to: table, column and row. */
export const placeOf = (table: SealedTable, column: SealedColumn, id: string): string =>
	`${table.name}.${column.property}:${id}`;
