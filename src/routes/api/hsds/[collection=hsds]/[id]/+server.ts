import { redirect } from '@sveltejs/kit';
import { objectAnswer } from '$lib/catalogue/hsds/api/answer.server.ts';
import { readId, readObjectQuery } from '$lib/catalogue/hsds/api/query.ts';
import { whereMerged } from '$lib/catalogue/upkeep/gone.server.ts';
import { asActor } from '$lib/database/as-actor.server.ts';
import { DomainError } from '$lib/errors.ts';
import { publicActor } from '$lib/identity/actor.ts';
import { hsdsResponse, jsonBody, preflight } from '$lib/web/hsds-response.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	hsdsResponse(event, async () => {
		const { collection, id } = event.params;
		const { full_service: fullService } = readObjectQuery(event.url.searchParams);
		return jsonBody(await objectAnswer(collection, readId(id), fullService).catch(orWhereItWent(event)));
	});

/** A service that has been merged into another is that one now: whoever keeps its id is sent there (308). */
const orWhereItWent =
	({ params: { collection, id }, url, setHeaders }: Parameters<RequestHandler>[0]) =>
	async (cause: unknown): Promise<never> => {
		if (collection === 'services' && cause instanceof DomainError && cause.status === 404) {
			const into = await asActor(publicActor, (tx) => whereMerged(tx, readId(id)));
			if (into) setHeaders({ 'access-control-allow-origin': '*' });
			if (into) redirect(308, `/api/hsds/services/${into}${url.search}`);
		}
		throw cause;
	};

export const OPTIONS: RequestHandler = preflight;
