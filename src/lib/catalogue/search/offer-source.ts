import type { ScheduleRecord } from '../hsds/record.ts';
import {
	districts,
	termName,
	type Capacity,
	type Gender,
	type Mode,
	type OrganisationKind,
	type WayIn,
} from '../vocabulary.ts';
import type { Texts } from './lexicon.ts';

/** Where an offer is. A confidential place has neither address nor coordinates. */
export interface PlaceSource {
	readonly name?: string;
	readonly address?: string;
	readonly postcode?: string;
	readonly city?: string;
	readonly district?: string;
	readonly latitude?: number;
	readonly longitude?: number;
	readonly confidential: boolean;
	readonly stepFree?: boolean;
}

/** Everything the search takes from one published offer. Dates are ISO dates. */
export interface OfferSource {
	readonly id: string;
	readonly slug: string;
	readonly name: string;
	readonly alternateName?: string;
	readonly summary?: string;
	readonly description?: string;
	readonly eligibility?: string;
	readonly applicationProcess?: string;
	readonly interpretation?: string;
	readonly serviceArea?: string;
	readonly organisation: { readonly slug: string; readonly name: string; readonly kind?: OrganisationKind };
	readonly minimumAge?: number;
	readonly maximumAge?: number;
	readonly gender: Gender;
	readonly waysIn: readonly WayIn[];
	readonly modes: readonly Mode[];
	readonly free?: boolean;
	readonly peers: boolean;
	/** ISO 639-1 codes, or the source's words */
	readonly languages: readonly string[];
	readonly capacity: Capacity;
	readonly capacityUpdated?: string;
	readonly pausedUntil?: string;
	readonly capacityExpires?: string;
	readonly capacityAvailable?: number;
	readonly capacityMaximum?: number;
	readonly capacityUnit?: string;
	readonly waitlistUntil?: string;
	readonly confirmed?: string;
	readonly confirmedBy?: 'organisation' | 'coordinator' | 'source';
	/** answers to referrals, since it was last confirmed, that say its text has sent the wrong person */
	readonly doubts?: number;
	readonly terms: readonly { readonly taxonomy: string; readonly code: string; readonly name: string }[];
	readonly places: readonly PlaceSource[];
	readonly schedules: readonly ScheduleRecord[];
}

const languageNames = ['da', 'en'].map(
	(locale) => new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }),
);

/** What a language is called, so that »ukrainsk« finds the code uk. Danish says nothing here: nearly all speak it. */
function languageWords(code: string): string {
	if (code === 'da') return '';
	return /^[a-z]{2,3}$/u.test(code) ? languageNames.map((names) => names.of(code) ?? '').join(' ') : code;
}

/** The first sentence says what it is; a text that is one long sentence is cut at forty words. */
export function firstSentence(text: string): string {
	const end = /[.!?](?=\s)|\n/u.exec(text);
	const sentence = end ? text.slice(0, end.index + 1) : text;
	return sentence.trim().split(/\s+/u).slice(0, 40).join(' ');
}

/** The texts of an offer by what they tell, as the index weighs them. */
export function textsOf(offer: OfferSource): Texts {
	const description = offer.description ?? '';
	const opening = offer.summary ? '' : firstSentence(description);
	const places = offer.places.flatMap((place) => [
		place.name,
		place.confidential ? undefined : place.address,
		place.district && termName(districts, place.district, 'da'),
		place.confidential ? undefined : place.city,
	]);
	return {
		name: offer.name,
		...(offer.alternateName && { alternateName: offer.alternateName }),
		summary: offer.summary ?? opening,
		terms: offer.terms.map(({ name }) => name).join('. '),
		organisation: offer.organisation.name,
		description: description.slice(opening && description.startsWith(opening) ? opening.length : 0),
		eligibility: offer.eligibility ?? '',
		practical: [
			offer.applicationProcess,
			offer.interpretation,
			offer.serviceArea,
			...places,
			...offer.languages.map(languageWords),
		]
			.filter(Boolean)
			.join('. '),
	};
}
