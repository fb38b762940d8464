import { isoDay } from '../ui/dates.ts';
import type { FollowUpKind } from './referral-codes.ts';
import { addDays, addWorkingDays, workingDayFrom } from './working-days.ts';

/** Working days after sending: remind the organisation, tell the caseworker, give up. */
export interface AnswerClock {
	readonly remind: number;
	readonly escalate: number;
	readonly expire: number;
}

export interface Unanswered {
	readonly sentAt: Date;
	readonly remindedAt: Date | null;
	readonly escalatedAt: Date | null;
}

/** By which day an answer is hoped for: the day the caseworker would otherwise be told. ISO date. */
export const answerDue = (sentAt: Date, clock: AnswerClock): string => addWorkingDays(isoDay(sentAt), clock.escalate);

/**
 * The one thing the clock has to do now about a referral nobody has answered. A day that was slept through is not made
 * up for: the furthest step that is due is taken, so nobody gets three mails at once.
 */
export function dueStep(referral: Unanswered, now: Date, clock: AnswerClock): 'remind' | 'escalate' | 'expire' | null {
	const today = isoDay(now);
	const sent = isoDay(referral.sentAt);
	const reached = (days: number) => today >= addWorkingDays(sent, days);
	if (reached(clock.expire)) return 'expire';
	if (reached(clock.escalate) && !referral.escalatedAt) return 'escalate';
	return reached(clock.remind) && !referral.remindedAt && !referral.escalatedAt ? 'remind' : null;
}

/** Days from sending to each follow-up; the plan of the partnership strategy. */
const followUpDays = { first_contact: 7, thirty_days: 30, ninety_days: 90 } as const satisfies Record<
	FollowUpKind,
	number
>;

/** The follow-ups planned when a referral is sent: kind and ISO date, on working days. */
export function planFollowUps(sentAt: Date): { kind: FollowUpKind; dueOn: string }[] {
	const sent = isoDay(sentAt);
	return Object.entries(followUpDays).map(([kind, days]) => ({
		kind: kind as FollowUpKind,
		dueOn: workingDayFrom(addDays(sent, days)),
	}));
}
