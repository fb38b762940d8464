import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { days, hours, minutes, onEachDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { makeCentre, makeContact, makeOffer, makeStaff, type OfferRow } from '../../../../tests/factories.ts';
import { asActor } from '../../database/as-actor.server.ts';
import { systemActor, type OrganisationActor, type StaffActor } from '../../identity/actor.ts';
import { membership, userAccount } from '../../identity/tables.server.ts';
import { openQueuedMail } from '../../notifications/mail.server.ts';
import { mail } from '../../notifications/tables.server.ts';
import { answerChange, listWaiting, proposeChange } from './changes.server.ts';
import { createOwnOffer } from './create.server.ts';
import { offerForm, type OfferInput } from './offer-form.ts';
import { offerChange } from './tables.server.ts';
import { tellCoordinators } from './tell-coordinators.server.ts';

onEachDatabase('telling coordinators what organisations propose', (open) => {
	let database: TestDatabase;
	let mine: OfferRow;
	let contact: OrganisationActor;
	let coordinator: StaffActor;
	beforeEach(async () => {
		database = await open();
		mine = await makeOffer({ name: 'Åben café' });
		contact = await makeContact(mine.organisationId);
		coordinator = await makeStaff('coordinator', 'cabs', { email: 'karen@test.example' });
	});

	const propose = (gender: 'women' | 'men' = 'women') =>
		asActor(contact, (tx) => proposeChange(tx, contact, mine.id, { gender }));
	const tell = () => asActor(systemActor, (tx) => tellCoordinators(tx, systemActor));
	const mails = () =>
		asActor(systemActor, async (tx) => {
			const rows = await tx.select({ id: mail.id }).from(mail).where(eq(mail.kind, 'proposals_waiting'));
			return Promise.all(rows.map(({ id }) => openQueuedMail(tx, id)));
		});

	it('says how many new offers and changes wait, and names neither offer nor organisation', async () => {
		await propose();
		const input = offerForm.parse({ name: 'Ærlig klub', gender: 'everyone' }) as OfferInput;
		await asActor(contact, (tx) => createOwnOffer(tx, contact, input));
		expect(await tell()).toBe(1);
		const [only, ...others] = await mails();
		expect(others).toEqual([]);
		expect(only).toMatchObject({ to: 'karen@test.example', subject: 'Forslag til kataloget venter på dig' });
		expect(only?.body).toMatch(/Nye tilbud: 1\nÆndringer: 1\n[^]*http:\/\/localhost\/catalogue\n/);
		expect(only?.body).not.toMatch(/café|klub|Forening|Person/);
	});

	it('once a day at most: what comes later waits for the next morning, and what has been told is not told again', async () => {
		await propose();
		expect(await tell()).toBe(1);
		expect(await tell()).toBe(0);
		database.clock.advance(1 * hours);
		await propose('men');
		expect(await tell()).toBe(0);
		database.clock.set('2026-11-03T06:20:00Z');
		expect(await tell(), 'before half past seven').toBe(0);
		database.clock.advance(10 * minutes);
		expect(await tell()).toBe(1);
		database.clock.advance(1 * days);
		expect(await tell(), 'nothing new').toBe(0);
		expect((await mails()).map((each) => /Ændringer: \d/.exec(each?.body ?? '')?.[0])).toEqual([
			'Ændringer: 1',
			'Ændringer: 1',
		]);
	});

	it('not at the weekend, and not about what has been answered meanwhile', async () => {
		database.clock.set('2026-11-07T10:00:00Z');
		await propose();
		expect(await tell(), 'a Saturday').toBe(0);
		const [change] = await asActor(coordinator, listWaiting);
		await asActor(coordinator, (tx) => answerChange(tx, coordinator, change?.id ?? '', { accept: true, answer: '' }));
		database.clock.set('2026-11-09T10:00:00Z');
		expect(await tell()).toBe(0);
	});

	it('every coordinator once, whatever the number of their centres, and nobody whose role has ended', async () => {
		const { userId } = coordinator;
		const centreId = await makeCentre('cfr');
		await asActor(systemActor, (tx) =>
			tx.insert(membership).values({ userId, role: 'coordinator', centreId, createdAt: tx.now }),
		);
		const gone = await makeStaff('coordinator', 'cabs', { email: 'gaaet@test.example' });
		const ended = await makeStaff('coordinator', 'cabs', { email: 'leder@test.example' });
		await asActor(systemActor, async (tx) => {
			await tx.update(userAccount).set({ active: false }).where(eq(userAccount.id, gone.userId));
			await tx.update(membership).set({ endedAt: tx.now }).where(eq(membership.id, ended.membershipId));
		});
		await makeStaff('coordinator', 'cfr', { email: 'oeystein@test.example' });
		await propose();
		expect(await tell()).toBe(2);
		expect((await mails()).map((each) => each?.to).sort()).toEqual(['karen@test.example', 'oeystein@test.example']);
	});

	it('waits until there is a coordinator to tell', async () => {
		const { membershipId: id } = coordinator;
		const end = (endedAt: Date | null) =>
			asActor(systemActor, (tx) => tx.update(membership).set({ endedAt }).where(eq(membership.id, id)));
		await propose();
		await end(database.clock.now());
		expect(await tell()).toBe(0);
		await end(null);
		expect(await tell()).toBe(1);
	});

	it('an organisation cannot say that it has been told', async () => {
		await propose();
		const hush = asActor(contact, (tx) => tx.update(offerChange).set({ toldAt: tx.now }));
		await expect(hush).rejects.toThrow();
		expect(await tell()).toBe(1);
	});

	it('nor while it takes a proposal back, nor in a new one; and none of its own begins as answered', async () => {
		await propose();
		const refused = { cause: { code: '42501' } };
		const hush = asActor(contact, (tx) => tx.update(offerChange).set({ state: 'replaced', toldAt: tx.now }));
		await expect(hush).rejects.toMatchObject(refused);
		const now = database.clock.now();
		for (const forged of [{ toldAt: now }, { state: 'accepted' as const }, { answer: 'Ja' }, { answeredAt: now }]) {
			const write = asActor(contact, (tx) =>
				tx.insert(offerChange).values({ offerId: mine.id, at: now, wanted: { gender: 'men' }, ...forged }),
			);
			await expect(write, JSON.stringify(forged)).rejects.toMatchObject(refused);
		}
		expect(await tell()).toBe(1);
	});
});
