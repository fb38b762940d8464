import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { assertStaff } from '../identity/actor.ts';
import type { Permission } from '../identity/permissions.ts';
import { qrPath, type QrPath } from '../ui/qr.server.ts';
import { submit, type FormFailure } from '../web/request.server.ts';
import { mailLink, makeLink } from './links.server.ts';

/** The citizen's link, whole, to be shown this once. */
export interface ShownLink {
	link: string;
	qr: QrPath;
}

type ReferralEvent = RequestEvent<{ id: string }>;

/** The two ways to give a citizen their link, as form actions of a page about one referral (`[id]`). */
export function linkActions(permission: Permission) {
	return {
		/** Shows the address and its code, and only now: what is kept is a hash. */
		link: (event: ReferralEvent): Promise<ShownLink | ActionFailure<FormFailure>> =>
			submit(event, permission, z.object({}), async (tx, actor) => {
				const path = await makeLink(tx, assertStaff(actor), event.params.id);
				const link = event.url.origin + path;
				return { link, qr: qrPath(link) };
			}),
		/** Mails it; where there is no address nothing is made. */
		mail: (event: ReferralEvent): Promise<{ mailed: boolean } | ActionFailure<FormFailure>> =>
			submit(event, permission, z.object({}), async (tx, actor) => ({
				mailed: await mailLink(tx, assertStaff(actor), event.params.id),
			})),
	};
}
