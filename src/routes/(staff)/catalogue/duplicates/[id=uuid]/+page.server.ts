import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readDuplicate, sayDistinct } from '$lib/catalogue/duplicates/decide.server.ts';
import { sharedWords } from '$lib/catalogue/duplicates/shared-words.ts';
import { showDifference } from '$lib/catalogue/upkeep/change-view.server.ts';
import { difference } from '$lib/catalogue/upkeep/content.ts';
import { readContent } from '$lib/catalogue/upkeep/content.server.ts';
import { mergeOffers } from '$lib/catalogue/upkeep/merge.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { m } from '$lib/paraglide/messages.js';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	loadAs(event, 'catalogue.edit', async (tx) => {
		const { sides, shared } = await readDuplicate(tx, event.params.id);
		const [first, second] = [await readContent(tx, sides[0].id), await readContent(tx, sides[1].id)];
		return {
			sides,
			shared: sharedWords(shared),
			rows: await showDifference(tx, difference(first, second), event.locals.locale),
		};
	});

const verdict = z.object({ keep: z.enum(['first', 'second'], { error: () => m.duplicates_keep_missing() }) });

export const actions: Actions = {
	merge: async (event) => {
		const answer = await submit(event, 'catalogue.edit', verdict, async (tx, actor, { keep }) => {
			const { sides } = await readDuplicate(tx, event.params.id);
			const [kept, gone] = keep === 'first' ? sides : [sides[1], sides[0]];
			return mergeOffers(tx, assertStaff(actor), gone.id, kept.slug);
		});
		return typeof answer === 'string' ? redirect(303, '/catalogue?done=merged') : answer;
	},
	distinct: async (event) => {
		const failure = await submit(event, 'catalogue.edit', z.object({}), async (tx, actor) => {
			const { sides } = await readDuplicate(tx, event.params.id);
			await sayDistinct(tx, assertStaff(actor), sides[0].id, sides[1].id);
		});
		return failure ?? redirect(303, '/catalogue?done=distinct');
	},
};
