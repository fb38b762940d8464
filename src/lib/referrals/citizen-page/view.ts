/** What the citizen's page shows, from where the consent and the referral are. */
import { permitsSharing, type ConsentState } from '../consent.ts';
import type { CitizenWord } from '../consent-texts/citizen-words.ts';
import { isOpen } from '../referral.ts';
import type { Helped, State } from '../referral-codes.ts';

export interface Standing {
	readonly state: State;
	/** undefined: nothing is asked */
	readonly consentState: ConsentState | undefined;
	/** the citizen has told what came of it */
	readonly answeredHelped: boolean;
}

/** What the citizen has pressed on the page: to say yes after all, or to withdraw. */
export type Wish = 'change' | 'withdraw' | 'renew' | undefined;

export type CitizenView = 'ask' | 'withdraw' | 'renew' | 'status';

/** A question waits, or was answered with no: then one may still say yes. Nothing is asked once it has been sent. */
export const mayAnswer = ({ state, consentState }: Standing): boolean =>
	state === 'draft' && (consentState === 'requested' || consentState === 'refused');

/** As long as something is shared, and afterwards while the organisation still has something to do. */
export const mayWithdraw = ({ state, consentState }: Standing): boolean =>
	consentState !== undefined && (permitsSharing(consentState) || (consentState === 'expired' && isOpen(state)));

/**
 * Asked once it has ended. A referral that was declined ends without anything to have helped: to be asked would only
 * hurt.
 */
export const asksHelped = ({ state, answeredHelped }: Standing): boolean =>
	!answeredHelped && (state === 'completed' || state === 'not_completed');

export function viewOf(standing: Standing & { readonly renewable?: boolean }, wish: Wish): CitizenView {
	if (mayAnswer(standing) && (standing.consentState === 'requested' || wish === 'change')) return 'ask';
	if (standing.renewable && wish === 'renew') return 'renew';
	return mayWithdraw(standing) && wish === 'withdraw' ? 'withdraw' : 'status';
}

/** What is said once after an answer; undefined when the page does not follow one. */
export function doneWord(
	done: string | null,
	{ state, consentState }: Standing,
	helped: Helped | null,
): CitizenWord | undefined {
	if (done === 'helped') return helped ? 'helped_thanks' : undefined;
	if (done !== 'answer') return undefined;
	if (consentState === 'given' || consentState === 'renewed') return 'given_done';
	if (consentState === 'refused') return 'refused_done';
	// Taken back before anything was sent: nobody has seen anything.
	if (consentState === 'withdrawn') return state === 'draft' ? 'refused_done' : 'withdrawn_done';
	return undefined;
}
