import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asActor, type Tx } from '../../src/lib/database/as-actor.server.ts';
import { systemActor } from '../../src/lib/identity/actor.ts';
import { openQueuedMail } from '../../src/lib/notifications/mail.server.ts';
import { mail } from '../../src/lib/notifications/tables.server.ts';
import { askConsent } from '../../src/lib/referrals/ask-consent.server.ts';
import { answerConsent, withdrawConsent } from '../../src/lib/referrals/consents.server.ts';
import { handOver } from '../../src/lib/referrals/hand-over.server.ts';
import { sendMessage } from '../../src/lib/referrals/messages.server.ts';
import { sendReferral } from '../../src/lib/referrals/referrals.server.ts';
import { sharedReferral } from '../../src/lib/referrals/shared-view.server.ts';
import { referral, referralEvent } from '../../src/lib/referrals/tables.server.ts';
import { days, onEachDatabase, type TestDatabase } from '../database.ts';
import { makeMeeting, makeOffer, type Meeting } from '../factories.ts';
import { makeCompletedReferral, makeDraftWithEverything } from '../referred-citizen.ts';
import { linkTo, makeSentReferralOf, targetOf } from '../referral-to-order.ts';
import { serveSite, type Site } from '../request.ts';
import { whoGetsIn } from './routes.ts';
import { statement } from './statements.ts';
import { makeWorld, type World } from './world.ts';

onEachDatabase('who sees what', (open) => {
	let database: TestDatabase;
	let site: Site;
	let world: World;
	let all: Meeting;
	beforeAll(async () => {
		database = await open();
		site = await serveSite();
		world = await makeWorld(site);
		all = world.meeting;
	});

	describe(statement(10), () => {
		const stateOf = async () => {
			const [row] = await asActor(systemActor, (tx) =>
				tx.select().from(referral).where(eq(referral.id, world.sent.referralId)),
			);
			return row;
		};

		it.each(['outsider', 'stranger'] as const)('to the %s: page, data and every form', async (person) => {
			const before = await stateOf();
			const theirs = person === 'outsider' ? /^\w+ \/inbox\/\[id=uuid\]/ : /^\w+ \/referrals\/\[id=uuid\]/;
			const lines = Object.keys(whoGetsIn).filter((line) => theirs.test(line));
			expect(lines.length).toBeGreaterThan(5);
			for (const line of lines) {
				const [method = '', route = ''] = line.split(' ');
				const [path = '', action] = route.split('?');
				const address = world.address(path, person);
				const client = world.clients[person];
				const answers =
					method === 'GET'
						? [await client.get(address), await client.get(`${address}/__data.json`)]
						: [await client.post(`${address}${action ? `?${action}` : ''}`, world.form(route))];
				for (const [index, { status, body }] of answers.entries()) {
					// The data for scripts is a list of parts: which of them failed stands inside.
					if (index === 0) expect(status, line).toBe(404);
					else expect(body, line).toContain('"status":404');
					expect(body).not.toContain('Kvækerpilen');
				}
			}
			expect(await stateOf()).toEqual(before);
		});
	});

	describe(statement(13), () => {
		it('on every page the organisation can open, in every mail it gets, and in the database’s own view', async () => {
			const hidden = { familyName: 'Zwinzorksen', email: 'zwinzork@borger.example', safeContact: 'Zwinzork tid' };
			const id = await makeSentReferralOf(all, {
				fields: ['given_name', 'phone', 'goals'],
				citizen: hidden,
				texts: { need: 'Zwinzork grund', practical: 'Zwinzork stok', accompaniment: 'Zwinzork søster' },
			});
			const contact = site.client();
			await contact.signInAs(all.contact);
			const pages = Object.keys(whoGetsIn)
				.filter((line) => line.startsWith('GET /') && whoGetsIn[line]?.contact === 'in')
				.map((line) => line.slice('GET '.length))
				.filter((route) => !route.includes('[') || route.startsWith('/inbox'))
				.map((route) => route.replace('[id=uuid]', id));
			expect(pages).toContain(`/inbox/${id}`);
			let seen = '';
			for (const page of pages) {
				for (const path of [page, `${page.replace(/\/$/, '')}/__data.json`]) {
					const { body } = await contact.get(path);
					expect(body, path).not.toMatch(/zwinzork/i);
					seen += body;
				}
			}
			expect(seen).toContain('En at drikke kaffe med');

			const mails = await asActor(systemActor, async (tx) => {
				const opened = [];
				for (const { id: mailId } of await tx.select({ id: mail.id }).from(mail)) {
					const found = await openQueuedMail(tx, mailId);
					if (!found) throw new Error('a mail that waits could not be opened');
					opened.push(found.subject + found.body);
				}
				return opened;
			});
			expect(mails).not.toHaveLength(0);
			expect(mails.join()).not.toMatch(/zwinzork|Prøve|kaffe/i);

			const [row] = await asActor(all.contact, (tx) =>
				tx.select().from(sharedReferral).where(eq(sharedReferral.id, id)),
			);
			const open = Object.entries(row ?? {}).flatMap(([name, value]) => (value === null ? [] : [name]));
			expect(open.sort()).toEqual(
				[
					'authorityId',
					'citizenId',
					'expiresAt',
					'feedbackAllowed',
					'fields',
					'givenName',
					'goals',
					'id',
					'phone',
				].sort(),
			);
			// The sealed columns themselves are not the organisation's to read, whatever the consent says.
			for (const column of ['need', 'goals', 'practical', 'contact_plan']) {
				await expect(
					asActor(all.contact, (tx) => tx.execute(sql.raw(`select ${column} from referral`))),
				).rejects.toThrow();
			}
		});

		it('and of what happened only what concerns it: not how the yes was given, who came, or whether it helped', async () => {
			const { referralId: id } = await makeCompletedReferral(all);
			const { caseworker } = all;
			const link = await linkTo(all, id);
			await asActor(caseworker, (tx) => handOver(tx, caseworker, { referralId: id, to: all.colleague.userId }));
			expect((await site.client().post(`${link}?/helped`, { helped: 'partly' })).status).toBe(303);
			const contact = site.client();
			await contact.signInAs(all.contact);
			const page = await contact.get(`/inbox/${id}`);
			const { body } = await contact.get(`/inbox/${id}/__data.json`);
			for (const word of ['consent_requested', 'consent_given', 'follow_up', 'confirm', 'signed_screen', 'partly'])
				expect([word, page.body.includes(`"${word}`) || body.includes(`"${word}`)]).toEqual([word, false]);
			expect(body).toContain('"hand_over"');
			const rows = await asActor(all.contact, (tx) =>
				tx.select({ action: referralEvent.action }).from(referralEvent).where(eq(referralEvent.referralId, id)),
			);
			expect(rows.map(({ action }) => action).sort()).toEqual(
				['accept', 'complete', 'hand_over', 'open', 'send', 'start'].sort(),
			);
			for (const column of ['helped', 'confirmed_at'])
				await expect(
					asActor(all.contact, (tx) => tx.execute(sql.raw(`select ${column} from referral`))),
				).rejects.toMatchObject({ cause: { code: '42501' } });
		});
	});

	// Each test has a referral of its own; the clock moves on between them, and a consent is in force from then.
	describe(statement(14), () => {
		const as = <T>(work: (tx: Tx) => Promise<T>) => asActor(all.caseworker, work);
		/** Past the application: the row itself. */
		const force = (id: string) =>
			as((tx) => tx.execute(sql`update referral set state = 'sent', sent_at = app_now() where id = ${id}`));
		const refused = { cause: { code: '23514' } };

		async function consented(): Promise<string> {
			const { referralId } = await makeDraftWithEverything(all);
			await as(async (tx) => {
				await askConsent(tx, all.caseworker, {
					referralId,
					fields: ['given_name', 'phone', 'need'],
					language: 'da',
					interpreter: false,
					giver: 'citizen',
					guardianName: '',
				});
				await answerConsent(tx, all.caseworker, { referralId, yes: true, feedbackAllowed: true, method: 'oral' });
			});
			return referralId;
		}

		it('with a consent in force it is sent: the test can fail', async () => {
			await force(await consented());
		});

		it('none was asked for', async () => {
			const { referralId } = await makeDraftWithEverything(all);
			await expect(force(referralId)).rejects.toMatchObject(refused);
		});

		it('it was withdrawn', async () => {
			const referralId = await consented();
			await as((tx) => withdrawConsent(tx, all.caseworker, { referralId }));
			await expect(force(referralId)).rejects.toMatchObject(refused);
		});

		it('it has run out', async () => {
			const referralId = await consented();
			database.clock.advance(400 * days);
			await expect(force(referralId)).rejects.toMatchObject(refused);
			const target = await targetOf(all, referralId);
			await expect(as((tx) => sendReferral(tx, all.caseworker, target))).rejects.toMatchObject({ status: 409 });
		});

		it('it names another organisation, another offer, another purpose', async () => {
			const other = await makeOffer();
			for (const change of [
				sql`organisation_id = ${other.organisationId}, offer_id = ${other.id}`,
				sql`offer_id = ${(await makeOffer({ organisationId: all.organisationId })).id}`,
				sql`purpose = 'information'`,
			]) {
				const id = await consented();
				await as((tx) => tx.execute(sql`update referral set ${change} where id = ${id}`));
				await expect(force(id)).rejects.toMatchObject(refused);
			}
		});

		it('nor can a referral begin as sent', async () => {
			const { citizenId } = await makeDraftWithEverything(all);
			const begin = as((tx) =>
				tx.insert(referral).values({
					authorityId: all.caseworker.authorityId,
					citizenId,
					centreId: 'cabs',
					caseworkerId: all.caseworker.userId,
					organisationId: all.organisationId,
					offerId: all.offer.id,
					state: 'sent',
					stateSince: tx.now,
					createdAt: tx.now,
					requestId: crypto.randomUUID(),
				}),
			);
			await expect(begin).rejects.toMatchObject(refused);
		});
	});
});

onEachDatabase(statement(15), (open) => {
	let site: Site;
	let all: Meeting;
	beforeEach(async () => {
		await open();
		all = await makeMeeting();
	});
	beforeAll(async () => {
		await open();
		site = await serveSite();
	});

	it.each(['the citizen, by link', 'the caseworker'])('%s', async (who) => {
		const id = await makeSentReferralOf(all, { texts: { need: 'Læsbar grund' } });
		const link = await linkTo(all, id);
		const contact = site.client();
		await contact.signInAs(all.contact);
		await asActor(all.caseworker, (tx) =>
			sendMessage(tx, all.caseworker, { referralId: id, requestId: randomUUID(), text: 'Læsbar besked' }),
		);
		const readable = (await contact.get(`/inbox/${id}`)).body;
		expect(readable).toContain('Læsbar grund');
		expect(readable).toContain('Læsbar besked');

		const { version } = await targetOf(all, id);
		const caseworker = site.client();
		await caseworker.signInAs(all.caseworker);
		const withdrawn =
			who === 'the caseworker'
				? await caseworker.post(`/referrals/${id}?/withdraw`, { version: String(version), heard: 'in_person' })
				: await site.client().post(`${link}?/withdraw`);
		expect(withdrawn.status).toBe(303);

		for (const path of [`/inbox/${id}`, `/inbox/${id}/__data.json`, '/inbox', '/inbox/__data.json']) {
			expect((await contact.get(path)).body, path).not.toMatch(/Læsbar|Prøve|00 11 22 33/);
		}
		const rows = await asActor(all.contact, async (tx) => ({
			shared: await tx.$count(sharedReferral),
			keys: (await tx.execute(sql`select 1 from citizen_key`)).rows.length,
			messages: (await tx.execute(sql`select 1 from message`)).rows.length,
		}));
		expect(rows).toEqual({ shared: 0, keys: 0, messages: 0 });
		const told = await asActor(systemActor, (tx) => tx.select().from(mail).where(eq(mail.kind, 'referral_withdrawn')));
		expect(told).toHaveLength(1);
	});
});
