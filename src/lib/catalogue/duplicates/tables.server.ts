import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, real, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../../database/columns.server.ts';
import { offer } from '../tables.server.ts';
import type { SharedTrait } from './likeness.ts';

const offerId = (name: string) =>
	uuid(name)
		.notNull()
		.references(() => offer.id, { onDelete: 'cascade' });

/** Two offers of different sources that may be the same, as an import found them. The smaller id stands first. */
export const likelyDuplicate = pgTable(
	'likely_duplicate',
	{
		id: uuid('id').primaryKey().defaultRandom(),
		first: offerId('first_id'),
		second: offerId('second_id'),
		/** what they share */
		shared: text('shared').array().$type<SharedTrait[]>().notNull(),
		score: real('score').notNull(),
		foundAt: instant('found_at').notNull(),
	},
	(t) => [
		unique('likely_duplicate_pair').on(t.first, t.second),
		index('likely_duplicate_second').on(t.second),
		check('likely_duplicate_order', sql`${t.first} < ${t.second}`),
	],
);

/** Two offers that look alike and are not the same, as a coordinator has said. The smaller id stands first. */
export const offerDistinct = pgTable(
	'offer_distinct',
	{ first: offerId('first_id'), second: offerId('second_id') },
	(t) => [primaryKey({ columns: [t.first, t.second] }), check('offer_distinct_order', sql`${t.first} < ${t.second}`)],
);
