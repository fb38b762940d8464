import { z } from 'zod';
import { onBehalfOf } from '$lib/identity/on-behalf.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { packCaseFiles } from '$lib/retention/case-files.server.ts';
import { orPage } from '$lib/web/account-request.server.ts';
import { submit } from '$lib/web/request.server.ts';
import type { RequestHandler } from './$types';

/** Writes out the files of the citizens who wait for it: a form leads here, because receipts are written. */
export const POST: RequestHandler = async (event) => {
	const allowed = await submit(event, 'retention.manage', z.object({}), async (_, actor) => assertStaff(actor));
	if (!('kind' in allowed)) return new Response(null, { status: allowed.status });
	const zip = await orPage(() => packCaseFiles(onBehalfOf(allowed)));
	return new Response(new Uint8Array(zip), {
		headers: {
			'content-type': 'application/zip',
			'content-disposition': 'attachment; filename="sagsakter.zip"',
			'cache-control': 'no-store',
		},
	});
};
