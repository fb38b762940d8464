import { index, integer, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../database/columns.server.ts';

export const mailStatusEnum = pgEnum('mail_status', ['queued', 'sent', 'kept', 'failed']);

/** Mail on its way, and what came of it. Its text names neither the need nor the citizen. */
export const mail = pgTable(
	'mail',
	{
		id: uuid('id').primaryKey().defaultRandom(),
		/** what it is about, as a code: referral_sent, reminder … */
		kind: text('kind').notNull(),
		recipient: text('recipient').notNull(),
		subject: text('subject').notNull(),
		body: text('body').notNull(),
		status: mailStatusEnum('status').notNull().default('queued'),
		attempts: integer('attempts').notNull().default(0),
		/** the mail server's answer code, never its text */
		error: text('error'),
		createdAt: instant('created_at').notNull(),
		sentAt: instant('sent_at'),
	},
	(t) => [index('mail_created').on(t.createdAt)],
);
