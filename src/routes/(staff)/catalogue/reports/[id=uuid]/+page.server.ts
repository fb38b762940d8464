import { redirect } from '@sveltejs/kit';
import { reportAnswerForm } from '$lib/catalogue/upkeep/report-form.ts';
import { closeReport, forwardReport, readReport } from '$lib/catalogue/upkeep/reports.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { takeKeptForm } from '$lib/web/kept-form.server.ts';
import { load as loadAs, submit } from '$lib/web/request.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const kept = await takeKeptForm(event);
	return loadAs(event, 'catalogue.edit', async (tx) => ({
		kept,
		report: await readReport(tx, event.params.id),
		now: tx.now,
	}));
};

export const actions: Actions = {
	forward: async (event) => {
		const failure = await submit(event, 'catalogue.edit', reportAnswerForm, (tx, actor, { note }) =>
			forwardReport(tx, assertStaff(actor), event.params.id, note),
		);
		return failure ?? redirect(303, '/catalogue?done=forwarded');
	},
	close: async (event) => {
		const failure = await submit(event, 'catalogue.edit', reportAnswerForm, (tx, actor, { note }) =>
			closeReport(tx, assertStaff(actor), event.params.id, note),
		);
		return failure ?? redirect(303, '/catalogue?done=report_closed');
	},
};
