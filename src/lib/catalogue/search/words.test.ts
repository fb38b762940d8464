import { describe, expect, it } from 'vitest';
import { danishSpellings, fold, words } from './words.ts';

describe('words', () => {
	it('are parted by spaces, signs and hyphens', () => {
		expect(words('Peer-støtte: »én til én«, LGBT+ & 12 år')).toEqual([
			...['peer', 'støtte', 'en', 'til', 'en', 'lgbt', '12', 'år'],
		]);
	});

	it('hold a paragraph of the law together, however it is written', () => {
		expect(words('støtte efter § 85, §§110 og paragraf 103')).toEqual([
			...['støtte', 'efter', '§85', '§110', 'og', '§103'],
		]);
		expect(words('5 § og et afsnit')).toEqual(['5', 'og', 'et', 'afsnit']);
	});

	it('keep æ, ø and å, and lose other marks', () => {
		expect(['Ærø', 'caféen', 'MALMÖ', 'Ängelholm', 'Aarhus'].map(fold)).toEqual([
			...['ærø', 'cafeen', 'malmø', 'ængelholm', 'århus'],
		]);
		// the same letter written as letter and mark
		expect(fold('cafe\u0301')).toBe('cafe');
		expect(fold('A\u030Arhus')).toBe('århus');
	});
});

describe('a word typed without Danish keys', () => {
	it.each([
		['noerrebro', 'nørrebro'],
		['hjemlos', 'hjemløs'],
		['gaeldsrådgivning', 'gældsrådgivning'],
		['pårørende', undefined],
		['bornehave', 'børnehave'],
	])('%s may be %s', (typed, meant) => {
		if (meant) expect(danishSpellings(typed)).toContain(meant);
		else expect(danishSpellings(typed)).not.toContain(typed);
	});

	it('is tried with the fewest changes first, and not in thousands of ways', () => {
		expect(danishSpellings('vaerested')[0]).toBe('værested');
		expect(danishSpellings('aaoeaeoaoaeoaoeaoaeoaoeoaoe').length).toBeLessThanOrEqual(64);
	});
});
