import { and, eq } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { offer } from '../catalogue/tables.server.ts';
import { readCitizen, type Citizen } from '../citizens/citizens.server.ts';
import { openBox } from '../citizens/data-key.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { notFound } from '../errors.ts';
import type { StaffActor } from '../identity/actor.ts';
import { authority, centre, userAccount } from '../identity/tables.server.ts';
import { consentOf, type StoredConsent } from './stored-consent.server.ts';
import { openTexts, type ReferralTexts } from './drafts.server.ts';
import { listFollowUps, type FollowUp } from './follow-ups.server.ts';
import { listMessages, type Message } from './messages.server.ts';
import { offerById, type OfferForReferral } from './offer-door.server.ts';
import type { DeclineReason, EndReason, Helped, Outcome, Purpose, State } from './referral-codes.ts';
import { referral } from './tables.server.ts';
import { timeline, type TimelineEvent } from './timeline.server.ts';

/** A referral as its centre sees it: everything. */
export interface StaffReferral {
	id: string;
	state: State;
	stateSince: Date;
	version: number;
	purpose: Purpose | null;
	texts: ReferralTexts;
	citizen: Citizen;
	offer: OfferForReferral;
	caseworker: { id: string; name: string; phone: string | null };
	centre: { id: string; name: string; nameEn: string; phone: string };
	/** the municipality */
	authority: { name: string; phone: string };
	contactPlan: string;
	/** ISO dates */
	contactBy: string | null;
	expectedOn: string | null;
	declineReason: DeclineReason | null;
	endReason: EndReason | null;
	outcome: Outcome | null;
	proposedOffer: { slug: string; name: string } | null;
	organisationNote: string;
	helped: Helped | null;
	confirmedBy: 'staff' | 'organisation' | 'citizen' | 'system' | null;
	createdAt: Date;
	sentAt: Date | null;
	escalatedAt: Date | null;
	consent: StoredConsent | undefined;
}

export interface StaffReferralPage extends StaffReferral {
	timeline: TimelineEvent[];
	messages: Message[];
	followUps: FollowUp[];
}

/**
 * @throws DomainError `referral.not_found` 404 for an unknown one and for another centre's
 */
export async function readReferral(tx: Tx, actor: StaffActor, id: string): Promise<StaffReferral> {
	const [row] = await tx
		.select({
			referral,
			caseworker: { id: userAccount.id, name: userAccount.name, phone: userAccount.phone },
			centre: { id: centre.id, name: centre.name, nameEn: centre.nameEn, phone: centre.phone },
			authority: { name: authority.name, phone: authority.phone },
		})
		.from(referral)
		.innerJoin(userAccount, eq(userAccount.id, referral.caseworkerId))
		.innerJoin(centre, eq(centre.id, referral.centreId))
		.innerJoin(authority, eq(authority.id, referral.authorityId))
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, id)));
	if (!row) throw notFound('referral');
	const { referral: r } = row;
	const box = await openBox(tx, actor.authorityId, r.citizenId);
	const [proposed] = r.proposedOfferId
		? await tx.select({ slug: offer.slug, name: offer.name }).from(offer).where(eq(offer.id, r.proposedOfferId))
		: [];
	await audit(tx, actor, {
		action: 'referral.read',
		subjectType: 'referral',
		subjectId: id,
		citizenId: r.citizenId,
	});
	return {
		id: r.id,
		state: r.state,
		stateSince: r.stateSince,
		version: r.version,
		purpose: r.purpose,
		texts: openTexts(box, r.id, r),
		citizen: await readCitizen(tx, actor, r.citizenId),
		offer: await offerById(tx, r.offerId),
		caseworker: row.caseworker,
		centre: row.centre,
		authority: row.authority,
		contactPlan: box.open(`referral.contactPlan:${r.id}`, r.contactPlan) ?? '',
		contactBy: r.contactBy,
		expectedOn: r.expectedOn,
		declineReason: r.declineReason,
		endReason: r.endReason,
		outcome: r.outcome,
		proposedOffer: proposed ?? null,
		organisationNote: box.open(`referral.organisationNote:${r.id}`, r.organisationNote) ?? '',
		helped: r.helped,
		confirmedBy: r.confirmedBy,
		createdAt: r.createdAt,
		sentAt: r.sentAt,
		escalatedAt: r.escalatedAt,
		consent: await consentOf(tx, actor, r.id),
	};
}

/** The same with everything its page shows. @throws as readReferral */
export async function readReferralPage(tx: Tx, actor: StaffActor, id: string): Promise<StaffReferralPage> {
	const read = await readReferral(tx, actor, id);
	return {
		...read,
		timeline: await timeline(tx, actor, id),
		messages: await listMessages(tx, actor, id),
		followUps: await listFollowUps(tx, actor, id),
	};
}
