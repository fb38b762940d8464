import { error, redirect } from '@sveltejs/kit';
import { endOwnSession, endOtherSessions, listSessions } from '$lib/identity/own-sessions.server.ts';
import { readFactors, removeTotp } from '$lib/identity/second-factor.server.ts';
import { accountOf, orRefuse } from '$lib/web/account-request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor, signedIn } = accountOf(event);
	return {
		factors: await readFactors(actor.userId),
		sessions: await listSessions(actor.userId, signedIn.sessionId),
		done: event.url.searchParams.get('done'),
	};
};

export const actions: Actions = {
	/** Ends one session of one's own somewhere else, or all but this one. */
	end: async (event) => {
		const { actor, signedIn } = accountOf(event);
		const which = String((await event.request.formData()).get('session') ?? '');
		if (which === 'others') await endOtherSessions(actor, signedIn.sessionId);
		else if (!(await endOwnSession(actor, which))) error(404);
		redirect(303, '/account?done=session');
	},
	'remove-app': async (event) => {
		const { actor } = accountOf(event);
		const removed = await orRefuse({}, () => removeTotp(actor.userId));
		return removed.ok ? redirect(303, '/account?done=factor') : removed.failure;
	},
};
