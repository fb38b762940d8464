import { shownConsent, type ShownConsent, type Told } from './citizen-page/shown.ts';
import { mayRenew } from './consent.ts';
import { dateInWords } from './consent-texts/languages.ts';
import { isLanguage, type Language } from './consent-texts/index.ts';
import type { StaffReferral } from './read-referral.server.ts';
import { isSharedField, type SharedField } from './shared-fields.ts';
import type { StoredConsent } from './stored-consent.server.ts';

export interface ConsentPaper {
	language: Language;
	text: ShownConsent;
	/** the day of the answer in words, put together here: browsers know the months of fewer languages; empty without one */
	givenOn: string;
	/** nothing is answered yet, or it is to be renewed: there is something to sign */
	open: boolean;
}

/**
 * The citizen's paper: the very text and values of their page.
 * @param consent the one to telling, or the one to asking
 * @param now a yes said now would hold for as long from here
 * @param renewing the yes holds, and the citizen is to sign for another year
 * @returns undefined when nothing has been asked, or what was asked no longer counts
 */
export function consentPaper(
	referral: StaffReferral,
	consent: StoredConsent | undefined,
	now: Date,
	renewing = false,
): ConsentPaper | undefined {
	const { citizen, offer } = referral;
	if (!consent || consent.state === 'invalidated') return undefined;
	const again = renewing && mayRenew(consent.state, consent.expiresAt, now);
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
		text: shownConsent(told, again ? { ...consent, expiresAt: null } : consent, language, now),
		givenOn: consent.givenAt ? dateInWords(language, consent.givenAt) : '',
		open: again || consent.state === 'requested' || consent.state === 'refused',
	};
}
