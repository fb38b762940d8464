import { redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { reportForm } from '../catalogue/upkeep/report-form.ts';
import { assertMayReport } from '../catalogue/upkeep/report-limit.server.ts';
import { reportedPage, reportPage } from '../catalogue/upkeep/reports.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import { publicActor } from '../identity/actor.ts';
import { errorText } from './error-text.server.ts';
import { throwAsGone } from './gone-page.server.ts';
import { parseForm, refuse, throwAsPage, type FormFailure } from './request.server.ts';

/* “Meld fejl” on a page: anyone, whoever may be signed in, and nobody is asked who they are. */

type About = 'offers' | 'organisations';

/** The page that is reported. */
export async function loadReported(event: RequestEvent, about: About) {
	const slug = event.params.slug ?? '';
	const page = await asActor(publicActor, (tx) => reportedPage(tx, about, slug)).catch((cause: unknown) =>
		about === 'offers' ? throwAsGone(cause, slug, '/report') : throwAsPage(cause),
	);
	return { name: page.name, back: `/${about}/${event.params.slug}`, done: event.url.searchParams.has('done') };
}

/** Takes a report. What a robot sends into the field that people don't see is thanked for and thrown away. */
export async function submitReport(event: RequestEvent, about: About): Promise<ActionFailure<FormFailure>> {
	const form = await parseForm(event, reportForm);
	if (!form.ok) return form.failure;
	try {
		await assertMayReport(event.getClientAddress());
		if (form.input.website === '') {
			await asActor(publicActor, async (tx) =>
				reportPage(tx, await reportedPage(tx, about, event.params.slug ?? ''), form.input),
			);
		}
	} catch (cause) {
		if (cause instanceof DomainError && [429, 503].includes(cause.status)) {
			return refuse(cause.status, form.values, { _form: errorText(cause) });
		}
		throwAsPage(cause);
	}
	redirect(303, `/${about}/${event.params.slug}/report?done`);
}
