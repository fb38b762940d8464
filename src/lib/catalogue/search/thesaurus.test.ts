import { describe, expect, it } from 'vitest';
import { evened } from './small-words.ts';
import { fold, words } from './words.ts';
import { isReadInOffers, phraseStems, Thesaurus } from './thesaurus.ts';
import { concepts, phrases } from './thesaurus/index.ts';

const thesaurus = new Thesaurus(concepts);

describe('the vocabulary of the field', () => {
	it('names each concept once, and only concepts there are', () => {
		const ids = concepts.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { near } of concepts) for (const id of phrases(near)) expect(ids).toContain(id);
	});

	it('holds some ten thousand words and phrases, Danish first', () => {
		const all = new Set(
			concepts.flatMap(({ words, kinds, cues, signs, hints }) =>
				[words, kinds, cues, signs, hints].flatMap(phrases).map(fold),
			),
		);
		expect(all.size).toBeGreaterThan(10_000);
	});

	it('leads from what people say to what helps', () => {
		const of = (word: string) => thesaurus.meanings(phraseStems(word)[0] ?? '').map(({ concept }) => concept);
		expect(of('regninger')).toContain('debt');
		expect(of('druk')).toContain('alcohol');
		expect(of('paraply')).toEqual([]);
		expect(of('alene')).toContain('loneliness');
	});

	it('knows a set phrase with other small words and in another order', () => {
		const found = (text: string) =>
			thesaurus.phrasesIn(phraseStems(text)).flatMap(({ phrase }) => phrase.meanings.map(({ concept }) => concept));
		expect(found('jeg kan ikke sove')).toContain('stress');
		expect(found('opsagt lejemål')).toContain('tenant_law');
		expect(found('nogen at snakke med')).toContain('talk');
		expect(found('sove godt')).toEqual([]);
	});

	it('knows words so small that they mean something only side by side', () => {
		const found = (text: string) =>
			thesaurus.phrasesIn(phraseStems(text)).flatMap(({ phrase }) => phrase.meanings.map(({ concept }) => concept));
		expect(found('tage med til læge')).toContain('accompaniment');
		expect(found('med toget kan man tage')).not.toContain('accompaniment');
	});

	it('makes nothing of a small word of an offer that shares a stem with a word of the field', () => {
		const concepts = (word: string) => thesaurus.meaningsOf(word).map(({ concept }) => concept);
		expect(concepts('mænd')).toContain('men');
		expect(concepts('mens')).toEqual([]);
		expect(concepts('bisidder')).toContain('assessor');
		expect(concepts('siden')).toEqual([]);
	});

	it('knows sayings of small words only as they are said', () => {
		const found = (text: string) =>
			thesaurus.sayingsIn(evened(words(text))).flatMap(({ phrase }) => phrase.meanings.map(({ concept }) => concept));
		expect(found('familien skal være ude')).toContain('eviction');
		expect(found('de skal ud og være med')).not.toContain('eviction');
		expect(found('hun vil høre til et sted')).toContain('community');
		expect(thesaurus.meanings('luft').map(({ concept }) => concept)).not.toContain('talk');
	});

	it('hears in a question what says nothing in an offer', () => {
		const signs = new Thesaurus([{ id: 'moving', words: 'flyttehjælp', cues: 'flyttekasser', signs: 'sofa' }]);
		const read = (word: string) => signs.meaningsOf(word).map(({ kind }) => isReadInOffers(kind));
		expect(read('flyttekasser')).toEqual([true]);
		expect(read('sofa')).toEqual([false]);
	});

	it('takes a »ikke« with the word beside it', () => {
		const found = (text: string) =>
			thesaurus.phrasesIn(phraseStems(text)).flatMap(({ phrase }) => phrase.meanings.map(({ concept }) => concept));
		expect(found('snakker ikke med nogen')).toContain('loneliness');
		expect(found('snakke med en når jeg ikke sover')).not.toContain('loneliness');
	});

	it('makes no phrase of words in two clauses, and prefers what says something', () => {
		const accompanied = phraseStems('følge læge');
		expect(thesaurus.phrasesIn(accompanied, [0, 0])).not.toEqual([]);
		expect(thesaurus.phrasesIn(accompanied, [0, 1])).toEqual([]);
		const [first] = thesaurus.phrasesIn(phraseStems('komme ud i det grønne'));
		expect(first?.phrase.meanings.map(({ concept }) => concept)).toContain('nature');
	});

	it('uses each word of a query for one phrase only, the longest', () => {
		const stems = phraseStems('alene med børn');
		expect(thesaurus.phrasesIn(stems).map(({ at }) => at)).toHaveLength(1);
	});
});
