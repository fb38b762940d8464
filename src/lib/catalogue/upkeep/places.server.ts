import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../database/as-actor.server.ts';
import { withholdStreets } from '../store/withhold-addresses.ts';
import { confidentialAddress, location } from '../tables.server.ts';
import type { Keeper } from './history.server.ts';
import type { PlaceDraft } from './place-draft.ts';

/*
 * A place that is edited becomes a new place, and the offer goes there: places are shared between offers, and an offer's
 * history leads back to where it was.
 */

/** A place as those may see it who keep it true: of a secret one the address too, where the database gives it. */
export interface KnownPlace extends PlaceDraft {
	id: string;
}

/** In the order of the ids. The secret addresses come only to a coordinator and to the organisation itself. */
export async function readPlaces(tx: Tx, ids: readonly string[]): Promise<KnownPlace[]> {
	if (ids.length === 0) return [];
	const rows = await tx
		.select({ location, secret: confidentialAddress })
		.from(location)
		.leftJoin(confidentialAddress, eq(confidentialAddress.locationId, location.id))
		.where(inArray(location.id, [...ids]));
	const found = new Map(rows.map((row) => [row.location.id, row]));
	return ids.flatMap((id) => {
		const row = found.get(id);
		if (!row) return [];
		const { location: place, secret } = row;
		const where = place.confidential ? secret : place;
		return [
			{
				id,
				name: place.name,
				address: where?.address ?? null,
				postcode: where?.postcode ?? null,
				city: where?.city ?? null,
				district: place.district,
				latitude: where?.latitude ?? null,
				longitude: where?.longitude ?? null,
				confidential: place.confidential,
				stepFree: place.stepFree,
				accessibility: place.accessibility,
				transport: place.transport,
			},
		];
	});
}

/** Makes a place that no offer has yet. @returns its id */
export async function makePlace(tx: Tx, actor: Keeper, draft: PlaceDraft): Promise<string> {
	const id = randomUUID();
	const { address, postcode, city, latitude, longitude, transport, ...rest } = draft;
	const open = draft.confidential ? withholdStreets(rest, [address]) : rest;
	const where = { address, postcode, city, latitude, longitude };
	await tx.insert(location).values({
		id,
		...open,
		// How to get there would tell where it is.
		...(draft.confidential ? {} : { ...where, transport }),
		source: 'socialkompas',
		sourceId: id,
		contentHash: 'own',
		updatedAt: tx.now,
	});
	if (draft.confidential) {
		const organisationId = actor.kind === 'organisation' ? actor.organisationId : null;
		await tx.insert(confidentialAddress).values({ locationId: id, ...where, organisationId });
	}
	return id;
}
