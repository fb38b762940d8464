import type { ScheduleRecord } from '../hsds/record.ts';
import type { Capacity, Gender, Mode, OrganisationKind, WayIn } from '../vocabulary.ts';
import { firstSentence, textsOf, type OfferSource } from './offer-source.ts';
import type { Lexicon } from './lexicon.ts';
import { words } from './words.ts';

export interface EntryOrganisation {
	readonly slug: string;
	readonly name: string;
	readonly kind: OrganisationKind | undefined;
}

export interface EntryPlace {
	/** as shown: `Blågårds Plads 31, 2200 København N`; undefined when the address is secret or unknown */
	readonly address: string | undefined;
	readonly confidential: boolean;
	readonly latitude: number | undefined;
	readonly longitude: number | undefined;
}

/** What is kept in memory of one offer: what a list, a map and a filter need, and its words as numbers. Immutable. */
export interface Entry {
	readonly id: string;
	readonly slug: string;
	readonly name: string;
	readonly organisation: EntryOrganisation;
	/** one line: what and for whom */
	readonly line: string;
	readonly places: readonly EntryPlace[];
	readonly districts: readonly string[];
	/** `theme:economy`, `target_group:debt`, `transition:…` */
	readonly terms: readonly string[];
	readonly minimumAge: number | undefined;
	readonly maximumAge: number | undefined;
	readonly gender: Gender;
	readonly waysIn: readonly WayIn[];
	readonly modes: readonly Mode[];
	readonly languages: readonly string[];
	readonly free: boolean | undefined;
	readonly stepFree: boolean;
	readonly peers: boolean;
	/** as last said; what holds today depends on the pause */
	readonly capacity: Capacity;
	readonly pausedUntil: string | undefined;
	/** the last day on which what was said about room holds */
	readonly capacityExpires: string | undefined;
	/** places free, as last said */
	readonly capacityAvailable: number | undefined;
	readonly capacityMaximum: number | undefined;
	readonly capacityUnit: string | undefined;
	/** by which the next on the waitlist may expect a place */
	readonly waitlistUntil: string | undefined;
	readonly confirmed: string | undefined;
	/** how often its text has sent the wrong person since it was last confirmed */
	readonly doubts: number;
	/** offers with the same hours share one list */
	readonly schedules: readonly ScheduleRecord[];
	/** for those close to the person with the need, not for that person */
	readonly forRelatives: boolean;
	readonly text: Uint32Array;
}

/** In a name, these say that the offer is for those around the person with the need. */
const relatives = new Set(
	'pårørende pårørendegruppe pårørendecafé pårørendecafe pårørenderådgivning relatives caregivers carers'.split(' '),
);

const longestLine = 160;

/**
 * Makes entries, sharing what many offers have alike: the same organisation, hours or set of languages is one object
 * for all of them.
 */
export class EntryMaker {
	readonly #shared = new Map<string, unknown>();
	readonly #lexicon: Lexicon;

	constructor(lexicon: Lexicon) {
		this.#lexicon = lexicon;
	}

	#share<T>(value: T): T {
		const key = JSON.stringify(value);
		const known = this.#shared.get(key);
		if (known !== undefined) return known as T;
		this.#shared.set(key, value);
		return value;
	}

	make(offer: OfferSource): Entry {
		const { slug, name, kind } = offer.organisation;
		const own = new Set(['theme', 'target_group', 'transition']);
		const terms = offer.terms.filter(({ taxonomy }) => own.has(taxonomy));
		return {
			id: offer.id,
			slug: offer.slug,
			name: offer.name,
			organisation: this.#share<EntryOrganisation>({ slug, name, kind }),
			line: lineOf(offer),
			places: offer.places.map((place) =>
				this.#share<EntryPlace>({
					address: place.confidential ? undefined : addressOf(place),
					confidential: place.confidential,
					latitude: place.confidential ? undefined : place.latitude,
					longitude: place.confidential ? undefined : place.longitude,
				}),
			),
			districts: this.#share([...new Set(offer.places.flatMap(({ district }) => (district ? [district] : [])))].sort()),
			terms: this.#share(terms.map(({ taxonomy, code }) => `${taxonomy}:${code}`).sort()),
			minimumAge: offer.minimumAge,
			maximumAge: offer.maximumAge,
			gender: offer.gender,
			waysIn: this.#share([...offer.waysIn]),
			modes: this.#share([...offer.modes]),
			languages: this.#share([...offer.languages]),
			free: offer.free,
			stepFree: offer.places.some(({ stepFree }) => stepFree === true),
			peers: offer.peers,
			capacity: offer.capacity,
			pausedUntil: offer.pausedUntil,
			capacityExpires: offer.capacityExpires,
			capacityAvailable: offer.capacityAvailable,
			capacityMaximum: offer.capacityMaximum,
			capacityUnit: offer.capacityUnit,
			waitlistUntil: offer.waitlistUntil,
			confirmed: offer.confirmed,
			doubts: offer.doubts ?? 0,
			schedules: this.#share([...offer.schedules]),
			forRelatives: words(offer.name).some((word) => relatives.has(word)),
			text: this.#lexicon.encode(textsOf(offer)),
		};
	}
}

function addressOf(place: OfferSource['places'][number]): string | undefined {
	const town = [place.postcode, place.city].filter(Boolean).join(' ');
	return [place.address ?? place.name, town].filter(Boolean).join(', ') || undefined;
}

/** A summary, or the beginning of the description. Copied, so that it does not keep the whole text in memory. */
function lineOf({ summary, description }: OfferSource): string {
	const text = (summary ?? firstSentence(description ?? '')).trim();
	const cut = text.length <= longestLine ? text : `${text.slice(0, longestLine - 1).replace(/\s+\S*$/u, '')}…`;
	return Buffer.from(cut).toString();
}
