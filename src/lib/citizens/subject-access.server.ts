import { getTableName, inArray, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { audit } from '../audit/audit.server.ts';
import { offer, organisation } from '../catalogue/tables.server.ts';
import { allTables } from '../database/all-tables.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { notFound } from '../errors.ts';
import type { SystemActor } from '../identity/actor.ts';
import { centre } from '../identity/tables.server.ts';
import { openBoxIfAllowed, type CitizenBox } from './data-key.server.ts';
import { columnsOf, keyTable } from './sealed-columns.server.ts';
import type { HeldRecord, LookUp, SubjectAccess, Value } from './subject-access.ts';

/** What is about the system or about colleagues, not about the citizen. */
const leftOut = new Set([
	'authorityId',
	'requestId',
	'version',
	'seq',
	'tokenHash',
	'textHash',
	'createdBy',
	'caseworkerId',
	'userId',
	'explainedBy',
	'doneBy',
]);

/** The log is told apart, and the wrapped key tells nothing. */
const notRecords = new Set(['audit_entry', keyTable]);

interface Link {
	/** property by which a row is found */
	by: 'id' | 'citizenId' | 'referralId' | 'consentId';
	table: PgTable;
	name: string;
	shown: [string, PgColumn][];
}

/** How a table's rows are found; by the referral before the citizen, since that is what the tables are indexed by. */
function linkOf(name: string, properties: string[]): Link['by'] | undefined {
	if (name === 'citizen') return 'id';
	if (properties.includes('referralId')) return 'referralId';
	if (properties.includes('consentId')) return 'consentId';
	return properties.includes('citizenId') ? 'citizenId' : undefined;
}

/** Every table with something about a citizen, derived from the tables: a new one is told of by itself. */
export const heldTables: readonly Link[] = allTables.flatMap((table) => {
	const name = getTableName(table);
	const columns = Object.entries(columnsOf(table));
	const by = linkOf(
		name,
		columns.map(([property]) => property),
	);
	if (!by || notRecords.has(name)) return [];
	return [{ by, table, name, shown: columns.filter(([property]) => !leftOut.has(property)) }];
});

type Names = Map<string, string>;

/** What the ids of organisations, offers and centres are called. */
async function namesOf(tx: Tx, ids: string[]): Promise<Names> {
	const uuids = ids.filter((id) => /^[0-9a-f-]{36}$/.test(id));
	const none = '00000000-0000-0000-0000-000000000000';
	const found = [
		...(await tx
			.select({ id: organisation.id, name: organisation.name })
			.from(organisation)
			.where(inArray(organisation.id, [none, ...uuids]))),
		...(await tx
			.select({ id: offer.id, name: offer.name })
			.from(offer)
			.where(inArray(offer.id, [none, ...uuids]))),
		...(await tx.select({ id: centre.id, name: centre.name }).from(centre)),
	];
	return new Map(found.map(({ id, name }) => [id, name]));
}

const named = ['organisationId', 'offerId', 'proposedOfferId', 'centreId'];

/** A mail holds the citizen's own link: who writes this out must not be able to use it. */
const withoutTokens = (text: string | null) => text?.replace(/(\/consent\/)[\w-]{16,}/g, '$1…') ?? null;

/** By when it was, where it has a time. */
const moment = ({ values }: HeldRecord) => String(values['at'] ?? values['createdAt'] ?? '');

function shownValue(value: unknown, place: string, box: CitizenBox | undefined): Value {
	if (value === null || value === undefined) return null;
	if (value instanceof Date) return value.toISOString();
	if (value instanceof Uint8Array) return withoutTokens(box?.open(place, Buffer.from(value)) ?? null);
	if (Array.isArray(value)) return value.map(String);
	return typeof value === 'boolean' || typeof value === 'number' ? value : String(value);
}

async function recordsOf(tx: Tx, link: Link, where: SQL, box: CitizenBox | undefined): Promise<HeldRecord[]> {
	const columns = Object.fromEntries(link.shown);
	const rows: Record<string, unknown>[] = await tx.select(columns).from(link.table).where(where);
	const found = rows.map((row) => ({
		kind: link.name,
		values: Object.fromEntries(
			link.shown.map(([property]) => [
				property,
				shownValue(row[property], `${link.name}.${property}:${String(row['id'])}`, box),
			]),
		),
	}));
	return found.sort((a, b) => (moment(a) < moment(b) ? -1 : moment(a) > moment(b) ? 1 : 0));
}

async function lookUpsOf(tx: Tx, authorityId: string, citizenId: string, subjects: string[]): Promise<LookUp[]> {
	const columns = sql`id, at, actor_kind, role, centre_id, organisation_id::text, action, result`;
	// Two index look-ups: by the citizen, and by what was made for the citizen (not every entry names both).
	const { rows } = await tx.execute(
		sql`select ${columns} from audit_entry where authority_id = ${authorityId} and citizen_id = ${citizenId}::uuid
			union select ${columns} from audit_entry where authority_id = ${authorityId}
				and subject_id in (select unnest(${sql.param(subjects)}::uuid[])) order by id`,
	);
	return (rows as Record<string, unknown>[]).map((row) => ({
		at: new Date(String(row['at'])).toISOString(),
		actor: String(row['actor_kind']),
		role: row['role'] === null ? null : String(row['role']),
		place: String(row['centre_id'] ?? row['organisation_id'] ?? '') || null,
		action: String(row['action']),
		result: String(row['result']),
	}));
}

/**
 * Everything that is held on one citizen (GDPR article 15): every row of every table, opened, and every look-up: when,
 * why, in which role. Colleagues are told of by role, not by name.
 * @param tx as system; who may ask is the caller's to check
 * @throws DomainError `citizen.not_found` 404
 */
export async function subjectAccess(tx: Tx, actor: SystemActor, citizenId: string): Promise<SubjectAccess> {
	const { authorityId } = actor;
	const box = await openBoxIfAllowed(tx, authorityId, citizenId);
	const ids: Record<Link['by'], string[]> = { id: [citizenId], citizenId: [citizenId], referralId: [], consentId: [] };
	const of = (link: Link) => {
		const column = columnsOf(link.table)[link.by];
		const authority = columnsOf(link.table)['authorityId'];
		return sql`${authority} = ${authorityId} and ${column} in (select unnest(${sql.param(ids[link.by])}::uuid[]))`;
	};
	const records: HeldRecord[] = [];
	// The citizen and the referrals first: the others are found by them.
	for (const by of ['id', 'citizenId', 'referralId', 'consentId'] as const) {
		for (const link of heldTables.filter((table) => table.by === by)) {
			const found = await recordsOf(tx, link, of(link), box);
			records.push(...found);
			const own = found.map(({ values }) => String(values['id']));
			if (link.name === 'referral') ids.referralId.push(...own);
			if (link.name === 'consent') ids.consentId.push(...own);
		}
	}
	if (!records.some(({ kind }) => kind === 'citizen')) throw notFound('citizen');
	await audit(tx, actor, {
		action: 'export.subject_access',
		subjectType: 'export',
		subjectId: citizenId,
		citizenId,
	});
	const lookUps = await lookUpsOf(tx, authorityId, citizenId, [...ids.referralId, ...ids.consentId]);
	const mentioned = records.flatMap(({ values }) => named.map((property) => String(values[property] ?? '')));
	const places = lookUps.flatMap(({ place }) => (place ? [place] : []));
	const names = await namesOf(tx, [...new Set([...mentioned, ...places])]);
	const nameFor = (id: Value) => (typeof id === 'string' ? (names.get(id) ?? id) : id);
	return {
		at: tx.now.toISOString(),
		citizenId,
		records: records.map(({ kind, values }) => ({
			kind,
			values: Object.fromEntries(
				Object.entries(values).map(([key, value]) => [key, named.includes(key) ? nameFor(value) : value]),
			),
		})),
		lookUps: lookUps.map((entry) => ({ ...entry, place: entry.place && String(nameFor(entry.place)) })),
	};
}
