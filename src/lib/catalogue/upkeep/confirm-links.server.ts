import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import { audit } from '../../audit/audit.server.ts';
import type { Tx } from '../../database/as-actor.server.ts';
import { DomainError } from '../../errors.ts';
import type { SystemActor } from '../../identity/actor.ts';
import { hashToken, newToken } from '../../identity/sessions.server.ts';
import { notifyOrganisation } from '../../notifications/notify.server.ts';
import { isoDay } from '../../ui/dates.ts';
import { published } from '../published.server.ts';
import { offer, organisation } from '../tables.server.ts';
import { confirmOffer } from './confirm.server.ts';
import { confirmLink } from './tables.server.ts';

/*
 * Four times a year an organisation is asked whether what is written still holds. The mail's link leads to all its
 * offers and one button: two clicks, and no account. The link is looked up as the system, by its hash alone.
 */

/** Asked again after a quarter, about offers nobody has confirmed for as long. */
const askEveryDays = 90;
/** Long enough for a summer holiday. */
const linkLastsDays = 60;
/** Organisations asked in one run, so that a whole catalogue's mails are not sent in one minute. */
const mostAtOnce = 100;
const day = 86_400_000;

/** Asks those whose turn it is. Looks at what is true now: it may run late or twice. @returns how many were asked */
export async function askToConfirm(tx: Tx, actor: SystemActor): Promise<number> {
	const since = new Date(tx.now.getTime() - askEveryDays * day);
	const stale = or(isNull(offer.confirmed), lt(offer.confirmed, isoDay(since)));
	const asked = tx
		.select({ one: sql`1` })
		.from(confirmLink)
		.where(and(eq(confirmLink.organisationId, organisation.id), gt(confirmLink.createdAt, since)));
	const due = await tx
		.selectDistinct({ id: organisation.id })
		.from(organisation)
		.innerJoin(offer, eq(offer.organisationId, organisation.id))
		.where(and(published, stale, sql`not exists (${asked})`))
		.limit(mostAtOnce);
	for (const { id } of due) {
		const token = newToken();
		await tx.insert(confirmLink).values({
			organisationId: id,
			tokenHash: hashToken(token),
			createdAt: tx.now,
			expiresAt: new Date(tx.now.getTime() + linkLastsDays * day),
		});
		await notifyOrganisation(tx, actor, id, 'offers_confirm', `/confirm/${token}`);
	}
	return due.length;
}

export interface OffersToConfirm {
	organisationName: string;
	offers: {
		id: string;
		slug: string;
		name: string;
		summary: string | null;
		eligibility: string | null;
		confirmed: string | null;
	}[];
}

/** @throws DomainError `link.unknown` 404: unknown, used or run out, all three alike */
async function holder(tx: Tx, token: string): Promise<{ id: string; organisationId: string }> {
	const [link] = await tx
		.select({ id: confirmLink.id, organisationId: confirmLink.organisationId })
		.from(confirmLink)
		.where(
			and(eq(confirmLink.tokenHash, hashToken(token)), isNull(confirmLink.usedAt), gt(confirmLink.expiresAt, tx.now)),
		)
		.for('update');
	if (!link) throw new DomainError('link.unknown', 404);
	return link;
}

/** What the holder of a link is asked about. @throws DomainError `link.unknown` 404 */
export async function offersByLink(tx: Tx, token: string): Promise<OffersToConfirm> {
	const { organisationId } = await holder(tx, token);
	const [owner] = await tx
		.select({ name: organisation.name })
		.from(organisation)
		.where(eq(organisation.id, organisationId));
	const offers = await tx
		.select({
			id: offer.id,
			slug: offer.slug,
			name: offer.name,
			summary: offer.summary,
			eligibility: offer.eligibility,
			confirmed: offer.confirmed,
		})
		.from(offer)
		.where(and(eq(offer.organisationId, organisationId), published));
	const alphabet = new Intl.Collator('da');
	return { organisationName: owner?.name ?? '', offers: offers.sort((a, b) => alphabet.compare(a.name, b.name)) };
}

/** Confirms all the organisation's offers, once. @throws DomainError `link.unknown` 404 */
export async function confirmByLink(tx: Tx, actor: SystemActor, token: string): Promise<void> {
	const link = await holder(tx, token);
	await tx.update(confirmLink).set({ usedAt: tx.now }).where(eq(confirmLink.id, link.id));
	const own = await tx
		.select({ id: offer.id })
		.from(offer)
		.where(and(eq(offer.organisationId, link.organisationId), published));
	for (const { id } of own) await confirmOffer(tx, actor, id, 'organisation');
	await audit(tx, actor, {
		action: 'link.use',
		subjectType: 'organisation',
		subjectId: link.organisationId,
	});
}
