import { pgTable, text } from 'drizzle-orm/pg-core';

/** Facts about this installation: the check of the master key, the catalogue's version. */
export const setting = pgTable('setting', {
	key: text('key').primaryKey(),
	value: text('value').notNull(),
});
