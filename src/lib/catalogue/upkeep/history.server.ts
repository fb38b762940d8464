import { and, desc, eq } from 'drizzle-orm';
import { audit } from '../../audit/audit.server.ts';
import type { Tx } from '../../database/as-actor.server.ts';
import { notFound } from '../../errors.ts';
import type { OrganisationActor, StaffActor, SystemActor } from '../../identity/actor.ts';
import { bumpCatalogueVersion } from '../catalogue-version.server.ts';
import { offer } from '../tables.server.ts';
import { readContent, writePatch } from './content.server.ts';
import { difference, isEmpty, type ContentPatch } from './content.ts';
import { offerVersion } from './tables.server.ts';

export type Keeper = StaffActor | OrganisationActor | SystemActor;
export type VersionAct = (typeof offerVersion.$inferSelect)['act'];
export type VersionBy = (typeof offerVersion.$inferSelect)['by'];

/** One change of an offer. */
export interface OfferVersion {
	id: string;
	at: Date;
	by: VersionBy;
	act: VersionAct;
	before: ContentPatch;
	after: ContentPatch;
}

/** What the log calls each act. */
const verbs: Record<VersionAct, string> = {
	created: 'create',
	edited: 'update',
	accepted: 'accept',
	capacity: 'keep_true',
	confirmed: 'confirm',
	merged: 'merge',
	closed: 'close',
	reopened: 'reopen',
	undone: 'undo',
};

/** Who changed it, as the history calls them: the role, never the person. */
const partyOf = (actor: Keeper): VersionBy =>
	actor.kind === 'staff' ? 'coordinator' : actor.kind === 'organisation' ? 'organisation' : 'system';

/** Adds versions for changes that are written in the same transaction. */
export async function recordVersions(
	tx: Tx,
	versions: readonly { offerId: string; by: VersionBy; act: VersionAct; before: ContentPatch; after: ContentPatch }[],
): Promise<void> {
	if (versions.length === 0) return;
	await tx.insert(offerVersion).values(versions.map((each) => ({ ...each, at: tx.now })));
}

/** Takes the offer's row for the rest of the transaction. @throws DomainError `offer.not_found` 404 */
export async function lockOffer(tx: Tx, offerId: string): Promise<{ organisationId: string; updatedAt: Date }> {
	const [row] = await tx
		.select({ organisationId: offer.organisationId, updatedAt: offer.updatedAt })
		.from(offer)
		.where(eq(offer.id, offerId))
		.for('update');
	if (!row) throw notFound('offer');
	return row;
}

/**
 * Changes an offer: the row, its history, the log and the catalogue's version in one. The one way in for people;
 * imports do the same in batches.
 * @param patch fields that are as they were already are left out
 * @returns whether anything changed
 * @throws DomainError `offer.not_found` 404
 */
export async function changeOffer(
	tx: Tx,
	actor: Keeper,
	offerId: string,
	patch: ContentPatch,
	act: VersionAct,
): Promise<boolean> {
	await lockOffer(tx, offerId);
	const { before, after } = difference(await readContent(tx, offerId), patch);
	if (isEmpty(after)) return false;
	await writePatch(tx, offerId, after);
	await recordVersions(tx, [{ offerId, by: partyOf(actor), act, before, after }]);
	await audit(tx, actor, { action: `offer.${verbs[act]}`, subjectType: 'offer', subjectId: offerId });
	await bumpCatalogueVersion(tx);
	return true;
}

/** Newest first, at most 100. */
export async function readHistory(tx: Tx, offerId: string): Promise<OfferVersion[]> {
	return tx
		.select({
			id: offerVersion.id,
			at: offerVersion.at,
			by: offerVersion.by,
			act: offerVersion.act,
			before: offerVersion.before,
			after: offerVersion.after,
		})
		.from(offerVersion)
		.where(eq(offerVersion.offerId, offerId))
		.orderBy(desc(offerVersion.seq))
		.limit(100);
}

/**
 * Makes the fields of one change as they were before it. That is a change of its own: nothing leaves the history, and
 * an undo can be undone.
 * @throws DomainError `version.not_found` 404, also for one of another offer
 */
export async function undoVersion(tx: Tx, actor: Keeper, offerId: string, versionId: string): Promise<void> {
	const [version] = await tx
		.select({ before: offerVersion.before })
		.from(offerVersion)
		.where(and(eq(offerVersion.id, versionId), eq(offerVersion.offerId, offerId)));
	if (!version) throw notFound('version');
	// What has been shown once waits for nobody's yes: it is taken out of the catalogue.
	const before: ContentPatch =
		version.before.status === 'proposed' ? { ...version.before, status: 'inactive' } : version.before;
	await changeOffer(tx, actor, offerId, before, 'undone');
}
