import { expect, it } from 'vitest';
import { sketch } from './sketch.ts';

it('draws the neighbourhood of a place, with its names and a mark in the middle', () => {
	const svg = sketch({ lat: 55.6944, lon: 12.5486, radiusMetres: 900 });
	expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
	expect(svg).toContain('>Nørrebros Runddel<');
	expect(svg).toContain('>Assistens Kirkegård<');
	expect(svg).not.toContain('Ørestad');
	expect(svg).toContain('translate(320 200)');
	expect(svg).not.toMatch(/NaN|Infinity|undefined/);
	expect(svg.length).toBeLessThan(20_000);
});
