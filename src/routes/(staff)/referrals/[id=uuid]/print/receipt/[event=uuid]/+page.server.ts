import { assertStaff } from '$lib/identity/actor.ts';
import { isLanguage } from '$lib/referrals/consent-texts/languages.ts';
import { readReferral } from '$lib/referrals/read-referral.server.ts';
import { receiptPaper } from '$lib/referrals/receipt-paper.ts';
import { receiptByEvent } from '$lib/referrals/receipts.server.ts';
import { qrPath } from '$lib/ui/qr.server.ts';
import { load as loadAs } from '$lib/web/request.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, event: eventId } = event.params;
	return loadAs(event, 'referral.read', async (tx, by) => {
		const actor = assertStaff(by);
		const referral = await readReferral(tx, actor, id);
		const { receipt, consent } = await receiptByEvent(tx, actor, id, eventId);
		const about = {
			organisation: referral.offer.organisationName,
			offer: referral.offer.name,
			authority: referral.centre.name,
			phone: referral.centre.phone,
			consent,
		};
		const paper = receiptPaper(about, receipt, isLanguage(consent.language) ? consent.language : 'da');
		const address = `${event.url.origin}/consent/check`;
		return {
			paper,
			address,
			qr: qrPath(`${address}?code=${paper.code.value}`),
			authority: referral.authority.name,
			back: consent.kind === 'obtaining' ? `/referrals/${id}/obtain` : `/referrals/${id}#consent`,
		};
	});
};
