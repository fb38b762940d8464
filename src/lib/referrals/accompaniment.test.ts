import { expect, it } from 'vitest';
import { accompanimentOf, accompanimentText } from './accompaniment.ts';

it('an accompaniment comes back as it was written', () => {
	const written = { who: 'Lise, støttekontaktperson', when: 'tirsdag kl. 10', where: 'ved indgangen' };
	expect(accompanimentText(written)).toBe('Lise, støttekontaktperson\ntirsdag kl. 10\nved indgangen');
	expect(accompanimentOf(accompanimentText(written))).toEqual(written);
});

it('a line break in an answer does not become another answer', () => {
	const text = accompanimentText({ who: 'Lise\n eller Bo', when: ' aftales ', where: 'hjemme' });
	expect(accompanimentOf(text)).toEqual({ who: 'Lise eller Bo', when: 'aftales', where: 'hjemme' });
});

it('nothing written is nothing', () => {
	expect(accompanimentText({ who: '', when: '', where: '' })).toBe('');
	expect(accompanimentOf('')).toEqual({ who: '', when: '', where: '' });
});
