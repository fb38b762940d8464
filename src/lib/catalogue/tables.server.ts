import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	unique,
	uuid,
	pgPolicy,
	type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { actorSetting, instant } from '../database/columns.server.ts';
import { needsActor, organisationRole, reportRole, systemRole } from '../database/roles.server.ts';
import type { ContactRecord, PhoneRecord, ScheduleRecord } from './hsds/record.ts';
import { capacities, codes, genders, organisationKinds, type Mode, type WayIn } from './vocabulary.ts';

/*
 * The catalogue is a reference table in every sense: open to all, without citizens, alike in all municipalities.
 * Terms are HSDS 3's; phones, contacts and schedules are read and written whole with the thing they belong to, so they
 * are documents in its row rather than tables of their own.
 */

export const organisationKindEnum = pgEnum('organisation_kind', codes(organisationKinds));
export const capacityEnum = pgEnum('capacity', codes(capacities));
export const genderEnum = pgEnum('gender', codes(genders));
/** HSDS service.status, and ours for what an organisation has written and no coordinator has seen: it leaves us nowhere */
export const offerStatusEnum = pgEnum('offer_status', [
	'active',
	'inactive',
	'defunct',
	'temporarily closed',
	'proposed',
]);
export const confirmedByEnum = pgEnum('confirmed_by', ['organisation', 'coordinator', 'source']);

/** Where a row came from and under which id there; the pair is what makes an import repeatable. */
const origin = () => ({
	source: text('source').notNull(),
	sourceId: text('source_id').notNull(),
	/** SHA-256 of the record as it came, so that an unchanged one is left alone */
	contentHash: text('content_hash').notNull(),
	updatedAt: instant('updated_at').notNull(),
});
const documents = () => ({
	phones: jsonb('phones').$type<PhoneRecord[]>().notNull().default([]),
	contacts: jsonb('contacts').$type<ContactRecord[]>().notNull().default([]),
});
const schedules = () => jsonb('schedules').$type<ScheduleRecord[]>().notNull().default([]);

export const organisation = pgTable(
	'organisation',
	{
		id: uuid('id').primaryKey(),
		slug: text('slug').notNull().unique(),
		name: text('name').notNull(),
		alternateName: text('alternate_name'),
		description: text('description'),
		/** what they believe in, in their own words */
		values: text('values'),
		kind: organisationKindEnum('kind'),
		email: text('email'),
		website: text('website'),
		yearFounded: integer('year_founded'),
		/** the whole organisation takes no referrals through this day */
		pausedUntil: date('paused_until'),
		...documents(),
		...origin(),
	},
	(t) => [unique('organisation_source').on(t.source, t.sourceId)],
);

export const offer = pgTable(
	'offer',
	{
		id: uuid('id').primaryKey(),
		slug: text('slug').notNull().unique(),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisation.id),
		name: text('name').notNull(),
		alternateName: text('alternate_name'),
		summary: text('summary'),
		description: text('description'),
		url: text('url'),
		email: text('email'),
		status: offerStatusEnum('status').notNull().default('active'),
		eligibility: text('eligibility'),
		minimumAge: integer('minimum_age'),
		maximumAge: integer('maximum_age'),
		gender: genderEnum('gender').notNull().default('everyone'),
		applicationProcess: text('application_process'),
		waysIn: text('ways_in').array().$type<WayIn[]>().notNull().default([]),
		modes: text('modes').array().$type<Mode[]>().notNull().default([]),
		fees: text('fees'),
		free: boolean('free'),
		waitTime: text('wait_time'),
		interpretation: text('interpretation'),
		peers: boolean('peers').notNull().default(false),
		serviceArea: text('service_area'),
		languages: text('languages').array().notNull().default([]),
		capacity: capacityEnum('capacity').notNull().default('unknown'),
		capacityUpdated: date('capacity_updated'),
		/** HSDS 3.1 service_capacity.available: how many of the unit are free as of `capacityUpdated` */
		capacityAvailable: integer('capacity_available'),
		/** HSDS 3.1 service_capacity.maximum: how many there are in all */
		capacityMaximum: integer('capacity_maximum'),
		/** HSDS 3.1 unit.name of the capacity: `pladser`, `senge`; null is places */
		capacityUnit: text('capacity_unit'),
		/** the last day on which what was said about room still holds; after it the capacity reads unknown */
		capacityExpires: date('capacity_expires'),
		/** when the next on the waitlist may expect a place; `waitTime` says it in words */
		waitlistUntil: date('waitlist_until'),
		pausedUntil: date('paused_until'),
		confirmed: date('confirmed'),
		confirmedBy: confirmedByEnum('confirmed_by'),
		/** referrals declined as wrong target group or area since somebody last said that the text is right: lowers trust */
		doubts: integer('doubts').notNull().default(0),
		/** day of the newest of them */
		doubted: date('doubted'),
		/** the offer this one was merged into; it then stands as `defunct`, and its address leads there */
		mergedInto: uuid('merged_into').references((): AnyPgColumn => offer.id),
		schedules: schedules(),
		...documents(),
		...origin(),
	},
	(t) => [
		unique('offer_source').on(t.source, t.sourceId),
		index('offer_organisation').on(t.organisationId),
		index('offer_published')
			.on(t.id)
			.where(sql`${t.status} = 'active'`),
	],
);

export const location = pgTable(
	'location',
	{
		id: uuid('id').primaryKey(),
		name: text('name'),
		description: text('description'),
		address: text('address'),
		postcode: text('postcode'),
		city: text('city'),
		district: text('district'),
		country: text('country'),
		latitude: doublePrecision('latitude'),
		longitude: doublePrecision('longitude'),
		/** its address is in confidential_address, which the public role cannot read */
		confidential: boolean('confidential').notNull().default(false),
		stepFree: boolean('step_free'),
		accessibility: text('accessibility'),
		transport: text('transport'),
		phones: jsonb('phones').$type<PhoneRecord[]>().notNull().default([]),
		schedules: schedules(),
		...origin(),
	},
	(t) => [unique('location_source').on(t.source, t.sourceId)],
);

/** The address of a shelter: apart, so that no query for the public can reach it by mistake. */
export const confidentialAddress = pgTable(
	'confidential_address',
	{
		locationId: uuid('location_id')
			.primaryKey()
			.references(() => location.id, { onDelete: 'cascade' }),
		address: text('address'),
		postcode: text('postcode'),
		city: text('city'),
		latitude: doublePrecision('latitude'),
		longitude: doublePrecision('longitude'),
		/** the organisation that wrote it, which may read it before a coordinator has put it on an offer */
		organisationId: uuid('organisation_id').references((): AnyPgColumn => organisation.id),
	},
	() => [
		needsActor('confidential_address'),
		pgPolicy('confidential_address_system', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
		pgPolicy('confidential_address_coordinator', {
			for: 'all',
			to: reportRole,
			using: sql`${actorSetting('role')} = 'coordinator'`,
			withCheck: sql`${actorSetting('role')} = 'coordinator'`,
		}),
		pgPolicy('confidential_address_own', {
			for: 'select',
			to: organisationRole,
			using: sql`organisation_id = ${actorSetting('organisation_id')}::uuid or exists (select 1 from offer_location ol join offer o on o.id = ol.offer_id where ol.location_id = confidential_address.location_id and o.organisation_id = ${actorSetting('organisation_id')}::uuid)`,
		}),
		pgPolicy('confidential_address_propose', {
			for: 'insert',
			to: organisationRole,
			withCheck: sql`organisation_id = ${actorSetting('organisation_id')}::uuid`,
		}),
	],
);

/** HSDS service_at_location. */
export const offerLocation = pgTable(
	'offer_location',
	{
		offerId: uuid('offer_id')
			.notNull()
			.references(() => offer.id, { onDelete: 'cascade' }),
		locationId: uuid('location_id')
			.notNull()
			.references(() => location.id),
		description: text('description'),
		schedules: schedules(),
		phones: jsonb('phones').$type<PhoneRecord[]>().notNull().default([]),
	},
	(t) => [primaryKey({ columns: [t.offerId, t.locationId] }), index('offer_location_location').on(t.locationId)],
);

/** HSDS taxonomy_term. Our own taxonomies are theme, target_group and transition. */
export const term = pgTable(
	'term',
	{
		id: uuid('id').primaryKey(),
		taxonomy: text('taxonomy').notNull(),
		code: text('code').notNull(),
		name: text('name').notNull(),
		nameEn: text('name_en'),
		description: text('description'),
		parent: text('parent'),
	},
	(t) => [unique('term_code').on(t.taxonomy, t.code)],
);

/** A coordinator's addition to the words that the search knows, or one of ours switched off. Nothing is deleted. */
export const searchWord = pgTable(
	'search_word',
	{
		id: uuid('id').primaryKey(),
		phrase: text('phrase').notNull(),
		kind: text('kind', { enum: ['add', 'off'] }).notNull(),
		/** id of a concept of the delivered vocabulary, or null with another word in its place */
		concept: text('concept'),
		sameAs: text('same_as'),
		createdAt: instant('created_at').notNull(),
		createdBy: uuid('created_by').notNull(),
		endedAt: instant('ended_at'),
		endedBy: uuid('ended_by'),
	},
	(t) => [
		check('search_word_kind', sql`${t.kind} in ('add', 'off')`),
		check('search_word_leads_somewhere', sql`num_nonnulls(${t.concept}, ${t.sameAs}) = 1`),
	],
);

/**
 * Searches that found nothing, by month. The words are null, and only their digest is there, until they were sought
 * three times: what is sought once may be a name.
 */
export const searchMiss = pgTable(
	'search_miss',
	{
		month: date('month').notNull(),
		/** SHA-256 of month and words, hex */
		digest: text('digest').notNull(),
		asked: integer('asked').notNull(),
		words: text('words'),
	},
	(t) => [primaryKey({ columns: [t.month, t.digest] })],
);

export const offerTerm = pgTable(
	'offer_term',
	{
		offerId: uuid('offer_id')
			.notNull()
			.references(() => offer.id, { onDelete: 'cascade' }),
		termId: uuid('term_id')
			.notNull()
			.references(() => term.id),
	},
	(t) => [primaryKey({ columns: [t.offerId, t.termId] }), index('offer_term_term').on(t.termId)],
);
