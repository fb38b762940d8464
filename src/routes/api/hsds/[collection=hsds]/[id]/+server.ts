import { objectAnswer } from '$lib/catalogue/hsds/api/answer.server.ts';
import { readId, readObjectQuery } from '$lib/catalogue/hsds/api/query.ts';
import { hsdsResponse, jsonBody, preflight } from '$lib/web/hsds-response.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	hsdsResponse(event, async () => {
		const { collection, id } = event.params;
		const { full_service: fullService } = readObjectQuery(event.url.searchParams);
		return jsonBody(await objectAnswer(collection, readId(id), fullService));
	});

export const OPTIONS: RequestHandler = preflight;
