import { beforeEach, expect, it } from 'vitest';
import { days, minutes, onEachDatabase, type TestDatabase } from '../../../tests/database.ts';
import { makeOffer, makeOrganisation, makeStaff } from '../../../tests/factories.ts';
import { asActor } from '../database/as-actor.server.ts';
import { publicActor, type StaffActor } from '../identity/actor.ts';
import { refreshSnapshot } from './search/catalogue-snapshot.server.ts';
import { everything } from './search/request.ts';
import { search } from './search/search.ts';
import { addWord, countMiss, endWord, readMisses, readOwnWords } from './words.server.ts';

onEachDatabase('the words of the search', (open) => {
	let database: TestDatabase;
	let coordinator: StaffActor;

	beforeEach(async () => {
		database = await open();
		coordinator = await makeStaff('coordinator');
		const organisation = await makeOrganisation({ name: 'Foreningen' });
		await makeOffer({ organisationId: organisation.id, name: 'Gældsrådgivning' });
		await refreshSnapshot();
	});

	const finds = async (q: string) =>
		search(await refreshSnapshot(), { ...everything, q: `${q} ` }, database.services.clock()).total;
	const misses = () => asActor(coordinator, (tx) => readMisses(tx, 10));
	const word = { phrase: 'glimmerkuverter', kind: 'add', concept: 'debt', sameAs: null } as const;

	it('that a coordinator adds lead where they should, until they are taken back', async () => {
		expect(await finds('glimmerkuverter')).toBe(0);
		await asActor(coordinator, (tx) => addWord(tx, coordinator, word));
		expect(await finds('glimmerkuverter')).toBe(1);
		const [stored] = await asActor(publicActor, readOwnWords);
		await asActor(coordinator, (tx) => endWord(tx, coordinator, stored?.id ?? ''));
		expect(await finds('glimmerkuverter')).toBe(0);
	});

	it('that are switched off lead there no longer', async () => {
		expect(await finds('rykkere')).toBe(1);
		const off = { phrase: 'rykker', kind: 'off', concept: 'debt', sameAs: null } as const;
		await asActor(coordinator, (tx) => addWord(tx, coordinator, off));
		expect(await finds('rykkere')).toBe(0);
	});

	it('are refused twice', async () => {
		await asActor(coordinator, (tx) => addWord(tx, coordinator, word));
		await expect(asActor(coordinator, (tx) => addWord(tx, coordinator, word))).rejects.toMatchObject({
			code: 'words.known',
		});
	});

	it('that were sought in vain are written down the third time, and not before', async () => {
		const seek = async (q: string) => {
			await countMiss(q, database.services.clock(), false);
			database.clock.advance(20 * minutes);
		};
		await seek('Hvor er der glasharmonika?');
		await seek('glasharmonika');
		expect(await misses()).toEqual([]);
		await seek('glasharmonika 0101901234');
		expect(await misses()).toEqual([{ words: 'glasharmonika', asked: 3 }]);
	});

	it('count one impatient person once', async () => {
		for (let time = 0; time < 5; time++) await countMiss('glasorgel', database.services.clock(), false);
		database.clock.advance(days);
		await countMiss('glasorgel', database.services.clock(), false);
		expect(await misses()).toEqual([]);
	});

	it('can be read by the public and changed by nobody but coordinators’ role', async () => {
		await expect(asActor(publicActor, (tx) => addWord(tx, coordinator, word))).rejects.toThrow();
		await expect(asActor(publicActor, (tx) => readMisses(tx, 10))).rejects.toThrow();
	});
});
