import { describe, expect, it } from 'vitest';
import { nameOf, namesOf, namedPlace } from './named-places.ts';
import { readNear } from './near.ts';
import { distanceWords, metresBetween, readPosition } from './position.ts';
import { postcodeFacts } from './postcode-facts.ts';

const blaagaardsPlads = { latitude: 55.687, longitude: 12.556 };

describe('a place that distances are counted from', () => {
	it.each([
		['2200', '2200 København N', 55.695, 12.551],
		['2200 København N', '2200 København N', 55.695, 12.551],
		['DK-9990', '9990 Skagen', 57.72, 10.58],
		['1620', '1620 København V', 55.671, 12.556],
		['Nørrebro', 'Nørrebro', 55.6975, 12.551],
		['  nørrebro ', 'Nørrebro', 55.6975, 12.551],
		['Vesterbro/Kongens Enghave', 'Vesterbro', 55.669, 12.5515],
		['blågårds plads', 'Blågårds Plads', 55.687, 12.556],
		['Helsingør', 'Helsingør', 56.036, 12.61],
	])('»%s« is known without asking anybody', (text, name, latitude, longitude) => {
		const found = namedPlace(text);
		expect(found?.name).toBe(name);
		expect(metresBetween(found ?? { latitude: 0, longitude: 0 }, { latitude, longitude })).toBeLessThan(2_000);
	});

	it.each(['', '0000', '123', 'Blågårdsgade 10', '2200 Blågårdsgade 10', 'Atlantis', '91,12', '55.6,181', '<b>'])(
		'»%s« is not guessed at',
		(text) => expect(readNear(text)).toBeUndefined(),
	);

	it('is rounded to about a hundred metres when it is a point', () => {
		expect(readNear('55.68749, 12.55551')).toMatchObject({ text: '55.687,12.556', name: 'Blågårds Plads' });
		expect(readPosition('55.68749,12.55551')).toEqual(blaagaardsPlads);
	});

	it('has the name of the square, then of the district, and of the town elsewhere', () => {
		expect(nameOf(blaagaardsPlads)).toBe('Blågårds Plads');
		expect(namesOf(blaagaardsPlads)).toEqual(['Blågårds Plads', 'Nørrebro']);
		expect(namesOf({ latitude: 57.05, longitude: 9.92 })).toEqual([expect.stringMatching(/Aalborg|Nørresundby/u)]);
		expect(nameOf({ latitude: 25.77, longitude: -80.19 })).toBeUndefined();
	});
});

describe('distances', () => {
	it('are those of the map: from Copenhagen’s town hall to Aarhus’s it is 157 kilometres', () => {
		const metres = metresBetween({ latitude: 55.6758, longitude: 12.5697 }, { latitude: 56.1526, longitude: 10.2031 });
		expect(metres / 1000).toBeCloseTo(156.5, 0);
	});

	it.each([
		[0, '50 m'],
		[849, '850 m'],
		[974, '950 m'],
		[980, '1 km'],
		[2_340, '2,3 km'],
		[9_960, '10 km'],
		[156_700, '157 km'],
	])('of %d metres are said as %s', (metres, words) => expect(distanceWords(metres, 'da')).toBe(words));
});

it('the facts about postcodes are whole: each once, in Denmark, rising', () => {
	const lines = postcodeFacts.trim().split(/;\s*/u);
	const codes = lines.map((line) => line.slice(0, 4));
	expect(lines.length).toBeGreaterThan(550);
	expect(codes).toEqual([...new Set(codes)].sort());
	for (const line of lines) {
		const [, latitude, longitude] = /^\d{4} \p{Lu}[\p{L} .-]+ (\d\d\.\d{3}) (\d{1,2}\.\d{3})$/u.exec(line) ?? [line];
		expect(Number(latitude), line).toBeGreaterThan(54.5);
		expect(Number(latitude), line).toBeLessThan(57.8);
		expect(Number(longitude), line).toBeGreaterThan(8);
		expect(Number(longitude), line).toBeLessThan(15.2);
	}
});
