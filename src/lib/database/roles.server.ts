import { sql } from 'drizzle-orm';
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core';

/**
 * The database's own roles. No request runs as the owner of the tables: each kind of actor takes one of these, which
 * can see and change only what its grants (columns) and the tables' policies (rows) allow.
 */
export const publicRole = pgRole('socialkompas_public').existing();
/** caseworkers: the citizens and referrals of their own centre */
export const staffRole = pgRole('socialkompas_staff').existing();
/** coordinators and leaders: states, codes and dates of their own centre, never identities */
export const reportRole = pgRole('socialkompas_report').existing();
/** administrators and data-protection officers: users, mail, log; no citizen */
export const adminRole = pgRole('socialkompas_admin').existing();
/** contacts of organisations: the referrals sent to them, content only through the consent */
export const organisationRole = pgRole('socialkompas_organisation').existing();
/** a citizen holding a link */
export const citizenRole = pgRole('socialkompas_citizen').existing();
/** the clock, imports and commands */
export const systemRole = pgRole('socialkompas_system').existing();
/** owns the view through which organisations read; nobody signs in with it */
export const shareRole = pgRole('socialkompas_share').existing();
/** owns the function that chains the log, and is the only one to write the chain; nobody signs in with it */
export const sealRole = pgRole('socialkompas_seal').existing();

/**
 * As a query of its own, asked once. Asked row by row, PostgreSQL takes it for a filter that one row in two hundred
 * passes, believes that nearly nothing is left of any table, and reads whole tables (tests/plans.test.ts).
 */
const tookARole = sql`(select current_setting('role') like 'socialkompas_%')`;

/**
 * For every table with personal data: nothing without a role. The owner of the tables may take all roles, and where it
 * inherits them (PostgreSQL's default) their policies would otherwise hold for it as well.
 */
export const needsActor = (table: string) =>
	pgPolicy(`${table}_needs_actor`, {
		as: 'restrictive',
		for: 'all',
		to: 'public',
		using: tookARole,
		withCheck: tookARole,
	});
