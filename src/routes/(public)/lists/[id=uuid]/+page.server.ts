import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { asActor, services, type Tx } from '$lib/database/as-actor.server.ts';
import { listMail } from '$lib/lists/list-mail.ts';
import { removeForm, renameForm } from '$lib/lists/list-form.ts';
import { collectorOf } from '$lib/lists/list-request.server.ts';
import { deleteList, readList, removeFromList, renameList, shareList, stopSharing } from '$lib/lists/lists.server.ts';
import { listedOffer } from '$lib/lists/listed-offer.ts';
import { qrPath } from '$lib/ui/qr.server.ts';
import { parseForm, throwAsPage } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const holder = collectorOf(event);
	const list = await asActor(holder, (tx) => readList(tx, holder, event.params.id)).catch(throwAsPage);
	const now = services().clock();
	const offers = list.offers.map((offer) => listedOffer(offer, now, event.locals.locale));
	return { list: { ...list, offers }, mail: listMail(list.name, offers, services().config.origin), now };
};

type Event = RequestEvent<{ id: string }>;

/** Parses the form, and does something with the holder's own list. */
const change =
	<S extends z.ZodType, T>(schema: S, work: (tx: Tx, id: string, input: z.output<S>) => Promise<T>) =>
	async (event: Event) => {
		const holder = collectorOf(event);
		const form = await parseForm(event, schema);
		if (!form.ok) return form.failure;
		return (await asActor(holder, (tx) => work(tx, event.params.id, form.input)).catch(throwAsPage)) ?? undefined;
	};

/** The same without anything to fill in. */
const act = <T>(event: Event, work: (tx: Tx, id: string) => Promise<T>): Promise<T> =>
	asActor(collectorOf(event), (tx) => work(tx, event.params.id)).catch(throwAsPage);

export const actions: Actions = {
	rename: change(renameForm, (tx, id, { name }) => renameList(tx, id, name)),
	remove: change(removeForm, (tx, id, { offer }) => removeFromList(tx, id, offer)),
	share: async (event) => {
		const link = services().config.origin + (await act(event, shareList));
		return { link, qr: qrPath(link) };
	},
	unshare: (event) => act(event, stopSharing),
	delete: async (event) => {
		await act(event, deleteList);
		redirect(303, '/lists');
	},
};
