import { createHash } from 'node:crypto';
import { inArray, lt, sql } from 'drizzle-orm';
import { asActor } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import { systemActor } from './actor.ts';
import { isForgotten, secondsToWait, type ThrottleKind } from './sign-in-throttle.ts';
import { failedAttempt } from './tables.server.ts';

/** What attempts have in common, e.g. `{ account: 'a@x.example', address: '10.0.0.1' }`. Kept as hashes only. */
export type ThrottleKeys = Partial<Record<ThrottleKind, string>>;

const hashed = (kind: string, value: string) =>
	createHash('sha256').update(`${kind} ${value.toLowerCase()}`).digest('hex');
const rowsOf = (keys: ThrottleKeys) =>
	(Object.entries(keys) as [ThrottleKind, string][])
		.map(([kind, value]) => ({ kind, key: hashed(kind, value) }))
		// In one order everywhere, so that two attempts never wait for each other.
		.sort((a, b) => a.key.localeCompare(b.key));

/**
 * Counts an attempt before it is made, as if it had failed; `attemptSucceeded` takes that back. So a hundred made at
 * the same moment, by whichever process, are seen by one another.
 * @throws DomainError `identity.too_many_attempts` 429 when it comes too soon after others; it is then not counted
 */
export async function beginAttempt(keys: ThrottleKeys): Promise<void> {
	const wait = await asActor(systemActor, async (tx) => {
		await tx.delete(failedAttempt).where(lt(failedAttempt.lastAt, new Date(tx.now.getTime() - 2 * 86_400_000)));
		let longest = 0;
		const wanted = rowsOf(keys);
		const counts = new Map<string, number>();
		for (const { kind, key } of wanted) {
			await tx.insert(failedAttempt).values({ key, count: 0, lastAt: tx.now }).onConflictDoNothing();
			const [row] = await tx
				.select()
				.from(failedAttempt)
				.where(sql`${failedAttempt.key} = ${key}`)
				.for('update');
			if (!row) throw new Error('a counted attempt is gone');
			const failures = { count: row.count, last: row.lastAt };
			longest = Math.max(longest, secondsToWait(kind, failures, tx.now));
			counts.set(key, isForgotten(kind, failures, tx.now) ? 1 : row.count + 1);
		}
		if (longest > 0) return longest;
		for (const [key, count] of counts) {
			await tx
				.update(failedAttempt)
				.set({ count, lastAt: tx.now })
				.where(sql`${failedAttempt.key} = ${key}`);
		}
		return 0;
	});
	if (wait > 0) throw new DomainError('identity.too_many_attempts', 429);
}

/** It was right: what concerns the person is forgotten; a shared address goes on answering for its other guesses. */
export async function attemptSucceeded(keys: ThrottleKeys): Promise<void> {
	const personal = rowsOf(keys)
		.filter(({ kind }) => kind !== 'address')
		.map(({ key }) => key);
	await asActor(systemActor, async (tx) => {
		if (personal.length > 0) await tx.delete(failedAttempt).where(inArray(failedAttempt.key, personal));
		if (keys.address === undefined) return;
		await tx
			.update(failedAttempt)
			.set({ count: sql`greatest(0, ${failedAttempt.count} - 1)` })
			.where(sql`${failedAttempt.key} = ${hashed('address', keys.address)}`);
	});
}
