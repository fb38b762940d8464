import { sql } from 'drizzle-orm';
import { asActor } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import { systemActor } from '../identity/actor.ts';
import { sealLog, type Head } from './seal.server.ts';

export interface ChainEnd {
	/** undefined as long as nothing is chained */
	head: Head | undefined;
	/** entries that are written and not chained yet */
	waiting: number;
}

/**
 * The end of the chain over one authority's log, as it stands. Runs as the system: nobody else reads the chain. In a
 * transaction of its own.
 */
export async function chainEnd(authorityId: string): Promise<ChainEnd> {
	return asActor(systemActor, async (tx) => {
		const { rows } = await tx.execute(
			sql`select s.seq::text, encode(s.hash, 'hex') as hash, (select count(*)::int from audit_entry e
					where e.authority_id = ${authorityId} and e.id > coalesce(s.entry_id, 0)) as waiting
				from (select 1) one left join lateral (select seq, entry_id, hash from audit_seal
					where authority_id = ${authorityId} order by seq desc limit 1) s on true`,
		);
		const [end] = rows as { seq: string | null; hash: string | null; waiting: number }[];
		const head = end?.seq && end.hash ? { authorityId, seq: Number(end.seq), hash: end.hash } : undefined;
		return { head, waiting: end?.waiting ?? 0 };
	});
}

/**
 * Chains what is settled, and gives the end. In transactions of its own.
 * @throws DomainError `audit.no_head` 409 when nothing is chained yet
 */
export async function headToKeep(authorityId: string): Promise<Head> {
	await sealLog(authorityId);
	const { head } = await chainEnd(authorityId);
	if (!head) throw new DomainError('audit.no_head', 409);
	return head;
}
