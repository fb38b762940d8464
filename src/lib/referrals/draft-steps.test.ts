import { describe, expect, it } from 'vitest';
import { mayOpenStep, nextDraftStep, stepsFor, type DraftFacts } from './draft-steps.ts';

const empty: DraftFacts = { purpose: null, need: '', accompaniment: '', consent: 'none' };
const why = { ...empty, purpose: 'accompaniment', need: 'Selskab' } as const;

describe('the steps of a referral being made', () => {
	it('ask who goes along only where somebody does', () => {
		expect(stepsFor('accompaniment')).toContain('accompaniment');
		expect(stepsFor('contact')).not.toContain('accompaniment');
		expect(stepsFor('information')).toEqual(['citizen', 'why', 'consent', 'review']);
	});

	it('go on where one left off', () => {
		expect(nextDraftStep(empty)).toBe('why');
		expect(nextDraftStep(why)).toBe('accompaniment');
		expect(nextDraftStep({ ...why, purpose: 'contact' })).toBe('consent');
		expect(nextDraftStep({ ...why, accompaniment: 'Lise' })).toBe('consent');
		expect(nextDraftStep({ ...why, accompaniment: 'Lise', consent: 'given' })).toBe('review');
	});

	it.each(['requested', 'refused', 'withdrawn', 'expired', 'invalidated'] as const)(
		'stay at the consent while it is %s',
		(consent) => expect(nextDraftStep({ ...why, purpose: 'contact', consent })).toBe('consent'),
	);

	it('can be gone back to, and not ahead', () => {
		expect(mayOpenStep('why', { ...why, accompaniment: 'Lise', consent: 'given' })).toBe(true);
		expect(mayOpenStep('consent', why)).toBe(false);
		expect(mayOpenStep('review', { ...why, accompaniment: 'Lise' })).toBe(false);
		expect(mayOpenStep('accompaniment', { ...why, purpose: 'information' })).toBe(false);
	});
});
