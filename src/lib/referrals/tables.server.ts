import { sql } from 'drizzle-orm';
import {
	type AnyPgColumn,
	boolean,
	date,
	foreignKey,
	index,
	integer,
	pgEnum,
	pgPolicy,
	pgTable,
	primaryKey,
	text,
	unique,
	uuid,
} from 'drizzle-orm/pg-core';
import { offer, organisation } from '../catalogue/tables.server.ts';
import { citizen } from '../citizens/tables.server.ts';
import { actorSetting, authorityId, bytea, instant, newId, sequence } from '../database/columns.server.ts';
import {
	adminRole,
	citizenRole,
	needsActor,
	organisationRole,
	reportRole,
	shareRole,
	staffRole,
	systemRole,
} from '../database/roles.server.ts';
import { centre, userAccount } from '../identity/tables.server.ts';
import {
	attendances,
	declineReasons,
	endReasons,
	followUpKinds,
	helpedAnswers,
	outcomes,
	purposes,
	states,
} from './referral-codes.ts';
import { organisationEvents } from './organisation-events.ts';

export const stateEnum = pgEnum('referral_state', states);
export const purposeEnum = pgEnum('referral_purpose', purposes);
export const declineReasonEnum = pgEnum('decline_reason', declineReasons);
export const endReasonEnum = pgEnum('end_reason', endReasons);
export const outcomeEnum = pgEnum('outcome', outcomes);
export const helpedEnum = pgEnum('helped', helpedAnswers);
export const followUpKindEnum = pgEnum('follow_up_kind', followUpKinds);
export const attendanceEnum = pgEnum('attendance', attendances);
export const partyEnum = pgEnum('party', ['staff', 'organisation', 'citizen', 'system']);
export const consentKindEnum = pgEnum('consent_kind', ['disclosure', 'obtaining']);
export const consentMethodEnum = pgEnum('consent_method', ['oral', 'signed_screen', 'signed_paper', 'digital']);
export const consentEventEnum = pgEnum('consent_event_type', [
	'requested',
	'given',
	'refused',
	'renewed',
	'withdrawn',
	'expired',
	'invalidated',
]);

const authority = actorSetting('authority_id');
const ownCentre = sql`authority_id = ${authority} and centre_id = ${actorSetting('centre_id')}`;
const sentToUs = sql`authority_id = ${authority} and organisation_id = ${actorSetting('organisation_id')}::uuid and state <> 'draft' and state <> 'entered_in_error'`;
/** for tables that hang on a referral: whoever may see the referral (its own policies say who) may see these */
const ofVisibleReferral = (table: string) =>
	sql.raw(
		`exists (select 1 from referral r where r.authority_id = ${table}.authority_id and r.id = ${table}.referral_id)`,
	);
const toldToOrganisation = sql.raw(`action in (${organisationEvents.map((each) => `'${each}'`).join(', ')})`);
/** …and, for an organisation, only while it may be told: a consent to being asked lets it read nothing */
const whileConsented = (table: string) =>
	sql.raw(
		`exists (select 1 from consent c where c.authority_id = ${table}.authority_id and c.referral_id = ${table}.referral_id and c.kind = 'disclosure' and consent_in_force(c.status::text, c.expires_at))`,
	);
const everything = { using: sql`true`, withCheck: sql`true` };

/** Asking one organisation to take up contact with one citizen. What people wrote is ciphertext, codes are not. */
export const referral = pgTable(
	'referral',
	{
		authorityId: authorityId(),
		id: newId(),
		citizenId: uuid('citizen_id').notNull(),
		centreId: text('centre_id')
			.notNull()
			.references(() => centre.id),
		caseworkerId: uuid('caseworker_id')
			.notNull()
			.references(() => userAccount.id),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisation.id),
		offerId: uuid('offer_id')
			.notNull()
			.references(() => offer.id),
		state: stateEnum('state').notNull().default('draft'),
		stateSince: instant('state_since').notNull(),
		/** raised at every change; a page that carries an older one is stale */
		version: integer('version').notNull().default(1),
		/** the form that made it, so that the same form sent twice makes one */
		requestId: uuid('request_id').notNull(),
		purpose: purposeEnum('purpose'),
		need: bytea('need'),
		goals: bytea('goals'),
		accompaniment: bytea('accompaniment'),
		practical: bytea('practical'),
		/** by the organisation: who gets in touch, how and when */
		contactPlan: bytea('contact_plan'),
		contactBy: date('contact_by'),
		expectedOn: date('expected_on'),
		declineReason: declineReasonEnum('decline_reason'),
		endReason: endReasonEnum('end_reason'),
		outcome: outcomeEnum('outcome'),
		proposedOfferId: uuid('proposed_offer_id').references(() => offer.id),
		/** the organisation's own words: a decline's explanation, a proposal, what came of it */
		organisationNote: bytea('organisation_note'),
		helped: helpedEnum('helped'),
		confirmedAt: instant('confirmed_at'),
		confirmedBy: partyEnum('confirmed_by'),
		createdAt: instant('created_at').notNull(),
		sentAt: instant('sent_at'),
		seenAt: instant('seen_at'),
		answeredAt: instant('answered_at'),
		startedAt: instant('started_at'),
		closedAt: instant('closed_at'),
		remindedAt: instant('reminded_at'),
		escalatedAt: instant('escalated_at'),
	},
	(t) => [
		needsActor('referral'),
		primaryKey({ columns: [t.authorityId, t.id] }),
		unique('referral_request').on(t.authorityId, t.requestId),
		foreignKey({ columns: [t.authorityId, t.citizenId], foreignColumns: [citizen.authorityId, citizen.id] }),
		index('referral_worklist').on(t.authorityId, t.centreId, t.caseworkerId, t.state),
		// A whole centre's work-list: the latest changes of thousands.
		index('referral_centre_latest').on(t.authorityId, t.centreId, t.stateSince),
		index('referral_citizen').on(t.authorityId, t.citizenId),
		index('referral_inbox').on(t.authorityId, t.organisationId, t.state),
		index('referral_clock').on(t.authorityId, t.state, t.sentAt),
		pgPolicy('referral_staff', { for: 'all', to: staffRole, using: ownCentre, withCheck: ownCentre }),
		pgPolicy('referral_report', { for: 'all', to: reportRole, using: ownCentre, withCheck: ownCentre }),
		pgPolicy('referral_admin', { for: 'all', to: adminRole, using: sql`authority_id = ${authority}` }),
		pgPolicy('referral_organisation', { for: 'all', to: organisationRole, using: sentToUs, withCheck: sentToUs }),
		pgPolicy('referral_link', {
			for: 'all',
			to: citizenRole,
			using: sql`authority_id = ${authority} and id = (select linked_referral())`,
		}),
		pgPolicy('referral_share', { for: 'select', to: shareRole, using: sql`true` }),
		pgPolicy('referral_system', { for: 'all', to: systemRole, ...everything }),
	],
);

const ofReferral = (t: { authorityId: AnyPgColumn; referralId: AnyPgColumn }) =>
	foreignKey({ columns: [t.authorityId, t.referralId], foreignColumns: [referral.authorityId, referral.id] });

/** The timeline: what happened, when, by whom. Never changed. */
export const referralEvent = pgTable(
	'referral_event',
	{
		authorityId: authorityId(),
		id: newId(),
		seq: sequence(),
		referralId: uuid('referral_id').notNull(),
		at: instant('at').notNull(),
		party: partyEnum('party').notNull(),
		userId: uuid('user_id').references(() => userAccount.id),
		action: text('action').notNull(),
		fromState: stateEnum('from_state'),
		toState: stateEnum('to_state'),
		code: text('code'),
	},
	(t) => [
		needsActor('referral_event'),
		primaryKey({ columns: [t.authorityId, t.id] }),
		ofReferral(t),
		index('referral_event_referral').on(t.authorityId, t.referralId, t.seq),
		pgPolicy('referral_event_visible', {
			for: 'all',
			to: [staffRole, citizenRole, adminRole, reportRole],
			using: ofVisibleReferral('referral_event'),
			withCheck: ofVisibleReferral('referral_event'),
		}),
		pgPolicy('referral_event_organisation', {
			for: 'all',
			to: organisationRole,
			using: sql`${ofVisibleReferral('referral_event')} and ${toldToOrganisation}`,
			withCheck: sql`${ofVisibleReferral('referral_event')} and ${toldToOrganisation}`,
		}),
		pgPolicy('referral_event_system', { for: 'all', to: systemRole, ...everything }),
	],
);

/** Between caseworker and organisation about one referral. */
export const message = pgTable(
	'message',
	{
		authorityId: authorityId(),
		id: newId(),
		seq: sequence(),
		referralId: uuid('referral_id').notNull(),
		at: instant('at').notNull(),
		sender: partyEnum('sender').notNull(),
		userId: uuid('user_id')
			.notNull()
			.references(() => userAccount.id),
		requestId: uuid('request_id').notNull(),
		body: bytea('body').notNull(),
		readAt: instant('read_at'),
	},
	(t) => [
		needsActor('message'),
		primaryKey({ columns: [t.authorityId, t.id] }),
		unique('message_request').on(t.authorityId, t.requestId),
		ofReferral(t),
		index('message_referral').on(t.authorityId, t.referralId, t.seq),
		pgPolicy('message_staff', {
			for: 'all',
			to: staffRole,
			using: ofVisibleReferral('message'),
			withCheck: ofVisibleReferral('message'),
		}),
		pgPolicy('message_organisation', {
			for: 'all',
			to: organisationRole,
			using: sql`${ofVisibleReferral('message')} and ${whileConsented('message')}`,
			withCheck: sql`${ofVisibleReferral('message')} and ${whileConsented('message')}`,
		}),
		pgPolicy('message_system', { for: 'all', to: systemRole, ...everything }),
	],
);

/** Planned at sending; done by the caseworker with attendance and outcome. */
export const followUp = pgTable(
	'follow_up',
	{
		authorityId: authorityId(),
		id: newId(),
		referralId: uuid('referral_id').notNull(),
		kind: followUpKindEnum('kind').notNull(),
		dueOn: date('due_on').notNull(),
		remindedAt: instant('reminded_at'),
		doneAt: instant('done_at'),
		doneBy: uuid('done_by').references(() => userAccount.id),
		/** no longer needed: the referral ended before it fell due */
		cancelledAt: instant('cancelled_at'),
		attendance: attendanceEnum('attendance'),
		note: bytea('note'),
	},
	(t) => [
		needsActor('follow_up'),
		primaryKey({ columns: [t.authorityId, t.id] }),
		unique('follow_up_kind').on(t.authorityId, t.referralId, t.kind),
		ofReferral(t),
		index('follow_up_due')
			.on(t.authorityId, t.dueOn)
			.where(sql`${t.doneAt} is null and ${t.cancelledAt} is null`),
		pgPolicy('follow_up_staff', {
			for: 'all',
			to: staffRole,
			using: ofVisibleReferral('follow_up'),
			withCheck: ofVisibleReferral('follow_up'),
		}),
		// Closing a referral cancels what was planned, whoever closes it; only the dates are granted to them.
		pgPolicy('follow_up_others', {
			for: 'all',
			to: [organisationRole, citizenRole, reportRole],
			using: ofVisibleReferral('follow_up'),
			withCheck: ofVisibleReferral('follow_up'),
		}),
		pgPolicy('follow_up_system', { for: 'all', to: systemRole, ...everything }),
	],
);

/** One record per disclosure (ISO/IEC TS 27560). Its events are the truth; status repeats the last of them. */
export const consent = pgTable(
	'consent',
	{
		authorityId: authorityId(),
		id: newId(),
		seq: sequence(),
		citizenId: uuid('citizen_id').notNull(),
		referralId: uuid('referral_id').notNull(),
		centreId: text('centre_id').notNull(),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisation.id),
		offerId: uuid('offer_id')
			.notNull()
			.references(() => offer.id),
		kind: consentKindEnum('kind').notNull(),
		/** code of shared-fields.ts */
		purpose: text('purpose').notNull(),
		/** codes of shared-fields.ts: exactly what the organisation may see */
		fields: text('fields').array().notNull(),
		feedbackAllowed: boolean('feedback_allowed').notNull(),
		language: text('language').notNull(),
		textVersion: text('text_version').notNull(),
		textHash: text('text_hash').notNull(),
		interpreter: boolean('interpreter').notNull().default(false),
		/** citizen or guardian */
		giver: text('giver').notNull().default('citizen'),
		guardianName: bytea('guardian_name'),
		method: consentMethodEnum('method').notNull(),
		explainedBy: uuid('explained_by')
			.notNull()
			.references(() => userAccount.id),
		witness: bytea('witness'),
		/** the name as signed on the screen */
		signature: bytea('signature'),
		status: consentEventEnum('status').notNull(),
		createdAt: instant('created_at').notNull(),
		givenAt: instant('given_at'),
		expiresAt: instant('expires_at'),
	},
	(t) => [
		needsActor('consent'),
		primaryKey({ columns: [t.authorityId, t.id] }),
		ofReferral(t),
		index('consent_referral').on(t.authorityId, t.referralId),
		index('consent_citizen').on(t.authorityId, t.citizenId),
		// What an organisation may read of is found by the organisation.
		index('consent_organisation').on(t.authorityId, t.organisationId),
		pgPolicy('consent_staff', { for: 'all', to: staffRole, using: ownCentre, withCheck: ownCentre }),
		pgPolicy('consent_organisation', {
			for: 'select',
			to: organisationRole,
			using: sql`authority_id = ${authority} and organisation_id = ${actorSetting('organisation_id')}::uuid`,
		}),
		pgPolicy('consent_link', {
			for: 'all',
			to: citizenRole,
			using: sql`authority_id = ${authority} and referral_id = (select linked_referral())`,
		}),
		pgPolicy('consent_share', { for: 'select', to: shareRole, using: sql`true` }),
		pgPolicy('consent_system', { for: 'all', to: systemRole, ...everything }),
	],
);

/** Append-only: what was asked, given, refused, renewed, withdrawn. */
export const consentEvent = pgTable(
	'consent_event',
	{
		authorityId: authorityId(),
		id: newId(),
		seq: sequence(),
		consentId: uuid('consent_id').notNull(),
		at: instant('at').notNull(),
		event: consentEventEnum('event').notNull(),
		party: partyEnum('party').notNull(),
		userId: uuid('user_id').references(() => userAccount.id),
		method: consentMethodEnum('method'),
		/** until when the yes is to hold, for given and renewed */
		expiresAt: instant('expires_at'),
	},
	(t) => [
		needsActor('consent_event'),
		primaryKey({ columns: [t.authorityId, t.id] }),
		foreignKey({ columns: [t.authorityId, t.consentId], foreignColumns: [consent.authorityId, consent.id] }),
		index('consent_event_consent').on(t.authorityId, t.consentId, t.seq),
		pgPolicy('consent_event_visible', {
			for: 'all',
			to: [staffRole, citizenRole],
			using: sql.raw(
				`exists (select 1 from consent c where c.authority_id = consent_event.authority_id and c.id = consent_event.consent_id)`,
			),
			withCheck: sql.raw(
				`exists (select 1 from consent c where c.authority_id = consent_event.authority_id and c.id = consent_event.consent_id)`,
			),
		}),
		pgPolicy('consent_event_system', { for: 'all', to: systemRole, ...everything }),
	],
);

/**
 * That an event of a consent is genuine, for whoever holds its code: kept for good, also when the consent is gone and
 * the citizen erased. It holds no more than a kind, an event, an instant and a hash; never changed, never taken out.
 */
export const consentReceipt = pgTable(
	'consent_receipt',
	{
		authorityId: authorityId(),
		/** the hash over the event's content, shortened to what can be typed: receipt-code.ts */
		code: text('code').notNull(),
		/** random, and no reference: the consent of a draft goes before its receipt */
		consentId: uuid('consent_id').notNull(),
		kind: consentKindEnum('kind').notNull(),
		event: consentEventEnum('event').notNull(),
		at: instant('at').notNull(),
	},
	(t) => [
		needsActor('consent_receipt'),
		primaryKey({ columns: [t.authorityId, t.code] }),
		index('consent_receipt_consent').on(t.authorityId, t.consentId),
		pgPolicy('consent_receipt_visible', {
			for: 'all',
			to: [staffRole, citizenRole],
			using: sql.raw(
				`exists (select 1 from consent c where c.authority_id = consent_receipt.authority_id and c.id = consent_receipt.consent_id)`,
			),
			withCheck: sql.raw(
				`exists (select 1 from consent c where c.authority_id = consent_receipt.authority_id and c.id = consent_receipt.consent_id)`,
			),
		}),
		pgPolicy('consent_receipt_system', { for: 'all', to: systemRole, ...everything }),
	],
);

/** The citizen's own way in: only the hash of the link's token is kept. */
export const citizenLink = pgTable(
	'citizen_link',
	{
		authorityId: authorityId(),
		tokenHash: text('token_hash').notNull(),
		citizenId: uuid('citizen_id').notNull(),
		referralId: uuid('referral_id').notNull(),
		createdAt: instant('created_at').notNull(),
		expiresAt: instant('expires_at').notNull(),
		revokedAt: instant('revoked_at'),
	},
	(t) => [
		needsActor('citizen_link'),
		primaryKey({ columns: [t.authorityId, t.tokenHash] }),
		ofReferral(t),
		index('citizen_link_referral').on(t.authorityId, t.referralId),
		pgPolicy('citizen_link_staff', {
			for: 'all',
			to: staffRole,
			using: ofVisibleReferral('citizen_link'),
			withCheck: ofVisibleReferral('citizen_link'),
		}),
		pgPolicy('citizen_link_holder', {
			for: 'select',
			to: citizenRole,
			using: sql`authority_id = ${authority} and token_hash = ${actorSetting('token_hash')} and revoked_at is null and expires_at > app_now()`,
		}),
		// The functions that the other policies ask (drizzle/0000_roles.sql) read it as this role.
		pgPolicy('citizen_link_share', { for: 'select', to: shareRole, using: sql`true` }),
		pgPolicy('citizen_link_system', { for: 'all', to: systemRole, ...everything }),
	],
);
