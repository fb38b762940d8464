import { listMail } from '$lib/notifications/mail.server.ts';
import { load as loadAs } from '$lib/web/request.server.ts';
import type { PageServerLoad } from './$types';

const most = 200;

export const load: PageServerLoad = (event) =>
	loadAs(event, 'mail.read', async (tx) => ({
		mails: await listMail(tx, most),
		most,
		sends: tx.config.smtpUrl !== undefined,
		now: tx.now,
	}));
