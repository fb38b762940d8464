import { sql } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import { published } from './published.server.ts';

/** Addresses of one file at most (https://www.sitemaps.org/protocol.html). */
export const addressesAFile = 50_000;

/** The public pages that are always there. */
const fixed = ['/', '/offers', '/about', '/accessibility', '/api/hsds/docs'];

export interface PublicPage {
	path: string;
	/** ISO date; undefined for pages that have none */
	changed: string | undefined;
}

const pages = sql`(
	select '/offers/' || slug as path, updated_at from offer where ${published}
	union all
	select '/organisations/' || slug, updated_at from organisation
) page`;

/** How many files it takes. */
export async function sitemapFiles(tx: Tx): Promise<number> {
	const { rows } = await tx.execute<{ pages: number }>(sql`select count(*)::int as pages from ${pages}`);
	return Math.max(1, Math.ceil(((rows[0]?.pages ?? 0) + fixed.length) / addressesAFile));
}

/** @param number of the file, from 1; the fixed pages are in the first */
export async function sitemapPages(tx: Tx, number: number): Promise<PublicPage[]> {
	const from = (number - 1) * addressesAFile - (number > 1 ? fixed.length : 0);
	const most = number > 1 ? addressesAFile : addressesAFile - fixed.length;
	const { rows } = await tx.execute<{ path: string; day: string }>(
		sql`select path, to_char(updated_at, 'YYYY-MM-DD') as day from ${pages} order by path offset ${from} limit ${most}`,
	);
	const listed = rows.map(({ path, day }) => ({ path, changed: day }));
	return number > 1 ? listed : [...fixed.map((path) => ({ path, changed: undefined })), ...listed];
}
