import { error, json, type RequestHandler } from '@sveltejs/kit';
import { z } from 'zod';
import { openLink } from '$lib/identity/credential-links.server.ts';
import { newPasskeyOptions, passkeyOptions } from '$lib/identity/passkeys.server.ts';
import { keepStep } from '$lib/identity/sign-in-step.server.ts';
import { orPage } from '$lib/web/account-request.server.ts';
import { stepCookie } from '$lib/web/cookies.server.ts';
import { siteOf } from '$lib/web/passkey-request.server.ts';

const question = z.object({ kind: z.enum(['use', 'new']), token: z.string().max(200).optional() });

/** What the browser is to ask a passkey, or a new one, for: PasskeyButton sends the answer to its form. */
export const POST: RequestHandler = async (event) => {
	const asked = question.safeParse(await event.request.json().catch(() => undefined));
	if (!asked.success) error(400);
	const { signedIn, halfway } = event.locals;
	const site = siteOf(event);
	if (asked.data.kind === 'use') {
		const options = await passkeyOptions(site, halfway?.userId);
		const { challenge } = options;
		stepCookie.write(event.cookies, event.url, await keepStep({ kind: 'passkey', challenge }));
		return json(options);
	}
	const { token } = asked.data;
	const invited = token === undefined ? undefined : await orPage(() => openLink(token, 'invitation'));
	const userId = invited?.userId ?? signedIn?.user.id ?? halfway?.userId;
	if (!userId) error(401);
	const options = await newPasskeyOptions(userId, site);
	const { challenge } = options;
	stepCookie.write(event.cookies, event.url, await keepStep({ kind: 'new passkey', challenge, userId }));
	return json(options);
};
