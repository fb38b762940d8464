import { districtOf, isConfidential, stepFreeOf } from './derive.ts';
import { isOwn } from './own.ts';
import type { ReportBuilder } from './report.ts';
import type { LocationRecord } from './record.ts';
import type { SourceRow, Tables } from './tables.ts';
import { readCoordinates, swappedAmong } from './values.ts';

export interface Places {
	byId: Map<string, LocationRecord>;
	/** places that are no place: an offer there is online */
	virtual: Set<string>;
}

/** Reads the locations with their addresses, coordinates and access. */
export function readPlaces(tables: Tables, report: ReportBuilder): Places {
	const own = isOwn(tables);
	const byId = new Map<string, LocationRecord>();
	const virtual = new Set<string>();
	for (const row of tables.locations) {
		const { id, name, alternate_name: alternate } = row.cells;
		if (!id) report.refuse(row, 'no_id', name);
		else if (byId.has(id)) report.refuse(row, 'duplicate_id', id);
		else {
			const location: LocationRecord = { id };
			if (name ?? alternate) location.name = name ?? alternate ?? '';
			if (row.cells['description']) location.description = row.cells['description'];
			if (row.cells['transportation']) location.transport = row.cells['transportation'];
			if (row.cells['location_type'] === 'virtual') virtual.add(id);
			setCoordinates(location, row, report);
			byId.set(id, location);
		}
	}
	if (!own) turnBackSwapped([...byId.values()], report);
	readAddresses(tables, byId, report);
	readAccess(tables, byId, report);
	for (const location of byId.values()) {
		if (!own && isConfidential(location.name, location.description, location.address))
			markConfidential(location, report);
	}
	return { byId, virtual };
}

export function markConfidential(location: LocationRecord, report: ReportBuilder): void {
	if (location.confidential) return;
	location.confidential = true;
	report.repair('confidential', location.name ?? location.id);
}

function setCoordinates(location: LocationRecord, row: SourceRow, report: ReportBuilder): void {
	const { latitude = '', longitude = '' } = row.cells;
	if (latitude === '' && longitude === '') return;
	const point = readCoordinates(latitude, longitude);
	if (!point) {
		report.refuse(row, 'bad_coordinates', `${latitude}, ${longitude}`);
		return;
	}
	location.latitude = point.latitude;
	location.longitude = point.longitude;
	if (point.swapped) report.repair('swapped_coordinates', `${location.name ?? location.id}: ${latitude}, ${longitude}`);
}

function turnBackSwapped(locations: readonly LocationRecord[], report: ReportBuilder): void {
	const onMap = locations.flatMap((location) => {
		const { latitude, longitude } = location;
		return latitude === undefined || longitude === undefined ? [] : [{ location, latitude, longitude }];
	});
	for (const index of swappedAmong(onMap)) {
		const point = onMap[index];
		if (!point) continue;
		point.location.latitude = point.longitude;
		point.location.longitude = point.latitude;
		report.repair(
			'swapped_coordinates',
			`${point.location.name ?? point.location.id}: ${point.latitude}, ${point.longitude}`,
		);
	}
}

/** The physical address wins over the postal one, whichever comes first. */
function readAddresses(tables: Tables, byId: Map<string, LocationRecord>, report: ReportBuilder): void {
	const rank = (row: SourceRow) => (row.cells['address_type'] === 'postal' ? 1 : 0);
	const done = new Set<string>();
	for (const row of [...tables.addresses].sort((a, b) => rank(a) - rank(b))) {
		const { cells } = row;
		const locationId = cells['location_id'];
		const location = locationId ? byId.get(locationId) : undefined;
		if (!locationId) report.refuse(row, 'no_link', cells['address_1']);
		else if (!location) report.refuse(row, 'unknown_location', locationId);
		else if (!done.has(locationId)) {
			const address = [cells['address_1'], cells['address_2']].filter(Boolean).join(', ');
			const district = districtOf(cells['region']);
			const city = [cells['city'], cells['country'] === 'DK' ? undefined : cells['state_province']]
				.filter(Boolean)
				.join(', ');
			if (address) location.address = address;
			if (cells['postal_code']) location.postcode = cells['postal_code'];
			if (city) location.city = city;
			if (district) location.district = district;
			if (cells['country']) location.country = cells['country'];
			if (address || city) done.add(locationId);
		}
	}
}

function readAccess(tables: Tables, byId: Map<string, LocationRecord>, report: ReportBuilder): void {
	for (const row of tables.accessibility) {
		const { location_id: locationId, description, details } = row.cells;
		const location = locationId ? byId.get(locationId) : undefined;
		const words = [description, details].filter(Boolean).join('\n');
		if (!location) report.refuse(row, locationId ? 'unknown_location' : 'no_link', locationId ?? words);
		else if (words) location.accessibility = location.accessibility ? `${location.accessibility}\n${words}` : words;
	}
	for (const location of byId.values()) {
		const stepFree = stepFreeOf(location.accessibility);
		if (stepFree !== undefined) location.stepFree = stepFree;
	}
}
