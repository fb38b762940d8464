/** West, south, east, north in WGS 84 degrees, the order of GeoJSON and of the addresses of this site. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** The sheet the schematic map draws: Øresund from Køge Bugt to Helsingør's south, so that a wide screen stays on it. */
export const sheet: Box = [11.9, 55.3, 13.3, 56.1];

/** Where the sheet has streets, lakes and names enough to find one's way: the ten districts and their neighbours. */
export const city: Box = [12.4, 55.58, 12.72, 55.78];

/** What the map shows when a search has no place to show. */
export const wholeCity: Box = [12.452, 55.613, 12.661, 55.733];

/** Whether a position lies in a box, edges included. */
export function inside([west, south, east, north]: Box, lat: number, lon: number): boolean {
	return lon >= west && lon <= east && lat >= south && lat <= north;
}
