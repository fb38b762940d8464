import { redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { refreshSnapshot } from '$lib/catalogue/search/catalogue-snapshot.server.ts';
import {
	conceptNames,
	lookUp,
	meaningName,
	offForm,
	preview,
	wordForm,
} from '$lib/catalogue/search/vocabulary-page.server.ts';
import { addWord, endWord, readFormerWords, readMisses, readOwnWords } from '$lib/catalogue/words.server.ts';
import { services } from '$lib/database/as-actor.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { load as loadAs, submit, type FormFailure } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

const mostMisses = 40;
const mostFormer = 20;

export const load: PageServerLoad = async (event) => {
	const q = event.url.searchParams.get('q') ?? '';
	const phrase = event.url.searchParams.get('phrase') ?? '';
	const meaning = event.url.searchParams.get('meaning') ?? '';
	const page = await loadAs(event, 'words.edit', async (tx) => {
		const own = await readOwnWords(tx);
		return {
			q,
			phrase,
			meaning,
			done: event.url.searchParams.get('done'),
			found: lookUp(q, own),
			own: own.map((word) => ({ ...word, leadsTo: meaningName(word) })),
			former: (await readFormerWords(tx, mostFormer)).map((word) => ({ ...word, leadsTo: meaningName(word) })),
			misses: await readMisses(tx, mostMisses),
			conceptNames,
		};
	});
	// After the transaction: the embedded database has one connection, and the search may want it.
	return { ...page, preview: await preview(phrase, meaning, services().clock()) };
};

async function changed(
	event: RequestEvent,
	result: void | ActionFailure<FormFailure>,
	done: string,
): Promise<ActionFailure<FormFailure>> {
	if (result) return result;
	await refreshSnapshot();
	const q = event.url.searchParams.get('q');
	redirect(303, `/admin/words?${new URLSearchParams({ ...(q && { q }), done })}`);
}

export const actions: Actions = {
	add: async (event) =>
		changed(
			event,
			await submit(event, 'words.edit', wordForm, (tx, actor, word) => addWord(tx, assertStaff(actor), word)),
			'added',
		),
	off: async (event) =>
		changed(
			event,
			await submit(event, 'words.edit', offForm, (tx, actor, word) => addWord(tx, assertStaff(actor), word)),
			'off',
		),
	end: async (event) =>
		changed(
			event,
			await submit(event, 'words.edit', z.object({ id: z.uuid() }), (tx, actor, { id }) =>
				endWord(tx, assertStaff(actor), id),
			),
			'ended',
		),
};
