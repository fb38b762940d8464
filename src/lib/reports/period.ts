/** How far back a report looks, in days; a year is the strategy's own measure. */
export const periods = { month: 30, quarter: 91, year: 365 } as const;
export type Period = keyof typeof periods;

/** The period an address asks for; a year when it asks for none. */
export const periodOf = (text: string | null): Period =>
	text !== null && Object.hasOwn(periods, text) ? (text as Period) : 'year';

export const periodStart = (period: Period, now: Date): Date => new Date(now.getTime() - periods[period] * 86_400_000);
