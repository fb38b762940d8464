import { text } from '@sveltejs/kit';
import { catalogueSnapshot, isCatalogueRead } from '$lib/catalogue/search/catalogue-snapshot.server.ts';
import { comesInTime, databaseAnswers, isStopping } from '$lib/operation/readiness.server.ts';
import type { RequestHandler } from './$types';

/** What stands in the way of our answering requests; nothing when they should come. */
async function obstacle(): Promise<string | undefined> {
	if (isStopping()) return 'stopping';
	if (!(await databaseAnswers())) return 'the database does not answer';
	// A large catalogue takes seconds to read: until then every search waits.
	if (!isCatalogueRead() && !(await comesInTime(catalogueSnapshot()))) return 'reading the catalogue';
	return undefined;
}

/**
 * Whether requests should be sent here: 200 while the database answers, the catalogue has been read and nobody has asked
 * us to stop, else 503.
 */
export const GET: RequestHandler = async () => {
	const why = await obstacle();
	return text(why ?? 'ready', { status: why ? 503 : 200, headers: { 'cache-control': 'no-store' } });
};
