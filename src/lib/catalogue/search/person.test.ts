import { describe, expect, it } from 'vitest';
import { personIn } from './person.ts';
import { words } from './words.ts';

const person = (text: string) => personIn(words(text));

describe('who is asked for', () => {
	it.each([
		['ung mand uden job', { gender: 'men', age: [15, 29] }],
		['arabisk talende kvinder', { gender: 'women' }],
		['fodbold drenge 12 år', { gender: 'men', age: [12, 12] }],
		['17-årig pige', { gender: 'women', age: [17, 17] }],
		['kvinder og mænd', {}],
		['manden tæver hende', { gender: 'women' }],
		['han er 19 og har intet sted at bo', { gender: 'men', age: [19, 19] }],
		['eleven på 17 pjækker', { age: [17, 17] }],
		['det er 20 kr for dyrt', {}],
		['hun siger hun er en dreng', { age: [0, 17] }],
		['bange for ham derhjemme', {}],
		['hun vil væk fra ham', { gender: 'women' }],
		['er der noget for ham', { gender: 'men' }],
		['min mand slår mig', { gender: 'women' }],
		['hans kone er syg', { gender: 'men' }],
		['min søn på 14 år ryger hash', { age: [14, 14] }],
		['noget over 65', { age: [65, 100] }],
		['unge med børn', {}],
		['noget til en på 17', { age: [17, 17] }],
		['kvinde på 43', { gender: 'women', age: [43, 43] }],
		['bus 17', {}],
		['hvor kan man lære at cykle', {}],
		['jeg bor her', {}],
		['group for men', { gender: 'men' }],
		['a homeless man', { gender: 'men' }],
		['må ikke se sine børn', {}],
		['skilt med tre børn', {}],
		['noget for børn', { age: [0, 17] }],
		['alene efter 40 år', {}],
		['far er dement', {}],
		['drengen på fjorten pjækker', { gender: 'men', age: [14, 14] }],
		['hun er toogfyrre og alene', { gender: 'women', age: [42, 42] }],
		['en tyveårig uden bolig', { age: [20, 20] }],
		['noget for os over halvfjerds', { age: [70, 100] }],
		['der bor fyrre i opgangen', {}],
		['ung mor til en baby', { gender: 'women' }],
	])('%s', (text, expected) => expect(person(text)).toEqual(expected));
});
