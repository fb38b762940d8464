import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { offer } from './tables.server.ts';
import type { OfferStatus } from './upkeep/content.ts';

/**
 * What the public is shown: an offer that is closed for a while is still there, and says so.
 * @param status the column of an offer in a query that reads it under another name
 */
export const isShown = (status: AnyColumn | SQL): SQL => sql`${status} in ('active', 'temporarily closed')`;

export const published = isShown(offer.status);

export const isPublished = (status: OfferStatus): boolean => status === 'active' || status === 'temporarily closed';
