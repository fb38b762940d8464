import { error, type RequestHandler } from '@sveltejs/kit';
import { endFromProvider } from '$lib/identity/oidc-people.server.ts';
import { assertProvider, readLogoutToken } from '$lib/identity/oidc.server.ts';
import { orPage } from '$lib/web/account-request.server.ts';

/** The provider's own message, from server to server, that somebody has signed out there. It proves itself. */
export const POST: RequestHandler = async ({ request, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	await orPage(async () => assertProvider());
	const token = new URLSearchParams(await request.text()).get('logout_token') ?? error(400);
	await orPage(async () => endFromProvider(await readLogoutToken(token)));
	return new Response(null, { status: 200 });
};
