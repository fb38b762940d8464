import { consentText, renderConsent, type Language } from './consent-texts/index.ts';
import { centreNameIn } from './consent-texts/languages.ts';
import { draftNotice } from './consent-texts/citizen-words.ts';
import type { RenderedConsent } from './consent-texts/render.ts';
import { defaultExpiry } from './consent.ts';
import type { StaffReferral } from './read-referral.server.ts';
import type { StoredConsent } from './stored-consent.server.ts';

export interface Reading {
	text: RenderedConsent;
	/** what must be said as long as nobody has approved the words */
	notice: string | null;
}

/**
 * The text of a referral's consent with its values in, as the citizen reads or hears it.
 * @param options.form oral: what is read aloud · @param options.reader the name of whoever reads aloud ·
 * @param options.consent another than the one to telling
 * @returns undefined when nothing has been asked yet
 */
export function consentReading(
	referral: StaffReferral,
	now: Date,
	options: { form: 'written' | 'oral'; language: Language; reader?: string; consent?: StoredConsent | undefined },
): Reading | undefined {
	const { centre, authority, caseworker, offer } = referral;
	const consent = options.consent ?? referral.consent;
	if (!consent) return undefined;
	const text = consentText(consent.kind, options.language, consent.textVersion);
	const values = {
		authority: authority.name,
		centre: centreNameIn(options.language, centre),
		caseworker: options.reader ?? caseworker.name,
		organisation: offer.organisationName,
		offer: offer.name,
		phone: centre.phone,
		purpose: consent.purpose,
		fields: consent.fields,
		expiresAt: consent.expiresAt ?? defaultExpiry(now),
	};
	return { text: renderConsent(text, values, options.form), notice: draftNotice(options.language, text.status) };
}
