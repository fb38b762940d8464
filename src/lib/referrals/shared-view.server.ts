import { pgView, text, timestamp, uuid, boolean } from 'drizzle-orm/pg-core';
import { bytea } from '../database/columns.server.ts';

/**
 * What an organisation sees of a citizen: the database's own view (drizzle/0002_grants.sql), computed from the fields of
 * a consent in force. The only way an organisation's role reaches sealed values.
 */
export const sharedReferral = pgView('shared_referral', {
	authorityId: text('authority_id').notNull(),
	id: uuid('id').notNull(),
	citizenId: uuid('citizen_id').notNull(),
	fields: text('fields').array().notNull(),
	feedbackAllowed: boolean('feedback_allowed').notNull(),
	expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }),
	givenName: bytea('given_name'),
	familyName: bytea('family_name'),
	phone: bytea('phone'),
	email: bytea('email'),
	safeContact: bytea('safe_contact'),
	ageBand: bytea('age_band'),
	language: text('language'),
	needsInterpreter: boolean('needs_interpreter'),
	need: bytea('need'),
	goals: bytea('goals'),
	accompaniment: bytea('accompaniment'),
	practical: bytea('practical'),
	contactPlan: bytea('contact_plan'),
	organisationNote: bytea('organisation_note'),
}).existing();

export type SharedRow = typeof sharedReferral.$inferSelect;
