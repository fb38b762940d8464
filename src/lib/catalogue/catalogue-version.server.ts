import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import { setting } from '../database/tables.server.ts';

const key = 'catalogue_version';

/** The number that rises whenever published content changes; 0 before anything was published. */
export async function catalogueVersion(tx: Tx): Promise<number> {
	const [row] = await tx.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
	return Number(row?.value ?? 0);
}

/**
 * Raises the catalogue's version with the change itself, so that every process learns that its search index is old. The
 * database's own function does it: an organisation may raise this one setting and touch no other.
 */
export async function bumpCatalogueVersion(tx: Tx): Promise<void> {
	await tx.execute(sql`select bump_catalogue_version()`);
}
