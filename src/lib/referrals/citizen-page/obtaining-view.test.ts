import { describe, expect, it } from 'vitest';
import { states } from '../referral-codes.ts';
import { mayObtain } from '../obtaining.ts';
import { mayAnswerObtaining, obtainingDone, obtainingView } from './obtaining-view.ts';

const at = (consentState: Parameters<typeof obtainingDone>[1], renewable = false) =>
	({ state: 'accepted', consentState, renewable }) as const;

describe('the citizen’s page about asking', () => {
	it('asks while a question waits, and again after a no when the citizen wants', () => {
		expect(obtainingView(at('requested'), undefined)).toBe('ask');
		expect(obtainingView(at('refused'), undefined)).toBe('status');
		expect(obtainingView(at('refused'), 'change')).toBe('ask');
	});

	it('offers the way out only from a yes that holds, and another year only near its end', () => {
		expect(obtainingView(at('given'), 'withdraw')).toBe('withdraw');
		for (const over of ['refused', 'withdrawn', 'expired'] as const) {
			expect(obtainingView(at(over), 'withdraw')).toBe('status');
		}
		expect(obtainingView(at('given'), 'renew')).toBe('status');
		expect(obtainingView(at('given', true), 'renew')).toBe('renew');
	});

	it('says that nobody will be asked after a no or a withdrawal', () => {
		expect(obtainingDone('answer', 'refused')).toBe('refused_done_obtaining');
		expect(obtainingDone('answer', 'withdrawn')).toBe('withdrawn_done_obtaining');
		expect(obtainingDone('answer', 'given')).toBe('given_done');
		expect(obtainingDone(null, 'given')).toBeUndefined();
	});

	it('asks nothing where the organisation has nothing to tell', () => {
		const asked = states.filter(mayObtain);
		expect(asked).toEqual(['sent', 'seen', 'waitlisted', 'accepted', 'started', 'completed', 'not_completed']);
		expect(mayAnswerObtaining({ state: 'withdrawn', consentState: 'requested' })).toBe(false);
	});
});
