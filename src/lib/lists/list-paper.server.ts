import type { RequestEvent } from '@sveltejs/kit';
import { asActor, services } from '../database/as-actor.server.ts';
import type { PublicActor } from '../identity/actor.ts';
import { qrPath, type QrPath } from '../ui/qr.server.ts';
import { readList } from './lists.server.ts';
import { dateInWords, hoursOnPaper, isLanguage, paperIn, type PaperLanguage } from './paper-words.ts';

export interface PaperOffer {
	slug: string;
	name: string;
	organisation: string;
	line: string;
	/** undefined when the address is secret or there is none */
	place: { text: string; at: { lat: number; lon: number } | undefined } | undefined;
	secret: boolean;
	hours: { day: string; hours: string }[];
	phone: string | undefined;
	free: boolean;
	qr: QrPath;
}

export interface Paper {
	name: string;
	language: PaperLanguage;
	offers: PaperOffer[];
	/** the day it was made, in words */
	made: string;
}

/**
 * A list as it is printed, every word of it made here: browsers lack some of the languages.
 * @throws DomainError `list.not_found` 404
 */
export async function listPaper(
	event: RequestEvent,
	holder: PublicActor & { tokenHash: string },
	id?: string,
): Promise<Paper> {
	const wanted = event.url.searchParams.get('language') ?? event.locals.locale;
	const language = paperIn(isLanguage(wanted) ? wanted : 'da');
	event.locals.pageLanguage = { code: language.code, direction: language.direction };
	const list = await asActor(holder, (tx) => readList(tx, holder, id));
	const { config, clock } = services();
	const now = clock();
	return {
		name: list.name,
		language,
		made: dateInWords(language.code, now),
		offers: list.offers.map((offer) => {
			const place = offer.places.find(({ confidential }) => !confidential);
			const town = place && [place.postcode, place.city].filter(Boolean).join(' ');
			const at =
				place && place.latitude !== null && place.longitude !== null
					? { lat: place.latitude, lon: place.longitude }
					: undefined;
			return {
				slug: offer.slug,
				name: offer.name,
				organisation: offer.organisation.name,
				line: offer.summary ?? '',
				place: place && { text: [place.name, place.address, town].filter(Boolean).join(', '), at },
				secret: !place && offer.places.some(({ confidential }) => confidential),
				hours: hoursOnPaper(
					offer.schedules.length > 0 ? offer.schedules : (place?.schedules ?? []),
					now,
					language.code,
				),
				phone: (offer.phones[0] ?? offer.organisation.phones[0])?.number,
				free: offer.free === true,
				qr: qrPath(`${config.origin}/offers/${offer.slug}`),
			};
		}),
	};
}
