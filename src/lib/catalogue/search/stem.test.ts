import { describe, expect, it } from 'vitest';
import { root, stem } from './stem.ts';

const meet = (...forms: string[]) => expect(new Set(forms.map(stem)).size, forms.join(' ')).toBe(1);

describe('inflected forms have one stem', () => {
	it.each([
		['ensom', 'ensomme', 'ensomhed', 'ensomheden'],
		['hjemløs', 'hjemløse', 'hjemløshed', 'hjemløses'],
		['rådgivning', 'rådgivningen', 'rådgivninger'],
		['venskabsfamilie', 'venskabsfamilier', 'venskabsfamilien'],
		['gruppe', 'grupper', 'gruppen', 'gruppernes'],
		['ledsage', 'ledsager', 'ledsagelse'],
		['afhængig', 'afhængighed', 'afhængige'],
	])('%s', (...forms) => meet(...forms));

	it('also where the vowel or the whole word changes', () => {
		meet('barn', 'børn', 'børnene');
		meet('mand', 'mænd', 'mændenes');
		meet('ven', 'venner', 'vennerne');
		meet('tand', 'tænder');
		meet('følge', 'fulgte');
		meet('glemme', 'glemte', 'glemt');
		meet('smide', 'smed', 'smidt');
		meet('indlægge', 'indlagt');
		meet('savner', 'savnede', 'savnet');
	});

	it('but words that only look like forms of another stay apart', () => {
		for (const [a = '', b = ''] of [
			'vokse voksen',
			'styr styrer',
			'bag bager',
			'kost koster',
			'smide smidig',
			'rap rape',
		].map((pair) => pair.split(' ')))
			expect(stem(a), `${a} ${b}`).not.toBe(stem(b));
	});

	it('and English plurals', () => {
		meet('family', 'families');
		meet('refugee', 'refugees');
	});

	it('while other words stay apart', () => {
		expect(stem('bolig')).not.toBe(stem('bold'));
		expect(stem('bo')).toBe('bo');
	});
});

describe('derived words share a root', () => {
	it.each([
		['rådgivning', 'rådgiver'],
		['undervisning', 'underviser'],
		['counseling', 'counsel'],
	])('%s and %s', (a, b) => expect(root(stem(a))).toBe(root(stem(b))));

	it('but nothing is cut down to a sound', () => {
		expect(root('ring')).toBe('ring');
		expect(root('sygdom')).toBe('syg');
	});
});
