import { describe, expect, test } from 'vitest';
import { consentEventTypes, consentMethods } from '../consent.ts';
import { helpedAnswers, states } from '../referral-codes.ts';
import { citizenWord, citizenWords, draftNotice, type CitizenWord } from './citizen-words.ts';
import { dateInWords, languages } from './languages.ts';
import { lix } from './lix.ts';
import { fill, placeholdersIn } from './placeholders.ts';

const danish = citizenWords.da;
const keys = Object.keys(danish) as CitizenWord[];

describe.each(languages)('the words in $name', ({ code, direction }) => {
	const words = citizenWords[code];

	test('are the same words as in Danish', () => {
		expect(Object.keys(words)).toEqual(keys);
	});

	test('have the same placeholders as in Danish', () => {
		for (const key of keys) expect([key, placeholdersIn(words[key])]).toEqual([key, placeholdersIn(danish[key])]);
	});

	test('are all there, whole, and filled without a trace of a placeholder', () => {
		const values = { organisation: 'Café Klub', phone: '33 17 00 00', date: new Date(), expires: new Date() };
		for (const key of keys) {
			const said = citizenWord(code, key, values);
			expect(said).toBe(said.trim());
			expect(said).not.toMatch(/[{}]|\s{2}/);
			expect(said.length).toBeGreaterThan(1);
		}
	});

	test('are written in its own letters', () => {
		const script = { ar: /\p{Script=Arabic}/u, uk: /\p{Script=Cyrillic}/u }[code as string] ?? /\p{Script=Latin}/u;
		for (const key of keys.filter((key) => key !== 'page_title_status')) expect(words[key]).toMatch(script);
	});

	test('say that nobody has approved them yet', () => {
		const expected = code === 'da' ? danish.text_draft : words.text_draft_translation;
		expect(draftNotice(code, code === 'da' ? 'draft' : 'draft_translation')).toBe(expected);
		expect(draftNotice(code, 'approved')).toBe(expected);
	});

	test('keep a Danish name and a phone number in one piece', () => {
		const said = citizenWord(code, 'questions_call', { phone: '33 17 00 00' });
		expect(said).toContain(direction === 'rtl' ? '\u206833 17 00 00\u2069' : '33 17 00 00');
	});
});

describe('there are words for', () => {
	test.each(states)('the state %s', (state) => expect(keys).toContain(`status_${state}`));
	test.each(helpedAnswers)('the answer %s', (answer) => expect(keys).toContain(`helped_${answer}`));
	test.each(consentEventTypes)('the consent that is %s', (type) => expect(keys).toContain(`consent_${type}`));
	test.each(consentMethods)('the method %s', (method) => expect(keys).toContain(`method_${method}`));
});

test('the Danish sentences are easy to read', () => {
	const sentences = Object.values(danish).filter((word) => /[.?!]$/.test(word));
	const organisation = 'Foreningen Fællesskab på Nørrebro';
	const read = sentences.map((sentence) =>
		fill(sentence, { organisation, phone: '33 17 00 00', date: '1. maj 2026', expires: '1. maj 2027' }, 'ltr'),
	);
	expect(lix(read)).toBeLessThanOrEqual(35);
});

test('the readability index is Björnsson’s', () => {
	// 12 words in 2 sentences, 2 of them (Kommunen, betaler) longer than six letters: 12 / 2 + 100 × 2 / 12
	expect(lix(['Jeg hedder Maria og kommer gerne. Kommunen betaler rejsen derhen nu igen.'])).toBeCloseTo(6 + 200 / 12);
	expect(lix([])).toBe(0);
});

test('a word that needs a value does not come without it', () => {
	const missing = expect.objectContaining({ code: 'consent.missing_value', details: { placeholder: 'organisation' } });
	expect(() => citizenWord('da', 'withdrawn_done')).toThrow(missing);
	expect(() => citizenWord('da', 'withdrawn_done', { organisation: ' ' })).toThrow(missing);
});

test.each([
	['da', '27. november 2026'],
	['en', '27 November 2026'],
	['ar', '27 نوفمبر 2026'],
	['pl', '27 listopada 2026'],
] as const)('a date in %s is %s', (language, expected) => {
	// half past eleven in the evening in London is the next day in Copenhagen
	expect(dateInWords(language, new Date('2026-11-26T23:30:00Z'))).toBe(expected);
});
