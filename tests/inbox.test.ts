import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { withdrawConsent } from '../src/lib/referrals/consents.server.ts';
import { sendMessage } from '../src/lib/referrals/messages.server.ts';
import { readReferralPage } from '../src/lib/referrals/read-referral.server.ts';
import { waitlistReferral } from '../src/lib/referrals/referrals.server.ts';
import { days, onEachDatabase, type TestDatabase } from './database.ts';
import { makeContact, makeMeeting, type Meeting } from './factories.ts';
import { makeSentReferralOf, targetOf } from './referral-to-order.ts';
import { serveSite, type Client, type Form, type Site } from './request.ts';

const versionIn = (body: string): string => /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';

onEachDatabase('the inbox', (open) => {
	let database: TestDatabase;
	let site: Site;
	let all: Meeting;
	let contact: Client;
	beforeAll(async () => {
		database = await open();
		site = await serveSite();
	});
	beforeEach(async () => {
		database.clock.set('2026-11-02T08:00:00Z');
		all = await makeMeeting();
		contact = site.client();
		await contact.signInAs(all.contact);
	});

	const read = (id: string) => asActor(all.caseworker, (tx) => readReferralPage(tx, all.caseworker, id));
	/** Opens the page with that form, as one does; gives what the form needs. */
	async function formOf(id: string, answer: string) {
		const { body } = await contact.get(`/inbox/${id}?answer=${answer}`);
		return { version: versionIn(body), answer };
	}

	it('says what will come when it is empty', async () => {
		const { body } = await contact.get('/inbox');
		expect(body).toContain('Her er ingen henvisninger endnu');
		expect(body).toContain('Når en sagsbehandler vil bygge bro til jer');
	});

	it('shows who needs one, when to answer, and the four answers', async () => {
		const id = await makeSentReferralOf(all, { texts: { need: 'Sidder meget alene' } });
		const { body } = await contact.get('/inbox');
		expect(body).toContain('Sidder meget alene');
		expect(body).toContain('Svar senest fredag 6. november');
		for (const answer of ['accept', 'waitlist', 'decline', 'ask']) {
			expect(body).toContain(`/inbox/${id}?answer=${answer}`);
		}
		database.clock.advance(5 * days);
		await contact.signInAs(all.contact);
		expect((await contact.get('/inbox')).body).toContain('Over tiden');
	});

	it('lets nobody read who has not signed the declaration', async () => {
		const id = await makeSentReferralOf(all);
		await contact.signInAs(await makeContact(all.organisationId, { declared: false }));
		for (const path of ['/inbox', `/inbox/${id}`]) {
			const { status, location } = await contact.get(path);
			expect([status, location]).toEqual([303, `/inbox/declaration?return=${encodeURIComponent(path)}`]);
		}
		expect((await contact.post(`/inbox/${id}?/decline`, { version: '3', reason: 'no_capacity' })).location).toContain(
			'/inbox/declaration',
		);
		expect((await read(id)).state).toBe('sent');
	});

	it('notes that it has been seen when it is opened, once', async () => {
		const id = await makeSentReferralOf(all);
		await contact.get(`/inbox/${id}`);
		await contact.get(`/inbox/${id}`);
		const { state, timeline } = await read(id);
		expect(state).toBe('seen');
		expect(timeline.filter(({ action }) => action === 'open')).toHaveLength(1);
	});

	it('shows the consented fields and nothing else', async () => {
		const id = await makeSentReferralOf(all, {
			fields: ['given_name', 'phone', 'goals'],
			citizen: { familyName: 'Hemmeligsen', email: 'hemmelig@borger.example', safeContact: 'Hemmelig tid' },
			texts: { need: 'Hemmelig grund', practical: 'Hemmelig stok', accompaniment: 'Hemmelig søster' },
		});
		for (const path of [`/inbox/${id}`, '/inbox', `/inbox/${id}/__data.json`, '/inbox/__data.json']) {
			const { body, headers } = await contact.get(path);
			expect(body).toContain('Prøve');
			expect(body).not.toMatch(/hemmelig/i);
			expect(headers.get('cache-control')).toMatch(/no-store/);
		}
		const { body } = await contact.get(`/inbox/${id}`);
		expect(body).toContain('En at drikke kaffe med');
		expect(body).toContain('tel:00112233');
	});

	it('is nothing to another organisation', async () => {
		const id = await makeSentReferralOf(all);
		const other = site.client();
		await other.signInAs(all.otherContact);
		expect((await other.get(`/inbox/${id}`)).status).toBe(404);
		const taken = await other.post(`/inbox/${id}?/decline`, { version: '3', reason: 'no_capacity' });
		expect(taken.status).toBe(404);
		expect((await other.get('/inbox/no-id')).status).toBe(404);
		expect((await read(id)).state).toBe('sent');
	});

	it('takes a yes with who, how and by when, once', async () => {
		const id = await makeSentReferralOf(all);
		const form = await formOf(id, 'accept');
		const empty = await contact.post(`/inbox/${id}?/accept&answer=accept`, {
			...form,
			contact_plan: ' ',
			contact_by: '2026-11-05',
		});
		expect(empty.status).toBe(422);
		expect(empty.body).toContain('href="#f-contact_plan"');
		const past = { ...form, contact_plan: 'Maria ringer', contact_by: '2026-11-01' };
		const refused = await contact.post(`/inbox/${id}?/accept&answer=accept`, past);
		expect(refused.status).toBe(422);
		expect(refused.body).toContain('Maria ringer');
		const yes = { ...past, contact_by: '2026-11-05' };
		for (let press = 0; press < 2; press += 1) {
			const answer = await contact.post(`/inbox/${id}?/accept&answer=accept`, yes);
			expect([answer.status, answer.location]).toEqual([303, `/inbox/${id}?done=accept`]);
		}
		const { state, contactPlan, contactBy, timeline } = await read(id);
		expect({ state, contactPlan, contactBy }).toEqual({
			state: 'accepted',
			contactPlan: 'Maria ringer',
			contactBy: '2026-11-05',
		});
		expect(timeline.filter(({ action }) => action === 'accept')).toHaveLength(1);
	});

	it('promises no contact where there is only something to know', async () => {
		const id = await makeSentReferralOf(all, { purpose: 'information' });
		const form = await formOf(id, 'accept');
		expect((await contact.get(`/inbox/${id}?answer=accept`)).body).not.toContain('name="contact_by"');
		expect((await contact.post(`/inbox/${id}?/accept`, { ...form, contact_plan: '' })).status).toBe(303);
		expect(await read(id)).toMatchObject({ state: 'accepted', contactBy: null, contactPlan: '' });
	});

	it('tells the second of two who answered, and keeps what was typed', async () => {
		const id = await makeSentReferralOf(all);
		const form = await formOf(id, 'decline');
		const colleague = await makeContact(all.organisationId, { name: 'Kirsten Kollega' });
		const target = await targetOf(all, id);
		await asActor(colleague, (tx) => waitlistReferral(tx, colleague, target, { expectedOn: '2026-12-01' }));
		const late = await contact.post(`/inbox/${id}?/decline&answer=decline`, {
			...form,
			reason: 'other',
			note: 'Vi flytter <b>snart</b>',
		});
		expect(late.status).toBe(409);
		expect(late.body).toContain('Kirsten Kollega satte borgeren på venteliste');
		expect(late.body).toContain('Vi flytter &lt;b>snart&lt;/b>');
		expect(late.body).not.toContain('<b>snart');
		expect((await read(id)).state).toBe('waitlisted');
	});

	it('shows what was typed also where the answer is no longer possible', async () => {
		const id = await makeSentReferralOf(all);
		const form = await formOf(id, 'propose');
		await asActor(all.caseworker, (tx) => withdrawConsent(tx, all.caseworker, { referralId: id }));
		const late = await contact.post(`/inbox/${id}?/propose&answer=propose`, { ...form, note: 'Prøv Naboerne' });
		expect(late.status).toBe(409);
		expect(late.body).toContain('Prøv Naboerne');
		expect(late.body).toContain('Henvisningen er trukket tilbage');
		expect(late.body).not.toContain('Sidder meget alene');
	});

	it('declines with a reason, waitlists with a day, and proposes an offer that was looked up', async () => {
		const declined = await makeSentReferralOf(all);
		let form = await formOf(declined, 'decline');
		expect((await contact.post(`/inbox/${declined}?/decline`, form)).status).toBe(400);
		expect((await contact.post(`/inbox/${declined}?/decline`, { ...form, reason: 'other' })).status).toBe(422);
		await contact.post(`/inbox/${declined}?/decline`, { ...form, reason: 'wrong_area' });
		expect(await read(declined)).toMatchObject({ state: 'declined', declineReason: 'wrong_area' });

		const waiting = await makeSentReferralOf(all);
		form = await formOf(waiting, 'waitlist');
		expect((await contact.post(`/inbox/${waiting}?/waitlist`, { ...form, expected_on: '' })).status).toBe(400);
		await contact.post(`/inbox/${waiting}?/waitlist`, { ...form, expected_on: '2026-12-01' });
		expect(await read(waiting)).toMatchObject({ state: 'waitlisted', expectedOn: '2026-12-01' });

		const proposed = await makeSentReferralOf(all);
		form = await formOf(proposed, 'propose');
		const found = await contact.post(`/inbox/${proposed}?/find&answer=propose`, {
			...form,
			words: all.offer.name,
			note: 'Fordi',
		});
		expect(found.status).toBe(200);
		expect(found.body).toContain(`value="${all.offer.id}"`);
		expect(found.body).toContain('Fordi');
		await contact.post(`/inbox/${proposed}?/propose`, { ...form, offer: all.offer.id, note: 'Fordi' });
		expect(await read(proposed)).toMatchObject({ state: 'redirect_proposed', organisationNote: 'Fordi' });
	});

	it('carries it to the end, and asks how it went only where the citizen has agreed to that', async () => {
		for (const feedbackAllowed of [true, false]) {
			const id = await makeSentReferralOf(all, { feedbackAllowed });
			const plan = { contact_plan: 'Vi ringer', contact_by: '2026-11-05' };
			await contact.post(`/inbox/${id}?/accept`, { ...(await formOf(id, 'accept')), ...plan });
			await contact.post(`/inbox/${id}?/start`, await formOf(id, 'start'));
			const page = await contact.get(`/inbox/${id}?answer=complete`);
			expect(page.body.includes('name="outcome"')).toBe(feedbackAllowed);
			const outcome: Form = feedbackAllowed ? { outcome: 'partly' } : {};
			await contact.post(`/inbox/${id}?/complete`, { ...(await formOf(id, 'complete')), ...outcome });
			expect(await read(id)).toMatchObject({ state: 'completed', outcome: feedbackAllowed ? 'partly' : null });
		}
	});

	it('can be closed after the consent has run out, unread', async () => {
		const id = await makeSentReferralOf(all);
		const plan = { contact_plan: 'Vi ringer', contact_by: '2026-11-05' };
		await contact.post(`/inbox/${id}?/accept`, { ...(await formOf(id, 'accept')), ...plan });
		database.clock.advance(370 * days);
		await contact.signInAs(all.contact);
		const page = await contact.get(`/inbox/${id}?answer=end`);
		expect(page.body).not.toContain('En at drikke kaffe med');
		expect(page.body).toContain('I kan stadig lukke henvisningen');
		expect(page.body).not.toContain('answer=start');
		await contact.post(`/inbox/${id}?/end`, { version: versionIn(page.body), reason: 'no_show' });
		expect(await read(id)).toMatchObject({ state: 'not_completed', endReason: 'no_show' });
	});

	it('carries messages, marks new ones until they are read, and sends a form pressed twice once', async () => {
		const id = await makeSentReferralOf(all);
		await contact.get(`/inbox/${id}`);
		await asActor(all.caseworker, (tx) =>
			sendMessage(tx, all.caseworker, { referralId: id, requestId: randomUUID(), text: 'Hej <i>I</i>' }),
		);
		expect((await contact.get('/inbox')).body).toContain('Ny besked');
		const page = await contact.get(`/inbox/${id}?answer=ask`);
		expect(page.body).toContain('Hej &lt;i>I&lt;/i>');
		expect((await contact.get('/inbox')).body).not.toContain('Ny besked');
		const requestId = /name="request_id" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
		const form = { request_id: requestId, answer: 'ask', text: 'Hvornår passer det?' };
		expect((await contact.post(`/inbox/${id}?/ask&answer=ask`, { ...form, text: ' ' })).status).toBe(400);
		expect((await contact.post(`/inbox/${id}?/ask&answer=ask`, { ...form, text: '010190-1234' })).status).toBe(400);
		await contact.post(`/inbox/${id}?/ask&answer=ask`, form);
		await contact.post(`/inbox/${id}?/ask&answer=ask`, form);
		expect((await read(id)).messages.map(({ text }) => text)).toEqual(['Hej <i>I</i>', 'Hvornår passer det?']);
	});

	it('keeps what was typed when the session ends, and opens the same form again', async () => {
		const id = await makeSentReferralOf(all);
		const form = await formOf(id, 'decline');
		contact.cookies.delete('session');
		const lost = await contact.post(`/inbox/${id}?/decline&answer=decline`, {
			...form,
			reason: 'other',
			note: 'Vi er i gang med at flytte',
		});
		expect(lost.location).toContain('/sign-in?return=');
		await contact.signInAs(all.contact);
		const { body } = await contact.get(`/inbox/${id}`);
		expect(body).toContain('Vi er i gang med at flytte');
	});
});
