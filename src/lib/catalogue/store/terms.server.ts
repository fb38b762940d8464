import type { CatalogueRecords } from '../hsds/record.ts';
import { term } from '../tables.server.ts';
import { contentHash } from './record-identity.server.ts';
import { termRow } from './rows.server.ts';
import { inBatches, overwrite, type Changes, type Run } from './run.server.ts';

export async function storeTerms({ tx, report }: Run, records: CatalogueRecords): Promise<Changes> {
	const wanted = new Map(records.terms.map(termRow).map((row) => [row.id, row]));
	const all = await tx.select().from(term);
	const stored = new Map(all.map((row) => [row.id, contentHash(row)]));
	const changed = [...wanted.values()].filter((row) => stored.get(row.id) !== contentHash(row));
	const set = overwrite(term, ['id']);
	await inBatches(
		changed,
		(batch) => tx.insert(term).values(batch).onConflictDoUpdate({ target: term.id, set }),
		(done) => report({ stage: 'terms', done, total: changed.length }),
	);
	const created = changed.filter((row) => !stored.has(row.id)).length;
	return { created, updated: changed.length - created, unchanged: wanted.size - changed.length };
}
