import { sql } from 'drizzle-orm';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor } from '../identity/actor.ts';
import { authority } from '../identity/tables.server.ts';

/** Entries chained in one transaction: some tens of milliseconds. */
const batch = 1000;

export interface Head {
	authorityId: string;
	/** how many entries are chained */
	seq: number;
	/** the last link, hex */
	hash: string;
}

async function sealBatch(authorityId: string, size: number) {
	const [row] = await asActor(systemActor, async (tx) => {
		const { rows } = await tx.execute(
			sql`select sealed, more, head_seq::text, encode(head_hash, 'hex') as hash from seal_audit(${authorityId}, ${size})`,
		);
		return rows as { sealed: number; more: boolean; head_seq: string | null; hash: string | null }[];
	});
	if (!row) throw new Error('seal_audit gave nothing');
	return row;
}

/**
 * Chains the settled entries of one authority's log: those that no entry can come before any more. Writers are not
 * waited for and do not wait; what is not settled yet is chained the next time. In small transactions of its own, so it
 * must not be called inside another.
 * @param size entries a transaction
 * @returns how many were chained, and the new end of the chain; none when another process is at it
 */
export async function sealLog(authorityId: string, size = batch): Promise<{ sealed: number; head: Head | undefined }> {
	let sealed = 0;
	for (;;) {
		const row = await sealBatch(authorityId, size);
		sealed += row.sealed;
		if (row.more) continue;
		const { head_seq: seq, hash } = row;
		return { sealed, head: seq && hash ? { authorityId, seq: Number(seq), hash } : undefined };
	}
}

/** The same for every authority there is. */
export async function sealLogs(): Promise<{ sealed: number; heads: Head[] }> {
	const ids = await asActor(systemActor, (tx) => tx.select({ id: authority.id }).from(authority));
	let sealed = 0;
	const heads: Head[] = [];
	for (const { id } of ids) {
		const done = await sealLog(id);
		sealed += done.sealed;
		if (done.head) heads.push(done.head);
	}
	return { sealed, heads };
}
