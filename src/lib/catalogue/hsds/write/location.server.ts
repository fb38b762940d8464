import { partId } from '../../store/record-identity.server.ts';
import { districts, termName } from '../../vocabulary.ts';
import { extensionKey } from '../extension.ts';
import { known, type HsdsObject } from './object.ts';
import { phoneObjects, scheduleObjects } from './parts.server.ts';
import type { LocationRow } from './rows.ts';

/**
 * A place. What tells where a confidential one is stays out even if a row should hold it: this is the last door before
 * the world.
 */
export function locationObject(row: LocationRow): HsdsObject {
	const open = !row.confidential;
	return {
		...locationItem(row),
		...known({
			addresses: open ? addresses(row) : [],
			accessibility: row.accessibility
				? [{ id: partId(row.id, 'accessibility', '0'), description: row.accessibility }]
				: [],
			phones: phoneObjects(row.id, row.phones),
			schedules: scheduleObjects(row.id, row.schedules),
		}),
		[extensionKey]: known({
			confidential: row.confidential,
			district: row.district,
			country: open ? null : row.country,
			stepFree: row.stepFree,
			phones: row.phones,
			schedules: row.schedules,
		}),
	};
}

/** What a list says of a place: what it has one of. */
export function locationItem(row: LocationRow): HsdsObject {
	const open = !row.confidential;
	return {
		id: row.id,
		location_type: 'physical',
		...known({
			name: row.name,
			description: row.description,
			transportation: open ? row.transport : null,
			latitude: open ? row.latitude : null,
			longitude: open ? row.longitude : null,
		}),
	};
}

/** The standard requires every part of an address, so what is not known is empty. */
function addresses(row: LocationRow): HsdsObject[] {
	const { address, postcode, city, country, district } = row;
	if (!address && !postcode && !city && !country) return [];
	return [
		{
			id: partId(row.id, 'address', '0'),
			address_1: address ?? '',
			city: city ?? '',
			...(district && { region: termName(districts, district, 'da') }),
			state_province: '',
			postal_code: postcode ?? '',
			country: country ?? '',
			address_type: 'physical',
		},
	];
}
