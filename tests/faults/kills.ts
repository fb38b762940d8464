import { setTimeout as wait } from 'node:timers/promises';
import { count, type Count } from './count.ts';
import { Ledger } from './ledger.ts';
import { startMailServer } from './mail-server.ts';
import { emptyOutbox, noMoreComes } from './outbox.ts';
import { makePairs, within } from './scene.ts';
import { freePort, startServer, type Server } from './server.ts';
import { workUntil } from './work.ts';

/** A row of the table that `npm run faults` prints. */
export interface Row extends Count {
	scenario: string;
	kills: number;
	/** mails the mail server took more than once: killed between its yes and our note of it */
	sentTwice: number;
	/** mails that never reached the mail server */
	neverSent: number;
	/** answers nobody should get */
	surprises: string[];
}

/** Where a server that is killed keeps its data. */
export interface Place {
	scenario: string;
	environment: Record<string, string>;
	/** how many mails are still to be sent; asked while the server runs, where that is possible beside it */
	waitingMail?: () => Promise<number>;
}

export interface Plan {
	kills: number;
	/** pairs of a caseworker and an organisation that work at the same time */
	pairs?: number;
	/** longest time between a start and the kill, in milliseconds; the shortest is none */
	longest?: number;
	/** so many changes are acknowledged at least, however slow the machine is: the last server runs until then */
	least?: number;
	say?: (line: string) => void;
}

/**
 * People work without pause while the server's process is killed again and again at random moments and started anew.
 * Then the server runs on until the mail has gone, and what people were told is compared with what is there.
 */
export async function killUnderLoad(place: Place, plan: Plan): Promise<Row> {
	const { kills, pairs: people = 4, longest = 3000, least = 0, say = () => undefined } = plan;
	const mailServer = await startMailServer();
	const environment = { ...place.environment, SMTP_URL: mailServer.url };
	const ledger = new Ledger();
	const pairs = await makePairs(environment, people);
	const port = await freePort();
	let server: Server = await startServer(port, environment);
	const workEnds = new AbortController();
	try {
		const work = workUntil(pairs, () => server.url, ledger, workEnds.signal);
		for (let kill = 1; kill <= kills; kill++) {
			await wait(Math.random() * longest);
			await server.kill();
			server = await startServer(port, environment);
			if (kill % 5 === 0) say(`${place.scenario}: ${kill} kills, ${ledger.acknowledged} changes acknowledged`);
		}
		for (const end = Date.now() + 60_000; ledger.acknowledged < least && Date.now() < end;) await wait(100);
		workEnds.abort();
		await work;
		if (place.waitingMail) await emptyOutbox(place.waitingMail);
		else await noMoreComes(() => mailServer.taken.size);
		await server.stop();
		const counted = await within(environment, () => count(ledger));
		const taken = [...mailServer.taken.values()];
		return {
			scenario: place.scenario,
			kills,
			...counted,
			sentTwice: taken.filter((times) => times > 1).length,
			neverSent: counted.mails - taken.length,
			surprises: ledger.surprises,
		};
	} finally {
		workEnds.abort();
		if (server.alive()) await server.kill();
		await mailServer.close();
	}
}
