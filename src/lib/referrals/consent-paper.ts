import { shownConsent, type ShownConsent, type Told } from './citizen-page/shown.ts';
import { isLanguage, type Language } from './consent-texts/index.ts';
import type { StaffReferral } from './read-referral.server.ts';
import { isSharedField, type SharedField } from './shared-fields.ts';

export interface ConsentPaper {
	language: Language;
	text: ShownConsent;
	/** nothing is answered yet: there is something to sign */
	open: boolean;
}

/**
 * The citizen's paper: the very text and values of their page.
 * @param now a yes said now would hold for as long from here
 * @returns undefined when nothing has been asked, or what was asked no longer counts
 */
export function consentPaper(referral: StaffReferral, now: Date): ConsentPaper | undefined {
	const { consent, citizen, offer } = referral;
	if (!consent || consent.state === 'invalidated') return undefined;
	const language = isLanguage(consent.language) ? consent.language : 'da';
	const values: Record<SharedField, string> = {
		given_name: citizen.givenName,
		family_name: citizen.familyName,
		phone: citizen.phone,
		email: citizen.email,
		language: citizen.language,
		age_band: citizen.ageBand,
		safe_contact: citizen.safeContact,
		...referral.texts,
	};
	const told: Told = {
		authority: referral.authority,
		centre: referral.centre,
		caseworker: referral.caseworker,
		organisation: { name: offer.organisationName, slug: offer.organisationSlug },
		offer: { name: offer.name, slug: offer.slug },
		shared: consent.fields
			.filter(isSharedField)
			.flatMap((code) => (values[code] ? [{ code, value: values[code] }] : [])),
		needsInterpreter: citizen.needsInterpreter,
	};
	return {
		language,
		text: shownConsent(told, consent, language, now),
		open: consent.state === 'requested' || consent.state === 'refused',
	};
}
