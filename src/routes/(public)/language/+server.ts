import { readForm } from '$lib/web/form-data.server.ts';
import { redirect, type RequestHandler } from '@sveltejs/kit';
import { returnAddress } from '$lib/identity/return-address.ts';
import { isLocale } from '$lib/paraglide/runtime.js';
import { localeCookie } from '$lib/web/cookies.server.ts';

/** Remembers the language and goes back to the same page. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await readForm(request);
	const locale = form.get('locale');
	if (isLocale(locale)) localeCookie.write(cookies, url, locale);
	redirect(303, returnAddress(form.get('return')) ?? '/');
};
