import { sql } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import { beginning, link, type EntryText } from './chain.server.ts';
import type { Head } from './seal.server.ts';

/** How many faults are named; all are counted. */
const mostNamed = 100;
const pageSize = 5000;

export type LogFault =
	/** the entry is not what it was when it was chained */
	| { kind: 'changed'; seq: number; entryId: number }
	/** chained once, gone now */
	| { kind: 'missing'; seq: number; entryId: number }
	/** links are gone from the middle, or the first ones */
	| { kind: 'links_missing'; seq: number; count: number }
	/** an entry that was put in among those that were chained already */
	| { kind: 'added'; entryId: number }
	/** the chain ends before the head that was kept elsewhere: entries were cut off */
	| { kind: 'cut_off'; seq: number; head: number }
	/** the link at the head kept elsewhere is another: the chain was written anew */
	| { kind: 'rewritten'; seq: number };

export interface LogReport {
	authorityId: string;
	/** entries whose link was recomputed */
	checked: number;
	/** entries not yet chained, and the oldest of them */
	waiting: number;
	waitingSince: Date | null;
	faultCount: number;
	/** the first hundred */
	faults: LogFault[];
	/** the end of the chain as it stands; undefined when nothing is chained */
	head: Head | undefined;
}

type Row = { seq: string; entry_id: string; hash: string } & { [K in keyof EntryText]: EntryText[K] | null };

/** Links with their entries, in the chain's order. The instant is read to the microsecond: a Date would hide a change. */
const page = (tx: Tx, authorityId: string, after: number) =>
	tx
		.execute(
			sql`select s.seq::text, s.entry_id::text, encode(s.hash, 'hex') as hash, e.authority_id, e.id::text,
				(extract(epoch from e.at) * 1000000)::bigint::text as at, e.actor_kind, e.role, e.user_id::text, e.centre_id,
				e.organisation_id::text, e.action, e.subject_type, e.subject_id::text, e.citizen_id::text, e.result
			from audit_seal s left join audit_entry e on e.authority_id = s.authority_id and e.id = s.entry_id
			where s.authority_id = ${authorityId} and s.seq > ${after} order by s.seq limit ${pageSize}`,
		)
		.then(({ rows }) => rows as Row[]);

const isWhole = (row: Row): row is Row & EntryText => row.id !== null;

async function addedEntries(tx: Tx, authorityId: string, lastEntry: number): Promise<number[]> {
	const { rows } = await tx.execute(
		sql`select e.id::text from audit_entry e where e.authority_id = ${authorityId} and e.id <= ${lastEntry}
			and not exists (select from audit_seal s where s.authority_id = e.authority_id and s.entry_id = e.id)
			order by e.id`,
	);
	return (rows as { id: string }[]).map(({ id }) => Number(id));
}

async function waitingEntries(tx: Tx, authorityId: string, lastEntry: number) {
	const { rows } = await tx.execute(
		sql`select count(*)::int as count, min(at)::text as since from audit_entry
			where authority_id = ${authorityId} and id > ${lastEntry}`,
	);
	const [row] = rows as { count: number; since: string | null }[];
	return { waiting: row?.count ?? 0, waitingSince: row?.since ? new Date(row.since) : null };
}

/**
 * Recomputes the chain of one authority's log from its first entry. Finds a changed, a missing and an added entry by
 * itself; that the end was cut off, or all of it written anew, only by a head that was kept where the database's owner
 * can't reach.
 * @param tx as system
 * @param kept the head kept elsewhere
 */
export async function verifyLog(tx: Tx, authorityId: string, kept?: Head): Promise<LogReport> {
	const faults: LogFault[] = [];
	let faultCount = 0;
	const fault = (found: LogFault) => {
		faultCount += 1;
		if (faults.length < mostNamed) faults.push(found);
	};
	let checked = 0;
	let before = beginning(authorityId);
	let seq = 0;
	let lastEntry = 0;
	let keptSeen = false;
	for (;;) {
		const rows = await page(tx, authorityId, seq);
		for (const row of rows) {
			const at = Number(row.seq);
			const entryId = Number(row.entry_id);
			const stored = Buffer.from(row.hash, 'hex');
			const gap = at - seq - 1;
			if (gap > 0) fault({ kind: 'links_missing', seq: seq + 1, count: gap });
			if (!isWhole(row)) fault({ kind: 'missing', seq: at, entryId });
			// After a gap the link before is not known: what follows can't be checked against it.
			else if (gap === 0 && !link(before, row).equals(stored)) fault({ kind: 'changed', seq: at, entryId });
			if (kept?.seq === at) {
				keptSeen = true;
				if (row.hash !== kept.hash) fault({ kind: 'rewritten', seq: at });
			}
			before = stored;
			seq = at;
			lastEntry = entryId;
			checked += 1;
		}
		if (rows.length < pageSize) break;
	}
	for (const entryId of await addedEntries(tx, authorityId, lastEntry)) fault({ kind: 'added', entryId });
	if (kept && !keptSeen && kept.seq > seq) fault({ kind: 'cut_off', seq, head: kept.seq });
	const head = seq > 0 ? { authorityId, seq, hash: before.toString('hex') } : undefined;
	return { authorityId, checked, ...(await waitingEntries(tx, authorityId, lastEntry)), faultCount, faults, head };
}

/** The authorities that have a log. */
export async function loggedAuthorities(tx: Tx): Promise<string[]> {
	const { rows } = await tx.execute(
		sql`select distinct authority_id as id from audit_seal union select id from authority order by id`,
	);
	return (rows as { id: string }[]).map(({ id }) => id);
}
