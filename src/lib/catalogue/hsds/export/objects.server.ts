import { and, asc, gt, inArray, ne } from 'drizzle-orm';
import type { Tx } from '../../../database/as-actor.server.ts';
import { location, offer, organisation, term } from '../../tables.server.ts';
import { locationObject } from '../write/location.server.ts';
import type { HsdsObject } from '../write/object.ts';
import { organizationObject } from '../write/organization.server.ts';
import { readWholeOffers } from '../write/read-rows.server.ts';
import { serviceAlone, serviceObject } from '../write/service.server.ts';
import { taxonomyObject, termObject } from '../write/term.server.ts';

/** Tables of which every row is an object of its own; everything else is a part of one of these. */
export type ObjectTable = 'organizations' | 'locations' | 'taxonomies' | 'taxonomy_terms' | 'services';

export interface Exported {
	table: ObjectTable;
	object: HsdsObject;
}

/** Rows in memory at a time. */
const batch = 500;

/**
 * The whole catalogue as HSDS objects, a few hundred rows at a time: also what is no longer offered, with its status.
 * Of places only those of these offers: one that nobody has was proposed, or has been left, as a shelter's open address
 * when it became a secret one.
 * Offers come first, so that what one of them names is there even when somebody adds to the catalogue meanwhile.
 * @param nested services with their organisation and places in full, as HSDS JSON has them; else named by their ids
 */
export async function* catalogueObjects(tx: Tx, nested: boolean): AsyncGenerator<Exported[]> {
	const used = new Set<string>();
	for await (const ids of idsOf(tx, offer)) {
		const offers = await readWholeOffers(tx, ids);
		for (const { places } of offers) for (const { location: place } of places) used.add(place.id);
		yield offers.map((whole) => ({ table: 'services', object: nested ? serviceObject(whole) : serviceAlone(whole) }));
	}
	for await (const ids of idsOf(tx, organisation)) {
		const rows = await tx
			.select()
			.from(organisation)
			.where(inArray(organisation.id, ids))
			.orderBy(asc(organisation.id));
		// Services stand by themselves; the empty list is how a reader knows an organisation.
		yield rows.map((row) => ({ table: 'organizations', object: { ...organizationObject(row), services: [] } }));
	}
	for await (const ids of idsOf(tx, location)) {
		const wanted = ids.filter((id) => used.has(id));
		const rows = await tx.select().from(location).where(inArray(location.id, wanted)).orderBy(asc(location.id));
		yield rows.map((row) => ({ table: 'locations', object: locationObject(row) }));
	}
	const taxonomies = await tx.selectDistinct({ name: term.taxonomy }).from(term).orderBy(asc(term.taxonomy));
	yield taxonomies.map(({ name }) => ({ table: 'taxonomies', object: taxonomyObject(name) }));
	for await (const ids of idsOf(tx, term)) {
		const rows = await tx.select().from(term).where(inArray(term.id, ids)).orderBy(asc(term.id));
		yield rows.map((row) => ({ table: 'taxonomy_terms', object: termObject(row) }));
	}
}

type WithId = typeof offer | typeof organisation | typeof location | typeof term;

async function* idsOf(tx: Tx, table: WithId): AsyncGenerator<string[]> {
	let last = '00000000-0000-0000-0000-000000000000';
	for (;;) {
		const rows = await tx
			.select({ id: table.id })
			.from(table)
			// What no coordinator has said yes to is nobody's yet.
			.where(and(gt(table.id, last), table === offer ? ne(offer.status, 'proposed') : undefined))
			.orderBy(asc(table.id))
			.limit(batch);
		if (rows.length > 0) yield rows.map(({ id }) => id);
		last = rows.at(-1)?.id ?? last;
		if (rows.length < batch) return;
	}
}
