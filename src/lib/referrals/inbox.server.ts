import { and, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { offer } from '../catalogue/tables.server.ts';
import { initials } from '../citizens/citizens.server.ts';
import { citizenBox, openBoxIfAllowed, type CitizenBox } from '../citizens/data-key.server.ts';
import { citizenKey } from '../citizens/tables.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { notFound } from '../errors.ts';
import type { OrganisationActor } from '../identity/actor.ts';
import { centre, userAccount } from '../identity/tables.server.ts';
import { answerDue } from './deadlines.ts';
import { mayTell, type MayTell } from './may-tell.server.ts';
import { listMessages, type Message } from './messages.server.ts';
import type { DeclineReason, EndReason, Outcome, Purpose, State } from './referral-codes.ts';
import { organisationEvents, type OrganisationEvent } from './organisation-events.ts';
import type { SharedField } from './shared-fields.ts';
import { sharedReferral, type SharedRow } from './shared-view.server.ts';
import { message, referral } from './tables.server.ts';
import { timeline, type TimelineEvent } from './timeline.server.ts';

/** One line of the inbox. */
export interface InboxRow {
	id: string;
	state: State;
	stateSince: Date;
	version: number;
	offerName: string;
	purpose: Purpose | null;
	sentAt: Date | null;
	/** ISO date by which an answer is hoped for; null when answered */
	answerBy: string | null;
	/** ISO date: the organisation has promised contact by then */
	contactBy: string | null;
	expectedOn: string | null;
	/** first name or initials as consented; null when nothing is shared (any more) */
	who: string | null;
	need: string | null;
	caseworkerName: string;
	/** the caseworker has written something nobody here has read */
	unread: boolean;
}

const shellColumns = {
	id: referral.id,
	state: referral.state,
	stateSince: referral.stateSince,
	version: referral.version,
	purpose: referral.purpose,
	sentAt: referral.sentAt,
	contactBy: referral.contactBy,
	expectedOn: referral.expectedOn,
	declineReason: referral.declineReason,
	endReason: referral.endReason,
	outcome: referral.outcome,
	offerId: offer.id,
	offerName: offer.name,
	offerSlug: offer.slug,
	caseworkerName: userAccount.name,
	caseworkerPhone: userAccount.phone,
	centreName: centre.name,
	centreNameEn: centre.nameEn,
};

const shells = (tx: Tx) =>
	tx
		.select(shellColumns)
		.from(referral)
		.innerJoin(offer, eq(offer.id, referral.offerId))
		.innerJoin(userAccount, eq(userAccount.id, referral.caseworkerId))
		.innerJoin(centre, eq(centre.id, referral.centreId));

type ShellRow = Awaited<ReturnType<typeof shells>>[number];

/** The referrals in which the caseworker has written something nobody in the organisation has read. */
async function unreadReferrals(tx: Tx, actor: OrganisationActor): Promise<Set<string>> {
	// By way of its own referrals: the messages of everyone are far too many to be looked through.
	const rows = await tx
		.selectDistinct({ id: message.referralId })
		.from(referral)
		.innerJoin(message, and(eq(message.authorityId, referral.authorityId), eq(message.referralId, referral.id)))
		.where(
			and(
				eq(referral.authorityId, actor.authorityId),
				eq(referral.organisationId, actor.organisationId),
				ne(message.sender, 'organisation'),
				isNull(message.readAt),
			),
		);
	return new Set(rows.map((row) => row.id));
}

function inboxRow(
	tx: Tx,
	row: ShellRow,
	shared: SharedRow | undefined,
	box: CitizenBox | undefined,
	unread = false,
): InboxRow {
	const unanswered = (row.state === 'sent' || row.state === 'seen') && row.sentAt;
	const name = shared && box ? box.open(`citizen.givenName:${shared.citizenId}`, shared.givenName) : null;
	return {
		id: row.id,
		state: row.state,
		stateSince: row.stateSince,
		version: row.version,
		offerName: row.offerName,
		purpose: row.purpose,
		sentAt: row.sentAt,
		answerBy: unanswered ? answerDue(unanswered, tx.config.workingDays) : null,
		contactBy: row.contactBy,
		expectedOn: row.expectedOn,
		who: name ?? (shared ? initials('?') : null),
		need: shared && box ? box.open(`referral.need:${shared.id}`, shared.need) : null,
		caseworkerName: row.caseworkerName,
		unread,
	};
}

/** What the organisation has: newest changes first. At most 500; older closed ones are found by their own page. */
export async function listInbox(tx: Tx, actor: OrganisationActor): Promise<InboxRow[]> {
	const rows = await shells(tx)
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.organisationId, actor.organisationId)))
		.orderBy(desc(referral.stateSince))
		.limit(500);
	const shared = await tx.select().from(sharedReferral);
	const byId = new Map(shared.map((row) => [row.id, row]));
	const citizenIds = [...new Set(shared.map((row) => row.citizenId))];
	const keys =
		citizenIds.length === 0
			? []
			: await tx
					.select({ citizenId: citizenKey.citizenId, wrapped: citizenKey.wrapped })
					.from(citizenKey)
					.where(and(eq(citizenKey.authorityId, actor.authorityId), inArray(citizenKey.citizenId, citizenIds)));
	const boxes = new Map(
		keys.map((key) => [key.citizenId, citizenBox(tx.masterKey.unwrap(key.wrapped, key.citizenId))]),
	);
	const unread = await unreadReferrals(tx, actor);
	await audit(tx, actor, { action: 'inbox.list', subjectType: 'referral' });
	return rows.map((row) => {
		const visible = byId.get(row.id);
		return inboxRow(tx, row, visible, visible && boxes.get(visible.citizenId), unread.has(row.id));
	});
}

/** One line of its history, without the codes that go with it. */
export interface ToldEvent extends Pick<TimelineEvent, 'at' | 'name'> {
	action: OrganisationEvent;
}

const isTold = (action: string): action is OrganisationEvent =>
	(organisationEvents as readonly string[]).includes(action);

async function told(tx: Tx, actor: OrganisationActor, id: string): Promise<ToldEvent[]> {
	const events = await timeline(tx, actor, id);
	return events.flatMap(({ at, name, action }) => (isTold(action) ? [{ at, name, action }] : []));
}

/** A referral as the organisation sees it: the shell, and what the consent's fields allow. */
export interface OrganisationReferral extends InboxRow {
	offerId: string;
	offerSlug: string;
	caseworkerPhone: string | null;
	centreName: string;
	centreNameEn: string;
	declineReason: DeclineReason | null;
	endReason: EndReason | null;
	outcome: Outcome | null;
	/** undefined: the consent no longer allows reading */
	shared: SharedContent | undefined;
	/** undefined: the organisation may be asked nothing */
	mayTell: MayTell | undefined;
	timeline: ToldEvent[];
	messages: Message[];
}

export interface SharedContent {
	/** code and value, in the order of the fields; a consented field that is empty is left out */
	fields: { code: SharedField; value: string }[];
	/** the parts of `language` */
	language: { code: string; needsInterpreter: boolean } | null;
	feedbackAllowed: boolean;
	expiresAt: Date | null;
	contactPlan: string;
	organisationNote: string;
}

/** Where each field is kept. `language` is two plain columns and apart. */
export const fieldColumns = {
	given_name: ['citizen', 'givenName'],
	family_name: ['citizen', 'familyName'],
	phone: ['citizen', 'phone'],
	email: ['citizen', 'email'],
	age_band: ['citizen', 'ageBand'],
	safe_contact: ['citizen', 'safeContact'],
	need: ['referral', 'need'],
	goals: ['referral', 'goals'],
	accompaniment: ['referral', 'accompaniment'],
	practical: ['referral', 'practical'],
} as const satisfies Partial<Record<SharedField, readonly ['citizen' | 'referral', keyof SharedRow]>>;

/** Opens what the database gave: a column it left empty can't appear here. */
export function openShared(box: CitizenBox, row: SharedRow): SharedContent {
	const fields: SharedContent['fields'] = [];
	for (const [code, [table, column]] of Object.entries(fieldColumns)) {
		const id = table === 'citizen' ? row.citizenId : row.id;
		const value = box.open(`${table}.${column}:${id}`, row[column]);
		if (value) fields.push({ code: code as SharedField, value });
	}
	return {
		fields,
		language: row.language === null ? null : { code: row.language, needsInterpreter: row.needsInterpreter === true },
		feedbackAllowed: row.feedbackAllowed,
		expiresAt: row.expiresAt,
		contactPlan: box.open(`referral.contactPlan:${row.id}`, row.contactPlan) ?? '',
		organisationNote: box.open(`referral.organisationNote:${row.id}`, row.organisationNote) ?? '',
	};
}

/** @throws DomainError `referral.not_found` 404 for an unknown one and for another organisation's */
export async function readInboxReferral(tx: Tx, actor: OrganisationActor, id: string): Promise<OrganisationReferral> {
	const [row] = await shells(tx).where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, id)));
	if (!row) throw notFound('referral');
	const [visible] = await tx.select().from(sharedReferral).where(eq(sharedReferral.id, id));
	const box = visible && (await openBoxIfAllowed(tx, actor.authorityId, visible.citizenId));
	await audit(tx, actor, {
		action: 'referral.read',
		subjectType: 'referral',
		subjectId: id,
		...(visible ? { citizenId: visible.citizenId } : {}),
	});
	return {
		...inboxRow(tx, row, visible, box),
		offerId: row.offerId,
		offerSlug: row.offerSlug,
		caseworkerPhone: row.caseworkerPhone,
		centreName: row.centreName,
		centreNameEn: row.centreNameEn,
		declineReason: row.declineReason,
		endReason: row.endReason,
		outcome: row.outcome,
		shared: visible && box && openShared(box, visible),
		mayTell: await mayTell(tx, actor, id),
		timeline: await told(tx, actor, id),
		messages: visible ? await listMessages(tx, actor, id) : [],
	};
}
