import { capacityExpiry } from '../pause.ts';
import { capacityOf } from './derive.ts';
import type { OfferRecord } from './record.ts';
import type { ReportBuilder } from './report.ts';
import type { Tables } from './tables.ts';
import { readDate } from './values.ts';

/** What a source says of one kind of place. */
interface Told {
	available: number;
	maximum: number | undefined;
	unit: string | undefined;
}

const amount = (text: string | undefined): number | undefined => {
	const number = Number(text);
	return text !== undefined && Number.isFinite(number) && number >= 0 ? Math.floor(number) : undefined;
};

/** Names of the unit that need not be told. */
const places = /^(?:pladser?|places?|spaces?|slots?)$/iu;

/**
 * HSDS 3.1 service_capacity: how many of what are free. Beds and chairs cannot be added up: the numbers are kept where
 * all are of one unit. What was said holds as long as if it had been said here that day.
 */
export function readCapacities(tables: Tables, offers: ReadonlyMap<string, OfferRecord>, report: ReportBuilder): void {
	const unitNames = new Map(tables.units.map(({ cells }) => [cells['id'] ?? '', cells['name']]));
	const told = new Map<OfferRecord, Told[]>();
	for (const row of tables.service_capacities) {
		const { service_id: id = '', unit_id: unitId = '', available, maximum, updated } = row.cells;
		const offer = offers.get(id);
		const free = amount(available);
		if (!offer) report.refuse(row, id ? 'unknown_service' : 'no_link', id);
		else if (free !== undefined) {
			const unit = { available: free, maximum: amount(maximum), unit: unitNames.get(unitId) };
			told.set(offer, [...(told.get(offer) ?? []), unit]);
			const day = updated ? readDate(updated) : undefined;
			if (day && day > (offer.capacityUpdated ?? '')) offer.capacityUpdated = day;
		}
	}
	for (const [offer, units] of told) {
		const capacity = capacityOf(units);
		if (!capacity) continue;
		offer.capacity = capacity;
		const expires = offer.capacityUpdated && capacityExpiry(capacity, offer.capacityUpdated);
		if (expires) offer.capacityExpires = expires;
		if (new Set(units.map(({ unit }) => unit)).size > 1) continue;
		offer.capacityAvailable = units.reduce((sum, { available }) => sum + available, 0);
		const [first] = units;
		if (units.every(({ maximum }) => maximum !== undefined))
			offer.capacityMaximum = units.reduce((sum, { maximum = 0 }) => sum + maximum, 0);
		if (first?.unit && !places.test(first.unit)) offer.capacityUnit = first.unit;
	}
}
