import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../database/as-actor.server.ts';
import { notFound } from '../../errors.ts';
import { termRow } from '../store/rows.server.ts';
import { offer, offerLocation, offerTerm, term } from '../tables.server.ts';
import { targetGroups, themes, transitions, type Term } from '../vocabulary.ts';
import type { ContentPatch, OfferContent } from './content.ts';

const columns = {
	name: offer.name,
	alternateName: offer.alternateName,
	summary: offer.summary,
	description: offer.description,
	url: offer.url,
	email: offer.email,
	status: offer.status,
	eligibility: offer.eligibility,
	minimumAge: offer.minimumAge,
	maximumAge: offer.maximumAge,
	gender: offer.gender,
	applicationProcess: offer.applicationProcess,
	waysIn: offer.waysIn,
	modes: offer.modes,
	fees: offer.fees,
	free: offer.free,
	waitTime: offer.waitTime,
	interpretation: offer.interpretation,
	peers: offer.peers,
	serviceArea: offer.serviceArea,
	languages: offer.languages,
	phones: offer.phones,
	schedules: offer.schedules,
	capacity: offer.capacity,
	capacityUpdated: offer.capacityUpdated,
	capacityAvailable: offer.capacityAvailable,
	capacityMaximum: offer.capacityMaximum,
	capacityUnit: offer.capacityUnit,
	capacityExpires: offer.capacityExpires,
	waitlistUntil: offer.waitlistUntil,
	pausedUntil: offer.pausedUntil,
	confirmed: offer.confirmed,
	confirmedBy: offer.confirmedBy,
	mergedInto: offer.mergedInto,
};

/** The field of the document for each of our own vocabularies. */
const taxonomies = { themes: 'theme', targetGroups: 'target_group', transitions: 'transition' } as const;
type TermField = keyof typeof taxonomies;
const vocabularies: Record<TermField, readonly Term[]> = { themes, targetGroups, transitions };
const termFields = Object.keys(taxonomies) as TermField[];

/** @returns the documents of those that exist, by id */
export async function readContents(tx: Tx, ids: readonly string[]): Promise<Map<string, OfferContent>> {
	if (ids.length === 0) return new Map();
	const list = [...ids];
	const rows = await tx
		.select({ id: offer.id, ...columns })
		.from(offer)
		.where(inArray(offer.id, list));
	const terms = await tx
		.select({ offerId: offerTerm.offerId, taxonomy: term.taxonomy, code: term.code })
		.from(offerTerm)
		.innerJoin(term, eq(term.id, offerTerm.termId))
		.where(and(inArray(offerTerm.offerId, list), inArray(term.taxonomy, Object.values(taxonomies))))
		.orderBy(term.code);
	const places = await tx
		.select({ offerId: offerLocation.offerId, locationId: offerLocation.locationId })
		.from(offerLocation)
		.where(inArray(offerLocation.offerId, list))
		.orderBy(offerLocation.locationId);
	const codesOf = (id: string, field: TermField) =>
		terms.filter((each) => each.offerId === id && each.taxonomy === taxonomies[field]).map(({ code }) => code);
	return new Map(
		rows.map(({ id, ...row }) => [
			id,
			{
				...row,
				themes: codesOf(id, 'themes'),
				targetGroups: codesOf(id, 'targetGroups'),
				transitions: codesOf(id, 'transitions'),
				places: places.filter(({ offerId }) => offerId === id).map(({ locationId }) => locationId),
			},
		]),
	);
}

/** @throws DomainError `offer.not_found` 404 */
export async function readContent(tx: Tx, id: string): Promise<OfferContent> {
	const found = (await readContents(tx, [id])).get(id);
	if (!found) throw notFound('offer');
	return found;
}

/** Writes the fields of a patch; others are left alone, and so are terms of other vocabularies than our own. */
export async function writePatch(tx: Tx, id: string, patch: ContentPatch): Promise<void> {
	const { themes: _themes, targetGroups: _groups, transitions: _transitions, places, ...row } = patch;
	await tx
		.update(offer)
		.set({ ...row, updatedAt: tx.now })
		.where(eq(offer.id, id));
	for (const field of termFields) {
		const codes = patch[field];
		if (codes) await writeTerms(tx, id, field, codes);
	}
	if (places) await writePlaces(tx, id, places);
}

async function writeTerms(tx: Tx, offerId: string, field: TermField, codes: readonly string[]): Promise<void> {
	const taxonomy = taxonomies[field];
	const wanted = vocabularies[field]
		.filter(({ code }) => codes.includes(code))
		.map(({ code, da }) => termRow({ taxonomy, code, name: da }));
	const old = tx.select({ id: term.id }).from(term).where(eq(term.taxonomy, taxonomy));
	await tx.delete(offerTerm).where(and(eq(offerTerm.offerId, offerId), inArray(offerTerm.termId, old)));
	if (wanted.length === 0) return;
	await tx.insert(term).values(wanted).onConflictDoNothing();
	await tx
		.insert(offerTerm)
		.values(wanted.map(({ id: termId }) => ({ offerId, termId })))
		.onConflictDoNothing();
}

/** A place that stays keeps its own hours and phones. */
async function writePlaces(tx: Tx, offerId: string, places: readonly string[]): Promise<void> {
	const rows = await tx
		.select({ id: offerLocation.locationId })
		.from(offerLocation)
		.where(eq(offerLocation.offerId, offerId));
	const before = rows.map(({ id }) => id);
	const gone = before.filter((id) => !places.includes(id));
	const fresh = places.filter((id) => !before.includes(id));
	if (gone.length > 0) {
		await tx
			.delete(offerLocation)
			.where(and(eq(offerLocation.offerId, offerId), inArray(offerLocation.locationId, gone)));
	}
	if (fresh.length > 0) {
		await tx.insert(offerLocation).values(fresh.map((locationId) => ({ offerId, locationId })));
	}
}
