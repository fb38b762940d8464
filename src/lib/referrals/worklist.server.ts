import { and, count, desc, eq, inArray, isNull, min, sql } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { offer, organisation } from '../catalogue/tables.server.ts';
import { citizenNames, type CitizenName } from '../citizens/citizens.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import type { StaffActor } from '../identity/actor.ts';
import { userAccount } from '../identity/tables.server.ts';
import type { ConsentState } from './consent.ts';
import type { FollowUpKind, State } from './referral-codes.ts';
import { consent, followUp, message, referral } from './tables.server.ts';
import { workOn, type Work } from './worklist.ts';

export interface WorklistRow {
	id: string;
	state: State;
	stateSince: Date;
	version: number;
	sentAt: Date | null;
	citizen: CitizenName;
	offerName: string;
	offerSlug: string;
	organisationName: string;
	caseworkerName: string;
	work: Work;
}

export interface WorklistFilter {
	/** whose: one's own, or all of the centre's */
	whose: 'mine' | 'centre';
	/** one citizen's */
	citizenId?: string;
	limit?: number;
}

/**
 * The referrals a caseworker works on, what is due first and otherwise the latest change first.
 * @returns at most `limit` (500) rows
 */
export async function listWorklist(tx: Tx, actor: StaffActor, filter: WorklistFilter): Promise<WorklistRow[]> {
	const rows = await tx
		.select({
			id: referral.id,
			citizenId: referral.citizenId,
			state: referral.state,
			stateSince: referral.stateSince,
			version: referral.version,
			sentAt: referral.sentAt,
			escalatedAt: referral.escalatedAt,
			contactBy: referral.contactBy,
			expectedOn: referral.expectedOn,
			confirmedAt: referral.confirmedAt,
			offerName: offer.name,
			offerSlug: offer.slug,
			organisationName: organisation.name,
			caseworkerName: userAccount.name,
		})
		.from(referral)
		.innerJoin(offer, eq(offer.id, referral.offerId))
		.innerJoin(organisation, eq(organisation.id, referral.organisationId))
		.innerJoin(userAccount, eq(userAccount.id, referral.caseworkerId))
		.where(
			and(
				eq(referral.authorityId, actor.authorityId),
				...(actor.centreId ? [eq(referral.centreId, actor.centreId)] : []),
				...(filter.whose === 'mine' ? [eq(referral.caseworkerId, actor.userId)] : []),
				...(filter.citizenId ? [eq(referral.citizenId, filter.citizenId)] : []),
			),
		)
		.orderBy(desc(referral.stateSince))
		.limit(filter.limit ?? 500);
	const ids = rows.map((row) => row.id);
	const drafts = rows.filter((row) => row.state === 'draft').map((row) => row.id);
	const [names, followUps, unread, answers] = [
		await citizenNames(
			tx,
			actor,
			rows.map((row) => row.citizenId),
		),
		await nextFollowUps(tx, actor, ids),
		await unreadMessages(tx, actor, ids),
		await draftConsents(tx, actor, drafts),
	];
	await audit(tx, actor, {
		action: 'referral.list',
		subjectType: 'referral',
		...(filter.citizenId ? { citizenId: filter.citizenId } : {}),
	});
	const list = rows.flatMap((row): WorklistRow[] => {
		const citizen = names.get(row.citizenId);
		if (!citizen) return [];
		const facts = {
			...row,
			confirmed: row.confirmedAt !== null,
			consent: answers.get(row.id) ?? 'none',
			unreadMessages: unread.get(row.id) ?? 0,
			followUp: followUps.get(row.id) ?? null,
		};
		return [{ ...row, citizen, work: workOn(facts, tx.now, tx.config.workingDays) }];
	});
	// Stable: within the same urgency the latest change stays first.
	const urgency = ({ work }: WorklistRow) => (work.overdue ? 0 : work.today ? 1 : 2);
	return list.sort((a, b) => urgency(a) - urgency(b));
}

async function nextFollowUps(tx: Tx, actor: StaffActor, ids: string[]) {
	if (ids.length === 0) return new Map<string, { kind: FollowUpKind; dueOn: string }>();
	const rows = await tx
		.select({
			referralId: followUp.referralId,
			dueOn: min(followUp.dueOn),
			kind: sql<FollowUpKind>`(array_agg(${followUp.kind} order by ${followUp.dueOn}))[1]`,
		})
		.from(followUp)
		.where(
			and(
				eq(followUp.authorityId, actor.authorityId),
				inArray(followUp.referralId, ids),
				isNull(followUp.doneAt),
				isNull(followUp.cancelledAt),
			),
		)
		.groupBy(followUp.referralId);
	return new Map(rows.flatMap((row) => (row.dueOn ? [[row.referralId, { kind: row.kind, dueOn: row.dueOn }]] : [])));
}

/** What citizens have answered about what isn't sent yet. */
async function draftConsents(tx: Tx, actor: StaffActor, ids: string[]): Promise<Map<string, ConsentState>> {
	if (ids.length === 0) return new Map();
	const rows = await tx
		.selectDistinctOn([consent.referralId], {
			referralId: consent.referralId,
			status: consent.status,
			expiresAt: consent.expiresAt,
		})
		.from(consent)
		.where(
			and(eq(consent.authorityId, actor.authorityId), inArray(consent.referralId, ids), eq(consent.kind, 'disclosure')),
		)
		.orderBy(consent.referralId, desc(consent.seq));
	return new Map(
		rows.map(({ referralId, status, expiresAt }) => [
			referralId,
			expiresAt !== null && expiresAt <= tx.now ? 'expired' : status,
		]),
	);
}

async function unreadMessages(tx: Tx, actor: StaffActor, ids: string[]): Promise<Map<string, number>> {
	if (ids.length === 0) return new Map();
	const rows = await tx
		.select({ referralId: message.referralId, unread: count() })
		.from(message)
		.where(
			and(
				eq(message.authorityId, actor.authorityId),
				inArray(message.referralId, ids),
				eq(message.sender, 'organisation'),
				isNull(message.readAt),
			),
		)
		.groupBy(message.referralId);
	return new Map(rows.map((row) => [row.referralId, row.unread]));
}
