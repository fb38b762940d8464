import { beforeAll, describe, expect, it } from 'vitest';
import { offerSource, snapshotOf } from '../../../../tests/offer-sources.ts';
import { demandsIn } from './demands.ts';
import { isEnglishWord } from './english-forms.ts';
import { isEnglish } from './language.ts';
import { personIn } from './person.ts';
import { relationsIn } from './relations.ts';
import { everything } from './request.ts';
import { search } from './search.ts';
import type { Snapshot } from './snapshot.ts';
import { stem } from './stem.ts';
import { words } from './words.ts';

describe('the language of a query', () => {
	it.each([
		'my husband controls everything I do',
		'debt advice',
		'practise speaking Danish',
		'where can I get a warm meal on Nørrebro?',
		"I can't sleep",
		'Is there a værested near me',
	])('»%s« is English', (q) => expect(isEnglish(words(q))).toBe(true));

	it.each([
		'min mand bestemmer alt',
		'gældsrådgivning',
		'mentor for unge',
		'hjælp til at komme i job',
		'jeg kan ikke sove',
		'sport for alle børn',
		'psykolg support',
		'',
	])('»%s« is not', (q) => expect(isEnglish(words(q))).toBe(false));
});

describe('an English word', () => {
	it('has one stem for all its forms, also where Danish would cut it otherwise', () => {
		for (const forms of [
			['bill', 'bills'],
			['drink', 'drinks', 'drank', 'drinking'],
			['beat', 'beats', 'beating', 'beaten'],
			['lonely', 'loneliness'],
			['neighbour', 'neighbors'],
		]) {
			expect(new Set(forms.map(stem)).size, forms.join()).toBe(1);
		}
		expect(stem('bills')).not.toBe(stem('bil'));
	});

	it('that is a Danish one too stays Danish', () => {
		for (const word of ['rent', 'stole', 'tag', 'fags', 'mad', 'eleven', 'offer', 'skat']) {
			expect(isEnglishWord(word), word).toBe(false);
		}
		expect(stem('stolene')).toBe(stem('stole'));
	});
});

describe('an English question about Danish offers', () => {
	let snapshot: Snapshot;
	beforeAll(async () => {
		snapshot = await snapshotOf([
			offerSource('Husstandsbåndet', { description: 'Et hus, et bånd og et band. Vi spiller musik.' }),
			offerSource('Kvinderådgivningen', { description: 'For dig, der lever med vold og en kontrollerende partner.' }),
			offerSource('Sprogcafé', { description: 'Øv dit danske sammen med frivillige.' }),
			offerSource('Gældsrådgivning', { description: 'Vi ser på dine regninger.' }),
			offerSource('Bilklubben', { description: 'Biler og motorer.' }),
			offerSource('Sorggruppe', { description: 'Når du har mistet.' }),
		]);
	});
	const read = (q: string) => snapshot.reader.read(`${q} `);
	const first = (q: string) => {
		const { documents } = search(snapshot, { ...everything, q }, new Date('2026-11-02T08:00:00Z'));
		return snapshot.entries[documents[0] ?? -1]?.name;
	};

	it.each([
		['my husband controls everything I do', 'Kvinderådgivningen'],
		['I am afraid of my boyfriend', 'Kvinderådgivningen'],
		['practise speaking Danish', 'Sprogcafé'],
		['I have so many bills', 'Gældsrådgivning'],
		["I can't pay my bills", 'Gældsrådgivning'],
		['I cant pay my bills', 'Gældsrådgivning'],
		['My dad died last year', 'Sorggruppe'],
	])('»%s« finds %s first', (q, name) => expect(first(q)).toBe(name));

	it('takes no English word for a Danish one misspelt, nor apart', () => {
		expect(read('my husband drove me round the bend last week').corrections).toEqual([]);
		expect(snapshot.text.splitter.split('husband')).toEqual([]);
	});

	it('mends an English slip with an English word, and a Danish one in Danish', () => {
		expect(read('I am so lonley and anxios').corrections).toEqual([
			{ typed: 'lonley', meant: 'lonely' },
			{ typed: 'anxios', meant: 'anxious' },
		]);
		expect(read('my colleague employed strangers').corrections).toEqual([]);
		expect(read('gælsrådgivning').corrections).toEqual([{ typed: 'gælsrådgivning', meant: 'gældsrådgivning' }]);
	});
});

describe('who and when in English', () => {
	const said = (q: string) => words(q);
	it('knows whom an English question is for', () => {
		expect(personIn(said('my stepfather hits me'))).toEqual({});
		expect(personIn(said('my 15-year-old refuses school')).age).toEqual([15, 15]);
		expect(personIn(said("I'm 17 and alone")).age).toEqual([17, 17]);
		expect(personIn(said('group for retired guys'))).toEqual({ gender: 'men', age: [65, 100] });
		expect(personIn(said('alone for 20 years')).age).toBeUndefined();
		expect(personIn(said('we are 5 people in one room')).age).toBeUndefined();
		expect(relationsIn(said('my mum drinks')).size).toBe(1);
		expect(relationsIn(said('a group for mum and baby')).size).toBe(0);
	});

	const demands = (q: string) => demandsIn(said(q)).map(({ demand }) => demand);
	it('knows when, how and for how much', () => {
		expect(demands('open on Saturdays')).toEqual([{ kind: 'open', codes: ['SA'] }]);
		expect(demands("something that doesn't cost anything")).toEqual([{ kind: 'free' }]);
		expect(demands('no fee')).toEqual([{ kind: 'free' }]);
		expect(demands('talk on the phone')).toEqual([{ kind: 'mode', codes: ['phone'] }]);
		expect(demands('tax free card')).toEqual([]);
		expect(demands('in my free time')).toEqual([]);
		expect(demands('I am new in the city')).toEqual([]);
		expect(demands('café i city')).toEqual([{ kind: 'district', codes: ['indre_by'] }]);
	});
});
