import { z } from 'zod';
import { capacities, codes, genders, modes, organisationKinds, waysIn } from '../vocabulary.ts';

/*
 * HSDS has no place for some of what the catalogue knows (who may come, how one gets in, whether there is room), and for
 * other things only a sentence. The standard lets a publisher add properties, so each object carries ours beside the
 * standard ones, in one property. Whoever reads it back gets the same catalogue; everyone else may pass it over.
 */

/** The property of an object, and the column of a CSV file, that holds what HSDS cannot say. */
export const extensionKey = 'socialkompas';

const date = z.iso.date();
const text = z.string().max(20_000);
const phone = z.strictObject({
	number: text,
	extension: text.optional(),
	type: text.optional(),
	description: text.optional(),
});
const contact = z.strictObject({
	name: text.optional(),
	title: text.optional(),
	email: text.optional(),
	phone: text.optional(),
});
const time = z.string().regex(/^\d{2}:\d{2}$/);
const schedule = z.strictObject({
	freq: z.enum(['WEEKLY', 'MONTHLY', 'DAILY', 'YEARLY', 'ONCE']),
	byday: text.optional(),
	bymonthday: text.optional(),
	interval: z.number().int().positive().optional(),
	dtstart: date.optional(),
	until: date.optional(),
	count: z.number().int().positive().optional(),
	validFrom: date.optional(),
	validTo: date.optional(),
	opensAt: time.optional(),
	closesAt: time.optional(),
	description: text.optional(),
});
const phones = z.array(phone).max(200).optional();
const contacts = z.array(contact).max(200).optional();
const schedules = z.array(schedule).max(500).optional();

export const organisationExtension = z.object({
	kind: z.enum(codes(organisationKinds)).optional(),
	values: text.optional(),
	website: text.optional(),
	email: text.optional(),
	pausedUntil: date.optional(),
	phones,
	contacts,
});

export const locationExtension = z.object({
	confidential: z.boolean().optional(),
	district: text.optional(),
	/** of a confidential place, which has no address to hold it */
	country: text.optional(),
	stepFree: z.boolean().optional(),
	phones,
	schedules,
});

export const termExtension = z.object({ nameEn: text.optional() });

export const visitExtension = z.object({ phones, schedules });

export const offerExtension = z.object({
	summary: text.optional(),
	url: text.optional(),
	email: text.optional(),
	gender: z.enum(codes(genders)).optional(),
	waysIn: z.array(z.enum(codes(waysIn))).optional(),
	modes: z.array(z.enum(codes(modes))).optional(),
	free: z.boolean().optional(),
	peers: z.boolean().optional(),
	serviceArea: text.optional(),
	languages: z.array(text).max(200).optional(),
	capacity: z.enum(codes(capacities)).optional(),
	capacityUpdated: date.optional(),
	capacityAvailable: z.number().int().nonnegative().optional(),
	capacityMaximum: z.number().int().nonnegative().optional(),
	capacityUnit: text.optional(),
	capacityExpires: date.optional(),
	waitlistUntil: date.optional(),
	pausedUntil: date.optional(),
	confirmedBy: z.enum(['organisation', 'coordinator', 'source']).optional(),
	terms: z
		.array(z.strictObject({ taxonomy: text, code: text }))
		.max(1000)
		.optional(),
	phones,
	contacts,
	schedules,
});
