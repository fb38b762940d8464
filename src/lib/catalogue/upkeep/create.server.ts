import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { audit } from '../../audit/audit.server.ts';
import type { Tx } from '../../database/as-actor.server.ts';
import { notFound } from '../../errors.ts';
import type { OrganisationActor, StaffActor } from '../../identity/actor.ts';
import { isoDay } from '../../ui/dates.ts';
import { bumpCatalogueVersion } from '../catalogue-version.server.ts';
import { sayDistinct } from '../duplicates/decide.server.ts';
import { findLike, type LikeOffer } from '../duplicates/find-duplicates.server.ts';
import { claimSlug } from '../slug.ts';
import { offer, organisation } from '../tables.server.ts';
import { proposeChange } from './changes.server.ts';
import { readContent, writePatch } from './content.server.ts';
import { difference, partGuarded, type OfferContent } from './content.ts';
import { typedPatch } from './edit.server.ts';
import { recordVersions } from './history.server.ts';
import { patchOf, placesOf, type OfferInput } from './offer-form.ts';
import { readPlaces } from './places.server.ts';

/** A new offer has been made, or others look like it and the person must say first that it is another. */
export type NewOffer = { id: string } | { like: LikeOffer[] };

/** Offers that look like the one typed, and whether the person has said of all of them that they are others. */
async function likeTyped(
	tx: Tx,
	owner: { id: string; name: string },
	input: OfferInput,
	said: readonly string[],
): Promise<{ like: LikeOffer[]; allSaid: boolean }> {
	const { phones = [], email = null, url = null } = patchOf(input, { phones: [], schedules: [], languages: [] });
	const places = placesOf(input, []).filter((place) => typeof place !== 'string');
	const like = await findLike(tx, {
		name: input.name,
		organisation: owner.name,
		organisationId: owner.id,
		phones,
		email,
		url,
		addresses: places.filter(({ confidential }) => !confidential),
	});
	return { like, allSaid: like.every(({ id }) => said.includes(id)) };
}

/** Offers that may be the same as one that has been written and is not shown yet. */
export async function likeWritten(
	tx: Tx,
	content: OfferContent,
	owner: { id: string; name: string },
	offerId: string,
): Promise<LikeOffer[]> {
	const places = await readPlaces(tx, content.places);
	const { name, phones, email, url } = content;
	return findLike(
		tx,
		{
			name,
			phones,
			email,
			url,
			organisation: owner.name,
			organisationId: owner.id,
			addresses: places.filter(({ confidential }) => !confidential),
		},
		offerId,
	);
}

/** @throws DomainError `organisation.not_found` 404 */
async function readOwner(tx: Tx, id: string): Promise<{ id: string; name: string }> {
	const [owner] = await tx
		.select({ id: organisation.id, name: organisation.name })
		.from(organisation)
		.where(eq(organisation.id, id));
	if (!owner) throw notFound('organisation');
	return owner;
}

/**
 * Whether the form has made its offer already. Takes the making of offers for the rest of the transaction: of the same
 * form sent twice at once the later one finds what the first has made, and two of one name get two addresses.
 * @throws DomainError `offer.not_found` 404 for the id of an offer that is another organisation's
 */
async function isMade(tx: Tx, owner: { id: string }, id: string): Promise<boolean> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('new offer', 0))`);
	const [known] = await tx.select({ organisationId: offer.organisationId }).from(offer).where(eq(offer.id, id));
	if (known && known.organisationId !== owner.id) throw notFound('offer');
	return known !== undefined;
}

async function insertOffer(
	tx: Tx,
	owner: { id: string; name: string },
	{ id, name }: { id: string; name: string },
	status: 'active' | 'proposed',
): Promise<void> {
	const taken = new Set((await tx.select({ slug: offer.slug }).from(offer)).map(({ slug }) => slug));
	const slug = claimSlug([name, owner.name], id, taken, 'tilbud');
	// The columns by name: drizzle would name those too that an organisation may not write.
	await tx.execute(sql`
		insert into offer (id, slug, organisation_id, name, status, source, source_id, content_hash, updated_at)
		values (${id}, ${slug}, ${owner.id}, ${name}, ${status}, 'socialkompas', ${id}, 'own', ${tx.now.toISOString()})`);
}

/**
 * A coordinator adds an offer to an organisation.
 * @param said offers that look like it and that the coordinator has said are others; that is remembered
 * @param id the form's own: the same form sent twice makes one offer
 * @throws DomainError `organisation.not_found`, `offer.not_found` 404
 */
export async function createOffer(
	tx: Tx,
	actor: StaffActor,
	organisationId: string,
	input: OfferInput,
	said: readonly string[] = [],
	id: string = randomUUID(),
): Promise<NewOffer> {
	const owner = await readOwner(tx, organisationId);
	if (await isMade(tx, owner, id)) return { id };
	const { like, allSaid } = await likeTyped(tx, owner, input, said);
	if (!allSaid) return { like };
	await insertOffer(tx, owner, { id, name: input.name }, 'active');
	const patch = await typedPatch(tx, actor, await readContent(tx, id), [], input);
	await writePatch(tx, id, { ...patch, confirmed: isoDay(tx.now), confirmedBy: 'coordinator' });
	await recordVersions(tx, [{ offerId: id, by: 'coordinator', act: 'created', before: {}, after: {} }]);
	await audit(tx, actor, { action: 'offer.create', subjectType: 'offer', subjectId: id });
	for (const other of like) await sayDistinct(tx, actor, id, other.id);
	await bumpCatalogueVersion(tx);
	return { id };
}

/**
 * An organisation writes a new offer of its own. It is shown when a coordinator has said yes.
 * @param said offers that look like it and that the organisation has said are others
 * @param id the form's own: the same form sent twice makes one offer
 * @throws DomainError `organisation.not_found`, `offer.not_found` 404
 */
export async function createOwnOffer(
	tx: Tx,
	actor: OrganisationActor,
	input: OfferInput,
	said: readonly string[] = [],
	id: string = randomUUID(),
): Promise<NewOffer> {
	const owner = await readOwner(tx, actor.organisationId);
	if (await isMade(tx, owner, id)) return { id };
	const { like, allSaid } = await likeTyped(tx, owner, input, said);
	if (!allSaid) return { like };
	await insertOffer(tx, owner, { id, name: input.name }, 'proposed');
	const before = await readContent(tx, id);
	const { atOnce, waits } = partGuarded(difference(before, await typedPatch(tx, actor, before, [], input)).after);
	await writePatch(tx, id, { ...atOnce, confirmed: isoDay(tx.now), confirmedBy: 'organisation' });
	await recordVersions(tx, [{ offerId: id, by: 'organisation', act: 'created', before: {}, after: {} }]);
	await audit(tx, actor, { action: 'offer.create', subjectType: 'offer', subjectId: id });
	await proposeChange(tx, actor, id, { ...waits, status: 'active' });
	return { id };
}
