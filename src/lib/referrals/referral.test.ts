import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors.ts';
import { actions, actionsFor, fhirStatus, nextState, parties, type Action, type Party } from './referral.ts';
import { states, type State } from './referral-codes.ts';

/** The table of the plan, written out by hand: state, action, who, new state. Everything else must be refused. */
const allowed: [State, Action, Party[], State][] = [
	['draft', 'send', ['caseworker'], 'sent'],
	['sent', 'open', ['organisation'], 'seen'],
	['sent', 'accept', ['organisation'], 'accepted'],
	['seen', 'accept', ['organisation'], 'accepted'],
	['waitlisted', 'accept', ['organisation'], 'accepted'],
	['sent', 'waitlist', ['organisation'], 'waitlisted'],
	['seen', 'waitlist', ['organisation'], 'waitlisted'],
	['sent', 'decline', ['organisation'], 'declined'],
	['seen', 'decline', ['organisation'], 'declined'],
	['waitlisted', 'decline', ['organisation'], 'declined'],
	['sent', 'propose', ['organisation'], 'redirect_proposed'],
	['seen', 'propose', ['organisation'], 'redirect_proposed'],
	['sent', 'expire', ['clock'], 'expired'],
	['seen', 'expire', ['clock'], 'expired'],
	['accepted', 'start', ['organisation', 'caseworker'], 'started'],
	['accepted', 'complete', ['organisation'], 'completed'],
	['started', 'complete', ['organisation'], 'completed'],
	['accepted', 'end', ['organisation', 'caseworker'], 'not_completed'],
	['waitlisted', 'end', ['organisation', 'caseworker'], 'not_completed'],
	['started', 'end', ['organisation', 'caseworker'], 'not_completed'],
	['completed', 'confirm', ['citizen', 'caseworker'], 'completed'],
	['not_completed', 'confirm', ['citizen', 'caseworker'], 'not_completed'],
	['declined', 'confirm', ['citizen', 'caseworker'], 'declined'],
	['sent', 'withdraw', ['citizen', 'caseworker'], 'withdrawn'],
	['seen', 'withdraw', ['citizen', 'caseworker'], 'withdrawn'],
	['waitlisted', 'withdraw', ['citizen', 'caseworker'], 'withdrawn'],
	['accepted', 'withdraw', ['citizen', 'caseworker'], 'withdrawn'],
	['started', 'withdraw', ['citizen', 'caseworker'], 'withdrawn'],
	['redirect_proposed', 'withdraw', ['citizen', 'caseworker'], 'withdrawn'],
	...states
		.filter((state) => state !== 'entered_in_error')
		.map((state): [State, Action, Party[], State] => [state, 'mark_error', ['caseworker'], 'entered_in_error']),
];

const expected = (state: State, action: Action, party: Party) =>
	allowed.find(([from, what, who]) => from === state && what === action && who.includes(party))?.[3];

describe('the referral', () => {
	for (const party of parties) {
		it(`lets ${party} do what the table says and nothing else, in every state`, () => {
			for (const state of states) {
				for (const action of actions) {
					const to = expected(state, action, party);
					if (to) {
						expect(nextState(state, action, party), `${state} ${action}`).toBe(to);
						expect(actionsFor(state, party)).toContain(action);
					} else {
						expect(() => nextState(state, action, party), `${state} ${action}`).toThrow(DomainError);
						expect(actionsFor(state, party)).not.toContain(action);
					}
				}
			}
		});
	}

	it('refuses with a stable code', () => {
		expect(() => nextState('completed', 'accept', 'organisation')).toThrow(
			expect.objectContaining({ code: 'referral.invalid_transition', status: 409 }),
		);
		expect(() => nextState('draft', 'send', 'organisation')).toThrow(
			expect.objectContaining({ code: 'referral.wrong_party', status: 403 }),
		);
	});

	it('has a FHIR Task status for every state', () => {
		expect(Object.keys(fhirStatus).sort()).toEqual([...states].sort());
	});
});
