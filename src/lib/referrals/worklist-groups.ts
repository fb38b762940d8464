/** The worklist's headings, and what its filter lets through. Pure rules. */
import type { State } from './referral-codes.ts';

export const worklistGroups = ['today', 'drafts', 'waiting', 'waitlist', 'agreed', 'under_way', 'closed'] as const;
export type WorklistGroup = (typeof worklistGroups)[number];

const groupOfState: Readonly<Record<State, WorklistGroup>> = {
	draft: 'drafts',
	sent: 'waiting',
	seen: 'waiting',
	redirect_proposed: 'waiting',
	waitlisted: 'waitlist',
	accepted: 'agreed',
	started: 'under_way',
	completed: 'closed',
	not_completed: 'closed',
	declined: 'closed',
	expired: 'closed',
	withdrawn: 'closed',
	entered_in_error: 'closed',
};

interface Row {
	state: State;
	work: { today: boolean };
}

/** The rows under their headings, in the order of the page; each row once, headings without rows left out. */
export function groupWorklist<R extends Row>(rows: readonly R[]): { group: WorklistGroup; rows: R[] }[] {
	const groupOf = (row: R) => (row.work.today ? 'today' : groupOfState[row.state]);
	return worklistGroups
		.map((group) => ({ group, rows: rows.filter((row) => groupOf(row) === group) }))
		.filter(({ rows: some }) => some.length > 0);
}

export interface WorklistWish {
	/** id of a citizen; empty for all */
	citizen: string;
	state: State | '';
	/** part of an organisation's or an offer's name; empty for all */
	organisation: string;
}

interface Named extends Row {
	citizen: { id: string };
	offerName: string;
	organisationName: string;
}

/** Whether a row is among those one wants to see. */
export function matchesWish(row: Named, wish: WorklistWish): boolean {
	const wanted = wish.organisation.trim().toLocaleLowerCase('da');
	const names = `${row.organisationName}\n${row.offerName}`.toLocaleLowerCase('da');
	return (
		(wish.citizen === '' || row.citizen.id === wish.citizen) &&
		(wish.state === '' || row.state === wish.state) &&
		names.includes(wanted)
	);
}
