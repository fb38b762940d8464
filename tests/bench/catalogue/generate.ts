import type {
	CatalogueRecords,
	OfferRecord,
	OrganisationRecord,
	ScheduleRecord,
} from '../../../src/lib/catalogue/hsds/record.ts';
import {
	capacities,
	codes,
	organisationKinds,
	targetGroups,
	themes,
	transitions,
	type Term,
	type WayIn,
} from '../../../src/lib/catalogue/vocabulary.ts';
import { place } from './places.ts';
import { between, pick, seeded, shuffled, type Random } from './random.ts';
import {
	applicationText,
	belief,
	description,
	eligibilityText,
	offerName,
	organisationName,
	summary,
	writer,
} from './sentences.ts';

/** As in the real directory of Miami, where 4,089 offers belong to 1,553 organisations. */
const offersAnOrganisation = 2.6;

/** The day on which the made-up catalogue was last looked over. */
const lastDay = Date.UTC(2026, 9, 30);
const dayAgo = (days: number): string => new Date(lastDay - days * 86_400_000).toISOString().slice(0, 10);

const taxonomies: Readonly<Record<string, readonly Term[]>> = {
	theme: themes,
	target_group: targetGroups,
	transition: transitions,
};

const waysIn: readonly WayIn[][] = [
	['open_access'],
	['referral'],
	['referral', 'contact_first'],
	['open_access', 'referral'],
];
const byday = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function organisation(random: Random, id: string): OrganisationRecord {
	const by = writer(random);
	return {
		id,
		name: organisationName(by),
		description: description(by),
		values: belief(by),
		kind: pick(random, codes(organisationKinds)),
		email: `${id}@bench.example`,
		phones: [{ number: `+45 00 ${between(random, 10, 99)} ${between(random, 10, 99)} ${between(random, 10, 99)}` }],
	};
}

function schedules(random: Random): ScheduleRecord[] {
	return Array.from({ length: between(random, 1, 3) }, () => {
		const opens = between(random, 8, 18);
		return {
			freq: 'WEEKLY',
			byday: shuffled(random, byday)
				.slice(0, between(random, 1, 3))
				.join(),
			opensAt: `${String(opens).padStart(2, '0')}:00`,
			closesAt: `${String(opens + between(random, 1, 4)).padStart(2, '0')}:30`,
		};
	});
}

function terms(random: Random): NonNullable<OfferRecord['terms']> {
	const some = (taxonomy: string, most: number) =>
		shuffled(random, taxonomies[taxonomy] ?? [])
			.slice(0, between(random, 1, most))
			.map(({ code }) => ({ taxonomy, code }));
	return [...some('theme', 2), ...some('target_group', 3), ...(random() < 0.15 ? some('transition', 1) : [])];
}

/** Offers without a place reach people at home, by telephone or online. */
function where(random: Random, places: number): Pick<OfferRecord, 'modes' | 'locations'> {
	if (random() < 0.15) return { modes: [pick(random, ['phone', 'online', 'home_visit'] as const)] };
	const count = Math.min(places, random() < 0.08 ? 2 : 1);
	const first = between(random, 0, places - count);
	return {
		modes: ['in_person'],
		locations: Array.from({ length: count }, (_, each) => ({ locationId: `l${first + each}` })),
	};
}

function offer(random: Random, id: string, organisationId: string, places: number): OfferRecord {
	const by = writer(random);
	return {
		id,
		organisationId,
		name: offerName(by),
		summary: summary(by),
		description: description(by),
		eligibility: eligibilityText(by),
		applicationProcess: applicationText(by),
		...(random() < 0.5 && { minimumAge: 18 }),
		gender: pick(random, ['everyone', 'everyone', 'everyone', 'everyone', 'women', 'men']),
		waysIn: pick(random, waysIn),
		free: random() < 0.9,
		languages: random() < 0.3 ? ['da', pick(random, ['en', 'ar', 'so', 'pl', 'uk', 'tr'])] : ['da'],
		capacity: pick(random, codes(capacities)),
		capacityUpdated: dayAgo(between(random, 0, 60)),
		confirmed: dayAgo(between(random, 0, 400)),
		confirmedBy: 'organisation',
		peers: random() < 0.1,
		terms: terms(random),
		schedules: schedules(random),
		...where(random, places),
	};
}

/**
 * A catalogue of a made-up Copenhagen, the same every time: texts of real length with a Danish vocabulary that has a
 * long tail, places in all districts, hours, terms. A larger one begins with other offers than a smaller one: each size
 * has a seed of its own.
 */
export function generateCatalogue(offers: number): CatalogueRecords {
	const random = seeded(offers);
	const organisations = Math.max(1, Math.round(offers / offersAnOrganisation));
	return {
		organisations: Array.from({ length: organisations }, (_, index) => organisation(random, `o${index}`)),
		locations: Array.from({ length: organisations }, (_, index) => place(random, `l${index}`)),
		terms: Object.entries(taxonomies).flatMap(([taxonomy, all]) =>
			all.map(({ code, da, en }) => ({ taxonomy, code, name: da, nameEn: en })),
		),
		offers: Array.from({ length: offers }, (_, index) =>
			offer(random, `s${index}`, `o${Math.floor(random() * organisations)}`, organisations),
		),
	};
}
