import { openApi } from '$lib/catalogue/hsds/api/openapi.ts';
import { hsdsResponse, jsonBody, preflight } from '$lib/web/hsds-response.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	hsdsResponse(event, () => Promise.resolve(jsonBody(openApi(event.url.origin))));

export const OPTIONS: RequestHandler = preflight;
