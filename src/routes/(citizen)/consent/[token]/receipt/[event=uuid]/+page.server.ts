import { readCitizenPage } from '$lib/referrals/citizen-page.server.ts';
import { pageLanguage, spoken } from '$lib/referrals/citizen-page/shown.ts';
import { receiptPaper } from '$lib/referrals/receipt-paper.ts';
import { receiptByEvent } from '$lib/referrals/receipts.server.ts';
import { qrPath } from '$lib/ui/qr.server.ts';
import { loadByLink } from '$lib/web/citizen-request.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { url, params, locals } = event;
	const found = await loadByLink(event, async (tx, actor) => {
		const page = await readCitizenPage(tx, actor);
		const { receipt, consent } = await receiptByEvent(tx, actor, actor.referralId, params.event);
		const about = {
			organisation: page.organisation.name,
			offer: page.offer.name,
			authority: page.centre.name,
			phone: page.centre.phone,
			consent,
		};
		const language = pageLanguage(url.searchParams.get('lang'), page);
		return { paper: receiptPaper(about, receipt, language), from: page.authority.name, kind: consent.kind };
	});
	const { paper, from } = found;
	locals.pageLanguage = spoken(paper.language);
	const address = `${url.origin}/consent/check`;
	const qr = qrPath(`${address}?code=${paper.code.value}`);
	return {
		paper,
		from,
		address,
		qr,
		back: `/consent/${params.token}${found.kind === 'obtaining' ? '/obtaining' : ''}?lang=${paper.language}`,
	};
};
