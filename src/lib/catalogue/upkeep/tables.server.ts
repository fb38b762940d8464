import { sql } from 'drizzle-orm';
import { index, jsonb, pgEnum, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { actorSetting, instant, sequence } from '../../database/columns.server.ts';
import { needsActor, organisationRole, publicRole, reportRole, systemRole } from '../../database/roles.server.ts';
import { offer, organisation } from '../tables.server.ts';
import { reportKinds } from './report-kinds.ts';
import type { ContentPatch } from './content.ts';

/*
 * What keeps the catalogue true: the history of each offer, changes that wait for the coordinator, errors that people
 * report, and links by which an organisation confirms.
 */

const isCoordinator = sql`${actorSetting('role')} = 'coordinator'`;
const ofOwnOffer = (table: string) =>
	sql.raw(
		`exists (select 1 from offer o where o.id = ${table}.offer_id and o.organisation_id = (select nullif(current_setting('app.organisation_id', true), ''))::uuid)`,
	);
const everyone = sql`true`;

/** The coordinator sees all, the organisation its own, imports and the clock all. */
const keepers = (table: string) => [
	needsActor(table),
	pgPolicy(`${table}_coordinator`, { for: 'all', to: reportRole, using: isCoordinator, withCheck: isCoordinator }),
	pgPolicy(`${table}_organisation`, {
		for: 'all',
		to: organisationRole,
		using: ofOwnOffer(table),
		withCheck: ofOwnOffer(table),
	}),
	pgPolicy(`${table}_system`, { for: 'all', to: systemRole, using: everyone, withCheck: everyone }),
];

export const versionByEnum = pgEnum('version_by', ['organisation', 'coordinator', 'import', 'system']);
export const versionActEnum = pgEnum('version_act', [
	'created',
	'edited',
	'accepted',
	'capacity',
	'confirmed',
	'merged',
	'closed',
	'reopened',
	'undone',
]);

/** One change of one offer: the fields that changed, as they were and as they became. Never a person's name. */
export const offerVersion = pgTable(
	'offer_version',
	{
		id: uuid('id').primaryKey().defaultRandom(),
		seq: sequence(),
		offerId: uuid('offer_id')
			.notNull()
			.references(() => offer.id, { onDelete: 'cascade' }),
		at: instant('at').notNull(),
		by: versionByEnum('by').notNull(),
		act: versionActEnum('act').notNull(),
		before: jsonb('before').$type<ContentPatch>().notNull(),
		after: jsonb('after').$type<ContentPatch>().notNull(),
	},
	(t) => [index('offer_version_offer').on(t.offerId, t.seq), ...keepers('offer_version')],
);

export const changeStateEnum = pgEnum('change_state', ['waiting', 'accepted', 'refused', 'replaced']);

/** What an organisation wants to change about who may come, or where: it waits for the coordinator. */
export const offerChange = pgTable(
	'offer_change',
	{
		id: uuid('id').primaryKey().defaultRandom(),
		offerId: uuid('offer_id')
			.notNull()
			.references(() => offer.id, { onDelete: 'cascade' }),
		at: instant('at').notNull(),
		state: changeStateEnum('state').notNull().default('waiting'),
		wanted: jsonb('wanted').$type<ContentPatch>().notNull(),
		/** the coordinator's sentence */
		answer: text('answer'),
		answeredAt: instant('answered_at'),
		/** when the coordinators were mailed that it waits; null: not yet */
		toldAt: instant('told_at'),
	},
	(t) => [
		index('offer_change_offer').on(t.offerId, t.state),
		...keepers('offer_change'),
		// Only the coordinator answers, and only the clock says that the coordinators have been told.
		pgPolicy('offer_change_begins_waiting', {
			as: 'restrictive',
			for: 'insert',
			to: organisationRole,
			withCheck: sql`state = 'waiting' and answer is null and answered_at is null and told_at is null`,
		}),
	],
);

export const reportKindEnum = pgEnum('report_kind', reportKinds);
export const reportStateEnum = pgEnum('report_state', ['open', 'forwarded', 'closed']);
const isOpenReport = sql`state = 'open' and note is null`;

/** An error somebody saw on a page. Nobody is asked who they are; what they wrote goes when the report is closed. */
export const pageReport = pgTable(
	'page_report',
	{
		id: uuid('id').primaryKey().defaultRandom(),
		at: instant('at').notNull(),
		offerId: uuid('offer_id').references(() => offer.id, { onDelete: 'cascade' }),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisation.id, { onDelete: 'cascade' }),
		kind: reportKindEnum('kind').notNull(),
		/** null when closed */
		words: text('words'),
		state: reportStateEnum('state').notNull().default('open'),
		note: text('note'),
		forwardedAt: instant('forwarded_at'),
		closedAt: instant('closed_at'),
	},
	(t) => [
		index('page_report_state').on(t.state, t.at),
		needsActor('page_report'),
		pgPolicy('page_report_anyone', { for: 'insert', to: publicRole, withCheck: isOpenReport }),
		pgPolicy('page_report_coordinator', {
			for: 'all',
			to: reportRole,
			using: isCoordinator,
			withCheck: isCoordinator,
		}),
		pgPolicy('page_report_organisation', {
			for: 'select',
			to: organisationRole,
			using: sql`state = 'forwarded' and organisation_id = ${actorSetting('organisation_id')}::uuid`,
		}),
		pgPolicy('page_report_system', { for: 'all', to: systemRole, using: everyone, withCheck: everyone }),
	],
);

/** By which an organisation confirms all its offers without signing in, once. Only the token's SHA-256 is here. */
export const confirmLink = pgTable(
	'confirm_link',
	{
		id: uuid('id').primaryKey().defaultRandom(),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisation.id, { onDelete: 'cascade' }),
		tokenHash: text('token_hash').notNull().unique(),
		createdAt: instant('created_at').notNull(),
		expiresAt: instant('expires_at').notNull(),
		usedAt: instant('used_at'),
	},
	(t) => [
		index('confirm_link_organisation').on(t.organisationId, t.createdAt),
		needsActor('confirm_link'),
		pgPolicy('confirm_link_system', { for: 'all', to: systemRole, using: everyone, withCheck: everyone }),
	],
);
