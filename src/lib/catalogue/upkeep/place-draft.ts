import type { OfferPlace } from '../offer-page.server.ts';

/** A place as it is typed; all of its address is null where it is not known. */
export type PlaceDraft = Pick<OfferPlace, (typeof fields)[number]>;

const fields = [
	'name',
	'address',
	'postcode',
	'city',
	'district',
	'latitude',
	'longitude',
	'confidential',
	'stepFree',
	'accessibility',
	'transport',
] as const satisfies readonly (keyof OfferPlace)[];

/** Whether two say the same. */
export const samePlace = (a: PlaceDraft, b: PlaceDraft): boolean => fields.every((field) => a[field] === b[field]);

/** `55.694, 12.548`, with a comma or a full stop in the numbers; undefined when it is nothing of the kind. */
export function parseCoordinates(text: string): { latitude: number; longitude: number } | undefined {
	const found = /^\s*(-?\d{1,2}[.,]\d+)(?:\s*[,;]\s*|\s+)(-?\d{1,3}[.,]\d+)\s*$/.exec(text);
	if (!found) return undefined;
	const [latitude = NaN, longitude = NaN] = found.slice(1).map((part) => Number(part.replace(',', '.')));
	return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
