import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	pgEnum,
	pgPolicy,
	pgTable,
	text,
	uniqueIndex,
	uuid,
} from 'drizzle-orm/pg-core';
import { actorSetting, authorityId, bytea, instant } from '../database/columns.server.ts';
import { adminRole, needsActor, systemRole } from '../database/roles.server.ts';
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
		/** who the municipality's own sign-in (OpenID Connect) says this is: its issuer and its name for the person */
		oidcIssuer: text('oidc_issuer'),
		oidcSubject: text('oidc_subject'),
	},
	(t) => [
		uniqueIndex('user_account_email').on(sql`lower(${t.email})`),
		uniqueIndex('user_account_oidc').on(t.oidcIssuer, t.oidcSubject),
	],
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
		/** halfway: the password was right and the second factor is still asked for; such a session is nobody's actor */
		stage: text('stage', { enum: ['full', 'halfway'] })
			.notNull()
			.default('full'),
		createdAt: instant('created_at').notNull(),
		expiresAt: instant('expires_at').notNull(),
		/** the provider's own session, so that signing out there ends this one */
		providerSession: text('provider_session'),
		/** shown to the provider when signing out; sealed with a key made of the cookie's token */
		idToken: bytea('id_token'),
	},
	(t) => [index('session_user').on(t.userId), index('session_provider').on(t.providerSession)],
);

const userId = () =>
	uuid('user_id')
		.notNull()
		.references(() => userAccount.id);
const systemOnly = (table: string) => [
	needsActor(table),
	pgPolicy(`${table}_system`, { to: systemRole, using: sql`true`, withCheck: sql`true` }),
];

/** An authenticator app's secret (RFC 6238), sealed with the master key. */
export const totp = pgTable(
	'totp',
	{
		id: uuid('id').primaryKey().defaultRandom(),
		authorityId: authorityId(),
		userId: userId(),
		secret: bytea('secret').notNull(),
		/** the newest time step whose code was taken: neither it nor an older one is taken again */
		lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
		createdAt: instant('created_at').notNull(),
		/** null until a first right code shows that the app has the secret */
		confirmedAt: instant('confirmed_at'),
	},
	(t) => [...systemOnly('totp'), uniqueIndex('totp_user').on(t.userId)],
);

/** A passkey (WebAuthn credential): its public key, which is no secret. */
export const passkey = pgTable(
	'passkey',
	{
		/** the credential's id, base64url */
		id: text('id').primaryKey(),
		userId: userId(),
		/** COSE, base64url */
		publicKey: text('public_key').notNull(),
		counter: bigint('counter', { mode: 'number' }).notNull(),
		transports: text('transports').array().notNull(),
		name: text('name').notNull(),
		createdAt: instant('created_at').notNull(),
		lastUsedAt: instant('last_used_at'),
	},
	(t) => [...systemOnly('passkey'), index('passkey_user').on(t.userId)],
);

/** Links that let somebody choose how to sign in: the SHA-256 of each, which opens nothing. Used once, then gone. */
export const credentialToken = pgTable(
	'credential_token',
	{
		hash: text('hash').primaryKey(),
		userId: userId(),
		purpose: text('purpose', { enum: ['invitation', 'reset'] }).notNull(),
		createdAt: instant('created_at').notNull(),
		expiresAt: instant('expires_at').notNull(),
	},
	(t) => [
		...systemOnly('credential_token'),
		pgPolicy('credential_token_invite', {
			for: 'insert',
			to: adminRole,
			withCheck: sql`purpose = 'invitation' and ${actorSetting('role')} = 'administrator'`,
		}),
		index('credential_token_user').on(t.userId),
	],
);

/** What one step of signing in leaves for the next: sealed with a key that only the browser's cookie holds. */
export const signInStep = pgTable('sign_in_step', {
	id: text('id').primaryKey(),
	sealed: bytea('sealed').notNull(),
	expiresAt: instant('expires_at').notNull(),
});

/** Failed attempts, by the SHA-256 of what they have in common (an account, an address of the network). */
export const failedAttempt = pgTable('failed_attempt', {
	key: text('key').primaryKey(),
	count: integer('count').notNull(),
	lastAt: instant('last_at').notNull(),
});

/** What was typed when a session had ended: sealed with a key that only the browser's cookie holds. */
export const pendingForm = pgTable('pending_form', {
	id: text('id').primaryKey(),
	userId: uuid('user_id').references(() => userAccount.id),
	path: text('path').notNull(),
	sealed: bytea('sealed').notNull(),
	expiresAt: instant('expires_at').notNull(),
});
