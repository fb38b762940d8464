import type { State } from './referral-codes.ts';

/** How a state is coloured: never the only sign of it, its words stand there too. */
export const stateTone = {
	draft: 'neutral',
	sent: 'info',
	seen: 'info',
	waitlisted: 'warning',
	accepted: 'success',
	redirect_proposed: 'warning',
	started: 'success',
	completed: 'neutral',
	not_completed: 'neutral',
	declined: 'warning',
	expired: 'warning',
	withdrawn: 'neutral',
	entered_in_error: 'neutral',
} as const satisfies Record<State, 'neutral' | 'info' | 'success' | 'warning'>;
