import { partId, visitId } from '../../store/record-identity.server.ts';
import { extensionKey } from '../extension.ts';
import { locationObject } from './location.server.ts';
import { known, standardEmail, standardUri, type HsdsObject } from './object.ts';
import { organizationObject } from './organization.server.ts';
import { contactObjects, phoneObjects, scheduleObjects } from './parts.server.ts';
import type { OfferRow, VisitRow, WholeOffer } from './rows.ts';
import { termObject } from './term.server.ts';

/** When anything an offer is made of was last written. */
export function lastModified({ offer, organisation, places }: WholeOffer): Date {
	const moments = [offer.updatedAt, organisation.updatedAt, ...places.map(({ location }) => location.updatedAt)];
	return new Date(Math.max(...moments.map((moment) => moment.getTime())));
}

/** What a list of services says of one: the fields of the offer itself. */
export function serviceItem(whole: WholeOffer): HsdsObject {
	const { offer } = whole;
	return {
		id: offer.id,
		organization_id: offer.organisationId,
		name: offer.name,
		status: offer.status,
		...known({
			alternate_name: offer.alternateName,
			description: offer.description,
			url: standardUri(offer.url),
			email: standardEmail(offer.email),
			interpretation_services: offer.interpretation,
			application_process: offer.applicationProcess,
			fees_description: offer.fees,
			wait_time: offer.waitTime,
			eligibility_description: offer.eligibility,
			minimum_age: offer.minimumAge,
			maximum_age: offer.maximumAge,
			assured_date: offer.confirmed,
		}),
		last_modified: lastModified(whole).toISOString(),
	};
}

/** The service with everything around it. */
export function serviceObject(whole: WholeOffer): HsdsObject {
	const { offer, organisation, places } = whole;
	return {
		...serviceParts(whole),
		organization: organizationObject(organisation),
		...known({
			service_at_locations: places.map(({ visit, location }) => ({
				...visitItem(visit),
				location: locationObject(location),
			})),
		}),
		[extensionKey]: offerExtension(whole, offer),
	};
}

/** The service with what is its own; its organisation and places are named by their ids. */
export function serviceAlone(whole: WholeOffer): HsdsObject {
	const { offer, places } = whole;
	return {
		...serviceParts(whole),
		...known({ service_at_locations: places.map(({ visit }) => visitItem(visit)) }),
		[extensionKey]: offerExtension(whole, offer),
	};
}

function serviceParts(whole: WholeOffer): HsdsObject {
	const { offer, terms } = whole;
	return {
		...serviceItem(whole),
		...known({
			phones: phoneObjects(offer.id, offer.phones),
			contacts: contactObjects(offer.id, offer.contacts),
			schedules: scheduleObjects(offer.id, offer.schedules),
			languages: languageObjects(offer),
			service_areas: offer.serviceArea ? [{ id: partId(offer.id, 'area', '0'), name: offer.serviceArea }] : [],
			cost_options: offer.free ? [{ id: partId(offer.id, 'cost', '0'), option: 'Gratis', amount: 0 }] : [],
			capacities: capacityObjects(offer),
			attributes: terms.map((term) => ({
				id: partId(offer.id, 'attribute', term.id),
				link_id: offer.id,
				link_entity: 'service',
				link_type: term.taxonomy,
				taxonomy_term_id: term.id,
				taxonomy_term: termObject(term),
			})),
		}),
	};
}

/** HSDS 3.1 service_capacity; readers of 3.0 pass it over. */
function capacityObjects(offer: OfferRow): HsdsObject[] {
	const { id, capacityAvailable, capacityMaximum, capacityUnit, capacityUpdated, updatedAt } = offer;
	if (capacityAvailable === null) return [];
	const name = capacityUnit ?? 'pladser';
	return [
		known({
			id: partId(id, 'capacity', '0'),
			unit: { id: partId('unit', name), name },
			available: capacityAvailable,
			maximum: capacityMaximum,
			updated: capacityUpdated ? `${capacityUpdated}T00:00:00Z` : updatedAt.toISOString(),
		}),
	];
}

function languageObjects({ id, languages }: OfferRow): HsdsObject[] {
	const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
	return languages.map((language) => ({
		id: partId(id, 'language', language),
		...(/^[a-z]{2,3}$/u.test(language) ? { name: names.of(language), code: language } : { name: language }),
	}));
}

function offerExtension({ terms }: WholeOffer, offer: OfferRow): HsdsObject {
	const [url, email] = [standardUri(offer.url), standardEmail(offer.email)];
	return known({
		summary: offer.summary,
		url: offer.url === (url ?? null) ? undefined : offer.url,
		email: offer.email === (email ?? null) ? undefined : offer.email,
		gender: offer.gender,
		waysIn: offer.waysIn,
		modes: offer.modes,
		free: offer.free,
		peers: offer.peers,
		serviceArea: offer.serviceArea,
		languages: offer.languages,
		capacity: offer.capacity,
		capacityUpdated: offer.capacityUpdated,
		capacityAvailable: offer.capacityAvailable,
		capacityMaximum: offer.capacityMaximum,
		capacityUnit: offer.capacityUnit,
		capacityExpires: offer.capacityExpires,
		waitlistUntil: offer.waitlistUntil,
		pausedUntil: offer.pausedUntil,
		confirmedBy: offer.confirmedBy,
		terms: terms.map(({ taxonomy, code }) => ({ taxonomy, code })),
		phones: offer.phones,
		contacts: offer.contacts,
		schedules: offer.schedules,
	});
}

/** service_at_location, without the service and the location themselves. */
export function visitItem(visit: VisitRow): HsdsObject {
	const id = visitId(visit.offerId, visit.locationId);
	return {
		id,
		service_id: visit.offerId,
		location_id: visit.locationId,
		...known({
			description: visit.description,
			phones: phoneObjects(id, visit.phones),
			schedules: scheduleObjects(id, visit.schedules),
		}),
		[extensionKey]: known({ phones: visit.phones, schedules: visit.schedules }),
	};
}
