import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** How many mails are still to be sent. @param url of the PostgreSQL database */
export async function waitingMail(url: string): Promise<number> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const { rows } = await client.query(`select count(*)::int as waiting from mail where status = 'queued'`);
		return (rows as { waiting: number }[])[0]?.waiting ?? 0;
	} finally {
		await client.end();
	}
}

/** Waits until every mail has gone. @returns how many have not when the patience is over */
export async function emptyOutbox(waiting: () => Promise<number>, patience = 60_000): Promise<number> {
	for (const end = Date.now() + patience; ; await wait(250)) {
		const left = await waiting();
		if (left === 0 || Date.now() > end) return left;
	}
}

/**
 * Waits until no mail has come for so long that the queue has looked twice: for the embedded database, which nobody else
 * can ask while the server has it.
 */
export async function noMoreComes(taken: () => number, quiet = 5000): Promise<void> {
	for (let before = -1; before !== taken();) {
		before = taken();
		await wait(quiet);
	}
}
