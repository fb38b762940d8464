import { sql, type SQL } from 'drizzle-orm';
import { asActor, type Tx } from '../database/as-actor.server.ts';
import { systemActor, type SystemActor } from '../identity/actor.ts';
import { isoDay } from '../ui/dates.ts';
import { retentionDays } from './days.server.ts';
import { daysAgo, dueOf, idsOf } from './due.server.ts';
import { retentionKinds, subjectOf, type RetentionKind } from './rules.ts';
import { retentionCount } from './tables.server.ts';

/** How many ids of what is due are shown. */
const shown = 10;

export interface RetentionPreview {
	kind: RetentionKind;
	days: number;
	/** what would go now */
	due: number;
	/** the first of them by id, where an id may be shown: pseudonyms, no names */
	some: string[];
	/** due, but first to be written out for the case file */
	waiting: number;
}

/** What would go if it were run now; changes nothing. */
export async function previewRetention(tx: Tx): Promise<RetentionPreview[]> {
	const days = await retentionDays(tx);
	const preview: RetentionPreview[] = [];
	for (const kind of retentionKinds) {
		const { due, waiting } = dueOf[kind];
		const before = daysAgo(tx, days[kind]);
		const count = async (query: SQL) => {
			const { rows } = await tx.execute(sql`select count(*)::int as count from (${query}) found`);
			return (rows[0] as { count: number }).count;
		};
		preview.push({
			kind,
			days: days[kind],
			due: await count(due(before)),
			some: subjectOf(kind) ? await idsOf(tx, sql`${due(before)} order by 1 limit ${shown}`) : [],
			waiting: waiting ? await count(waiting(before)) : 0,
		});
	}
	return preview;
}

/** Adds to the day's count, in the transaction that lets go. */
async function note(tx: Tx, authorityId: string, kind: RetentionKind, count: number): Promise<void> {
	await tx
		.insert(retentionCount)
		.values({ authorityId, day: isoDay(tx.now), kind, count })
		.onConflictDoUpdate({
			target: [retentionCount.authorityId, retentionCount.day, retentionCount.kind],
			set: { count: sql`${retentionCount.count} + excluded.count` },
		});
}

/**
 * Lets go of everything whose time is up, in small transactions of its own, so it must not be called inside another.
 * Broken off, it goes on the next time.
 * @param size rows a transaction
 * @param actor the clock, or the system on behalf of who asked for it
 * @returns how many of each kind
 */
export async function runRetention(
	size = 100,
	actor: SystemActor = systemActor,
): Promise<Record<RetentionKind, number>> {
	const removed = Object.fromEntries(retentionKinds.map((kind) => [kind, 0])) as Record<RetentionKind, number>;
	for (const kind of retentionKinds) {
		for (let count = size; count === size;) {
			count = await asActor(actor, async (tx) => {
				const days = await retentionDays(tx);
				const ids = await idsOf(tx, sql`${dueOf[kind].due(daysAgo(tx, days[kind]))} limit ${size}`);
				if (ids.length === 0) return 0;
				await dueOf[kind].remove(tx, actor, ids);
				await note(tx, actor.authorityId, kind, ids.length);
				return ids.length;
			});
			removed[kind] += count;
		}
	}
	return removed;
}

export interface LetGo {
	kind: RetentionKind;
	/** in the last twelve months, and ever since counting began */
	year: number;
	ever: number;
}

/** How many were let go of: all that is left to tell of them. */
export async function letGo(tx: Tx, authorityId: string): Promise<LetGo[]> {
	const yearAgo = isoDay(new Date(tx.now.getTime() - 365 * 86_400_000));
	const { rows } = await tx.execute(
		sql`select kind, sum(count)::int as ever, coalesce(sum(count) filter (where day > ${yearAgo}::date), 0)::int as year
			from retention_count where authority_id = ${authorityId} group by kind`,
	);
	const found = new Map((rows as unknown as LetGo[]).map((row) => [row.kind, row]));
	return retentionKinds.map((kind) => ({ kind, year: found.get(kind)?.year ?? 0, ever: found.get(kind)?.ever ?? 0 }));
}
