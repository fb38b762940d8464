import { setTimeout as wait } from 'node:timers/promises';
import { audit } from '../../../src/lib/audit/audit.server.ts';
import { sealLog } from '../../../src/lib/audit/seal.server.ts';
import { asActor } from '../../../src/lib/database/as-actor.server.ts';
import { closedLoop, type Figures } from '../figures.ts';
import type { People } from './generate.ts';

/** What goes on beside the clients who write into the log. */
export type Beside = 'nothing' | 'chaining' | 'a long transaction';
export const allBeside: readonly Beside[] = ['nothing', 'chaining', 'a long transaction'];

/**
 * How long a transaction stays open after its entry is written, in milliseconds: not at all, or as long as a request
 * that goes on to do its work.
 *
 * Only the second tells whether anyone waits for another's commit. Without it everything is the processor's work: this
 * process and the database share two cores, one client keeps them half busy, and ten can't write ten times as much.
 * With it nobody has much to do, and ten write ten times as much as one – or, if an entry were written under a lock that
 * is held until the commit, exactly as much.
 */
export type Open = 0 | 20;
export const allOpen: readonly Open[] = [0, 20];

const rounds = 3;

/**
 * One and ten clients by turns, each writing one entry a transaction: by turns, so that what else the machine does
 * meets both alike.
 * @param seconds for each number of clients, all rounds together
 */
export async function measureAppending(
	{ caseworker, citizenId }: People,
	seconds: number,
	beside: Beside,
	open: Open,
): Promise<Figures[]> {
	const entry = { action: 'citizen.read', subjectType: 'citizen', subjectId: citizenId, citizenId } as const;
	const append = () =>
		asActor(caseworker, async (tx) => {
			await audit(tx, caseworker, entry);
			if (open > 0) await wait(open);
		});
	let going = true;
	const others = {
		nothing: async () => undefined,
		// The server does it once a minute; here without a pause, so that it is always in the way.
		chaining: async () => {
			while (going) await sealLog(caseworker.authorityId);
		},
		// Somebody has written an entry and does not commit as long as it is measured.
		'a long transaction': () =>
			asActor(caseworker, async (tx) => {
				await audit(tx, caseworker, entry);
				while (going) await wait(20);
			}),
	};
	const other = others[beside]();
	const found: Record<1 | 10, Figures[]> = { 1: [], 10: [] };
	try {
		for (let round = 0; round < rounds; round++) {
			for (const clients of [1, 10] as const) found[clients].push(await closedLoop(clients, seconds / rounds, append));
		}
	} finally {
		going = false;
		await other;
	}
	return [together(found[1]), together(found[10])];
}

/** Rounds of the same length as one measurement: answers are added up, times are the rounds' middle ones. */
function together(parts: readonly Figures[]): Figures {
	const middle = (values: readonly number[]) =>
		values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
	const answers = parts.reduce((sum, part) => sum + part.answers, 0);
	const seconds = parts.reduce((sum, part) => sum + part.answers / part.perSecond, 0);
	return {
		clients: parts[0]?.clients ?? 0,
		perSecond: answers / seconds,
		p50: middle(parts.map(({ p50 }) => p50)),
		p95: middle(parts.map(({ p95 }) => p95)),
		p99: middle(parts.map(({ p99 }) => p99)),
		answers,
	};
}
