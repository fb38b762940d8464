import type { Position } from './position.ts';

/*
 * ETRS89 / UTM zone 32 (EPSG:25832), in which Danish authorities tell places, to WGS 84: Krüger's series to the third
 * order on GRS80, right to a millimetre. A library for it would bring every projection of the world for these lines.
 */
const flattening = 1 / 298.257222101;
const n = flattening / (2 - flattening);
const radius = (6_378_137 / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
const scale = 0.9996;
const falseEasting = 500_000;
const meridian = 9;
const beta = [n / 2 - (2 * n ** 2) / 3 + (37 * n ** 3) / 96, n ** 2 / 48 + n ** 3 / 15, (17 * n ** 3) / 480];
const delta = [2 * n - (2 * n ** 2) / 3 - 2 * n ** 3, (7 * n ** 2) / 3 - (8 * n ** 3) / 5, (56 * n ** 3) / 15];

/** @param easting metres @param northing metres */
export function fromUtm32(easting: number, northing: number): Position {
	const xi = northing / (scale * radius);
	const eta = (easting - falseEasting) / (scale * radius);
	let north = xi;
	let east = eta;
	for (const [index, factor] of beta.entries()) {
		const times = 2 * (index + 1);
		north -= factor * Math.sin(times * xi) * Math.cosh(times * eta);
		east -= factor * Math.cos(times * xi) * Math.sinh(times * eta);
	}
	const conformal = Math.asin(Math.sin(north) / Math.cosh(east));
	let latitude = conformal;
	for (const [index, factor] of delta.entries()) latitude += factor * Math.sin(2 * (index + 1) * conformal);
	const longitude = Math.atan2(Math.sinh(east), Math.cos(north));
	return { latitude: (latitude * 180) / Math.PI, longitude: meridian + (longitude * 180) / Math.PI };
}
