/** The inbox of an organisation: what comes first, what is late, and what may be done. */
import { DomainError } from '../errors.ts';
import { actionsFor, isClosed, type Action } from './referral.ts';
import type { State } from './referral-codes.ts';
import { addDays } from './working-days.ts';

export const inboxGroups = ['fresh', 'waiting', 'under_way', 'closed'] as const;
export type InboxGroup = (typeof inboxGroups)[number];

export interface InboxStanding {
	readonly state: State;
	/** ISO date by which an answer is hoped for; null when answered */
	readonly answerBy: string | null;
	/** ISO date from which there may be a place */
	readonly expectedOn: string | null;
	/** the caseworker has written something nobody here has read */
	readonly unread: boolean;
}

/** The day on the waiting list has come: there is, or is not, a place now. */
const placeExpected = ({ state, expectedOn }: InboxStanding, today: string): boolean =>
	state === 'waitlisted' && expectedOn !== null && expectedOn <= today;

/** @param today ISO date in Copenhagen */
export function inboxGroup(row: InboxStanding, today: string): InboxGroup {
	if (isClosed(row.state)) return 'closed';
	if (row.state === 'sent') return 'fresh';
	return row.state === 'seen' || row.unread || placeExpected(row, today) ? 'waiting' : 'under_way';
}

/** Whether the day by which something was to be heard has passed. */
export function isLate(row: InboxStanding, today: string): boolean {
	if (row.answerBy !== null) return row.answerBy < today;
	return row.state === 'waitlisted' && row.expectedOn !== null && row.expectedOn < today;
}

/**
 * The rows by group: what is most urgent first, what is over with the newest first.
 * @param rows newest change first
 */
export function groupInbox<Row extends InboxStanding>(rows: readonly Row[], today: string): Record<InboxGroup, Row[]> {
	const groups: Record<InboxGroup, Row[]> = { fresh: [], waiting: [], under_way: [], closed: [] };
	for (const row of rows) groups[inboxGroup(row, today)].push(row);
	const day = (row: Row) => row.answerBy ?? row.expectedOn ?? '9999';
	for (const group of ['fresh', 'waiting'] as const) {
		groups[group].sort((a, b) => day(a).localeCompare(day(b)));
	}
	return groups;
}

/** What an organisation can press; opening happens by looking. */
export type InboxAction = Exclude<
	Extract<Action, 'accept' | 'waitlist' | 'decline' | 'propose' | 'start' | 'complete' | 'end'>,
	never
>;

/** The ways out stay open when the consent no longer lets anyone read: it guards entry and reading, never exit. */
const exits: readonly Action[] = ['decline', 'complete', 'end'];

/**
 * @param readable the consent is in force
 * @returns in the order of the referral's table
 */
export function inboxActions(state: State, readable: boolean): InboxAction[] {
	const actions = actionsFor(state, 'organisation').filter((action) => action !== 'open');
	return (readable ? actions : actions.filter((action) => exits.includes(action))) as InboxAction[];
}

const farthest = 366;

/**
 * A day that is promised or expected: today or later, and within a year.
 * @param field of the form, for the sentence beside it
 * @throws DomainError `referral.date_passed`, `referral.date_far` 422
 */
export function assertComingDay(day: string, today: string, field: string): void {
	const refuse = (code: string): never => {
		throw new DomainError(code, 422, code, { field });
	};
	if (day < today) refuse('referral.date_passed');
	if (day > addDays(today, farthest)) refuse('referral.date_far');
}
