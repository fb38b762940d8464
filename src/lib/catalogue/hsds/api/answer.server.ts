import { createHash } from 'node:crypto';
import { asActor, services, type Tx } from '../../../database/as-actor.server.ts';
import { publicActor } from '../../../identity/actor.ts';
import { catalogueVersion } from '../../catalogue-version.server.ts';
import type { HsdsObject } from '../write/object.ts';
import { sources, type Slice } from './collection.server.ts';
import { pageOf, type Page } from './page.ts';
import type { Collection } from './collections.ts';
import { readQuery, type Query } from './query.ts';
import { foundOffers } from './visible.server.ts';

/** Raise it when the same rows are answered in another way, or a cache goes on showing the old one. */
const shape = 3;
/** Objects of a stream read at a time: a transaction of some milliseconds each. */
const batch = 200;

/** What of an answer can be told before it is made: the catalogue's version and what is asked for. */
export async function entityTag(url: URL): Promise<string> {
	const version = await asActor(publicActor, catalogueVersion);
	const asked = createHash('sha256').update(`${url.pathname}${url.search}`).digest('base64url').slice(0, 16);
	return `"${shape}-${version}-${asked}"`;
}

/** What a list answers: a page, or all of it line by line. */
export type ListAnswer = { format: 'json'; page: Page } | { format: 'ndjson'; lines: ReadableStream<Uint8Array> };

/** @throws DomainError `hsds.bad_parameter` 400 */
export async function listAnswer<C extends Collection>(
	collection: C,
	parameters: URLSearchParams,
): Promise<ListAnswer> {
	const query = readQuery(collection, parameters);
	const words = collection === 'services' || collection === 'service_at_locations' ? query.search : '';
	const found = await foundOffers(words, services().clock());
	const list = (slice: Slice) =>
		asActor(publicActor, (tx: Tx) => sources[collection].list(tx, query as Query<C>, slice, found));
	if (query.format === 'ndjson') return { format: 'ndjson', lines: stream(list) };
	// Ids alone are few bytes, and who compares them wants all of them at once.
	const whole = 'minimal' in query && query.minimal;
	const perPage = whole ? 1_000_000 : query.per_page;
	const { total, objects } = await list({ offset: (query.page - 1) * perPage, limit: perPage });
	return { format: 'json', page: pageOf(objects, total, query.page, perPage) };
}

/** @throws DomainError `hsds.not_found` 404 */
export const objectAnswer = (collection: Collection, id: string, fullService: boolean): Promise<HsdsObject> =>
	asActor(publicActor, (tx) => sources[collection].one(tx, id, fullService));

/** One object a line; the next are read when the reader has taken these. */
function stream(list: (slice: Slice) => Promise<{ objects: HsdsObject[] }>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let offset = 0;
	return new ReadableStream({
		async pull(controller) {
			const { objects } = await list({ offset, limit: batch });
			offset += objects.length;
			if (objects.length > 0)
				controller.enqueue(encoder.encode(objects.map((object) => `${JSON.stringify(object)}\n`).join('')));
			if (objects.length < batch) controller.close();
		},
	});
}
