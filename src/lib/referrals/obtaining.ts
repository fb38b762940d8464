/**
 * Asking an organisation about a citizen (retssikkerhedsloven §§ 11 a–c): another act than telling it something, with a
 * consent of its own that is never used for the other.
 */
import { isOpen } from './referral.ts';
import type { State } from './referral-codes.ts';

/** Whether the organisation may have anything to tell: it has been asked to help, or has helped. */
export const mayObtain = (state: State): boolean =>
	state !== 'draft' &&
	state !== 'redirect_proposed' &&
	(isOpen(state) || state === 'completed' || state === 'not_completed');
