import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { days, onEachDatabase, type TestDatabase } from '../../../tests/database.ts';
import { makeOffer, type OfferRow } from '../../../tests/factories.ts';
import { asActor } from '../database/as-actor.server.ts';
import { publicActor, systemActor } from '../identity/actor.ts';
import { runRetention } from '../retention/retention.server.ts';
import {
	addToList,
	deleteList,
	holderOf,
	mostOffers,
	ownLists,
	readList,
	removeFromList,
	renameList,
	shareList,
	stopSharing,
} from './lists.server.ts';

onEachDatabase('a list of offers', (open) => {
	let database: TestDatabase;
	let offer: OfferRow;
	let number = 0;
	beforeAll(async () => {
		database = await open();
		offer = await makeOffer({ name: 'Gældscafé på Ø' });
	});
	const someone = () => holderOf(`en token til en prøve ${(number += 1)}`);
	type Holder = ReturnType<typeof holderOf>;
	const add = (holder: Holder, offerId = offer.id, list = '') =>
		asActor(holder, (tx) => addToList(tx, holder, { offerId, list, name: 'Min liste' }));
	const read = (holder: Holder, id?: string) => asActor(holder, (tx) => readList(tx, holder, id));
	const share = async (holder: Holder, id: string) => {
		const path = await asActor(holder, (tx) => shareList(tx, id));
		return holderOf(path.split('/').at(-1) ?? '');
	};

	it('begins with the first offer, and holds each once', async () => {
		const holder = someone();
		const id = await add(holder);
		expect(await add(holder)).toBe(id);
		const list = await read(holder, id);
		expect([list.name, list.offers.map(({ name }) => name)]).toEqual(['Min liste', ['Gældscafé på Ø']]);
		expect(await asActor(holder, (tx) => ownLists(tx, holder))).toEqual([
			{ id, name: 'Min liste', offers: 1, shared: false },
		]);
	});

	it('is one list, however many offers are put on it at the same moment', async () => {
		const holder = someone();
		const more = [offer.id, (await makeOffer()).id, (await makeOffer()).id];
		const ids = await Promise.all(more.map((id) => add(holder, id)));
		expect(new Set(ids).size).toBe(1);
		expect(await asActor(holder, (tx) => ownLists(tx, holder))).toMatchObject([{ offers: 3 }]);
	});

	it('is its holder’s alone: others neither see nor change it', async () => {
		const [holder, other] = [someone(), someone()];
		const id = await add(holder);
		expect(await asActor(other, (tx) => ownLists(tx, holder))).toEqual([]);
		for (const attempt of [
			() => read(other, id),
			() => asActor(other, (tx) => renameList(tx, id, 'Mit')),
			() => asActor(other, (tx) => removeFromList(tx, id, offer.id)),
			() => asActor(other, (tx) => shareList(tx, id)),
			() => asActor(other, (tx) => deleteList(tx, id)),
			() => add(other, offer.id, id),
		])
			await expect(attempt()).rejects.toMatchObject({ code: 'list.not_found', status: 404 });
		for (const actor of [other, publicActor]) {
			const { rows } = await asActor(actor, (tx) => tx.execute(sql`select * from offer_list`));
			expect(rows).toEqual([]);
			expect((await asActor(actor, (tx) => tx.execute(sql`select * from offer_list_item`))).rows).toEqual([]);
		}
		expect((await read(holder, id)).offers).toHaveLength(1);
	});

	it('can be read by whoever has the link, and changed by none of them', async () => {
		const holder = someone();
		const id = await add(holder);
		const reader = await share(holder, id);
		expect((await read(reader)).offers).toHaveLength(1);
		await expect(asActor(reader, (tx) => renameList(tx, id, 'Mit'))).rejects.toMatchObject({ status: 404 });
		await expect(asActor(reader, (tx) => deleteList(tx, id))).rejects.toMatchObject({ status: 404 });
		await asActor(reader, (tx) => tx.execute(sql`delete from offer_list_item where list_id = ${id}`));
		expect((await read(holder, id)).offers).toHaveLength(1);
	});

	it('is read no more once sharing has stopped, or a new link was made', async () => {
		const holder = someone();
		const id = await add(holder);
		const first = await share(holder, id);
		const second = await share(holder, id);
		await expect(read(first)).rejects.toMatchObject({ status: 404 });
		expect((await read(second)).name).toBe('Min liste');
		await asActor(holder, (tx) => stopSharing(tx, id));
		await expect(read(second)).rejects.toMatchObject({ status: 404 });
	});

	it('says how many of its offers are no longer there', async () => {
		const holder = someone();
		const closing = await makeOffer();
		const id = await add(holder);
		await add(holder, closing.id);
		await asActor(systemActor, (tx) => tx.execute(sql`update offer set status = 'inactive' where id = ${closing.id}`));
		expect(await read(holder, id)).toMatchObject({ gone: 1, offers: [{ id: offer.id }] });
	});

	it('has room for as many as one reads in one go', async () => {
		const holder = someone();
		const id = await add(holder);
		for (let count = 1; count < mostOffers; count++) await add(holder, (await makeOffer()).id);
		await expect(add(holder, (await makeOffer()).id)).rejects.toMatchObject({ code: 'list.full' });
		expect((await read(holder, id)).offers).toHaveLength(mostOffers);
	});

	it('is nowhere in the database with a token that opens it', async () => {
		const token = 'en hemmelig token med æøå';
		const holder = holderOf(token);
		await share(holder, await add(holder));
		const { rows } = await asActor(systemActor, (tx) => tx.execute(sql`select l::text as row from offer_list l`));
		expect(JSON.stringify(rows)).not.toContain(token);
	});

	it('goes when nobody has touched it for half a year', async () => {
		const holder = someone();
		await add(holder);
		database.clock.advance(179 * days);
		await runRetention();
		expect(await asActor(holder, (tx) => ownLists(tx, holder))).toHaveLength(1);
		database.clock.advance(2 * days);
		await runRetention();
		expect(await asActor(holder, (tx) => ownLists(tx, holder))).toEqual([]);
	});
});
