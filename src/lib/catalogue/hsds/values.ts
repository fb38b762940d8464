import type { PhoneRecord } from './record.ts';

/*
 * Single values as they come, and what they mean. Each function gives undefined for what it cannot read; the caller
 * reports it.
 */

/** @returns an ISO date of a day that exists, from an ISO date or date-time, dashed or not. */
export function readDate(text: string): string | undefined {
	const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?:$|[T ])/u.exec(text) ?? [];
	if (!year || !month || !day) return undefined;
	const date = `${year}-${month}-${day}`;
	const parsed = new Date(`${date}T00:00:00Z`);
	return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : undefined;
}

/** @returns whole years, 0 to 130 */
export function readAge(text: string): number | undefined {
	const age = Math.floor(Number(text.replace(',', '.')));
	return text.trim() !== '' && age >= 0 && age <= 130 ? age : undefined;
}

/** @returns a positive whole number */
export function readCount(text: string | undefined): number | undefined {
	const count = Number(text);
	return text && Number.isInteger(count) && count > 0 ? count : undefined;
}

/**
 * @returns an http address, `https://` added where no scheme is; undefined for anything a browser would run or that
 *   is no address. The first of several is taken.
 */
export function readUrl(text: string): string | undefined {
	const first = text.split(/[\s;,]+/u)[0] ?? '';
	const full = /^[a-z][a-z0-9+.-]*:/iu.test(first) && !/^[\w.-]+:\d/u.test(first) ? first : `https://${first}`;
	if (!URL.canParse(full)) return undefined;
	const url = new URL(full);
	return /^https?:$/u.test(url.protocol) && url.hostname.includes('.') ? full : undefined;
}

export function readEmail(text: string | undefined): string | undefined {
	const first = text?.split(/[\s;,]+/u).find((part) => /^[^@<>]+@[^@<>.]+(?:\.[^@<>.]+)+$/u.test(part));
	return first?.replace(/^mailto:/iu, '');
}

/** Words that stand where nothing does. */
export function present(text: string | undefined): string | undefined {
	return text && !/^(?:none|n\/?a|null|ingen|-+|\.)\.?$/iu.test(text) ? text : undefined;
}

/**
 * @returns the phone with its extension told apart and stray quotation marks gone; undefined without a digit
 */
export function readPhone(cells: Readonly<Record<string, string>>): (PhoneRecord & { cleaned: boolean }) | undefined {
	const raw = cells['number'] ?? '';
	const bare = raw.replaceAll(/["“”]/gu, '').trim();
	const inside = /[,;]?\s{0,4}(?:\bext(?:ension)?\.?|x|lokal)\s{0,4}([\w*#-]+)$/iu.exec(bare);
	const before = inside && bare.slice(0, inside.index);
	const [number, inline] = before && /\d/u.test(before) ? [before, inside[1]] : [bare];
	if (!/\d/u.test(number)) return undefined;
	const phone: PhoneRecord & { cleaned: boolean } = { number: number.trim(), cleaned: number.trim() !== raw.trim() };
	const extension = cells['extension'] ?? inline;
	if (extension) phone.extension = extension;
	if (cells['type']) phone.type = cells['type'].toLowerCase();
	if (cells['description']) phone.description = cells['description'];
	return phone;
}

export interface Coordinates {
	latitude: number;
	longitude: number;
}

/**
 * @returns the point in WGS 84 degrees and whether latitude and longitude had to change places; undefined for a point
 *   off the globe and for 0,0, which is what empty cells become.
 */
export function readCoordinates(latitude: string, longitude: string): (Coordinates & { swapped: boolean }) | undefined {
	const [north, east] = [latitude, longitude].map((text) =>
		text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')),
	);
	if (north === undefined || east === undefined || Number.isNaN(north) || Number.isNaN(east)) return undefined;
	if (north === 0 && east === 0) return undefined;
	if (Math.abs(north) <= 90 && Math.abs(east) <= 180) return { latitude: north, longitude: east, swapped: false };
	if (Math.abs(east) <= 90 && Math.abs(north) <= 180) return { latitude: east, longitude: north, swapped: true };
	return undefined;
}

/** Degrees within which the places of one directory are taken to lie together (some 300 km). */
const near = 3;

/**
 * Finds points of a directory whose coordinates changed places without leaving the globe: far from where most of the
 * others lie, and among them when turned round.
 * @returns the indexes of those points
 */
export function swappedAmong(points: readonly Coordinates[]): number[] {
	if (points.length < 5) return [];
	const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
	const north = median(points.map((point) => point.latitude));
	const east = median(points.map((point) => point.longitude));
	const close = (latitude: number, longitude: number) =>
		Math.abs(latitude - north) < near && Math.abs(longitude - east) < near;
	return points.flatMap(({ latitude, longitude }, index) =>
		!close(latitude, longitude) && close(longitude, latitude) ? [index] : [],
	);
}
