import { sql } from 'drizzle-orm';
import { index, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { offer } from '../catalogue/tables.server.ts';
import { actorSetting, instant } from '../database/columns.server.ts';
import { needsActor, publicRole, systemRole } from '../database/roles.server.ts';

const own = sql`owner_hash = ${actorSetting('token_hash')}`;
const ofOwnList = sql`exists (select 1 from offer_list l where l.id = list_id and l.owner_hash = ${actorSetting('token_hash')})`;

/**
 * Offers somebody has collected. No account: whoever holds the cookie's token has the list, whoever holds the shared
 * token may read it. The database knows only the hashes of both.
 */
export const offerList = pgTable(
	'offer_list',
	{
		id: uuid('id').primaryKey(),
		ownerHash: text('owner_hash').notNull(),
		/** null: not shared */
		shareHash: text('share_hash').unique(),
		name: text('name').notNull(),
		createdAt: instant('created_at').notNull(),
		/** the last time its owner did something with it: it is kept from then on */
		updatedAt: instant('updated_at').notNull(),
	},
	(t) => [
		needsActor('offer_list'),
		index('offer_list_owner').on(t.ownerHash),
		pgPolicy('offer_list_own', { for: 'all', to: publicRole, using: own, withCheck: own }),
		pgPolicy('offer_list_shared', {
			for: 'select',
			to: publicRole,
			using: sql`share_hash = ${actorSetting('token_hash')}`,
		}),
		pgPolicy('offer_list_system', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
	],
);

export const offerListItem = pgTable(
	'offer_list_item',
	{
		listId: uuid('list_id')
			.notNull()
			.references(() => offerList.id, { onDelete: 'cascade' }),
		offerId: uuid('offer_id')
			.notNull()
			.references(() => offer.id, { onDelete: 'cascade' }),
		addedAt: instant('added_at').notNull(),
	},
	(t) => [
		needsActor('offer_list_item'),
		primaryKey({ columns: [t.listId, t.offerId] }),
		index('offer_list_item_offer').on(t.offerId),
		pgPolicy('offer_list_item_own', { for: 'all', to: publicRole, using: ofOwnList, withCheck: ofOwnList }),
		pgPolicy('offer_list_item_shared', {
			for: 'select',
			to: publicRole,
			using: sql`exists (select 1 from offer_list l where l.id = list_id and l.share_hash = ${actorSetting('token_hash')})`,
		}),
		pgPolicy('offer_list_item_system', { for: 'all', to: systemRole, using: sql`true`, withCheck: sql`true` }),
	],
);
