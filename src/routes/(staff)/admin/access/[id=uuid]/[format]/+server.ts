import { error } from '@sveltejs/kit';
import { accessFor, mayAskAccess } from '$lib/citizens/ask-access.server.ts';
import { accessFile } from '$lib/citizens/access-file.ts';
import { load as loadAs, throwAsPage } from '$lib/web/request.server.ts';
import type { RequestHandler } from './$types';

/** The same as a file: `json` for a machine, `html` to be read anywhere. */
export const GET: RequestHandler = async (event) => {
	const { id, format } = event.params;
	if (format !== 'json' && format !== 'html') error(404);
	const actor = await loadAs(event, 'citizen.access_any', (tx, by) => mayAskAccess(tx, by, id));
	return accessFile(await accessFor(actor, id).catch(throwAsPage), format, event.locals.locale);
};
