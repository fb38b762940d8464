import { setTimeout as wait } from 'node:timers/promises';
import { audit } from '../../../src/lib/audit/audit.server.ts';
import { sealLog } from '../../../src/lib/audit/seal.server.ts';
import { asActor } from '../../../src/lib/database/as-actor.server.ts';
import { closedLoop, type Figures } from '../figures.ts';
import type { People } from './generate.ts';

/** What goes on beside the clients who write into the log. */
export type Beside = 'nothing' | 'chaining' | 'a long transaction';
export const allBeside: readonly Beside[] = ['nothing', 'chaining', 'a long transaction'];

/** So many clients, each writing one entry a transaction. @returns how fast, and how long each waited */
export async function measureAppending(
	{ caseworker, citizenId }: People,
	clients: number,
	seconds: number,
	beside: Beside,
): Promise<Figures> {
	const entry = { action: 'citizen.read', subjectType: 'citizen', subjectId: citizenId, citizenId } as const;
	const append = () => asActor(caseworker, (tx) => audit(tx, caseworker, entry));
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
	try {
		return await closedLoop(clients, seconds, append);
	} finally {
		going = false;
		await other;
	}
}
