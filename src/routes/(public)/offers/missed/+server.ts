import { redirect, type RequestHandler } from '@sveltejs/kit';
import { countMiss } from '$lib/catalogue/words.server.ts';
import { services } from '$lib/database/as-actor.server.ts';
import { readForm } from '$lib/web/form-data.server.ts';

/**
 * Counts a search that found nothing, without who searched. With `told` somebody asked that the coordinator hear of it,
 * and is thanked on the page they came from; without it the page tells by itself, and gets no answer.
 */
export const POST: RequestHandler = async ({ request }) => {
	const form = await readForm(request);
	const field = form.get('q');
	const q = typeof field === 'string' ? field.slice(0, 200) : '';
	const told = form.get('told') === '1';
	await countMiss(q, services().clock(), told);
	if (!told) return new Response(null, { status: 204 });
	redirect(303, `/offers?${new URLSearchParams({ q, told: '1' })}`);
};
