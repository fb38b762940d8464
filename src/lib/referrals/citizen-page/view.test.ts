import { expect, test } from 'vitest';
import { asksHelped, doneWord, mayAnswer, mayWithdraw, viewOf, type Standing } from './view.ts';

const standing = (changes: Partial<Standing>): Standing => ({
	state: 'sent',
	consentState: 'given',
	answeredHelped: false,
	...changes,
});

test('a question is asked as long as nothing has been sent', () => {
	expect(viewOf(standing({ state: 'draft', consentState: 'requested' }), undefined)).toBe('ask');
	expect(mayAnswer(standing({ state: 'entered_in_error', consentState: 'requested' }))).toBe(false);
	expect(mayAnswer(standing({ state: 'draft', consentState: 'given' }))).toBe(false);
	expect(mayAnswer(standing({ state: 'draft', consentState: undefined }))).toBe(false);
});

test('someone who said no may come back and say yes', () => {
	const refused = standing({ state: 'draft', consentState: 'refused' });
	expect(viewOf(refused, undefined)).toBe('status');
	expect(viewOf(refused, 'change')).toBe('ask');
});

test('a yes can be taken back in every state, until nothing is shared and nobody has anything to do', () => {
	expect(viewOf(standing({ state: 'completed' }), 'withdraw')).toBe('withdraw');
	expect(mayWithdraw(standing({ state: 'accepted', consentState: 'expired' }))).toBe(true);
	expect(mayWithdraw(standing({ state: 'completed', consentState: 'expired' }))).toBe(false);
	expect(viewOf(standing({ consentState: 'withdrawn' }), 'withdraw')).toBe('status');
	expect(viewOf(standing({ state: 'draft', consentState: 'refused' }), 'withdraw')).toBe('status');
});

test('whether it helped is asked once, when there was something to help', () => {
	expect(asksHelped(standing({ state: 'completed' }))).toBe(true);
	expect(asksHelped(standing({ state: 'not_completed' }))).toBe(true);
	expect(asksHelped(standing({ state: 'completed', answeredHelped: true }))).toBe(false);
	expect(asksHelped(standing({ state: 'declined' }))).toBe(false);
});

test('after an answer the page says what was done, and only then', () => {
	expect(doneWord('answer', standing({}), null)).toBe('given_done');
	expect(doneWord('answer', standing({ consentState: 'refused' }), null)).toBe('refused_done');
	expect(doneWord('answer', standing({ state: 'withdrawn', consentState: 'withdrawn' }), null)).toBe('withdrawn_done');
	expect(doneWord('answer', standing({ state: 'draft', consentState: 'withdrawn' }), null)).toBe('refused_done');
	expect(doneWord('helped', standing({ state: 'completed' }), 'no')).toBe('helped_thanks');
	expect(doneWord('helped', standing({ state: 'completed' }), null)).toBeUndefined();
	expect(doneWord(null, standing({}), null)).toBeUndefined();
});
