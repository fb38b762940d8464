import type { OfferChoice } from '../offer-choice.server.ts';

/** What a form of the inbox gave back: refused, or with the offers that were looked for. */
export interface AnswerState {
	values?: Record<string, string | string[]>;
	errors?: Record<string, string>;
	/** something happened between opening the page and sending */
	conflict?: true;
	found?: OfferChoice[];
}
