import { sql } from 'drizzle-orm';
import { index, integer, pgEnum, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { actorSetting, authorityId, bytea, instant } from '../database/columns.server.ts';
import {
	adminRole,
	citizenRole,
	needsActor,
	organisationRole,
	reportRole,
	staffRole,
	systemRole,
} from '../database/roles.server.ts';

const ofAuthority = sql`authority_id = ${actorSetting('authority_id')}`;

export const mailStatusEnum = pgEnum('mail_status', ['queued', 'sent', 'kept', 'failed']);

/**
 * Mail on its way, and what came of it. Its text names neither the need nor the citizen; address and text are sealed all
 * the same, since a text may hold a citizen's link: under the citizen's key when it goes to one, else the master key.
 */
export const mail = pgTable(
	'mail',
	{
		id: uuid('id').primaryKey().defaultRandom(),
		/** what it is about, as a code: referral_sent, reminder … */
		kind: text('kind').notNull(),
		/** set when it goes to a citizen: whose key it is sealed with */
		authorityId: authorityId(),
		citizenId: uuid('citizen_id'),
		recipient: bytea('recipient').notNull(),
		subject: text('subject').notNull(),
		body: bytea('body').notNull(),
		status: mailStatusEnum('status').notNull().default('queued'),
		attempts: integer('attempts').notNull().default(0),
		/** the mail server's answer code, never its text */
		error: text('error'),
		createdAt: instant('created_at').notNull(),
		sentAt: instant('sent_at'),
	},
	(t) => [
		needsActor('mail'),
		index('mail_created').on(t.createdAt),
		index('mail_citizen').on(t.authorityId, t.citizenId),
		pgPolicy('mail_write', {
			for: 'insert',
			to: [staffRole, reportRole, adminRole, organisationRole, citizenRole],
			withCheck: ofAuthority,
		}),
		pgPolicy('mail_read', { for: 'select', to: adminRole, using: ofAuthority }),
		pgPolicy('mail_system', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
	],
);
