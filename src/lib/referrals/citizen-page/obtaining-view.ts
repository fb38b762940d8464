/** What the citizen's page about asking shows, from where that consent and the referral are. */
import { permitsSharing, type ConsentState } from '../consent.ts';
import type { CitizenWord } from '../consent-texts/citizen-words.ts';
import { mayObtain } from '../obtaining.ts';
import type { State } from '../referral-codes.ts';
import type { CitizenView, Wish } from './view.ts';

interface Standing {
	readonly state: State;
	readonly consentState: ConsentState;
	readonly renewable: boolean;
}

/** A question waits, or was answered with no: then one may still say yes, as long as there is something to ask about. */
export const mayAnswerObtaining = ({ state, consentState }: Omit<Standing, 'renewable'>): boolean =>
	mayObtain(state) && (consentState === 'requested' || consentState === 'refused');

export function obtainingView(standing: Standing, wish: Wish): CitizenView {
	const { consentState, renewable } = standing;
	if (mayAnswerObtaining(standing) && (consentState === 'requested' || wish === 'change')) return 'ask';
	if (renewable && wish === 'renew') return 'renew';
	return permitsSharing(consentState) && wish === 'withdraw' ? 'withdraw' : 'status';
}

/** What is said once after an answer; undefined when the page does not follow one. */
export function obtainingDone(done: string | null, consentState: ConsentState): CitizenWord | undefined {
	if (done !== 'answer') return undefined;
	if (permitsSharing(consentState)) return 'given_done';
	if (consentState === 'refused') return 'refused_done_obtaining';
	return consentState === 'withdrawn' ? 'withdrawn_done_obtaining' : undefined;
}
