import { m } from '../paraglide/messages.js';
import { longDate, type Locale } from '../ui/dates.ts';
import type { StaffReferral } from './read-referral.server.ts';
import type { NextStep, Work } from './worklist.ts';

/** Where on a referral's page a step is taken; the page itself for the others. */
const places: Partial<Record<NextStep, string>> = {
	follow_up: '#follow-ups',
	read_message: '#messages',
	hear_citizen: '#act-confirm',
	start: '#act-start',
};

/** The address that leads straight to the next step. A draft's own page leads on to where one left off. */
export const nextAddress = (id: string, next: NextStep): string => `/referrals/${id}${places[next] ?? ''}`;

/** What to do now, as a colleague would say it. */
export function nextStepText(referral: StaffReferral, work: Work, locale: Locale, now: Date): string {
	const organisation = referral.offer.organisationName;
	const date = work.dueOn ? longDate(work.dueOn, locale, now) : '';
	switch (work.next) {
		case 'wait_for_answer':
			return m.referrals_todo_wait_for_answer({ date });
		case 'call_organisation':
			return referral.state === 'waitlisted'
				? m.referrals_todo_call_waitlist({ organisation, date })
				: m.referrals_todo_call_unanswered({ organisation, date });
		case 'see_answer':
			return m.referrals_todo_see_answer();
		case 'follow_up':
			return work.today || !date ? m.referrals_todo_follow_up() : m.referrals_todo_follow_up_later({ date });
		case 'start':
			return m.referrals_todo_start({ date });
		case 'wait_for_place':
			return m.referrals_todo_wait_for_place();
		case 'wait':
			return m.referrals_todo_wait();
		case 'find_another':
			return m.referrals_todo_find_another();
		case 'hear_citizen':
			return m.referrals_todo_hear_citizen();
		case 'read_message':
			return m.referrals_todo_read_message({ organisation });
		default:
			return m.referrals_todo_none();
	}
}
