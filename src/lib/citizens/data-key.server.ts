import { and, eq } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import { notFound } from '../errors.ts';
import { seal, unseal } from './encryption.server.ts';
import { citizenKey } from './tables.server.ts';

/** Seals and opens one citizen's values. The place binds a value to its table, column and row. */
export interface CitizenBox {
	/** empty text is no value */
	seal(place: string, text: string | null | undefined): Buffer | null;
	open(place: string, sealed: Buffer | null | undefined): string | null;
}

/** @param key the citizen's data key, 32 bytes */
export function citizenBox(key: Buffer): CitizenBox {
	return {
		seal: (place, text) => (text ? seal(key, place, text) : null),
		open: (place, sealed) => (sealed ? unseal(key, place, sealed).toString('utf8') : null),
	};
}

/**
 * Opens the citizen's key for the actor of this transaction.
 * @throws DomainError `citizen.not_found` 404 when the actor may not have it (any more) or it was destroyed
 */
export async function openBox(tx: Tx, authorityId: string, citizenId: string): Promise<CitizenBox> {
	const box = await openBoxIfAllowed(tx, authorityId, citizenId);
	if (!box) throw notFound('citizen');
	return box;
}

/** The same, undefined where the actor may not: an organisation after a withdrawal still has the shell to show. */
export async function openBoxIfAllowed(
	tx: Tx,
	authorityId: string,
	citizenId: string,
): Promise<CitizenBox | undefined> {
	const [row] = await tx
		.select({ wrapped: citizenKey.wrapped })
		.from(citizenKey)
		.where(and(eq(citizenKey.authorityId, authorityId), eq(citizenKey.citizenId, citizenId)));
	return row && citizenBox(tx.masterKey.unwrap(row.wrapped, citizenId));
}
