import { expect, it } from 'vitest';
import { reportersIn } from './reporters.ts';
import { words } from './words.ts';

const reporters = (text: string) => words(text).filter((_, at) => reportersIn(words(text)).has(at));

it('whoever only tells is not what is asked for', () => {
	expect(reporters('lægen siger at hun skal bevæge sig')).toEqual(['lægen']);
	expect(reporters('han åbner ikke døren siger hans bostøtte')).toEqual(['bostøtte']);
	expect(reporters('læreren har fortalt at pigen er alene')).toEqual(['læreren']);
});

it('who is wanted is asked for', () => {
	expect(reporters('hun skal til lægen og tør ikke')).toEqual([]);
	expect(reporters('hvem siger hvad en læge koster')).toEqual([]);
});
