/** The caseworker's list: what to do next, and what is overdue. Pure rules; dates are ISO. */
import { isoDay } from '../ui/dates.ts';
import { permitsSharing, type ConsentState } from './consent.ts';
import { answerDue, type AnswerClock } from './deadlines.ts';
import type { FollowUpKind, State } from './referral-codes.ts';
import { addDays } from './working-days.ts';

export const nextSteps = [
	'finish_draft',
	'wait_for_citizen',
	'citizen_refused',
	'send_draft',
	'wait_for_answer',
	'call_organisation',
	'see_answer',
	'follow_up',
	'start',
	'wait_for_place',
	'wait',
	'find_another',
	'hear_citizen',
	'read_message',
	'none',
] as const;
export type NextStep = (typeof nextSteps)[number];

export interface WorkFacts {
	state: State;
	/** of a draft: what the citizen has answered so far */
	consent: ConsentState;
	stateSince: Date;
	sentAt: Date | null;
	escalatedAt: Date | null;
	contactBy: string | null;
	expectedOn: string | null;
	confirmed: boolean;
	unreadMessages: number;
	/** the earliest follow-up that is neither done nor cancelled */
	followUp: { kind: FollowUpKind; dueOn: string } | null;
}

export interface Work {
	next: NextStep;
	/** the day it is or was due; null when it isn't due by a day */
	dueOn: string | null;
	/** it stands under “I dag” */
	today: boolean;
	overdue: boolean;
}

/** An answer nobody has acted on stands under “I dag” for as long as nothing is done about it. */
const answers: Partial<Record<State, NextStep>> = {
	redirect_proposed: 'see_answer',
	declined: 'find_another',
	expired: 'find_another',
	not_completed: 'hear_citizen',
	completed: 'hear_citizen',
};

/** Closed ones that nobody confirmed leave “I dag” after a month: they are history then, and still counted as unknown. */
const daysToHear = 30;

/** What the caseworker has to do about one referral now: the most pressing thing alone. */
export function workOn(facts: WorkFacts, now: Date, clock: AnswerClock): Work {
	const today = isoDay(now);
	const due = (next: NextStep, dueOn: string): Work => ({
		next,
		dueOn,
		today: dueOn <= today,
		overdue: dueOn < today,
	});
	const calm = (next: NextStep, dueOn: string | null = null): Work => ({ next, dueOn, today: false, overdue: false });
	const now_ = (next: NextStep): Work => ({ next, dueOn: today, today: true, overdue: false });
	if (facts.unreadMessages > 0) return now_('read_message');
	if (facts.followUp && facts.followUp.dueOn <= today && isFollowed(facts.state)) {
		return due('follow_up', facts.followUp.dueOn);
	}
	switch (facts.state) {
		case 'draft':
			if (permitsSharing(facts.consent)) return now_('send_draft');
			if (facts.consent === 'refused') return now_('citizen_refused');
			// The citizen has the link, or thinks it over: nobody is to be pressed.
			return facts.consent === 'requested' ? calm('wait_for_citizen') : now_('finish_draft');
		case 'sent':
		case 'seen': {
			if (!facts.sentAt) return calm('wait_for_answer');
			const answerBy = answerDue(facts.sentAt, clock);
			return answerBy <= today ? due('call_organisation', answerBy) : calm('wait_for_answer', answerBy);
		}
		case 'accepted':
			return facts.contactBy && facts.contactBy < today ? due('start', facts.contactBy) : calm('wait', facts.contactBy);
		case 'waitlisted':
			return facts.expectedOn && facts.expectedOn < today
				? due('call_organisation', facts.expectedOn)
				: calm('wait_for_place', facts.expectedOn);
		case 'started':
			return calm('follow_up', facts.followUp?.dueOn ?? null);
		default: {
			const answer = answers[facts.state];
			if (!answer || facts.confirmed) return calm('none');
			const recent = addDays(isoDay(facts.stateSince), daysToHear) >= today;
			return recent ? now_(answer) : calm(answer);
		}
	}
}

const isFollowed = (state: State) => !['draft', 'withdrawn', 'entered_in_error', 'declined', 'expired'].includes(state);
