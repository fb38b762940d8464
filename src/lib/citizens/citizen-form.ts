import { z } from 'zod';
import { m } from '../paraglide/messages.js';
import { ageBands } from '../referrals/shared-fields.ts';
import { holdsCpr } from './cpr.ts';
import { isCitizenLanguage } from './languages.ts';

/**
 * Free text about a citizen: trimmed, at most so many characters, and never with a CPR number in it. A missing field is
 * an empty one.
 */
export const personalText = (maximum: number) =>
	z
		.string()
		.trim()
		.max(maximum, { error: () => m.citizens_too_long({ count: maximum }) })
		.refine((text) => !holdsCpr(text), { error: () => m.citizens_no_cpr() })
		.default('');

const fields = z.object({
	given_name: personalText(80).refine((text) => text !== '', { error: () => m.citizens_given_name_missing() }),
	family_name: personalText(80),
	phone: personalText(40).refine((text) => /^[+\d\s()./-]*$/.test(text), { error: () => m.citizens_phone_wrong() }),
	email: personalText(200).refine((text) => text === '' || z.email().safeParse(text).success, {
		error: () => m.citizens_email_wrong(),
	}),
	safe_contact: personalText(300),
	language: z.string().refine(isCitizenLanguage, { error: () => m.citizens_language_missing() }),
	interpreter: z.literal('yes').optional(),
	age_band: z.enum(['', ...ageBands], { error: () => m.citizens_age_band_wrong() }).default(''),
	adult: z.enum(['yes', 'no'], { error: () => m.citizens_adult_missing() }),
});

const asInput = (form: z.output<typeof fields>) => ({
	givenName: form.given_name,
	familyName: form.family_name,
	phone: form.phone,
	email: form.email,
	safeContact: form.safe_contact,
	language: form.language,
	needsInterpreter: form.interpreter === 'yes',
	ageBand: form.age_band,
	adult: form.adult === 'yes',
});

/** The form of a new citizen, as `CitizenInput`. */
export const citizenForm = fields.transform(asInput);

/** The form that corrects one: with the version that was on the screen. */
export const correctionForm = fields
	.extend({ version: z.string().default('') })
	.transform((form) => ({ ...asInput(form), version: form.version }));
