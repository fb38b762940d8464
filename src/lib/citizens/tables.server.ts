import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { actorSetting, authorityId, bytea, instant, newId } from '../database/columns.server.ts';
import {
	citizenRole,
	needsActor,
	organisationRole,
	shareRole,
	staffRole,
	systemRole,
} from '../database/roles.server.ts';
import { centre, userAccount } from '../identity/tables.server.ts';
import { holdReasons, liftReasons } from './hold-reasons.ts';

/** The row belongs to the centre the caseworker acts for. */
const ownCentre = sql`authority_id = ${actorSetting('authority_id')} and centre_id = ${actorSetting('centre_id')}`;

/**
 * The person helped. Everything that says who it is is ciphertext under the citizen's own key; no CPR number, no date
 * of birth: that the person is an adult is all the law and we need to know.
 */
export const citizen = pgTable(
	'citizen',
	{
		authorityId: authorityId(),
		id: newId(),
		centreId: text('centre_id')
			.notNull()
			.references(() => centre.id),
		createdBy: uuid('created_by')
			.notNull()
			.references(() => userAccount.id),
		createdAt: instant('created_at').notNull(),
		adultConfirmedAt: instant('adult_confirmed_at').notNull(),
		givenName: bytea('given_name').notNull(),
		familyName: bytea('family_name'),
		phone: bytea('phone'),
		email: bytea('email'),
		/** how and when the citizen can be reached without risk */
		safeContact: bytea('safe_contact'),
		/** ISO 639-1 */
		language: text('language').notNull().default('da'),
		needsInterpreter: boolean('needs_interpreter').notNull().default(false),
		ageBand: bytea('age_band'),
		/** the key was destroyed: only codes and dates are left */
		erasedAt: instant('erased_at'),
	},
	(t) => [
		needsActor('citizen'),
		primaryKey({ columns: [t.authorityId, t.id] }),
		index('citizen_centre').on(t.authorityId, t.centreId),
		pgPolicy('citizen_staff', { for: 'all', to: staffRole, using: ownCentre, withCheck: ownCentre }),
		pgPolicy('citizen_link_reads', {
			for: 'select',
			to: citizenRole,
			using: sql`authority_id = ${actorSetting('authority_id')} and id = (select linked_citizen())`,
		}),
		pgPolicy('citizen_share', { for: 'select', to: shareRole, using: sql`true` }),
		pgPolicy('citizen_system', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
	],
);

/** The citizen's own key, wrapped by the master key. Deleting this row erases the person everywhere, backups too. */
export const citizenKey = pgTable(
	'citizen_key',
	{
		authorityId: authorityId(),
		citizenId: uuid('citizen_id').notNull(),
		wrapped: bytea('wrapped').notNull(),
		/** which master key wrapped it */
		masterKeyId: text('master_key_id').notNull(),
	},
	(t) => [
		needsActor('citizen_key'),
		primaryKey({ columns: [t.authorityId, t.citizenId] }),
		foreignKey({ columns: [t.authorityId, t.citizenId], foreignColumns: [citizen.authorityId, citizen.id] }),
		pgPolicy('citizen_key_staff', {
			for: 'all',
			to: staffRole,
			using: sql`exists (select 1 from citizen c where c.authority_id = citizen_key.authority_id and c.id = citizen_key.citizen_id)`,
			withCheck: sql`exists (select 1 from citizen c where c.authority_id = citizen_key.authority_id and c.id = citizen_key.citizen_id)`,
		}),
		// An organisation can decrypt only while a consent to it is in force.
		pgPolicy('citizen_key_organisation', {
			for: 'select',
			to: organisationRole,
			using: sql`exists (select 1 from consent c where c.authority_id = citizen_key.authority_id and c.citizen_id = citizen_key.citizen_id and c.kind = 'disclosure' and consent_in_force(c.status::text, c.expires_at))`,
		}),
		pgPolicy('citizen_key_link', {
			for: 'select',
			to: citizenRole,
			using: sql`authority_id = ${actorSetting('authority_id')} and citizen_id = (select linked_citizen())`,
		}),
		pgPolicy('citizen_key_system', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
	],
);

/** While one is in force, neither the clock nor a command erases the citizen. */
export const legalHold = pgTable(
	'legal_hold',
	{
		authorityId: authorityId(),
		id: newId(),
		citizenId: uuid('citizen_id').notNull(),
		reason: text('reason', { enum: holdReasons }).notNull(),
		placedAt: instant('placed_at').notNull(),
		liftedAt: instant('lifted_at'),
		liftedBecause: text('lifted_because', { enum: liftReasons }),
	},
	(t) => [
		needsActor('legal_hold'),
		primaryKey({ columns: [t.authorityId, t.id] }),
		foreignKey({ columns: [t.authorityId, t.citizenId], foreignColumns: [citizen.authorityId, citizen.id] }),
		index('legal_hold_citizen').on(t.authorityId, t.citizenId),
		pgPolicy('legal_hold_system', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
	],
);

/** That everything held on a citizen was written out for the case file, and the hash of what was written. */
export const caseFileReceipt = pgTable(
	'case_file_receipt',
	{
		authorityId: authorityId(),
		id: newId(),
		citizenId: uuid('citizen_id').notNull(),
		at: instant('at').notNull(),
		/** SHA-256 of the JSON file, hex */
		fileHash: text('file_hash').notNull(),
		/** when somebody said that the file is in the case: only then may the citizen be erased */
		confirmedAt: instant('confirmed_at'),
	},
	(t) => [
		needsActor('case_file_receipt'),
		primaryKey({ columns: [t.authorityId, t.id] }),
		foreignKey({ columns: [t.authorityId, t.citizenId], foreignColumns: [citizen.authorityId, citizen.id] }),
		index('case_file_receipt_citizen').on(t.authorityId, t.citizenId, t.at),
		pgPolicy('case_file_receipt_system', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
	],
);
