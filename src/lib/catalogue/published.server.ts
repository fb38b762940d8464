import { inArray } from 'drizzle-orm';
import { offer } from './tables.server.ts';
import type { OfferStatus } from './upkeep/content.ts';

const statuses = ['active', 'temporarily closed'] as const;

/** What the public is shown: an offer that is closed for a while is still there, and says so. */
export const published = inArray(offer.status, [...statuses]);

export const isPublished = (status: OfferStatus): boolean => (statuses as readonly OfferStatus[]).includes(status);
