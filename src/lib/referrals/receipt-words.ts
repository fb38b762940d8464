import { m } from '../paraglide/messages.js';
import { dateInWords } from './consent-texts/languages.ts';
import type { ConsentEventType, ConsentState } from './consent.ts';
import type { CheckedReceipt } from './receipts.server.ts';

type Dated = (values: { date: string }) => string;

/** What a receipt is for. */
const events: Record<ConsentEventType, Dated> = {
	requested: (values) => m.referrals_receipt_requested(values),
	given: (values) => m.referrals_receipt_given(values),
	refused: (values) => m.referrals_receipt_refused(values),
	renewed: (values) => m.referrals_receipt_renewed(values),
	withdrawn: (values) => m.referrals_receipt_withdrawn(values),
	expired: (values) => m.referrals_receipt_expired(values),
	invalidated: (values) => m.referrals_receipt_invalidated(values),
};

const inForce: readonly (ConsentState | undefined)[] = ['given', 'renewed'];

/** `Et ja sagt den 2. november 2026.` */
export const receiptSentence = (event: ConsentEventType, at: Date, locale: 'da' | 'en'): string =>
	events[event]({ date: dateInWords(locale, at) });

/** What someone who has typed a genuine code is told, as sentences. */
export function checkedSentences(receipt: CheckedReceipt, locale: 'da' | 'en'): string[] {
	const { kind, event, at, authority, now, since } = receipt;
	const kindWords = kind === 'disclosure' ? m.referrals_check_disclosure() : m.referrals_check_obtaining();
	const standing = () => {
		if (now === undefined || now === 'none') return m.referrals_check_gone();
		if (inForce.includes(now)) return m.referrals_check_in_force();
		if (now === event || now === 'requested') return '';
		return since ? receiptSentence(now, since, locale) : '';
	};
	return [kindWords, receiptSentence(event, at, locale), m.referrals_check_authority({ authority }), standing()].filter(
		(sentence) => sentence !== '',
	);
}
