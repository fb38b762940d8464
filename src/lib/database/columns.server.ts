import { sql, type SQL } from 'drizzle-orm';
import { bigint, customType, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Ciphertext. PGlite hands over a Uint8Array, node-postgres a Buffer: one of them for all. */
export const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
	dataType: () => 'bytea',
	toDriver: (value) => value,
	fromDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
export const newId = () => uuid('id').notNull().defaultRandom();
/** The order in which rows were written: two in one transaction have the same instant. */
export const sequence = () => bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity();
export const authorityId = () => text('authority_id').notNull();

/** What asActor told the database about the actor; null when nobody did. Wrapped so that it is read once a query. */
export function actorSetting(
	name: 'authority_id' | 'centre_id' | 'organisation_id' | 'user_id' | 'token_hash' | 'role',
): SQL {
	return sql.raw(`(select nullif(current_setting('app.${name}', true), ''))`);
}
