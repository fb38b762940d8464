import { sql } from 'drizzle-orm';
import { boolean, check, index, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { authorityId, bytea, instant } from '../database/columns.server.ts';
import { organisation } from '../catalogue/tables.server.ts';
import { roles } from './actor.ts';

export const roleEnum = pgEnum('role', roles);

/** A municipality. */
export const authority = pgTable('authority', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	/** shown where a citizen may call instead of using a link */
	phone: text('phone').notNull(),
});

/** An operating centre (driftscenter). */
export const centre = pgTable('centre', {
	id: text('id').primaryKey(),
	authorityId: authorityId().references(() => authority.id),
	name: text('name').notNull(),
	nameEn: text('name_en').notNull(),
	phone: text('phone').notNull(),
});

export const userAccount = pgTable(
	'user_account',
	{
		id: uuid('id').primaryKey().defaultRandom(),
		authorityId: authorityId().references(() => authority.id),
		email: text('email').notNull(),
		name: text('name').notNull(),
		/** work phone, shown to the organisation and the citizen of a referral */
		phone: text('phone'),
		passwordHash: text('password_hash'),
		active: boolean('active').notNull().default(true),
		demo: boolean('demo').notNull().default(false),
		createdAt: instant('created_at').notNull(),
		deactivatedAt: instant('deactivated_at'),
	},
	(t) => [uniqueIndex('user_account_email').on(sql`lower(${t.email})`)],
);

/** What a user is, and where. One user may have several; a session wears one of them. */
export const membership = pgTable(
	'membership',
	{
		id: uuid('id').primaryKey().defaultRandom(),
		userId: uuid('user_id')
			.notNull()
			.references(() => userAccount.id),
		role: roleEnum('role').notNull(),
		centreId: text('centre_id').references(() => centre.id),
		organisationId: uuid('organisation_id').references(() => organisation.id),
		/** the dated declaration of confidentiality; nobody in an organisation reads a referral before it */
		declaredAt: instant('declared_at'),
		createdAt: instant('created_at').notNull(),
		endedAt: instant('ended_at'),
	},
	(t) => [
		index('membership_user').on(t.userId),
		index('membership_organisation').on(t.organisationId),
		check(
			'membership_place',
			sql`case ${t.role}
				when 'organisation_contact' then ${t.organisationId} is not null and ${t.centreId} is null
				when 'administrator' then ${t.organisationId} is null
				when 'data_protection_officer' then ${t.organisationId} is null
				else ${t.centreId} is not null and ${t.organisationId} is null end`,
		),
	],
);

/** Sessions: the id is the SHA-256 of the cookie's token, so that a stolen table opens nothing. */
export const session = pgTable(
	'session',
	{
		id: text('id').primaryKey(),
		userId: uuid('user_id')
			.notNull()
			.references(() => userAccount.id),
		membershipId: uuid('membership_id').references(() => membership.id),
		createdAt: instant('created_at').notNull(),
		expiresAt: instant('expires_at').notNull(),
	},
	(t) => [index('session_user').on(t.userId)],
);

/** What was typed when a session had ended: sealed with a key that only the browser's cookie holds. */
export const pendingForm = pgTable('pending_form', {
	id: text('id').primaryKey(),
	userId: uuid('user_id').references(() => userAccount.id),
	path: text('path').notNull(),
	sealed: bytea('sealed').notNull(),
	expiresAt: instant('expires_at').notNull(),
});
