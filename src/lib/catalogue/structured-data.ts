import type { OfferPage, OfferPlace, OrganisationPage } from './offer-page.server.ts';
import type { ScheduleRecord } from './hsds/record.ts';

/*
 * Offers and organisations as schema.org tells them, for search engines. Only what the page itself shows: nothing of a
 * confidential place but that there is one.
 */

type Thing = Record<string, unknown>;

/** Leaves out what is not known. */
const known = (thing: Thing): Thing =>
	Object.fromEntries(
		Object.entries(thing).filter(
			([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
		),
	);

const dayNames: Readonly<Record<string, string>> = {
	...{ MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' },
};

/** Weekly hours; what comes otherwise (first Tuesday of the month) has no place in an OpeningHoursSpecification. */
function openingHours(schedules: readonly ScheduleRecord[]): Thing[] {
	return schedules.flatMap(({ freq, byday, interval, opensAt, closesAt, validFrom, validTo }) => {
		const days = (byday?.split(',') ?? []).map((day) => dayNames[day]);
		if (
			freq !== 'WEEKLY' ||
			interval !== undefined ||
			!opensAt ||
			!closesAt ||
			days.length === 0 ||
			days.includes(undefined)
		)
			return [];
		return [
			known({
				'@type': 'OpeningHoursSpecification',
				dayOfWeek: days,
				opens: opensAt,
				closes: closesAt,
				validFrom,
				validThrough: validTo,
			}),
		];
	});
}

function place(at: OfferPlace): Thing | null {
	if (at.confidential) return null;
	const address = known({
		'@type': 'PostalAddress',
		streetAddress: at.address,
		postalCode: at.postcode,
		addressLocality: at.city,
	});
	const onMap = at.latitude !== null && at.longitude !== null;
	return known({
		'@type': 'Place',
		name: at.name,
		address: Object.keys(address).length > 1 ? address : undefined,
		geo: onMap ? { '@type': 'GeoCoordinates', latitude: at.latitude, longitude: at.longitude } : undefined,
		openingHoursSpecification: openingHours(at.schedules),
	});
}

/** @param origin the site's public address, `https://…` */
export function offerThing(offer: OfferPage, origin: string): Thing {
	const places = offer.places.map(place).filter((each) => each !== null);
	const url = `${origin}/offers/${offer.slug}`;
	const { organisation } = offer;
	return known({
		'@context': 'https://schema.org',
		'@type': 'Service',
		'@id': url,
		url,
		name: offer.name,
		alternateName: offer.alternateName,
		description: offer.summary ?? offer.description,
		areaServed: offer.serviceArea,
		audience: offer.eligibility ? { '@type': 'Audience', audienceType: offer.eligibility } : undefined,
		provider: {
			'@type': 'NGO',
			'@id': `${origin}/organisations/${organisation.slug}`,
			name: organisation.name,
		},
		hoursAvailable: openingHours(offer.schedules),
		offers: offer.free === true ? { '@type': 'Offer', price: 0, priceCurrency: 'DKK' } : undefined,
		availableChannel: places.map((serviceLocation) => ({
			'@type': 'ServiceChannel',
			serviceLocation,
			...(offer.languages.length > 0 && { availableLanguage: offer.languages }),
		})),
	});
}

/** @param origin the site's public address, `https://…` */
export function organisationThing(organisation: OrganisationPage, origin: string): Thing {
	const url = `${origin}/organisations/${organisation.slug}`;
	return known({
		'@context': 'https://schema.org',
		'@type': 'NGO',
		'@id': url,
		url,
		name: organisation.name,
		alternateName: organisation.alternateName,
		description: organisation.description,
		email: organisation.email,
		telephone: organisation.phones[0]?.number,
		foundingDate: organisation.yearFounded === null ? undefined : String(organisation.yearFounded),
		sameAs: organisation.website,
		makesOffer: organisation.offers.map(({ slug, name }) => ({
			'@type': 'Offer',
			itemOffered: { '@type': 'Service', '@id': `${origin}/offers/${slug}`, name },
		})),
	});
}

/** JSON that cannot end the element it stands in, whatever an organisation has written. */
export const jsonInHtml = (thing: Thing): string =>
	JSON.stringify(thing)
		.replaceAll('<', String.raw`\u003c`)
		.replaceAll('>', String.raw`\u003e`)
		.replaceAll('&', String.raw`\u0026`);
