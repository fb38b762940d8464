import { m } from '../../paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
	saved: () => m.upkeep_done_saved(),
	capacity: () => m.upkeep_own_done_saved(),
	created: () => m.upkeep_done_created(),
	closed: () => m.upkeep_done_closed(),
	reopened: () => m.upkeep_done_reopened(),
	confirmed: () => m.upkeep_done_confirmed(),
	accepted: () => m.upkeep_done_accepted(),
	refused: () => m.upkeep_done_refused(),
	undone: () => m.upkeep_done_undone(),
	forwarded: () => m.upkeep_done_forwarded(),
	report_closed: () => m.upkeep_done_report_closed(),
	merged: () => m.upkeep_done_merged(),
	distinct: () => m.upkeep_done_distinct(),
};

/** What is said when something has been done; undefined for nothing known. */
export const doneWords = (done: string | null): string | undefined => words[done ?? '']?.();
