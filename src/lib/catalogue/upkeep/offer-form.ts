import { z } from 'zod';
import { m } from '../../paraglide/messages.js';
import { codes, districts, genders, modes, targetGroups, themes, transitions, waysIn } from '../vocabulary.ts';
import type { ContentPatch, OfferContent } from './content.ts';
import { parseCoordinates, samePlace, type PlaceDraft } from './place-draft.ts';
import { daysText, isSingleDay, otherHours, parseDays } from './single-days.ts';
import { languagesOf, languagesText, phonesOf, phonesText } from './typed-lists.ts';
import { isPlain, parseDay, schedulesOf, weekdays, weekOf, type Weekday } from './weekly-hours.ts';

/*
 * The one form for an offer: a coordinator's and an organisation's. Checked on the server only, so that Zod stays out
 * of the browser. Fields left empty are not known (null).
 */

/** Blocks for places in the form; an offer with more keeps the others as they are. */
export const formPlaces = 5;

const long = () => m.upkeep_too_long();
const text = (most: number) =>
	z
		.string()
		.trim()
		.max(most, { error: long })
		.transform((typed) => typed.replaceAll('\r\n', '\n') || null)
		.default(null);
const list = <T extends readonly [string, ...string[]]>(values: T) =>
	z.preprocess(
		(typed) => (typed === undefined || typed === '' ? [] : [typed].flat()),
		z.array(z.enum(values, { error: () => m.upkeep_choose() })),
	);
const age = z
	.string()
	.trim()
	.regex(/^\d{0,3}$/, { error: () => m.upkeep_age_wrong() })
	.transform((typed) => (typed === '' ? null : Number(typed)))
	.default(null);
const known = z
	.enum(['yes', 'no', ''])
	.default('')
	.transform((typed) => (typed === '' ? null : typed === 'yes'));
const ticked = z
	.string()
	.optional()
	.transform((typed) => typed !== undefined);
const email = z
	.string()
	.trim()
	.max(200, { error: long })
	.refine((typed) => typed === '' || /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(typed), {
		error: () => m.upkeep_email_wrong(),
	})
	.transform((typed) => typed || null)
	.default(null);
/** An address that a browser may open: nothing that would run. */
const webAddress = z
	.string()
	.trim()
	.max(500, { error: long })
	.refine((typed) => typed === '' || /^(https?:\/\/)?[^\s:/.]+\.[^\s:]+$/i.test(typed), {
		error: () => m.upkeep_url_wrong(),
	})
	.transform((typed) => typed || null)
	.default(null);
const hours = z
	.string()
	.default('')
	.transform((typed, context) => {
		const parsed = parseDay(typed);
		if (!parsed) context.addIssue({ code: 'custom', message: m.upkeep_hours_wrong() });
		return parsed ?? [];
	});

const days = z
	.string()
	.max(6000, { error: long })
	.default('')
	.transform((typed, context) => {
		const read = parseDays(typed);
		if ('days' in read) return read.days;
		context.addIssue({ code: 'custom', message: m.upkeep_days_wrong({ line: read.wrong }) });
		return [];
	});

const placeShape = {
	id: z.union([z.uuid(), z.literal('')]).default(''),
	gone: ticked,
	name: text(200),
	address: text(200),
	postcode: z
		.string()
		.trim()
		.regex(/^(\d{4})?$/, { error: () => m.upkeep_postcode_wrong() })
		.transform((typed) => typed || null)
		.default(null),
	city: text(100),
	district: z.enum([...codes(districts), '']).default(''),
	coordinates: z
		.string()
		.trim()
		.default('')
		.transform((typed, context) => {
			const found = parseCoordinates(typed);
			if (typed !== '' && !found) context.addIssue({ code: 'custom', message: m.upkeep_coordinates_wrong() });
			return found ?? null;
		}),
	confidential: ticked,
	step_free: known,
};
type PlaceField = keyof typeof placeShape;
type PlaceInput = { [field in PlaceField]: z.output<(typeof placeShape)[field]> };
const placeName = (index: number, field: string) => `place_${index}_${field}`;
const placeFields = Object.fromEntries(
	Array.from({ length: formPlaces }, (_, index) =>
		Object.entries(placeShape).map(([field, schema]) => [placeName(index, field), schema]),
	).flat(),
) as Record<string, z.ZodType>;
const hoursFields = Object.fromEntries(weekdays.map((day) => [`hours_${day}`, hours])) as Record<
	`hours_${Weekday}`,
	typeof hours
>;

export const offerForm = z
	.object({
		seen: z.string().default(''),
		name: z
			.string({ error: () => m.upkeep_name_missing() })
			.trim()
			.min(1, { error: () => m.upkeep_name_missing() })
			.max(200, { error: long }),
		alternate_name: text(200),
		summary: text(160),
		description: text(6000),
		url: webAddress,
		email,
		phones: text(600),
		eligibility: text(2000),
		minimum_age: age,
		maximum_age: age,
		gender: z.enum(codes(genders), { error: () => m.upkeep_choose() }),
		application_process: text(2000),
		ways_in: list(codes(waysIn)),
		modes: list(codes(modes)),
		fees: text(300),
		free: known,
		interpretation: text(300),
		peers: ticked,
		service_area: text(300),
		languages: text(300),
		themes: list(codes(themes)),
		target_groups: list(codes(targetGroups)),
		transitions: list(codes(transitions)),
		...hoursFields,
		days,
		...placeFields,
	})
	.refine((form) => form.minimum_age === null || form.maximum_age === null || form.minimum_age <= form.maximum_age, {
		path: ['maximum_age'],
		error: () => m.upkeep_age_order(),
	});

export type OfferInput = z.output<typeof offerForm>;
type Stored = Record<string, string | string[]>;

const yesNo = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');

/** What the form shows of an offer, by field. */
export function formOf(content: OfferContent, places: readonly (PlaceDraft & { id: string })[]): Stored {
	const text = (value: string | number | null) => (value === null ? '' : String(value));
	const week = weekOf(content.schedules);
	const stored: Stored = {
		name: content.name,
		alternate_name: text(content.alternateName),
		summary: text(content.summary),
		description: text(content.description),
		url: text(content.url),
		email: text(content.email),
		phones: phonesText(content.phones),
		eligibility: text(content.eligibility),
		minimum_age: text(content.minimumAge),
		maximum_age: text(content.maximumAge),
		gender: content.gender,
		application_process: text(content.applicationProcess),
		ways_in: content.waysIn,
		modes: content.modes,
		fees: text(content.fees),
		free: yesNo(content.free),
		interpretation: text(content.interpretation),
		...(content.peers && { peers: 'yes' }),
		service_area: text(content.serviceArea),
		languages: languagesText(content.languages),
		themes: content.themes,
		target_groups: content.targetGroups,
		transitions: content.transitions,
	};
	for (const day of weekdays) stored[`hours_${day}`] = week[day] ?? '';
	stored['days'] = daysText(content.schedules);
	places.slice(0, formPlaces).forEach((place, index) => {
		const fields: Stored = {
			id: place.id,
			name: text(place.name),
			address: text(place.address),
			postcode: text(place.postcode),
			city: text(place.city),
			district: text(place.district),
			coordinates: place.latitude === null ? '' : `${place.latitude}, ${place.longitude}`,
			...(place.confidential && { confidential: 'yes' }),
			step_free: yesNo(place.stepFree),
		};
		for (const [field, value] of Object.entries(fields)) stored[placeName(index, field)] = value;
	});
	return stored;
}

/** What was typed, as the offer's fields; places apart, which are made first. */
export function patchOf(
	input: OfferInput,
	before: Pick<OfferContent, 'phones' | 'schedules' | 'languages'>,
): ContentPatch {
	const week = Object.fromEntries(weekdays.map((day) => [day, input[`hours_${day}`]])) as Record<
		Weekday,
		OfferInput[`hours_${Weekday}`]
	>;
	const typedWeek = schedulesOf(week);
	const sameWeek = JSON.stringify(weekOf(typedWeek)) === JSON.stringify(weekOf(before.schedules));
	const sameDays = daysText(input.days) === daysText(before.schedules);
	const schedules = [
		...(sameWeek ? before.schedules.filter(isPlain) : typedWeek),
		...otherHours(before.schedules),
		...(sameDays ? before.schedules.filter(isSingleDay) : input.days),
	];
	return {
		name: input.name,
		alternateName: input.alternate_name,
		summary: input.summary,
		description: input.description,
		url: input.url,
		email: input.email,
		phones: phonesOf(input.phones, before.phones),
		eligibility: input.eligibility,
		minimumAge: input.minimum_age,
		maximumAge: input.maximum_age,
		gender: input.gender,
		applicationProcess: input.application_process,
		waysIn: input.ways_in,
		modes: input.modes,
		fees: input.fees,
		free: input.free,
		interpretation: input.interpretation,
		peers: input.peers,
		serviceArea: input.service_area,
		languages: languagesOf(input.languages, before.languages),
		themes: input.themes,
		targetGroups: input.target_groups,
		transitions: input.transitions,
		...(sameWeek && sameDays ? {} : { schedules }),
	};
}

/** The places as typed: one that stays as it was has its id, one that is new or changed is to be made. */
export function placesOf(input: OfferInput, before: readonly (PlaceDraft & { id: string })[]): (string | PlaceDraft)[] {
	const fields = input as unknown as Record<string, unknown>;
	const typed = Array.from({ length: formPlaces }, (_, index) => {
		const value = (field: PlaceField) => fields[placeName(index, field)];
		return Object.fromEntries(
			Object.keys(placeShape).map((field) => [field, value(field as PlaceField)]),
		) as PlaceInput;
	});
	const kept = typed.flatMap((place): (string | PlaceDraft)[] => {
		if (place.gone) return [];
		const known = before.find(({ id }) => id === place.id);
		const draft: PlaceDraft = {
			name: place.name,
			address: place.address,
			postcode: place.postcode,
			city: place.city,
			district: place.district || (known?.district ?? null),
			latitude: place.coordinates?.latitude ?? null,
			longitude: place.coordinates?.longitude ?? null,
			confidential: place.confidential,
			stepFree: place.step_free,
			accessibility: known?.accessibility ?? null,
			transport: known?.transport ?? null,
		};
		if (known && samePlace(known, draft)) return [known.id];
		const isEmpty = !draft.name && !draft.address && !draft.postcode && !draft.confidential;
		return isEmpty ? [] : [draft];
	});
	return [...kept, ...before.slice(formPlaces).map(({ id }) => id)];
}
