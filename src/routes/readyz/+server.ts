import { text } from '@sveltejs/kit';
import { databaseAnswers, isStopping } from '$lib/operation/readiness.server.ts';
import type { RequestHandler } from './$types';

/** Whether requests should be sent here: 200 while the database answers and nobody has asked us to stop, else 503. */
export const GET: RequestHandler = async () => {
	const stopping = isStopping();
	const ready = !stopping && (await databaseAnswers());
	return text(ready ? 'ready' : stopping ? 'stopping' : 'the database does not answer', {
		status: ready ? 200 : 503,
		headers: { 'cache-control': 'no-store' },
	});
};
