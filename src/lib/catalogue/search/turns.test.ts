import { expect, it } from 'vitest';
import { turnsIn } from './turns.ts';
import { words } from './words.ts';

const idle = (text: string) => words(text).filter((_, at) => turnsIn(words(text)).has(at));

it('»fuld af skimmel« is about the mould', () => {
	expect(idle('lejligheden er fuld af skimmel')).toEqual(['fuld', 'af']);
	expect(idle('han er fuld')).toEqual([]);
});

it('a turn of speech asks for nothing', () => {
	expect(idle('vil stille og roligt i gang med at løbe')).toEqual(['stille', 'og', 'roligt', 'i', 'gang', 'med']);
});
