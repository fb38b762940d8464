import { expect, it } from 'vitest';
import type { MapAnswer } from './answer.ts';
import { groupMarks } from './grouping.ts';
import { withPlaces } from './place-names.ts';

const project = (lat: number, lon: number) => ({ x: lon * 100_000, y: -lat * 100_000 });
const named = (answer: MapAnswer, zoom: number) =>
	groupMarks(withPlaces(answer, zoom), project).map(({ count, place }) => [count, place]);

it('a mark of several offers is called by the square where most of them are', () => {
	const points = [
		['a', 55.68702, 12.55601, 'A', '', 'open'],
		['b', 55.68703, 12.55602, 'B', '', 'open'],
		['c', 55.7108, 12.5372, 'C', '', 'open'],
	] as const;
	expect(named({ kind: 'points', points }, 15)).toEqual([
		[1, 'Tagensbo'],
		[2, 'Blågårds Plads'],
	]);
});

it('a cluster is called by its district from afar, by its square from near, and not at all where nothing is known', () => {
	const clusters = [
		[55.687, 12.556, 12, 18],
		[25.77, -80.19, 3, 18],
	] as const;
	const answer: MapAnswer = { kind: 'clusters', clusters, points: [] };
	expect(named(answer, 12)).toEqual([
		[12, 'Nørrebro'],
		[3, undefined],
	]);
	expect(named(answer, 16)[0]).toEqual([12, 'Blågårds Plads']);
});
