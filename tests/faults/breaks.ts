import { setTimeout as wait } from 'node:timers/promises';
import { count } from './count.ts';
import type { Row } from './kills.ts';
import { Ledger } from './ledger.ts';
import { startMailServer } from './mail-server.ts';
import { emptyOutbox, noMoreComes } from './outbox.ts';
import { makePairs, within, type Pair } from './scene.ts';
import { freePort, startServer, type Server } from './server.ts';
import { workUntil } from './work.ts';

/** Something the server needs that goes away and comes back. The server itself is not touched. */
export interface Break {
	scenario: string;
	environment: Record<string, string>;
	/** how many mails are still to be sent, where that can be asked beside the server */
	waitingMail?: () => Promise<number>;
	takeAway(): void | Promise<void>;
	giveBack(): void | Promise<void>;
	/** what is to be seen while it is away */
	meanwhile?: (server: Server, pair: Pair) => Promise<void>;
}

export interface BreakPlan {
	times: number;
	/** seconds without it, each time */
	seconds: number;
	pairs?: number;
	/** changes that must be acknowledged before, between and after */
	least?: number;
}

async function acknowledge(ledger: Ledger, more: number, patience = 60_000): Promise<void> {
	const enough = ledger.acknowledged + more;
	for (const end = Date.now() + patience; ledger.acknowledged < enough; await wait(100)) {
		if (Date.now() > end) throw new Error('Nobody gets anything done, though nothing is away.');
	}
}

/**
 * People work without pause while something the server needs is taken away and given back, and the server goes on
 * without a restart. Then what people were told is compared with what is there.
 * @throws Error when the server ended, or nobody gets on with their work afterwards
 */
export async function breakUnderLoad(what: Break, plan: BreakPlan): Promise<Row> {
	const { times, seconds, pairs: people = 3, least = 10 } = plan;
	const mailServer = await startMailServer();
	const environment = { ...what.environment, SMTP_URL: mailServer.url };
	const ledger = new Ledger();
	const [watcher, ...pairs] = await makePairs(environment, people + 1);
	if (!watcher) throw new Error('nobody is there');
	const server = await startServer(await freePort(), environment);
	const workEnds = new AbortController();
	try {
		const work = workUntil(pairs, () => server.url, ledger, workEnds.signal);
		await acknowledge(ledger, least);
		for (let time = 0; time < times; time++) {
			await what.takeAway();
			const back = wait(seconds * 1000);
			await what.meanwhile?.(server, watcher);
			await back;
			await what.giveBack();
			await acknowledge(ledger, least);
		}
		workEnds.abort();
		await work;
		if (what.waitingMail) await emptyOutbox(what.waitingMail);
		else await noMoreComes(() => mailServer.taken.size);
		await server.stop();
		const counted = await within(environment, () => count(ledger));
		const taken = [...mailServer.taken.values()];
		return {
			scenario: what.scenario,
			kills: times,
			...counted,
			sentTwice: taken.filter((often) => often > 1).length,
			neverSent: counted.mails - taken.length,
			surprises: ledger.surprises,
		};
	} catch (cause) {
		// Whatever failed first: a server that has ended is the reason, and says why.
		throw server.alive() ? cause : new Error(`The server ended:\n${server.said()}`, { cause });
	} finally {
		workEnds.abort();
		if (server.alive()) await server.kill();
		await mailServer.close();
	}
}
