import * as messages from '../paraglide/messages.js';
import type { DomainError } from '../errors.ts';

const texts = messages as unknown as Record<string, (() => string) | undefined>;

/**
 * The sentence a person reads for a broken rule, in the language of the request: the message
 * `errors_referral_stale` for the code `referral.stale`, or a general one by status.
 */
export function errorText(error: DomainError): string {
	const specific = texts[`errors_${error.code.replaceAll('.', '_')}`];
	const general = texts[`errors_status_${error.status}`] ?? texts['errors_status_500'];
	return (specific ?? general)?.() ?? error.code;
}
