import { audit } from '$lib/audit/audit.server.ts';
import { headToKeep } from '$lib/audit/chain-end.server.ts';
import { writeHeads } from '$lib/audit/head-file.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { load as loadAs, throwAsPage } from '$lib/web/request.server.ts';
import type { RequestHandler } from './$types';

/** The end of the chain as a file, to be kept where the database's owner can't write: `verify-audit --head` takes it. */
export const GET: RequestHandler = async (event) => {
	const { authorityId, at } = await loadAs(event, 'audit.read', async (tx, actor) => {
		await audit(tx, actor, { action: 'log.head', subjectType: 'export' });
		return { authorityId: assertStaff(actor).authorityId, at: tx.now };
	});
	const head = await headToKeep(authorityId).catch(throwAsPage);
	return new Response(writeHeads([head], at), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="head-${head.seq}.json"`,
			'cache-control': 'no-store',
		},
	});
};
