import { apiDescription } from '$lib/catalogue/hsds/api/openapi.ts';
import { hsdsResponse, jsonBody, preflight } from '$lib/web/hsds-response.server.ts';
import type { RequestHandler } from './$types';

/** The standard's address of an API ends with a slash; without one it is the same. */
export const trailingSlash = 'ignore';

export const GET: RequestHandler = (event) =>
	hsdsResponse(event, () => Promise.resolve(jsonBody(apiDescription(event.url.origin))));

export const OPTIONS: RequestHandler = preflight;
