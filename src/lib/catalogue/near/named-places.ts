import { districtNames, neighbours, stations } from '../map/places.ts';
import { fold } from '../search/words.ts';
import { metresBetween, type Position } from './position.ts';
import { postcodeFacts } from './postcode-facts.ts';

/** A place that has a name and needs no look-up. */
export interface NamedPlace extends Position {
	readonly name: string;
}

/** Neighbourhoods and squares as people in Copenhagen call them, right to two hundred metres; set by hand. */
const neighbourhoods: readonly (readonly [name: string, latitude: number, longitude: number])[] = [
	['Amager', 55.655, 12.603],
	['Amagerbro', 55.663, 12.604],
	['Bellahøj', 55.708, 12.517],
	['Blågårds Plads', 55.687, 12.556],
	['Brønshøj', 55.705, 12.498],
	['Carlsbergbyen', 55.666, 12.536],
	['Christiania', 55.674, 12.598],
	['Christianshavn', 55.673, 12.591],
	['Den Røde Plads', 55.699, 12.542],
	['Folkets Park', 55.692, 12.549],
	['Folehaven', 55.65, 12.497],
	['Gammel Strand', 55.678, 12.578],
	['Haraldsgadekvarteret', 55.706, 12.552],
	['Husum', 55.71, 12.476],
	['Halmtorvet', 55.67, 12.561],
	['Israels Plads', 55.683, 12.57],
	['Islands Brygge', 55.664, 12.578],
	['Kongens Enghave', 55.652, 12.542],
	['Kultorvet', 55.682, 12.573],
	['Mjølnerparken', 55.705, 12.545],
	['Nordvest', 55.705, 12.533],
	['Nordhavn', 55.709, 12.598],
	['Nytorv', 55.678, 12.572],
	['Rantzausgade', 55.687, 12.551],
	['Refshaleøen', 55.692, 12.615],
	['Rentemestervej', 55.704, 12.533],
	['Sankt Hans Torv', 55.69, 12.561],
	['Sundby', 55.65, 12.606],
	['Sydhavnen', 55.65, 12.541],
	['Tagensbo', 55.712, 12.537],
	['Tingbjerg', 55.721, 12.483],
	['Toftegårds Plads', 55.659, 12.512],
	['Urbanplanen', 55.652, 12.587],
	['Utterslev', 55.711, 12.51],
	['Vesterbro Torv', 55.673, 12.553],
	['Vigerslev', 55.655, 12.487],
	['Voldparken', 55.717, 12.488],
	['Ørestad', 55.63, 12.579],
	['Øster Farimagsgade', 55.69, 12.576],
];

const at = (name: string, [longitude, latitude]: readonly number[]): NamedPlace => ({
	name,
	latitude: latitude ?? 0,
	longitude: longitude ?? 0,
});

/** The ten districts, and the parts of them that have a name of their own. */
const districtPlaces = Object.values(districtNames).flatMap((names) =>
	names.map(([name, position]) => at(name, position)),
);
const neighbourPlaces = neighbours.map(([name, position]) => at(name, position));
const squares = [
	...neighbourhoods.map(([name, latitude, longitude]) => ({ name, latitude, longitude })),
	...Object.entries(stations).map(([name, position]) => at(name, position)),
];

/** Inner Copenhagen and Frederiksberg C have a postcode for each street; the middle of a range is near enough. */
const ranges: readonly (readonly [from: number, to: number, place: NamedPlace])[] = [
	[1000, 1399, { name: 'København K', latitude: 55.682, longitude: 12.58 }],
	[1400, 1439, { name: 'Christianshavn', latitude: 55.674, longitude: 12.594 }],
	[1440, 1499, { name: 'København K', latitude: 55.677, longitude: 12.578 }],
	[1500, 1799, { name: 'København V', latitude: 55.671, longitude: 12.556 }],
	[1800, 1999, { name: 'Frederiksberg C', latitude: 55.677, longitude: 12.541 }],
];

const facts = postcodeFacts
	.trim()
	.split(/;\s*/u)
	.map((line) => {
		const [, code = '', name = '', latitude, longitude] = /^(\d{4}) (.+) (\S+) (\S+)$/u.exec(line) ?? [];
		return { code, name, latitude: Number(latitude), longitude: Number(longitude) };
	});
const byPostcode: ReadonlyMap<string, NamedPlace> = new Map(facts.map(({ code, ...place }) => [code, place]));

const key = (name: string): string => fold(name.trim().replace(/\s+/gu, ' '));

/** A district before a station of its name; of two towns with one name the first in the list of postcodes. */
const byName = new Map<string, NamedPlace>();
for (const place of [...districtPlaces, ...squares, ...neighbourPlaces, ...facts]) {
	if (!byName.has(key(place.name))) byName.set(key(place.name), place);
}
for (const [name, other] of [
	['København', 'Indre By'],
	['Copenhagen', 'Indre By'],
	['Brønshøj-Husum', 'Brønshøj'],
	['Vesterbro/Kongens Enghave', 'Vesterbro'],
	['Aarhus', 'Aarhus C'],
	['Århus', 'Aarhus C'],
	['Odense', 'Odense C'],
] as const) {
	const place = byName.get(key(other));
	if (place) byName.set(key(name), place);
}

/**
 * Finds a place that is known without asking anybody: a Danish postcode (with its town or without), a district of
 * Copenhagen, a square or station, a town.
 */
export function namedPlace(text: string): NamedPlace | undefined {
	const [, code, rest = ''] = /^\s*(?:DK-?)?(\d{4})\b(.*)$/iu.exec(text) ?? [];
	if (code !== undefined) {
		// »2200 København N« is a postcode; »1234 Et eller andet 7« is something to look up.
		if (/\d/u.test(rest)) return undefined;
		const number = Number(code);
		const found = byPostcode.get(code) ?? ranges.find(([from, to]) => from <= number && number <= to)?.[2];
		return found && { ...found, name: `${code} ${found.name}` };
	}
	return byName.get(key(text));
}

/** How far a square or a station lends its name, a district, and a town, in metres. */
const reach = { square: 700, district: 2_500, town: 25_000 };

function nearest(places: readonly NamedPlace[], to: Position, within: number): NamedPlace | undefined {
	let found: NamedPlace | undefined;
	let least = within;
	for (const place of places) {
		// Most are far off, and a degree of latitude is never less than 110 kilometres.
		if (Math.abs(place.latitude - to.latitude) * 110_000 > least) continue;
		const metres = metresBetween(place, to);
		if (metres > least) continue;
		least = metres;
		found = place;
	}
	return found;
}

const districtsAround = [...districtPlaces, ...neighbourPlaces];

/**
 * What a place would be called by someone who lives there, the closest first: its square or station, then its district
 * or town. None where nothing is known.
 */
export function namesOf(position: Position): readonly string[] {
	const square = nearest(squares, position, reach.square);
	const wider = nearest(districtsAround, position, reach.district) ?? nearest(facts, position, reach.town);
	return [square, wider].flatMap((place) => place?.name ?? []);
}

/** The closest name of a place. */
export const nameOf = (position: Position): string | undefined => namesOf(position)[0];
