import { listAnswer } from '$lib/catalogue/hsds/api/answer.server.ts';
import { hsdsResponse, jsonBody, preflight } from '$lib/web/hsds-response.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	hsdsResponse(event, async () => {
		const answer = await listAnswer(event.params.collection, event.url.searchParams);
		if (answer.format === 'json') return jsonBody(answer.page);
		return { body: answer.lines, type: 'application/x-ndjson' };
	});

export const OPTIONS: RequestHandler = preflight;
