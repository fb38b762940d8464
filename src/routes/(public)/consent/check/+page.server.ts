import { error } from '@sveltejs/kit';
import { DomainError } from '$lib/errors.ts';
import { typedCode } from '$lib/referrals/receipt-code.ts';
import { checkReceipt } from '$lib/referrals/receipts.server.ts';
import { mayCheck } from '$lib/web/check-limit.server.ts';
import { errorText } from '$lib/web/error-text.server.ts';
import type { PageServerLoad } from './$types';

/** Open to everyone: the code itself is what one must have. It is in the address, as the QR code needs, and says nothing. */
export const load: PageServerLoad = async ({ url, getClientAddress, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
	const typed = url.searchParams.get('code')?.trim() ?? '';
	if (typed === '') return { typed, answer: undefined };
	if (!(await mayCheck(getClientAddress()))) {
		error(429, { message: errorText(new DomainError('receipt.too_many', 429)), code: 'receipt.too_many' });
	}
	const code = typedCode(typed);
	if (!code) return { typed: typed.slice(0, 60), answer: { state: 'no_code' as const } };
	const receipt = await checkReceipt(code);
	return {
		typed: code.toUpperCase(),
		answer: receipt ? { state: 'genuine' as const, receipt } : { state: 'unknown' as const },
	};
};
