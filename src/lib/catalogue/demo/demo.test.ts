import { describe, expect, it } from 'vitest';
import type { LocationRecord, OfferRecord } from '../hsds/record.ts';
import {
	codes,
	districts,
	organisationKinds,
	targetGroups,
	themes,
	transitions,
	capacities,
	modes,
	waysIn,
} from '../vocabulary.ts';
import { seasonDates, shiftDay } from './assemble.ts';
import { demoCatalogue, demoNotice } from './index.ts';
import { places } from './places.ts';

const today = '2026-11-20';
const { organisations, locations, offers, terms } = demoCatalogue(today);
const locationById = new Map<string, LocationRecord>(locations.map((location) => [location.id, location]));

const count = (matches: (offer: OfferRecord) => unknown): number => offers.filter(matches).length;
const repeated = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);
const hasTerm = (taxonomy: string, code: string) => (offer: OfferRecord) =>
	offer.terms?.some((term) => term.taxonomy === taxonomy && term.code === code);
const hours = (offer: OfferRecord) => [
	...(offer.schedules ?? []),
	...(offer.locations ?? []).flatMap(({ schedules }) => schedules ?? []),
];
const districtsOf = (offer: OfferRecord) =>
	(offer.locations ?? []).map(({ locationId }) => locationById.get(locationId)?.district);
const age = (day: string | undefined): number =>
	(Date.parse(today) - Date.parse(day ?? '1900-01-01')) / (24 * 3600 * 1000);

describe('the demo catalogue covers the field', () => {
	it('has the agreed size', () => {
		expect(offers.length).toBeGreaterThanOrEqual(156);
		expect(organisations.length).toBeGreaterThanOrEqual(72);
	});

	it.each(codes(districts))('has at least 8 offers in %s', (district) => {
		expect(count((offer) => districtsOf(offer).includes(district))).toBeGreaterThanOrEqual(8);
	});

	it.each(codes(themes))('has at least 18 offers about %s', (code) => {
		expect(count(hasTerm('theme', code))).toBeGreaterThanOrEqual(18);
	});

	it.each(codes(targetGroups))('has at least 4 offers for %s', (code) => {
		expect(count(hasTerm('target_group', code))).toBeGreaterThanOrEqual(4);
	});

	it.each(codes(transitions))('has at least 6 offers for the transition %s', (code) => {
		expect(count(hasTerm('transition', code))).toBeGreaterThanOrEqual(6);
	});

	it('has every kind of organisation, user organisations above all', () => {
		expect(new Set(organisations.map(({ kind }) => kind))).toEqual(new Set(codes(organisationKinds)));
		expect(organisations.filter(({ kind }) => kind === 'user_organisation').length).toBeGreaterThanOrEqual(7);
	});

	it('has every way in, about six in ten by referral', () => {
		for (const way of codes(waysIn)) {
			// Few associations want an application.
			const fewest = way === 'application' ? 4 : 20;
			expect(
				count((offer) => offer.waysIn?.includes(way)),
				way,
			).toBeGreaterThan(fewest);
		}
		const share = count((offer) => offer.waysIn?.includes('referral')) / offers.length;
		expect(share).toBeGreaterThan(0.55);
		expect(share).toBeLessThan(0.65);
	});

	it('reaches people by phone, online and at home', () => {
		for (const mode of codes(modes)) expect(count((offer) => offer.modes?.includes(mode))).toBeGreaterThanOrEqual(8);
		const remote = (offer: OfferRecord) => offer.modes?.every((mode) => mode === 'phone' || mode === 'online');
		expect(count((offer) => !offer.locations && remote(offer))).toBeGreaterThanOrEqual(8);
	});

	it('has offers for women only and for men only', () => {
		expect(count(({ gender }) => gender === 'women')).toBeGreaterThanOrEqual(6);
		expect(count(({ gender }) => gender === 'men')).toBeGreaterThanOrEqual(5);
	});

	it('has every capacity, most of them open, each with what belongs to it', () => {
		expect(new Set(offers.map(({ capacity }) => capacity))).toEqual(new Set(codes(capacities)));
		expect(count(({ capacity }) => capacity === 'open' || capacity === 'few')).toBeGreaterThan(offers.length / 2);
		expect(count(({ capacity, waitTime }) => capacity === 'waitlist' && waitTime)).toBeGreaterThanOrEqual(6);
		expect(count(({ capacity }) => capacity === 'full')).toBeGreaterThanOrEqual(5);
		expect(
			count(({ capacity, pausedUntil }) => capacity === 'paused' && pausedUntil && pausedUntil > today),
		).toBeGreaterThanOrEqual(4);
		for (const { capacity, waitTime, pausedUntil } of offers) {
			expect(capacity === 'waitlist').toBe(waitTime !== undefined);
			expect(capacity === 'paused').toBe(pausedUntil !== undefined);
		}
	});

	it('varies peers, languages, ages, price and step-free access', () => {
		expect(count(({ peers }) => peers)).toBeGreaterThanOrEqual(15);
		expect(count(({ languages }) => languages?.some((language) => language !== 'da'))).toBeGreaterThanOrEqual(35);
		expect(count(({ minimumAge, maximumAge }) => minimumAge ?? maximumAge)).toBeGreaterThanOrEqual(40);
		expect(count(({ free }) => free)).toBeGreaterThan(100);
		expect(count(({ free, fees }) => !free && fees)).toBeGreaterThan(20);
		expect(new Set(locations.map(({ stepFree }) => stepFree))).toEqual(new Set([true, false, undefined]));
	});

	it('is open at all sorts of hours, and not always known', () => {
		const all = offers.flatMap(hours);
		expect(all.some(({ byday }) => byday?.includes('SA'))).toBe(true);
		expect(all.some(({ opensAt, closesAt }) => opensAt && closesAt && closesAt < opensAt)).toBe(true);
		expect(all.some(({ freq, byday }) => freq === 'MONTHLY' && byday === '1TH,3TH')).toBe(true);
		expect(all.some(({ validFrom, validTo }) => validFrom && validTo)).toBe(true);
		expect(count((offer) => hours(offer).length === 0)).toBeGreaterThanOrEqual(10);
		for (const { opensAt, closesAt, byday } of all) {
			expect(opensAt).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
			expect(closesAt).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
			if (byday) expect(byday).toMatch(/^(-?\d?(MO|TU|WE|TH|FR|SA|SU))(,-?\d?(MO|TU|WE|TH|FR|SA|SU))*$/);
		}
	});

	it('is mostly fresh, a little old, and in three places forgotten', () => {
		const ages = offers.map(({ confirmed }) => age(confirmed));
		expect(ages.every((days) => days >= 0)).toBe(true);
		expect(ages.filter((days) => days <= 180).length).toBeGreaterThan(offers.length * 0.85);
		expect(ages.filter((days) => days > 180 && days <= 365).length).toBeGreaterThanOrEqual(5);
		expect(ages.filter((days) => days > 365)).toHaveLength(3);
	});
});

describe('the demo catalogue holds together', () => {
	it('has unique ids and complete references', () => {
		for (const list of [organisations, locations, offers]) expect(repeated(list.map(({ id }) => id))).toEqual([]);
		const organisationIds = new Set(organisations.map(({ id }) => id));
		const termKeys = new Set(terms.map(({ taxonomy, code }) => `${taxonomy}/${code}`));
		for (const offer of offers) {
			expect(offer.id).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/);
			expect(organisationIds).toContain(offer.organisationId);
			for (const { locationId } of offer.locations ?? []) expect(locationById.has(locationId)).toBe(true);
			for (const { taxonomy, code } of offer.terms ?? []) expect(termKeys).toContain(`${taxonomy}/${code}`);
		}
	});

	it('gives every organisation an offer and every place a use', () => {
		const active = new Set(offers.map(({ organisationId }) => organisationId));
		expect(organisations.filter(({ id }) => !active.has(id))).toEqual([]);
		expect(Object.keys(places).sort()).toEqual([...locationById.keys()].sort());
	});

	it('lies in Copenhagen', () => {
		for (const { latitude, longitude } of locations) {
			expect(latitude).toBeGreaterThan(55.6);
			expect(latitude).toBeLessThan(55.73);
			expect(longitude).toBeGreaterThan(12.45);
			expect(longitude).toBeLessThan(12.66);
		}
	});

	it('can be reached by nobody: invented addresses and numbers only', () => {
		const contacts = [...organisations, ...offers].flatMap(({ contacts }) => contacts ?? []);
		for (const email of [...organisations, ...offers, ...contacts].flatMap(({ email }) => email ?? [])) {
			expect(email).toMatch(/^[a-z]+@[a-z0-9-]+\.example$/);
		}
		for (const { website } of organisations) if (website) expect(website).toMatch(/^https:\/\/[a-z0-9-]+\.example$/);
		const numbers = [
			...[...organisations, ...offers].flatMap(({ phones }) => phones?.map(({ number }) => number) ?? []),
			...contacts.flatMap(({ phone }) => phone ?? []),
		];
		for (const number of numbers) expect(number).toMatch(/^\+45 00 \d\d \d\d \d\d$/);
		expect(repeated(numbers)).toEqual([]);
		expect(demoNotice.da).toMatch(/opdigtede/);
	});

	it('keeps the shelters’ streets and districts out of their texts', () => {
		const secret = locations.filter(({ confidential }) => confidential);
		expect(secret.length).toBeGreaterThanOrEqual(2);
		for (const { id, address = '', district } of secret) {
			const street = address.replace(/ \d.*$/, '');
			const name = districts.find(({ code }) => code === district)?.da ?? '';
			for (const offer of offers.filter((each) => each.locations?.some(({ locationId }) => locationId === id))) {
				const organisation = organisations.find((each) => each.id === offer.organisationId);
				const text = JSON.stringify([offer, organisation?.description, organisation?.values]);
				expect(text).not.toContain(street);
				expect(text).not.toContain(name);
			}
		}
	});
});

describe('the demo’s texts', () => {
	it('say what it is in one line of at most 160 characters', () => {
		for (const { id, summary = '' } of offers) {
			expect(summary.length, id).toBeGreaterThan(20);
			expect(summary.length, id).toBeLessThanOrEqual(160);
		}
	});

	it('describe it in two to six sentences, and say for whom and how one gets in', () => {
		for (const { id, description = '', eligibility, applicationProcess } of offers) {
			const sentences = description.split(/(?<=[.!?])\s+(?=[A-ZÆØÅ»\d])/);
			expect(sentences.length, id).toBeGreaterThanOrEqual(2);
			expect(sentences.length, id).toBeLessThanOrEqual(6);
			expect(eligibility, id).toBeTruthy();
			expect(applicationProcess, id).toBeTruthy();
		}
	});

	it('are never the same twice', () => {
		expect(repeated(organisations.map(({ name }) => name))).toEqual([]);
		expect(repeated(offers.map(({ description = '' }) => description))).toEqual([]);
		expect(repeated(offers.map(({ summary = '' }) => summary))).toEqual([]);
		expect(repeated(offers.map(({ organisationId, name }) => `${organisationId}/${name}`))).toEqual([]);
		expect(repeated([...organisations.map(({ values = '' }) => values)])).toEqual([]);
		const sentences = offers.flatMap(({ description = '' }) => description.split(/(?<=[.!?])\s+/));
		expect(repeated(sentences.filter(({ length }) => length > 25))).toEqual([]);
	});
});

describe('dates', () => {
	it('are counted from the day the catalogue is made, and the same day gives the same catalogue', () => {
		expect(demoCatalogue(today)).toEqual(demoCatalogue(today));
		const [first] = demoCatalogue('2027-03-02').offers;
		expect(first?.confirmed).toBe(shiftDay('2027-03-02', -12));
		expect(shiftDay('2028-03-01', -1)).toBe('2028-02-29');
	});

	it('put a season over New Year into the winter that is or comes', () => {
		expect(seasonDates('2026-02-01', ['11-01', '03-31'])).toEqual({ validFrom: '2025-11-01', validTo: '2026-03-31' });
		expect(seasonDates('2026-06-01', ['11-01', '03-31'])).toEqual({ validFrom: '2026-11-01', validTo: '2027-03-31' });
		expect(seasonDates('2026-12-24', ['04-01', '10-15'])).toEqual({ validFrom: '2026-04-01', validTo: '2026-10-15' });
	});
});
