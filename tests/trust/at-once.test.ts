import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import { isoDay } from '../../src/lib/ui/dates.ts';
import { createSession } from '../../src/lib/identity/sessions.server.ts';
import { systemActor } from '../../src/lib/identity/actor.ts';
import { days } from '../database.ts';
import { makeContact } from '../factories.ts';
import { onFreshPostgres, withPostgres } from '../faults/fresh-database.ts';
import { Ledger } from '../faults/ledger.ts';
import { Person } from '../faults/person.ts';
import { makePairs, within, type Pair } from '../faults/scene.ts';
import { freePort, startServer, type Server } from '../faults/server.ts';
import { askAndAnswer, hidden } from '../faults/work.ts';
import { migratedFolder } from '../process.ts';
import { statement } from './statements.ts';

const rounds = 3;
const never = new AbortController().signal;
const idIn = (location: string) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(location)?.[0] ?? '';

/** Both at the same moment. */
const both = <T>(work: (which: 0 | 1) => Promise<T>): Promise<[T, T]> => Promise.all([work(0), work(1)]);

interface Scene {
	pair: Pair;
	/** another contact of the same organisation */
	colleague: string;
}

async function prepare(environment: Record<string, string>): Promise<Scene> {
	const [pair] = await makePairs(environment, 1);
	if (!pair) throw new Error('nobody is there');
	const colleague = await within(environment, async () => {
		const { userId, membershipId } = await makeContact(pair.contact.organisationId, { email: 'kirsten@test.example' });
		return (await createSession(userId, membershipId)).token;
	});
	return { pair, colleague };
}

/**
 * One referral, each form sent twice at once, to one server each; then two people who have both looked at it and answer:
 * at the same moment, or differently and one just after the other.
 */
async function oneRound(
	servers: readonly [Server, Server],
	{ pair, colleague }: Scene,
	differ: boolean,
): Promise<void> {
	const at = (token: string, which: 0 | 1) => new Person(token, () => servers[which].url, never);
	const caseworker = (which: 0 | 1) => at(pair.caseworkerToken, which);
	const citizen = randomUUID();
	const person = { request_id: citizen, given_name: 'Prøve', language: 'da', adult: 'yes', phone: '00 11 22 33' };
	const made = await both((which) => caseworker(which).post('/citizens/new', person));
	expect(made.map(({ location }) => location)).toEqual([`/citizens/${citizen}`, `/citizens/${citizen}`]);
	const begun = { request_id: randomUUID(), offer: pair.offerSlug, citizen };
	const drafts = await both((which) => caseworker(which).post('/referrals/new?/create', begun));
	expect(drafts[0].location).toBe(drafts[1].location);
	const id = idIn(drafts[0].location);
	await caseworker(0).post(`/referrals/${id}/why`, { purpose: 'contact', need: 'Vil gerne møde andre' });
	await askAndAnswer(id, caseworker(1), new Ledger());
	const version = hidden((await caseworker(0).get(`/referrals/${id}/review`)).body, 'version');
	const sent = await both((which) => caseworker(which).post(`/referrals/${id}/review`, { version }));
	expect(sent.map(({ status, location }) => [status, location])).toEqual([
		[303, `/referrals/${id}`],
		[303, `/referrals/${id}`],
	]);
	const contacts = [at(pair.contactToken, 0), at(colleague, 1)] as const;
	await contacts[0].get(`/inbox/${id}`);
	const seen = await both((which) => contacts[which].get(`/inbox/${id}?answer=decline`));
	const decline = (which: 0 | 1) =>
		contacts[which].post(`/inbox/${id}?/decline&answer=decline`, {
			version: hidden(seen[which].body, 'version'),
			reason: 'other',
			note: `Ærlig grund ${which}`,
		});
	// From a waiting list one may decline: only what the second one had looked at tells that it is another's answer.
	const waitlist = () =>
		contacts[0].post(`/inbox/${id}?/waitlist&answer=waitlist`, {
			version: hidden(seen[0].body, 'version'),
			expected_on: isoDay(new Date(Date.now() + 30 * days)),
		});
	const answers = differ ? [await waitlist(), await decline(1)] : await both(decline);
	expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
	const late = answers.findIndex(({ status }) => status === 409);
	const told = answers[late]?.body.replaceAll(/<script[\s\S]*?<\/script>/g, '') ?? '';
	// What was typed stands in the form where declining is still possible, else in a quotation.
	for (const words of ['Your answer was not sent', differ ? '<textarea' : '<blockquote', `Ærlig grund ${late}`]) {
		expect(told.includes(words), words).toBe(true);
	}
}

/** Everything there is, once for each round; a mail to each of two contacts, and one to the caseworker. */
const once = {
	citizens: rounds,
	referrals: rounds,
	sends: rounds,
	answers: rounds,
	told: 2 * rounds,
	answered: rounds,
};

const countAll = (environment: Record<string, string>) =>
	within(environment, () =>
		asActor(systemActor, async (tx) => {
			const { rows } = await tx.execute(sql`select
				(select count(*)::int from citizen) as citizens,
				(select count(*)::int from referral) as referrals,
				(select count(*)::int from referral_event where action = 'send') as sends,
				(select count(*)::int from referral_event where action in ('decline', 'waitlist')) as answers,
				(select count(*)::int from mail where kind = 'referral_sent') as told,
				(select count(*)::int from mail where kind = 'referral_answered') as answered`);
			return rows[0];
		}),
	);

async function tryOn(environment: Record<string, string>, processes: 1 | 2): Promise<void> {
	const scene = await prepare(environment);
	const first = await startServer(await freePort(), environment);
	const second = processes === 1 ? first : await startServer(await freePort(), environment);
	try {
		for (let round = 0; round < rounds; round++) await oneRound([first, second], scene, round % 2 === 1);
	} finally {
		for (const server of new Set([first, second])) await server.stop();
	}
	expect(await countAll(environment)).toEqual(once);
}

describe(statement(28), () => {
	it('by one process (embedded)', { timeout: 120_000 }, async () => {
		await tryOn({ DATA_DIR: await migratedFolder() }, 1);
	});

	it.skipIf(!withPostgres())('by two processes (PostgreSQL)', { timeout: 120_000 }, () =>
		onFreshPostgres((environment) => tryOn(environment, 2)),
	);
});
