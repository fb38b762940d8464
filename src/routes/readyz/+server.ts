import { text } from '@sveltejs/kit';
import { databaseAnswers } from '$lib/operation/readiness.server.ts';
import type { RequestHandler } from './$types';

/** Whether requests should be sent here: 200 while the database answers, else 503. */
export const GET: RequestHandler = async () => {
	const ready = await databaseAnswers();
	return text(ready ? 'ready' : 'the database does not answer', {
		status: ready ? 200 : 503,
		headers: { 'cache-control': 'no-store' },
	});
};
