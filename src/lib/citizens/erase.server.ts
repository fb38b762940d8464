import { and, eq, isNull, sql } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError, notFound } from '../errors.ts';
import type { SystemActor } from '../identity/actor.ts';
import { deleteMailsTo } from '../notifications/forget-mail.server.ts';
import { sealedTables, type SealedTable } from './sealed-columns.server.ts';
import { citizen, citizenKey, legalHold } from './tables.server.ts';

/** @throws DomainError `citizen.legal_hold` 409 */
export async function assertNotHeld(tx: Tx, authorityId: string, citizenId: string): Promise<void> {
	const [hold] = await tx
		.select({ reason: legalHold.reason })
		.from(legalHold)
		.where(and(eq(legalHold.authorityId, authorityId), eq(legalHold.citizenId, citizenId), isNull(legalHold.liftedAt)));
	if (hold) {
		throw new DomainError('citizen.legal_hold', 409, 'A legal hold is in force.', { reason: hold.reason });
	}
}

function rowsOfCitizen({ owner }: SealedTable, authorityId: string, citizenId: string) {
	const whose = {
		self: sql`id = ${citizenId}::uuid`,
		citizen: sql`citizen_id = ${citizenId}::uuid`,
		referral: sql`referral_id in (select r.id from referral r
			where r.authority_id = ${authorityId} and r.citizen_id = ${citizenId}::uuid)`,
		master: sql`false`,
	}[owner];
	return sql`authority_id = ${authorityId} and ${whose}`;
}

/** Empties every sealed column there is, whichever table it is in: a column that is added later goes, too. */
async function emptySealed(tx: Tx, authorityId: string, citizenId: string): Promise<void> {
	for (const table of sealedTables) {
		const emptied = table.columns.map(({ name, column }) =>
			column.notNull ? sql`${sql.identifier(name)} = ''::bytea` : sql`${sql.identifier(name)} = null`,
		);
		await tx.execute(
			sql`update ${table.table} set ${sql.join(emptied, sql`, `)} where ${rowsOfCitizen(table, authorityId, citizenId)}`,
		);
	}
}

/**
 * Erases a citizen: destroys the key, so that no copy of what it sealed can be opened any more, and empties what it
 * sealed. What is left are rows that name nobody, to be counted. There is no way back.
 *
 * The referrals must have been forgotten first (forgetReferrals); src/lib/erasure.server.ts does the two together.
 * @throws DomainError `citizen.not_found` 404 (also when erased before), `citizen.legal_hold` 409
 */
export async function eraseCitizen(tx: Tx, actor: SystemActor, citizenId: string): Promise<void> {
	const { authorityId } = actor;
	const [row] = await tx
		.select({ id: citizen.id })
		.from(citizen)
		.where(and(eq(citizen.authorityId, authorityId), eq(citizen.id, citizenId), isNull(citizen.erasedAt)))
		.for('update');
	if (!row) throw notFound('citizen');
	await assertNotHeld(tx, authorityId, citizenId);
	await tx.delete(citizenKey).where(and(eq(citizenKey.authorityId, authorityId), eq(citizenKey.citizenId, citizenId)));
	await deleteMailsTo(tx, actor, citizenId);
	await emptySealed(tx, authorityId, citizenId);
	// A rare language would still tell who it was. “und” is the code for undetermined.
	await tx
		.update(citizen)
		.set({ language: 'und', needsInterpreter: false, erasedAt: tx.now })
		.where(and(eq(citizen.authorityId, authorityId), eq(citizen.id, citizenId)));
	await audit(tx, actor, { action: 'citizen.erase', subjectType: 'citizen', subjectId: citizenId, citizenId });
}
