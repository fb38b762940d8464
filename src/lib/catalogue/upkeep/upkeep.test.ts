import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { days, onEachDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { makeContact, makeLocation, makeOffer, makeStaff, type OfferRow } from '../../../../tests/factories.ts';
import { asActor, type Tx } from '../../database/as-actor.server.ts';
import { publicActor, systemActor, type OrganisationActor, type StaffActor } from '../../identity/actor.ts';
import { listMail } from '../../notifications/mail.server.ts';
import { mail } from '../../notifications/tables.server.ts';
import { catalogueVersion } from '../catalogue-version.server.ts';
import { catalogueObjects, type Exported } from '../hsds/export/objects.server.ts';
import { readOffer } from '../offer-page.server.ts';
import { confidentialAddress, location, offer, offerLocation } from '../tables.server.ts';
import { sayCapacity } from './capacity.server.ts';
import { answerChange, latestChange, listWaiting } from './changes.server.ts';
import { askToConfirm, confirmByLink, offersByLink } from './confirm-links.server.ts';
import { createOffer, createOwnOffer } from './create.server.ts';
import { editOffer, editOwnOffer, readEditable, setOffered } from './edit.server.ts';
import { changeOffer, readHistory, undoVersion } from './history.server.ts';
import { whatBecameOf } from './gone.server.ts';
import { mergeOffers } from './merge.server.ts';
import { offerForm, type OfferInput } from './offer-form.ts';
import { offerChange, offerVersion } from './tables.server.ts';

onEachDatabase('keeping an offer true', (open) => {
	let database: TestDatabase;
	let mine: OfferRow;
	let contact: OrganisationActor;
	let stranger: OrganisationActor;
	let coordinator: StaffActor;
	beforeEach(async () => {
		database = await open();
		mine = await makeOffer({ name: 'Åben café', eligibility: 'Alle voksne', status: 'active' });
		await makeLocation(mine.id, { address: 'Blågårdsgade 1' });
		contact = await makeContact(mine.organisationId);
		stranger = await makeContact();
		coordinator = await makeStaff('coordinator');
	});

	/** The form as it came, with what is typed over it. */
	const typed = async (actor: StaffActor | OrganisationActor, change: Record<string, string | string[]>) => {
		const form = await asActor(actor, (tx) => readEditable(tx, actor, mine.id));
		return offerForm.parse({ ...form.stored, seen: form.seen, ...change }) as OfferInput;
	};
	const page = () => asActor(publicActor, (tx) => readOffer(tx, mine.slug));
	const history = () => asActor(coordinator, (tx) => readHistory(tx, mine.id));
	const edit = async (change: Record<string, string | string[]>) => {
		const input = await typed(coordinator, change);
		await asActor(coordinator, (tx) => editOffer(tx, coordinator, mine.id, input));
	};
	const editOwn = async (change: Record<string, string | string[]>) => {
		const input = await typed(contact, change);
		return asActor(contact, (tx) => editOwnOffer(tx, contact, mine.id, input));
	};

	it('a form sent back as it came changes nothing but who has confirmed it', async () => {
		await edit({});
		const [only] = await history();
		expect(only).toMatchObject({ by: 'coordinator', act: 'edited' });
		expect(Object.keys(only?.after ?? {}).sort()).toEqual(['confirmed', 'confirmedBy']);
	});

	it('a coordinator’s edit is published and stands in the history, by role and without a person', async () => {
		const before = await asActor(publicActor, catalogueVersion);
		await edit({ name: 'Ærlig café', target_groups: ['loneliness'], minimum_age: '18', hours_MO: '10-14' });
		expect(await page()).toMatchObject({ name: 'Ærlig café', minimumAge: 18, confirmedBy: 'coordinator' });
		expect((await page()).terms).toMatchObject([{ taxonomy: 'target_group', code: 'loneliness' }]);
		expect((await page()).schedules).toEqual([{ freq: 'WEEKLY', byday: 'MO', opensAt: '10:00', closesAt: '14:00' }]);
		expect(await asActor(publicActor, catalogueVersion)).toBe(before + 1);
		const [version] = await history();
		expect(version).toMatchObject({ by: 'coordinator', before: { name: 'Åben café' }, after: { name: 'Ærlig café' } });
		const raw = await asActor(systemActor, (tx) => tx.select().from(offerVersion));
		expect(JSON.stringify(raw)).not.toContain(coordinator.userId);
	});

	it('undoing gives back what was, as a change of its own that can be undone too', async () => {
		await edit({ name: 'Fejl', themes: ['health'] });
		const [wrong] = await history();
		await asActor(coordinator, (tx) => undoVersion(tx, coordinator, mine.id, wrong?.id ?? ''));
		expect(await page()).toMatchObject({ name: 'Åben café', terms: [] });
		const [undo] = await history();
		expect(undo).toMatchObject({ act: 'undone', after: { name: 'Åben café' } });
		await asActor(coordinator, (tx) => undoVersion(tx, coordinator, mine.id, undo?.id ?? ''));
		expect(await page()).toMatchObject({ name: 'Fejl', terms: [{ code: 'health' }] });
		expect(await history()).toHaveLength(3);
	});

	it('a moved place can be moved back: the old one is still there', async () => {
		await edit({ place_0_address: 'Nørrebrogade 9' });
		expect((await page()).places).toMatchObject([{ address: 'Nørrebrogade 9', latitude: 55.695 }]);
		const [moved] = await history();
		await asActor(coordinator, (tx) => undoVersion(tx, coordinator, mine.id, moved?.id ?? ''));
		expect((await page()).places).toMatchObject([{ address: 'Blågårdsgade 1' }]);
	});

	it('an organisation’s words are published at once; who may come, and where, waits for the coordinator', async () => {
		const waits = await editOwn({
			description: 'Kaffe på kanden',
			eligibility: 'Kun mænd',
			gender: 'men',
			minimum_age: '30',
			target_groups: ['men'],
			place_0_address: 'Jagtvej 3',
		});
		expect(waits).toBe(true);
		expect(await page()).toMatchObject({
			description: 'Kaffe på kanden',
			eligibility: 'Alle voksne',
			gender: 'everyone',
			minimumAge: null,
			places: [{ address: 'Blågårdsgade 1' }],
		});
		const [change] = await asActor(coordinator, listWaiting);
		expect(Object.keys(change?.wanted ?? {}).sort()).toEqual(
			['eligibility', 'gender', 'minimumAge', 'places', 'targetGroups'].sort(),
		);
		await asActor(coordinator, (tx) => answerChange(tx, coordinator, change?.id ?? '', { accept: true, answer: '' }));
		expect(await page()).toMatchObject({ eligibility: 'Kun mænd', gender: 'men', places: [{ address: 'Jagtvej 3' }] });
		expect((await history())[0]).toMatchObject({ act: 'accepted', by: 'coordinator' });
		const mails = await asActor(systemActor, (tx) => tx.select({ kind: mail.kind }).from(mail));
		expect(mails).toEqual([{ kind: 'offer_change_answered' }]);
	});

	it('a no needs a sentence, is given once, and leaves the offer as it was', async () => {
		await editOwn({ gender: 'women' });
		const [change] = await asActor(coordinator, listWaiting);
		const answer = (text: string, accept = false) =>
			asActor(coordinator, (tx) => answerChange(tx, coordinator, change?.id ?? '', { accept, answer: text }));
		await expect(answer(' ')).rejects.toMatchObject({ code: 'change.answer_missing', status: 422 });
		await answer('I er for alle.');
		await expect(answer('', true)).rejects.toMatchObject({ code: 'change.answered', status: 409 });
		expect(await page()).toMatchObject({ gender: 'everyone' });
		expect(await asActor(contact, (tx) => latestChange(tx, mine.id))).toMatchObject({
			state: 'refused',
			answer: 'I er for alle.',
		});
	});

	it('a second proposal takes the place of the first', async () => {
		await editOwn({ gender: 'women' });
		database.clock.advance(1000);
		await editOwn({ gender: 'men' });
		const waiting = await asActor(coordinator, listWaiting);
		expect(waiting.map(({ wanted }) => wanted)).toEqual([{ gender: 'men' }]);
	});

	it('who was second to save is told, and overwrites nothing', async () => {
		const input = await typed(coordinator, { name: 'Den anden' });
		database.clock.advance(1000);
		await editOwn({ summary: 'Den første' });
		await expect(asActor(coordinator, (tx) => editOffer(tx, coordinator, mine.id, input))).rejects.toMatchObject({
			code: 'offer.stale',
			status: 409,
		});
		expect(await page()).toMatchObject({ name: 'Åben café', summary: 'Den første' });
	});

	it('a new offer is made, closed and opened again', async () => {
		const input = offerForm.parse({
			name: 'Nyt tilbud',
			gender: 'everyone',
			place_0_address: 'Jagtvej 3',
		}) as OfferInput;
		// Of an offer that was not shown as alike nobody can have said that it is another.
		const said = [crypto.randomUUID()];
		const made = await asActor(coordinator, (tx) => createOffer(tx, coordinator, mine.organisationId, input, said));
		const id = 'id' in made ? made.id : '';
		const read = () => asActor(publicActor, (tx) => readOffer(tx, 'nyt-tilbud'));
		expect(await read()).toMatchObject({ id, confirmed: '2026-11-02', places: [{ address: 'Jagtvej 3' }] });
		await asActor(coordinator, (tx) => setOffered(tx, coordinator, id, false));
		await expect(read()).rejects.toMatchObject({ code: 'offer.not_found' });
		await asActor(coordinator, (tx) => setOffered(tx, coordinator, id, true));
		expect(await read()).toMatchObject({ id });
	});

	it('a new offer is one, though its form is sent twice at the same moment, and nobody else’s', async () => {
		const id = crypto.randomUUID();
		const input = offerForm.parse({ name: 'Dobbeltklik', gender: 'everyone' }) as OfferInput;
		const propose = (by = contact) => asActor(by, (tx) => createOwnOffer(tx, by, input, [], id));
		expect(await Promise.all([propose(), propose()])).toEqual([{ id }, { id }]);
		const add = () => asActor(coordinator, (tx) => createOffer(tx, coordinator, mine.organisationId, input, [], added));
		const added = crypto.randomUUID();
		expect(await Promise.all([add(), add()])).toEqual([{ id: added }, { id: added }]);
		const made = await asActor(systemActor, (tx) =>
			tx.select({ id: offer.id, slug: offer.slug }).from(offer).where(eq(offer.name, 'Dobbeltklik')),
		);
		expect([made.length, new Set(made.map(({ slug }) => slug)).size]).toEqual([2, 2]);
		await expect(propose(stranger)).rejects.toMatchObject({ code: 'offer.not_found', status: 404 });
	});

	it('saying how full it is stands in the history too', async () => {
		await asActor(contact, (tx) =>
			sayCapacity(tx, contact, {
				offerId: mine.id,
				capacity: 'few',
				available: 3,
				waitTime: null,
				pausedUntil: null,
			}),
		);
		expect((await history())[0]).toMatchObject({
			by: 'organisation',
			act: 'capacity',
			after: { capacity: 'few', capacityAvailable: 3, capacityExpires: '2026-11-23' },
		});
	});

	it('26: a secret address comes back to the coordinator and its own organisation, and to nobody else', async () => {
		await edit({ place_0_confidential: 'yes', description: 'Ring på i Blågårdsgade 1 eller skriv' });
		expect(await page()).toMatchObject({
			description: 'Ring på i hemmelig adresse eller skriv',
			places: [{ confidential: true, address: null, postcode: null, latitude: null }],
		});
		const shown = async (actor: StaffActor | OrganisationActor) =>
			(await asActor(actor, (tx) => readEditable(tx, actor, mine.id))).stored.place_0_address;
		expect(await shown(coordinator)).toBe('Blågårdsgade 1');
		expect(await shown(contact)).toBe('Blågårdsgade 1');
		const addresses = (tx: Tx) => tx.select().from(confidentialAddress);
		expect(await asActor(stranger, addresses)).toEqual([]);
		const leader = await makeStaff('leader');
		expect(await asActor(leader, addresses)).toEqual([]);
		await expect(asActor(publicActor, addresses)).rejects.toThrow();
		const caseworker = await makeStaff();
		await expect(asActor(caseworker, addresses)).rejects.toThrow();
		const versions = await asActor(systemActor, (tx) => tx.select().from(offerVersion));
		expect(JSON.stringify(versions.map(({ after }) => after))).not.toContain('Blågårdsgade');
	});

	it('26: neither the name of a secret place nor what is taken along holds its street', async () => {
		await edit({ place_0_confidential: 'yes', place_0_name: 'Huset i Blågårdsgade 1' });
		const taken: Exported[] = [];
		await asActor(publicActor, async (tx) => {
			for await (const objects of catalogueObjects(tx, true)) taken.push(...objects);
		});
		expect((await page()).places).toMatchObject([{ name: 'Huset i hemmelig adresse' }]);
		expect(taken.filter(({ table }) => table === 'locations')).toHaveLength(1);
		expect(JSON.stringify(taken)).not.toContain('Blågårdsgade');
	});

	it('an organisation sees the secret place it proposes before it stands anywhere', async () => {
		await editOwn({ place_0_address: 'Jagtvej 3', place_0_confidential: 'yes' });
		const change = await asActor(contact, (tx) => latestChange(tx, mine.id));
		const again = await asActor(contact, (tx) => readEditable(tx, contact, mine.id, change?.wanted));
		expect(again.stored.place_0_address).toBe('Jagtvej 3');
		expect(await asActor(stranger, (tx) => tx.select().from(confidentialAddress))).toEqual([]);
		expect((await page()).places).toMatchObject([{ confidential: false, address: 'Blågårdsgade 1' }]);
	});

	it('a link to confirm by opens for two months, and only what is its organisation’s', async () => {
		const { id } = await makeOffer();
		const token = await asActor(systemActor, async (tx) => {
			await askToConfirm(tx, systemActor);
			const asked = await Promise.all((await listMail(tx)).map(({ body }) => /\/confirm\/(\S+)/.exec(body ?? '')?.[1]));
			for (const each of asked) if (each && (await offersByLink(tx, each)).offers[0]?.id === mine.id) return each;
			throw new Error('nobody was asked');
		});
		const look = () => asActor(systemActor, (tx) => offersByLink(tx, token));
		database.clock.advance(60 * days - 1);
		expect((await look()).offers.map((each) => each.id)).toEqual([mine.id]);
		database.clock.advance(1);
		await expect(look()).rejects.toMatchObject({ code: 'link.unknown' });
		const use = asActor(systemActor, (tx) => confirmByLink(tx, systemActor, token));
		await expect(use).rejects.toMatchObject({ code: 'link.unknown' });
		database.clock.advance(-days);
		await asActor(systemActor, (tx) => confirmByLink(tx, systemActor, token));
		const rows = await asActor(publicActor, (tx) => tx.select({ id: offer.id, by: offer.confirmedBy }).from(offer));
		expect(new Map(rows.map((row) => [row.id, row.by]))).toEqual(
			new Map<string, string | null>([
				[mine.id, 'organisation'],
				[id, null],
			]),
		);
	});

	it('nothing of another’s is found', async () => {
		const notThere = { code: 'offer.not_found', status: 404 };
		const input = await typed(contact, { name: 'Kapret' });
		await expect(asActor(stranger, (tx) => editOwnOffer(tx, stranger, mine.id, input))).rejects.toMatchObject(notThere);
		await expect(asActor(stranger, (tx) => readEditable(tx, stranger, mine.id))).rejects.toMatchObject(notThere);
		await editOwn({ gender: 'women' });
		expect(await asActor(stranger, (tx) => tx.select().from(offerVersion))).toEqual([]);
		expect(await asActor(stranger, (tx) => tx.select().from(offerChange))).toEqual([]);
	});

	it('the database itself refuses what the application forgets to ask', async () => {
		await editOwn({ gender: 'women' });
		const leader = await makeStaff('leader');
		const one = eq(offer.id, mine.id);
		const forgetful: [StaffActor | OrganisationActor, (tx: Tx) => Promise<unknown>][] = [
			[contact, (tx) => tx.update(offer).set({ eligibility: 'Alle' }).where(one)],
			[contact, (tx) => tx.update(offer).set({ gender: 'men' }).where(one)],
			[contact, (tx) => tx.update(offer).set({ status: 'inactive' }).where(one)],
			[contact, (tx) => tx.delete(offerLocation).where(eq(offerLocation.offerId, mine.id))],
			[contact, (tx) => tx.update(offerChange).set({ state: 'accepted' })],
			[contact, (tx) => tx.update(offerVersion).set({ by: 'coordinator' })],
			[stranger, (tx) => tx.update(offer).set({ name: 'Kapret' }).where(one)],
			[leader, (tx) => tx.update(offer).set({ name: 'Leder' }).where(one)],
			[
				leader,
				(tx) =>
					tx.insert(location).values({ id: mine.id, source: 'x', sourceId: 'x', contentHash: 'x', updatedAt: tx.now }),
			],
			[coordinator, (tx) => tx.update(offerVersion).set({ act: 'edited' })],
			[coordinator, (tx) => tx.delete(offerVersion)],
			[coordinator, (tx) => tx.update(offer).set({ slug: 'andet' }).where(one)],
			[coordinator, (tx) => tx.delete(offer).where(one)],
		];
		for (const [actor, attempt] of forgetful)
			await expect(asActor(actor, attempt), attempt.toString()).rejects.toThrow();
		expect(await page()).toMatchObject({ name: 'Åben café', gender: 'everyone' });
		const versions = await asActor(leader, (tx) => tx.select().from(offerVersion));
		expect(versions).toEqual([]);
	});

	it('two that are the same become one: the old address leads on, and what one knew is kept', async () => {
		const other = await makeOffer({ name: 'Åben café igen' });
		const input = offerForm.parse({
			name: 'Åben café igen',
			gender: 'everyone',
			target_groups: 'loneliness',
			seen: (await asActor(coordinator, (tx) => readEditable(tx, coordinator, other.id))).seen,
		}) as OfferInput;
		await asActor(coordinator, (tx) => editOffer(tx, coordinator, other.id, input));
		const merge = (into: string) => asActor(coordinator, (tx) => mergeOffers(tx, coordinator, other.id, into));
		await expect(merge('findes-ikke')).rejects.toMatchObject({ code: 'offer.merge_into_missing' });
		await expect(merge(other.slug)).rejects.toMatchObject({ code: 'offer.merge_into_itself' });
		expect(await merge(`http://localhost/offers/${mine.slug}?q=café`)).toBe(mine.id);
		expect((await page()).terms).toMatchObject([{ code: 'loneliness' }]);
		const became = (slug: string) => asActor(publicActor, (tx) => whatBecameOf(tx, slug));
		expect(await became(other.slug)).toEqual({ kind: 'moved', slug: mine.slug });
		expect(await became('aldrig')).toEqual({ kind: 'never' });
		await asActor(coordinator, (tx) => setOffered(tx, coordinator, mine.id, false));
		expect(await became(mine.slug)).toMatchObject({ kind: 'gone', name: 'Åben café', alternatives: [] });
		expect(await became(other.slug)).toMatchObject({ kind: 'gone' });
		await asActor(coordinator, (tx) => setOffered(tx, coordinator, other.id, true));
		expect(await became(mine.slug)).toMatchObject({ kind: 'gone', alternatives: [{ slug: other.slug }] });
	});

	it('a change that was rolled back leaves no history', async () => {
		const attempt = asActor(coordinator, async (tx) => {
			await changeOffer(tx, coordinator, mine.id, { name: 'Aldrig' }, 'edited');
			await tx.execute(sql`select 1 / 0`);
		});
		await expect(attempt).rejects.toThrow();
		expect(await history()).toEqual([]);
		database.clock.advance(1 * days);
		expect(await page()).toMatchObject({ name: 'Åben café' });
	});
});
