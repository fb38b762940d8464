import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../database/as-actor.server.ts';
import { DomainError, notFound } from '../../errors.ts';
import type { OrganisationActor, StaffActor } from '../../identity/actor.ts';
import { isoDay } from '../../ui/dates.ts';
import { withholdStreets } from '../store/withhold-addresses.ts';
import { offer, organisation } from '../tables.server.ts';
import { proposeChange } from './changes.server.ts';
import { readContent } from './content.server.ts';
import { difference, isEmpty, partGuarded, type ContentPatch, type OfferContent } from './content.ts';
import { changeOffer, lockOffer } from './history.server.ts';
import { formOf, patchOf, placesOf, type OfferInput } from './offer-form.ts';
import { makePlace, readPlaces } from './places.server.ts';

/** An offer as its form shows it. */
export interface EditableOffer {
	id: string;
	slug: string;
	organisationId: string;
	organisationName: string;
	content: OfferContent;
	/** what the form begins with, by field */
	stored: Record<string, string | string[]>;
	/** how many places the form has blocks for, the empty one included */
	places: number;
	/** the state the form was made from: sent back with it */
	seen: string;
}

/**
 * @param wanted a proposal the form is to begin with instead of what is published
 * @throws DomainError `offer.not_found` 404, for an organisation also another's
 */
export async function readEditable(
	tx: Tx,
	actor: StaffActor | OrganisationActor,
	offerId: string,
	wanted: ContentPatch = {},
): Promise<EditableOffer> {
	const [row] = await tx
		.select({
			slug: offer.slug,
			organisationId: offer.organisationId,
			organisationName: organisation.name,
			updatedAt: offer.updatedAt,
		})
		.from(offer)
		.innerJoin(organisation, eq(organisation.id, offer.organisationId))
		.where(
			and(
				eq(offer.id, offerId),
				actor.kind === 'organisation' ? eq(offer.organisationId, actor.organisationId) : undefined,
			),
		);
	if (!row) throw notFound('offer');
	const { updatedAt, ...rest } = row;
	const content = await readContent(tx, offerId);
	const shown = { ...content, ...wanted };
	const places = await readPlaces(tx, shown.places);
	const stored = formOf(shown, places);
	return { id: offerId, ...rest, content, stored, places: places.length + 1, seen: updatedAt.toISOString() };
}

/**
 * The form as a patch; places that are new or changed are made along the way, on no offer yet. No text repeats the
 * street of a secret place.
 */
export async function typedPatch(
	tx: Tx,
	actor: StaffActor | OrganisationActor,
	before: OfferContent,
	placeIds: readonly string[],
	input: OfferInput,
): Promise<ContentPatch> {
	const known = await readPlaces(tx, placeIds);
	const typed = placesOf(input, known);
	const secret = [...known, ...typed.filter((each) => typeof each !== 'string')].filter((place) => place.confidential);
	const patch = withholdStreets(
		patchOf(input, before),
		secret.map(({ address }) => address),
	);
	const places: string[] = [];
	for (const place of typed) places.push(typeof place === 'string' ? place : await makePlace(tx, actor, place));
	return { ...patch, places };
}

/** @throws DomainError `offer.stale` 409 when somebody has changed it since the form was made */
async function assertSeen(tx: Tx, offerId: string, seen: string): Promise<void> {
	const row = await lockOffer(tx, offerId);
	if (seen !== row.updatedAt.toISOString()) throw new DomainError('offer.stale', 409);
}

/**
 * A coordinator writes an offer. Whatever was doubted is answered by that.
 * @param wanted the proposal that the form began with
 * @throws DomainError `offer.not_found` 404, `offer.stale` 409
 */
export async function editOffer(
	tx: Tx,
	actor: StaffActor,
	offerId: string,
	input: OfferInput,
	wanted: ContentPatch = {},
): Promise<void> {
	await assertSeen(tx, offerId, input.seen);
	const before = await readContent(tx, offerId);
	const patch = await typedPatch(tx, actor, before, wanted.places ?? before.places, input);
	const confirmation = { confirmed: isoDay(tx.now), confirmedBy: 'coordinator' } as const;
	const published = wanted.status && { status: wanted.status };
	await changeOffer(tx, actor, offerId, { ...patch, ...confirmation, ...published }, 'edited');
	await tx.update(offer).set({ doubts: 0, doubted: null }).where(eq(offer.id, offerId));
}

/**
 * An organisation writes its own offer: what changes who may come, or where, waits for the coordinator; the rest is
 * published at once.
 * @returns whether something waits
 * @throws DomainError `offer.not_found` 404, `offer.stale` 409
 */
export async function editOwnOffer(
	tx: Tx,
	actor: OrganisationActor,
	offerId: string,
	input: OfferInput,
	wanted: ContentPatch = {},
): Promise<boolean> {
	const { organisationId } = await lockOffer(tx, offerId);
	if (organisationId !== actor.organisationId) throw notFound('offer');
	await assertSeen(tx, offerId, input.seen);
	const before = await readContent(tx, offerId);
	const patch = await typedPatch(tx, actor, before, wanted.places ?? before.places, input);
	const { atOnce, waits } = partGuarded(difference(before, patch).after);
	await changeOffer(tx, actor, offerId, atOnce, 'edited');
	// One that has never been shown waits with all of it.
	const asked: ContentPatch = before.status === 'proposed' ? { ...waits, status: 'active' } : waits;
	await proposeChange(tx, actor, offerId, asked);
	return !isEmpty(asked);
}

/**
 * Takes an offer out of the catalogue, or back into it. Its referrals stay as they are.
 * @throws DomainError `offer.proposed` 409 for one that has never been shown: its organisation is to be answered
 */
export async function setOffered(tx: Tx, actor: StaffActor, offerId: string, offered: boolean): Promise<void> {
	if ((await readContent(tx, offerId)).status === 'proposed') throw new DomainError('offer.proposed', 409);
	const patch = offered ? ({ status: 'active', mergedInto: null } as const) : ({ status: 'inactive' } as const);
	await changeOffer(tx, actor, offerId, patch, offered ? 'reopened' : 'closed');
}
