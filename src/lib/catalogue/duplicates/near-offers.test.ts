import { sql, type SQL } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { onEachDatabase } from '../../../../tests/database.ts';
import { makeLocation, makeOffer, makeOrganisation } from '../../../../tests/factories.ts';
import { asActor } from '../../database/as-actor.server.ts';
import { publicActor } from '../../identity/actor.ts';
import type { Traits } from './likeness.ts';
import { nearOffers } from './near-offers.server.ts';

onEachDatabase('the offers that one being typed is compared with', (open) => {
	beforeEach(async () => void (await open()));

	const typed: Traits = {
		name: 'Gældscafé',
		organisation: 'Den Blå Bænk',
		organisationId: '00000000-0000-4000-8000-000000000000',
		phones: [],
		email: null,
		url: null,
		addresses: [],
	};
	const near = (traits: Partial<Traits>) => asActor(publicActor, (tx) => nearOffers(tx, { ...typed, ...traits }));

	it('are those of the same owner, and of one that is called the same', async () => {
		const own = await makeOffer();
		const { id: organisationId } = await makeOrganisation({ name: 'Foreningen Den blå bænk' });
		const alike = await makeOffer({ organisationId });
		await makeOffer({ organisationId: (await makeOrganisation({ name: 'Den Røde Sofa' })).id });
		await makeOffer({ organisationId, status: 'inactive' });
		expect((await near({ organisationId: own.organisationId })).sort()).toEqual([own.id, alike.id].sort());
	});

	it.each<[string, Parameters<typeof makeOffer>[0], Partial<Traits>]>([
		['a telephone', { phones: [{ number: '33 12 34 56' }] }, { phones: [{ number: '+45 33123456' }] }],
		['a mail address', { email: 'Post@Bænk.example' }, { email: ' post@bænk.example' }],
		['a page', { url: 'https://www.bænk.example/Gæld/' }, { url: 'http://bænk.example/gæld?a=1#b' }],
	])('are those that share %s', async (_what, values, traits) => {
		const { id } = await makeOffer(values);
		await makeOffer({ phones: [{ number: '33 12 34 57' }], email: 'x@bænk.example', url: 'https://bænk.example/' });
		expect(await near(traits)).toEqual([id]);
		expect(await near({ phones: [{ number: '112' }], url: 'https://bænk.example' })).toEqual([]);
	});

	it('are told apart by the same letters in a database whose locale knows no Danish ones', async () => {
		const alike = async (call: (text: string) => SQL, one: string, other: string) => {
			const { rows } = await asActor(publicActor, (tx) =>
				tx.execute<{ same: boolean }>(sql`select ${call(one)} = ${call(other)} as same`),
			);
			return rows[0]?.same;
		};
		const inC = (name: string) => (text: string) => sql.raw(`${name}('${text}' collate "C")`);
		expect(await alike(inC('lower'), 'ØRNEVEJ 12', 'ørnevej 12'), 'otherwise this shows nothing').toBe(false);
		expect(await alike(inC('folded'), 'ÆBLE Ø ÅSE', 'Æble ø Åse')).toBe(true);
		expect(await alike(inC('street_key'), 'ØRNEVEJ 12', 'ørnevej 12, st.')).toBe(true);
		expect(await alike(inC('street_key'), 'Ørnevej 12', 'Årnevej 12')).toBe(false);
		expect(await alike(inC('page_key'), 'https://BÆNK.example/Gæld', 'bænk.example/gÆld/')).toBe(true);
	});

	it('are those at the same number of a street, unless the place is secret', async () => {
		const open_ = await makeOffer();
		await makeLocation(open_.id, { address: 'Ørnevej 12 B, st. tv.' });
		const secret = await makeOffer();
		await makeLocation(secret.id, { address: 'Ørnevej 12', confidential: true });
		const beside = await makeOffer();
		await makeLocation(beside.id, { address: 'Ørnevej 14' });
		expect(await near({ addresses: [{ address: 'ørnevej 12', postcode: null }] })).toEqual([open_.id]);
	});
});
