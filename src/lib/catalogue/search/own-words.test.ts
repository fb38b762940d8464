import { describe, expect, it } from 'vitest';
import { countable, withOwnWords } from './own-words.ts';
import { Thesaurus } from './thesaurus.ts';
import { concepts } from './thesaurus/index.ts';
import { stem } from './stem.ts';

const meaningOf = (word: string, own: Parameters<typeof withOwnWords>[1]) =>
	new Thesaurus(withOwnWords(concepts, own)).meanings(stem(word)).map(({ concept }) => concept);

describe('a coordinator’s words', () => {
	it('lead to a concept, or to another word', () => {
		expect(meaningOf('glimmerpenge', [])).toEqual([]);
		expect(meaningOf('glimmerpenge', [{ phrase: 'glimmerpenge', kind: 'add', concept: 'debt', sameAs: null }])).toEqual(
			['debt'],
		);
		expect(meaningOf('pilskede', [{ phrase: 'pilskede', kind: 'add', concept: null, sameAs: 'kaffemik' }])).toEqual([
			'own pilskede',
		]);
	});

	it('switch a word of ours off, in that meaning alone and in all its forms', () => {
		const off = { phrase: 'regning', kind: 'off', concept: 'debt', sameAs: null } as const;
		expect(meaningOf('regninger', [])).toContain('debt');
		expect(meaningOf('regninger', [off])).not.toContain('debt');
	});
});

describe('what is counted of a search that found nothing', () => {
	it.each([
		['Hvem kan hjælpe med Æblegrød?', 'hjælpe med æblegrød'],
		['trampolin 0101901234', 'trampolin'],
		['trampolin 12 34 56 78', 'trampolin'],
		['skriv til oda@test.example', 'skriv'],
		['28', ''],
		['en lang fortælling om noget der skete hos naboen sidste sommer i gården bag huset', ''],
	])('»%s« is »%s«', (q, counted) => expect(countable(q)).toBe(counted));
});
