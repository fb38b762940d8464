import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../../../database/columns.server.ts';

/*
 * What a harvest remembers of another API, for the system alone: how far it has come, what it was told, and what it
 * stored, so that the next one can tell a local correction from an old value.
 */

/** How far the harvest of a source has come. */
export const harvest = pgTable('harvest', {
	source: text('source').primaryKey(),
	/** root of the other API */
	url: text('url').notNull(),
	startedAt: instant('started_at').notNull(),
	/** only what has changed since is asked for; null: everything */
	changedAfter: instant('changed_after'),
	/** what the next harvest asks for: the other server's clock when this one began */
	nextAfter: instant('next_after'),
	/** what is being fetched (`stages` in harvest.server.ts) */
	stage: text('stage').notNull(),
	/** page of it that comes next */
	nextPage: integer('next_page').notNull().default(1),
	/** null: it was broken off, and the next run goes on */
	finishedAt: instant('finished_at'),
});

/** An object as the other API told it last. */
export const harvestedObject = pgTable(
	'harvested_object',
	{
		source: text('source').notNull(),
		collection: text('collection').notNull(),
		objectId: text('object_id').notNull(),
		object: jsonb('object').$type<Record<string, unknown>>().notNull(),
		/** start of the harvest that saw it last */
		seenAt: instant('seen_at').notNull(),
	},
	(t) => [primaryKey({ columns: [t.source, t.collection, t.objectId] })],
);

/** The record that a row of the catalogue was last written from. */
export const harvestedRecord = pgTable('harvested_record', {
	/** id of the offer, organisation or location */
	rowId: uuid('row_id').primaryKey(),
	record: jsonb('record').$type<Record<string, unknown>>().notNull(),
});
