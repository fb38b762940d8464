/** How much a confirmation is still worth, by its age: older than 180 days is marked, older than a year counts less. */
export type Freshness = 'fresh' | 'aging' | 'old' | 'never';

const agingAfterDays = 180;
const oldAfterDays = 365;

/** @param confirmed ISO date or null · @param today ISO date */
export function freshness(confirmed: string | null, today: string): Freshness {
	if (!confirmed) return 'never';
	const days = (Date.parse(today) - Date.parse(confirmed)) / 86_400_000;
	if (days > oldAfterDays) return 'old';
	return days > agingAfterDays ? 'aging' : 'fresh';
}

/** The oldest day on which a confirmation is still fresh. @param today ISO date */
export const freshSince = (today: string): string =>
	new Date(Date.parse(`${today}T00:00:00Z`) - agingAfterDays * 86_400_000).toISOString().slice(0, 10);
