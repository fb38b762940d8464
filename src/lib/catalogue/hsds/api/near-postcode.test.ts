import { beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../../../tests/database.ts';
import { makeLocation, makeOffer } from '../../../../../tests/factories.ts';
import { listAnswer } from './answer.server.ts';

onEachDatabase('offers near a postcode', (open) => {
	const there = { postcode: '9981', city: 'Prøveby', district: null };

	beforeAll(async () => {
		await open();
		const { id } = await makeOffer({ name: 'Foreningshuset' });
		await makeLocation(id, { ...there, latitude: 57.7, longitude: 10.5 });
	});

	async function found(parameters: string): Promise<number> {
		const answer = await listAnswer('service_at_locations', new URLSearchParams(parameters));
		if (answer.format !== 'json') throw new Error(`${answer.format} was not asked for`);
		return answer.page.total_items;
	}
	const around = async () => [
		await found('postcode=9981&proximity=100'),
		await found('postcode=9981&proximity=200000'),
		await found('postcode=9981'),
	];

	// The rows of secret places hold neither postcode nor coordinates: this is about the second door.
	it('are neither at a secret place, nor is it counted in the middle from which others are measured', async () => {
		expect(await around()).toEqual([1, 1, 1]);
		const shelter = await makeOffer({ name: 'Krisecenter' });
		await makeLocation(shelter.id, { ...there, confidential: true, latitude: 57.1, longitude: 9.9 });
		expect(await around()).toEqual([1, 1, 1]);
	});

	it('nor does a place count where nothing is offered any more, which may be where a shelter was', async () => {
		const gone = await makeOffer({ status: 'inactive' });
		await makeLocation(gone.id, { ...there, latitude: 57.2, longitude: 9.8 });
		expect(await around()).toEqual([1, 1, 1]);
	});
});
