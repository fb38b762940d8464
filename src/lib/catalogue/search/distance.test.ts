import { beforeAll, describe, expect, it } from 'vitest';
import { offerSource, snapshotOf } from '../../../../tests/offer-sources.ts';
import { readNear } from '../near/near.ts';
import { everything, type SearchRequest } from './request.ts';
import { search, searchWhole } from './search.ts';
import type { Snapshot } from './snapshot.ts';

const now = new Date('2026-11-02T08:00:00Z');
const at = (latitude: number, longitude: number) => ({ latitude, longitude, confidential: false });
const from = (text: string) => {
	const near = readNear(text);
	if (!near) throw new Error(`no place: ${text}`);
	return near;
};

describe('sorted by distance', () => {
	let snapshot: Snapshot;
	beforeAll(async () => {
		snapshot = await snapshotOf([
			offerSource('Valby', { places: [at(55.659, 12.505)] }),
			offerSource('Nørrebro', { places: [at(55.69, 12.556)] }),
			offerSource('To steder', { places: [at(56.15, 10.2), at(55.6885, 12.556)] }),
			offerSource('Telefonen', { modes: ['phone'] }),
			// A coordinate that has slipped in beside the mark must not count either.
			offerSource('Krisecenter', {
				places: [{ latitude: 55.687, longitude: 12.556, confidential: true, district: 'noerrebro' }],
			}),
			offerSource('Aarhus', { places: [at(56.156, 10.21)], capacity: 'full' }),
		]);
	});
	const find = (request: Partial<SearchRequest>) => {
		const near = from('55.687,12.556');
		const found = search(snapshot, { ...everything, near, sort: 'distance', ...request }, now);
		return found.documents.map((document) => {
			const metres = found.metres?.get(document);
			return [snapshot.entries[document]?.name, metres === undefined ? undefined : Math.round(metres / 100) * 100];
		});
	};

	it('the nearest come first, by the nearest of their places', () => {
		expect(find({}).slice(0, 4)).toEqual([
			['To steder', 200],
			['Nørrebro', 300],
			['Valby', 4500],
			['Aarhus', expect.closeTo(155_000, -4)],
		]);
	});

	it('an offer whose only place is confidential has no distance, and comes after all that have one', () => {
		expect(find({}).slice(4).sort()).toEqual([
			['Krisecenter', undefined],
			['Telefonen', undefined],
		]);
	});

	it('the same offers are found as without, and filters hold', () => {
		expect(find({ q: 'telefonen' })).toEqual([['Telefonen', undefined]]);
		expect(find({ filters: { capacity: ['full'] } }).map(([name]) => name)).toEqual(['Aarhus']);
		expect(find({ sort: 'fit' }).map(([name]) => name)).toEqual(
			search(snapshot, everything, now).documents.map((document) => snapshot.entries[document]?.name),
		);
	});

	it('every offer comes once over all pages, deeper than the ranking goes', async () => {
		const many = await snapshotOf(
			Array.from({ length: 2_500 }, (_, each) => offerSource(`${each}`, { places: [at(55 + (each % 50) / 100, 12)] })),
		);
		const request = { ...everything, near: from('2200'), sort: 'distance' } as const;
		const paged = Array.from(
			{ length: 125 },
			(_, at) => search(many, { ...request, page: at + 1 }, now).documents,
		).flat();
		expect(new Set(paged).size).toBe(2_500);
		expect(searchWhole(many, request, now, 5_000)).toEqual(paged);
	});
});
