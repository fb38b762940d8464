import { expect, it } from 'vitest';
import { offerSource, snapshotOf } from '../../../../tests/offer-sources.ts';
import type { ScheduleRecord } from '../hsds/record.ts';
import { count, has } from './bitset.ts';
import { dayFacets, facetsOn, openNow } from './day-facets.ts';

/** 27 November 2026 is a Friday. */
const at = (time: string, day = '2026-11-27') => new Date(`${day}T${time}:00+01:00`);
const hours = (byday: string, opensAt: string, closesAt: string): ScheduleRecord => ({
	freq: 'WEEKLY',
	byday,
	opensAt,
	closesAt,
});
const catalogue = () =>
	snapshotOf([
		offerSource('dag', { schedules: [hours('FR', '10:00', '12:00'), hours('FR', '14:00', '16:00')] }),
		offerSource('nat', { schedules: [hours('TH,FR', '22:00', '02:00')] }),
		offerSource('ukendt'),
		offerSource('også dag', { schedules: [hours('FR', '10:00', '12:00'), hours('FR', '14:00', '16:00')] }),
	]);

it.each([
	['01:59', ['nat']],
	['02:00', []],
	['10:00', ['dag', 'også dag']],
	['13:00', []],
	['15:59', ['dag', 'også dag']],
	['23:00', ['nat']],
])('at %s the offers that are open are %j', async (time, names) => {
	const snapshot = await catalogue();
	const open = openNow(snapshot, at(time));
	const found = snapshot.entries.filter((_, document) => has(open, document)).map(({ name }) => name);
	expect(found.sort()).toEqual([...names].sort());
});

it('what is open is another after midnight, also on the same snapshot', async () => {
	const snapshot = await catalogue();
	expect(count(openNow(snapshot, at('11:00')))).toBe(2);
	expect(count(openNow(snapshot, at('11:00', '2026-11-28')))).toBe(0);
	expect(count(openNow(snapshot, at('01:00', '2026-11-28')))).toBe(1);
});

it('a day is prepared once for all who wait for it, with pauses, and says the same as when worked out at once', async () => {
	const many = await snapshotOf(
		Array.from({ length: 3_000 }, (_, n) =>
			offerSource(`tilbud ${n}`, { schedules: [hours('FR', '10:00', `1${1 + (n % 8)}:${10 + (n % 49)}`)] }),
		),
	);
	let pauses = 0;
	const pause = async () => void pauses++;
	await Promise.all([dayFacets.prepare(many, at('10:00'), pause), dayFacets.prepare(many, at('10:00'), pause)]);
	const once = pauses;
	expect(once).toBeGreaterThan(2);
	await dayFacets.prepare(many, at('11:00'), pause);
	expect(pauses).toBe(once);
	const prepared = facetsOn(many, at('12:00'));
	expect(prepared.open.get('FR')?.size).toBe(3_000);
	expect(facetsOn(many, at('12:00'))).toBe(prepared);
	await dayFacets.prepare(many, at('10:00', '2026-11-28'), pause);
	expect(pauses).toBe(2 * once);
});
