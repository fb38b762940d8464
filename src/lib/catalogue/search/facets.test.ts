import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerSource, snapshotOf } from '../../../../tests/offer-sources.ts';
import type { ScheduleRecord } from '../hsds/record.ts';
import { capacities, genders, modes, organisationKinds, waysIn } from '../vocabulary.ts';
import { ageGroups } from './age-groups.ts';
import { facetOrder, facetValueName } from './facet-words.ts';
import type { OfferSource } from './offer-source.ts';
import { everything, facetNames, type FacetName, type Filters, type SearchRequest } from './request.ts';
import { search } from './search.ts';

/** A Monday at half past six in the evening in Copenhagen. */
const now = new Date('2026-11-02T17:30:00Z');
const today = '2026-11-02';

/** What is told of hours, and by hand what each is called and whether it is open now. */
const hours: readonly { told: readonly ScheduleRecord[]; open: readonly string[] }[] = [
	{ told: [], open: ['unknown'] },
	{ told: [{ freq: 'WEEKLY', description: 'Efter aftale' }], open: ['unknown'] },
	{ told: [{ freq: 'WEEKLY', byday: 'MO', opensAt: '10:00', closesAt: '15:00' }], open: ['MO'] },
	{ told: [{ freq: 'WEEKLY', byday: 'MO', opensAt: '16:00', closesAt: '20:00' }], open: ['MO', 'evening', 'now'] },
	{ told: [{ freq: 'WEEKLY', byday: 'TU,SA', opensAt: '18:00', closesAt: '22:00' }], open: ['TU', 'SA', 'weekend', 'evening'] },
	{ told: [{ freq: 'WEEKLY', byday: 'SU', opensAt: '22:00', closesAt: '02:00' }], open: ['SU', 'weekend', 'evening', 'night'] },
]; // prettier-ignore

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
const code = (terms: readonly { code: string }[]) => terms.map((term) => term.code);

interface Made {
	source: OfferSource;
	open: readonly string[];
}

const offer: fc.Arbitrary<Omit<Made, 'source'> & { values: Partial<OfferSource> }> = fc
	.record({
		themes: some(['economy', 'health', 'leisure']),
		groups: some(['debt', 'women', 'families']),
		transitions: some(['child_to_adult', 'shelter_to_home']),
		districts: some(['noerrebro', 'valby', 'Malmø']),
		steps: fc.boolean(),
		ages: fc.option(fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 50 })), { nil: undefined }),
		way: some(code(waysIn)),
		mode: some(code(modes)),
		capacity: one(code(capacities)),
		pausedUntil: fc.option(one(['2026-11-01', today, '2026-12-24']), { nil: undefined }),
		languages: some(['da', 'ar', 'so']),
		gender: one(code(genders)),
		free: one([true, false, undefined]),
		peers: fc.boolean(),
		kind: fc.option(one(code(organisationKinds)), { nil: undefined }),
		hour: one(hours),
	})
	.map(
		({ themes, groups, transitions, districts, steps, ages, way, mode, kind, hour, free, pausedUntil, ...rest }) => ({
			open: hour.open,
			values: {
				...rest,
				...(free !== undefined && { free }),
				...(pausedUntil && { pausedUntil }),
				...(ages && { minimumAge: ages[0], maximumAge: ages[0] + ages[1] }),
				waysIn: way,
				modes: mode,
				terms: Object.entries({ theme: themes, target_group: groups, transition: transitions }).flatMap(
					([taxonomy, each]) => each.map((code) => ({ taxonomy, code, name: code })),
				),
				places: districts.map((district, at) => ({ district, confidential: false, stepFree: steps && at === 0 })),
				organisation: { slug: `o-${kind}`, name: 'Foreningen', ...(kind && { kind }) },
				schedules: hour.told,
			} as Partial<OfferSource>,
		}),
	);

/** The values of a facet that an offer has, said once more and without any index. */
function valuesOf({ source, open }: Made, facet: FacetName): readonly string[] {
	const yes = (is: boolean | undefined) => (is ? ['1'] : []);
	const paused = source.pausedUntil !== undefined && source.pausedUntil >= today;
	const { minimumAge: from = 0, maximumAge: to = 999 } = source;
	const told: Record<FacetName, () => readonly string[]> = {
		theme: () => source.terms.filter(({ taxonomy }) => taxonomy === 'theme').map((term) => term.code),
		target_group: () => source.terms.filter(({ taxonomy }) => taxonomy === 'target_group').map((term) => term.code),
		transition: () => source.terms.filter(({ taxonomy }) => taxonomy === 'transition').map((term) => term.code),
		district: () => source.places.map(({ district }) => district ?? ''),
		age_group: () => ageGroups.filter((group) => !(to < group.from || from > group.to)).map((group) => group.code),
		way_in: () => source.waysIn,
		capacity: () => [
			paused ? 'paused' : source.capacity === 'paused' && source.pausedUntil ? 'unknown' : source.capacity,
		],
		open: () => open,
		language: () => source.languages,
		gender: () => [source.gender],
		mode: () => source.modes,
		free: () => yes(source.free),
		step_free: () => yes(source.places.some(({ stepFree }) => stepFree)),
		peers: () => yes(source.peers),
		user_organisation: () => yes(source.organisation.kind === 'user_organisation'),
		kind: () => (source.organisation.kind ? [source.organisation.kind] : []),
	};
	return told[facet]();
}

const has = (made: Made, facet: FacetName, wanted: readonly string[] | undefined) =>
	!wanted || valuesOf(made, facet).some((value) => wanted.includes(value));

function suits(made: Made, filters: Filters, age: number | undefined, except?: FacetName): boolean {
	const { minimumAge = 0, maximumAge = 999 } = made.source;
	if (age !== undefined && (age < minimumAge || age > maximumAge)) return false;
	return facetNames.every((facet) => facet === except || has(made, facet, filters[facet]));
}

const filters: fc.Arbitrary<Filters> = fc
	.record({
		theme: some(['economy', 'health']),
		district: some(['noerrebro', 'valby']),
		age_group: some(code(ageGroups)),
		open: some(['now', 'evening', 'MO', 'unknown']),
		capacity: some(['open', 'paused']),
		way_in: some(['referral', 'application']),
		language: some(['ar', 'so']),
		gender: some(['women']),
		mode: some(['phone', 'online']),
		free: some(['1']),
		peers: some(['1']),
	})
	.map((all) => Object.fromEntries(Object.entries(all).filter(([, values]) => values.length === 1)));

describe('facets', () => {
	it('are all that the catalogue promises: theme to organisation, age, ways in, hours, and who takes part', () => {
		expect([...facetNames].sort()).toEqual(
			[
				'theme target_group transition district age_group language kind way_in capacity open free mode step_free',
				'gender peers user_organisation',
			]
				.join(' ')
				.split(' ')
				.sort(),
		);
		expect(facetOrder('way_in').map((way) => facetValueName('way_in', way, 'da'))).toEqual(
			expect.arrayContaining(['Bare mød op', 'Med henvisning', 'Med ansøgning']),
		);
		expect(facetOrder('open')).toEqual(expect.arrayContaining(['now', 'evening', 'MO', 'SU', 'unknown']));
	});

	it('have counts that are right under the other filters, whatever the offers and the filters', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(offer, { maxLength: 40 }),
				filters,
				fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
				async (drawn, wanted, age) => {
					const made = drawn.map(({ open, values }, at) => ({ open, source: offerSource(`Tilbud ${at}`, values) }));
					const snapshot = await snapshotOf(made.map(({ source }) => source));
					const request: SearchRequest = { ...everything, filters: wanted, ...(age !== undefined && { age }) };
					const found = search(snapshot, request, now);
					expect(found.total).toBe(made.filter((each) => suits(each, wanted, age)).length);
					const counts = found.facets();
					for (const facet of facetNames) {
						const others = made.filter((each) => suits(each, wanted, age, facet));
						const all = new Set(others.flatMap((each) => valuesOf(each, facet)));
						const expected = [...all].map((value) => [
							value,
							others.filter((each) => has(each, facet, [value])).length,
						]);
						const told = counts[facet].filter(({ count }) => count > 0).map(({ value, count }) => [value, count]);
						expect(Object.fromEntries(told), facet).toEqual(Object.fromEntries(expected));
					}
				},
			),
			{ numRuns: 60 },
		);
	}, 60_000);

	it('count an offer whose hours nobody has told as unknown, not as closed', async () => {
		const snapshot = await snapshotOf([
			offerSource('Ukendt'),
			offerSource('Aften', { schedules: [{ freq: 'WEEKLY', byday: 'WE', opensAt: '18:00', closesAt: '21:00' }] }),
		]);
		const open = (value: string) => {
			const { documents } = search(snapshot, { ...everything, filters: { open: [value] } }, now);
			return documents.map((document) => snapshot.entries[document]?.name);
		};
		expect(open('unknown')).toEqual(['Ukendt']);
		expect(open('evening')).toEqual(['Aften']);
		expect(open('now')).toEqual([]);
	});
});
