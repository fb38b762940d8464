import { date, integer, pgPolicy, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { authorityId } from '../database/columns.server.ts';
import { needsActor, systemRole } from '../database/roles.server.ts';

/** How many of a kind were let go of on a day: what is left of them to be told, and it names nobody. */
export const retentionCount = pgTable(
	'retention_count',
	{
		authorityId: authorityId(),
		/** in Copenhagen */
		day: date('day').notNull(),
		/** a code of rules.ts */
		kind: text('kind').notNull(),
		count: integer('count').notNull(),
	},
	(t) => [
		needsActor('retention_count'),
		primaryKey({ columns: [t.authorityId, t.day, t.kind] }),
		pgPolicy('retention_count_system', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
	],
);
