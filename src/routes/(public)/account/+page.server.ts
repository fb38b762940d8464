import { readForm } from '$lib/web/form-data.server.ts';
import { error, redirect } from '@sveltejs/kit';
import { DomainError } from '$lib/errors.ts';
import { endOwnSession, endOtherSessions, listSessions } from '$lib/identity/own-sessions.server.ts';
import { addPasskey, listPasskeys, removePasskey } from '$lib/identity/passkeys.server.ts';
import { readFactors, removeTotp } from '$lib/identity/second-factor.server.ts';
import { accountOf, freshAccountOf, isFresh, orRefuse, signInAgain } from '$lib/web/account-request.server.ts';
import { newPasskeyOf, passkeyForm } from '$lib/web/passkey-request.server.ts';
import { parseForm } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor, signedIn } = accountOf(event);
	return {
		factors: await readFactors(actor.userId),
		passkeys: await listPasskeys(actor.userId),
		sessions: await listSessions(actor.userId, signedIn.sessionId),
		/** where to sign in again first, when that was some time ago; null: the ways in may be changed */
		again: isFresh(signedIn) ? null : signInAgain('/account'),
		done: event.url.searchParams.get('done'),
	};
};

export const actions: Actions = {
	/** Ends one session of one's own somewhere else, or all but this one. */
	end: async (event) => {
		const { actor, signedIn } = accountOf(event);
		const which = String((await readForm(event.request)).get('session') ?? '');
		if (which === 'others') await endOtherSessions(actor, signedIn.sessionId);
		else if (!(await endOwnSession(actor, which))) error(404);
		redirect(303, '/account?done=session');
	},
	passkey: async (event) => {
		const { actor } = freshAccountOf(event);
		const posted = await parseForm(event, passkeyForm);
		if (!posted.ok) return posted.failure;
		const { passkey, name } = posted.input;
		const added = await orRefuse({}, async () => {
			const answer = await newPasskeyOf(event, passkey);
			if (answer.userId !== actor.userId) throw new DomainError('identity.passkey_failed', 422);
			return addPasskey({ ...answer, name }, { kind: 'own' });
		});
		return added.ok ? redirect(303, '/account?done=factor') : added.failure;
	},
	'remove-passkey': async (event) => {
		const { actor } = freshAccountOf(event);
		const id = String((await readForm(event.request)).get('id') ?? '');
		const removed = await orRefuse({}, () => removePasskey(actor.userId, id));
		return removed.ok ? redirect(303, '/account?done=factor') : removed.failure;
	},
	'remove-app': async (event) => {
		const { actor } = freshAccountOf(event);
		const removed = await orRefuse({}, () => removeTotp(actor.userId));
		return removed.ok ? redirect(303, '/account?done=factor') : removed.failure;
	},
};
