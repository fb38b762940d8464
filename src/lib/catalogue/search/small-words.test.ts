import { describe, expect, it } from 'vitest';
import { evened } from './small-words.ts';
import { Thesaurus } from './thesaurus.ts';
import { words } from './words.ts';

const thesaurus = new Thesaurus([
	{ id: 'volunteering', words: 'frivillig', cues: 'gøre en forskel' },
	{ id: 'mentor', words: 'mentor', cues: 'en der tror på mig, tror på mig' },
	{ id: 'grief', words: 'sorg', cues: 'er her ikke mere' },
	{ id: 'clothes', words: 'et skab med tøj', cues: 'noget at tage på' },
]);
const found = (text: string) =>
	thesaurus.sayingsIn(evened(words(text))).flatMap(({ phrase }) => phrase.meanings.map(({ concept }) => concept));

describe('a phrase of small words', () => {
	it('is known by all of them, whoever speaks and whenever it was', () => {
		expect(found('jeg vil gerne gøre en forskel')).toEqual(['volunteering']);
		expect(found('hun har gjort en forskel')).toEqual(['volunteering']);
		expect(found('han savner nogen der tror på ham')).toEqual(['mentor']);
	});

	it('is not found in some of them, or in another order, or with words between', () => {
		expect(found('der er stor forskel')).toEqual([]);
		expect(found('en forskel at gøre')).toEqual([]);
		expect(found('noget at tage med på tur')).toEqual([]);
		expect(found('jeg tror du vil på ferie')).toEqual([]);
	});

	it('gives no meaning to the one word of it that says something alone', () => {
		expect(thesaurus.meanings('tror')).toEqual([]);
	});
});
