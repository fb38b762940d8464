/**
 * The referral's whole life as one table. Anything that is not in it is refused; a test walks every state × action ×
 * party. Consent guards entry (send) and reading, never exit: closing needs no consent.
 */
import { DomainError } from '../errors.ts';
import type { Actor } from '../identity/actor.ts';
import { states, type State } from './referral-codes.ts';

export const parties = ['caseworker', 'organisation', 'citizen', 'clock'] as const;
export type Party = (typeof parties)[number];

export const actions = [
	'send',
	'open',
	'accept',
	'waitlist',
	'decline',
	'propose',
	'expire',
	'start',
	'complete',
	'end',
	'confirm',
	'withdraw',
	'mark_error',
] as const;
export type Action = (typeof actions)[number];

/** Sent and not yet over: somebody still has something to do. */
export const openStates = [
	'sent',
	'seen',
	'waitlisted',
	'accepted',
	'started',
	'redirect_proposed',
] as const satisfies readonly State[];
/** Over, for good or ill. */
export const closedStates = [
	'completed',
	'not_completed',
	'declined',
	'expired',
	'withdrawn',
	'entered_in_error',
] as const satisfies readonly State[];
/** Waiting for the organisation's answer: the clock runs. */
export const unansweredStates = ['sent', 'seen'] as const satisfies readonly State[];

interface Transition {
	readonly from: readonly State[];
	/** null: the state stays, what happened is noted */
	readonly to: State | null;
	readonly by: readonly Party[];
}

export const transitions = {
	send: { from: ['draft'], to: 'sent', by: ['caseworker'] },
	open: { from: ['sent'], to: 'seen', by: ['organisation'] },
	accept: { from: ['sent', 'seen', 'waitlisted'], to: 'accepted', by: ['organisation'] },
	waitlist: { from: ['sent', 'seen'], to: 'waitlisted', by: ['organisation'] },
	decline: { from: ['sent', 'seen', 'waitlisted'], to: 'declined', by: ['organisation'] },
	propose: { from: ['sent', 'seen'], to: 'redirect_proposed', by: ['organisation'] },
	expire: { from: ['sent', 'seen'], to: 'expired', by: ['clock'] },
	start: { from: ['accepted'], to: 'started', by: ['organisation', 'caseworker'] },
	complete: { from: ['accepted', 'started'], to: 'completed', by: ['organisation'] },
	end: { from: ['accepted', 'waitlisted', 'started'], to: 'not_completed', by: ['organisation', 'caseworker'] },
	confirm: { from: ['completed', 'not_completed', 'declined'], to: null, by: ['citizen', 'caseworker'] },
	withdraw: { from: openStates, to: 'withdrawn', by: ['caseworker', 'citizen'] },
	mark_error: {
		from: states.filter((state) => state !== 'entered_in_error'),
		to: 'entered_in_error',
		by: ['caseworker'],
	},
} as const satisfies Record<Action, Transition>;

/** FHIR R5 Task.status, so that other systems can be told. */
export const fhirStatus = {
	draft: 'draft',
	sent: 'requested',
	seen: 'received',
	waitlisted: 'on-hold',
	accepted: 'accepted',
	redirect_proposed: 'rejected',
	started: 'in-progress',
	completed: 'completed',
	not_completed: 'failed',
	declined: 'rejected',
	expired: 'cancelled',
	withdrawn: 'cancelled',
	entered_in_error: 'entered-in-error',
} as const satisfies Record<State, string>;

/** What the actor is to a referral; undefined for those who have nothing to do with one. */
export function partyOf(actor: Actor): Party | undefined {
	if (actor.kind === 'organisation') return 'organisation';
	if (actor.kind === 'citizen') return 'citizen';
	if (actor.kind === 'system') return 'clock';
	return actor.kind === 'staff' && actor.role === 'caseworker' ? 'caseworker' : undefined;
}

const isFrom = (action: Action, state: State) => (transitions[action].from as readonly State[]).includes(state);
const isBy = (action: Action, party: Party) => (transitions[action].by as readonly Party[]).includes(party);

/** Whether this party may do this now. */
export function mayDo(state: State, action: Action, party: Party): boolean {
	return isFrom(action, state) && isBy(action, party);
}

/** What this party may do now, in the order of the table. */
export function actionsFor(state: State, party: Party): Action[] {
	return actions.filter((action) => mayDo(state, action, party));
}

/**
 * The state an action leads to.
 * @throws DomainError `referral.wrong_party` 403 when it is not theirs to do in any state, `referral.invalid_transition`
 * 409 when it can't be done in this state (details: state, action)
 */
export function nextState(state: State, action: Action, party: Party): State {
	if (!isBy(action, party)) throw new DomainError('referral.wrong_party', 403, `${action} is not for ${party}.`);
	if (!isFrom(action, state)) {
		throw new DomainError('referral.invalid_transition', 409, `${action} can't follow ${state}.`, { state, action });
	}
	return transitions[action].to ?? state;
}

/** What somebody still has in hand: drafts, what is open, and what is completed and followed up. */
export const underWay: readonly State[] = ['draft', ...openStates, 'completed'];
export const isOpen = (state: State): boolean => (openStates as readonly State[]).includes(state);
export const isClosed = (state: State): boolean => (closedStates as readonly State[]).includes(state);
