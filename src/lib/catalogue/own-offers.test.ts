import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { monday, onEachDatabase, type TestDatabase } from '../../../tests/database.ts';
import { makeContact, makeOffer, type OfferRow } from '../../../tests/factories.ts';
import { auditEntry } from '../audit/tables.server.ts';
import { asActor, type Tx } from '../database/as-actor.server.ts';
import { setting } from '../database/tables.server.ts';
import { publicActor, systemActor, type OrganisationActor } from '../identity/actor.ts';
import { catalogueVersion } from './catalogue-version.server.ts';
import { confirmOffers, listOwnOffers, pauseOrganisation, readOwnOrganisation } from './own-offers.server.ts';
import { offer, organisation } from './tables.server.ts';
import { readCapacity, sayCapacity, type SaidCapacity } from './upkeep/capacity.server.ts';

const today = '2026-11-02';

onEachDatabase('an organisation and its own offers', (open) => {
	let database: TestDatabase;
	let mine: OfferRow;
	let contact: OrganisationActor;
	let stranger: OrganisationActor;
	beforeEach(async () => {
		database = await open();
		mine = await makeOffer({ name: 'Åben café' });
		contact = await makeContact(mine.organisationId);
		stranger = await makeContact();
	});

	const stored = async () => {
		const [row] = await asActor(publicActor, (tx) => tx.select().from(offer).where(eq(offer.id, mine.id)));
		return row;
	};
	const keep = (actor: OrganisationActor, change: Partial<SaidCapacity> = {}) =>
		asActor(actor, (tx) =>
			sayCapacity(tx, actor, {
				offerId: mine.id,
				capacity: 'full',
				waitTime: null,
				pausedUntil: null,
				...change,
			}),
		);
	const version = () => asActor(publicActor, catalogueVersion);
	const logged = () =>
		asActor(systemActor, (tx) =>
			tx.select({ action: auditEntry.action, id: auditEntry.subjectId, by: auditEntry.userId }).from(auditEntry),
		);

	it('sees them by name, without what is out of the catalogue', async () => {
		const { organisationId } = mine;
		await makeOffer({ organisationId, name: 'Ærtefest' });
		await makeOffer({ organisationId, name: 'Bagedag', status: 'temporarily closed' });
		await makeOffer({ organisationId, name: 'Gammelt', status: 'inactive' });
		const names = await asActor(contact, async (tx) => (await listOwnOffers(tx, contact)).map(({ name }) => name));
		expect(names).toEqual(['Bagedag', 'Ærtefest', 'Åben café']);
		expect(await asActor(stranger, (tx) => listOwnOffers(tx, stranger))).toEqual([]);
	});

	it('says how full one is, which is published, logged and dated today', async () => {
		await keep(contact, { capacity: 'waitlist', waitTime: 'omkring 6 uger' });
		expect(await stored()).toMatchObject({
			capacity: 'waitlist',
			capacityUpdated: today,
			waitTime: 'omkring 6 uger',
			pausedUntil: null,
			confirmed: null,
			updatedAt: monday,
		});
		expect(await version()).toBe(1);
		expect(await logged()).toEqual([{ action: 'offer.keep_true', id: mine.id, by: contact.userId }]);
	});

	it('says how many places are free of how many, and never more than there are', async () => {
		await keep(contact, { capacity: 'few', available: 3, maximum: 12 });
		expect(await stored()).toMatchObject({ capacityAvailable: 3, capacityMaximum: 12 });
		await keep(contact, { capacity: 'few', available: 4 });
		expect(await stored()).toMatchObject({ capacityAvailable: 4, capacityMaximum: 12 });
		await expect(keep(contact, { capacity: 'open', available: 13 })).rejects.toMatchObject({
			code: 'offer.more_free_than_all',
			status: 422,
			details: { field: 'available' },
		});
	});

	it('pauses one through a day, or until further notice, and opens it again', async () => {
		await keep(contact, { capacity: 'paused', pausedUntil: today });
		expect(await stored()).toMatchObject({ capacity: 'paused', pausedUntil: today });
		await keep(contact, { capacity: 'paused' });
		expect(await stored()).toMatchObject({ capacity: 'paused', pausedUntil: null });
		await keep(contact, { capacity: 'open', pausedUntil: '2026-12-24' });
		expect(await stored()).toMatchObject({ capacity: 'open', pausedUntil: null });
	});

	it('cannot pause until yesterday', async () => {
		const refusal = { code: 'offer.pause_in_past', status: 422, details: { field: 'paused_until' } };
		await expect(keep(contact, { capacity: 'paused', pausedUntil: '2026-11-01' })).rejects.toMatchObject(refusal);
		await expect(asActor(contact, (tx) => pauseOrganisation(tx, contact, '2026-11-01'))).rejects.toMatchObject(refusal);
		expect(await stored()).toMatchObject({ capacity: 'open' });
		expect(await version()).toBe(0);
	});

	it('confirms one, or all of its own', async () => {
		const second = await makeOffer({ organisationId: mine.organisationId });
		const others = await makeOffer();
		const confirmed = () =>
			asActor(publicActor, async (tx) => {
				const rows = await tx.select({ id: offer.id }).from(offer).where(eq(offer.confirmed, today));
				return rows.map(({ id }) => id).sort();
			});
		await asActor(contact, (tx) => confirmOffers(tx, contact, mine.id));
		expect(await confirmed()).toEqual([mine.id]);
		expect(await stored()).toMatchObject({ confirmedBy: 'organisation', capacity: 'open', capacityUpdated: null });
		await asActor(contact, (tx) => confirmOffers(tx, contact));
		expect(await confirmed()).toEqual([mine.id, second.id].sort());
		expect(await confirmed()).not.toContain(others.id);
		expect(await version()).toBe(2);
	});

	it('pauses as a whole, and comes back when the day has passed or sooner', async () => {
		const pausedUntil = () => asActor(contact, async (tx) => (await readOwnOrganisation(tx, contact)).pausedUntil);
		await asActor(contact, (tx) => pauseOrganisation(tx, contact, '2026-12-24'));
		expect(await pausedUntil()).toBe('2026-12-24');
		database.clock.set('2026-12-25T08:00:00Z');
		expect(await pausedUntil()).toBeNull();
		database.clock.set(monday);
		await asActor(contact, (tx) => pauseOrganisation(tx, contact, null));
		expect(await pausedUntil()).toBeNull();
		expect(await version()).toBe(2);
	});

	it('finds nothing of another’s', async () => {
		const notThere = { code: 'offer.not_found', status: 404 };
		const tries: ((tx: Tx) => Promise<unknown>)[] = [
			(tx) => readCapacity(tx, stranger, mine.id),
			(tx) => confirmOffers(tx, stranger, mine.id),
			(tx) => sayCapacity(tx, stranger, { offerId: mine.id, capacity: 'full', waitTime: null, pausedUntil: null }),
		];
		for (const attempt of tries) await expect(asActor(stranger, attempt)).rejects.toMatchObject(notThere);
		expect(await stored()).toEqual(mine);
		expect(await version()).toBe(0);
	});

	it('is refused by the database itself what the application forgets to ask', async () => {
		const forgetful: ((tx: Tx) => Promise<unknown>)[] = [
			(tx) => tx.update(offer).set({ capacity: 'full' }).where(eq(offer.id, mine.id)),
			(tx) => tx.update(organisation).set({ pausedUntil: today }).where(eq(organisation.id, mine.organisationId)),
			(tx) => tx.update(offer).set({ name: 'Andet' }).where(eq(offer.id, mine.id)),
			(tx) => tx.update(setting).set({ value: 'x' }),
		];
		for (const attempt of forgetful) await expect(asActor(stranger, attempt)).rejects.toThrow();
		expect(await stored()).toEqual(mine);
	});
});
