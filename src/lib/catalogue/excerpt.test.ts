import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';

describe('the beginning of a text', () => {
	it('is the text itself where there is room for it', () => {
		expect(excerpt('  Et sted\nat mødes ', 15)).toBe('Et sted at…');
		expect(excerpt('  Et sted\nat mødes ', 16)).toBe('Et sted at mødes');
	});
	it('ends after a whole word, and says that there is more', () => {
		expect(excerpt('Kom og spis med, hver tirsdag hele året.', 18)).toBe('Kom og spis med…');
	});
	it('cuts a word that is longer than the room', () => {
		expect(excerpt('Sammensætningsforbindelser', 10)).toBe('Sammensæt…');
	});
});
