/** A place on earth, WGS 84 degrees. */
export interface Position {
	readonly latitude: number;
	readonly longitude: number;
}

/** Thousandths of a degree: about a hundred metres. A person's own place is never known more closely than this. */
export const rounded = ({ latitude, longitude }: Position): Position => ({
	latitude: Math.round(latitude * 1000) / 1000,
	longitude: Math.round(longitude * 1000) / 1000,
});

/** `55.687,12.555`, as it stands in an address. */
export const positionText = (position: Position): string => {
	const { latitude, longitude } = rounded(position);
	return `${latitude},${longitude}`;
};

/** Reads what `positionText` writes; undefined when it is no place on earth. */
export function readPosition(text: string): Position | undefined {
	const parts = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$/u.exec(text);
	const latitude = Number(parts?.[1] ?? NaN);
	const longitude = Number(parts?.[2] ?? NaN);
	if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
	return rounded({ latitude, longitude });
}

/** Mean radius of the earth in metres (IUGG). */
const earth = 6_371_009;
const radians = Math.PI / 180;

/** As the crow flies, in metres (haversine). */
export function metresBetween(a: Position, b: Position): number {
	const up = Math.sin(((b.latitude - a.latitude) * radians) / 2);
	const along = Math.sin(((b.longitude - a.longitude) * radians) / 2);
	const share = up * up + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * along * along;
	return 2 * earth * Math.asin(Math.min(1, Math.sqrt(share)));
}

/**
 * A distance as one says it: `850 m`, `2,3 km`, `12 km`. No closer than fifty metres, because the place it is counted
 * from is not.
 */
export function distanceWords(metres: number, locale: string): string {
	const near = Math.max(50, Math.round(metres / 50) * 50);
	if (near < 1000) return `${near} m`;
	const digits = metres < 9_950 ? 1 : 0;
	return `${(metres / 1000).toLocaleString(locale, { maximumFractionDigits: digits })} km`;
}
