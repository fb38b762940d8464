import { organisation } from '../tables.server.ts';
import type { CatalogueRecords } from '../hsds/record.ts';
import { claimSlug } from '../slug.ts';
import { organisationRow } from './rows.server.ts';
import { compare, inBatches, overwrite, type Changes, type Run } from './run.server.ts';

export async function storeOrganisations(run: Run, { organisations }: CatalogueRecords): Promise<Changes> {
	const { tx, source, report } = run;
	const all = await tx
		.select({
			id: organisation.id,
			slug: organisation.slug,
			source: organisation.source,
			contentHash: organisation.contentHash,
		})
		.from(organisation);
	const stored = new Map(all.filter((row) => row.source === source).map((row) => [row.id, row]));
	const { changed, changes } = compare(run, 'organisation', organisations, stored);
	const taken = new Set(all.map((row) => row.slug));
	const rows = changed.map(({ id, record, contentHash }) => {
		const slug = stored.get(id)?.slug ?? claimSlug([record.name], id, taken, 'organisation');
		return organisationRow(record, slug, { source, contentHash, updatedAt: tx.now });
	});
	const set = overwrite(organisation, ['id', 'slug', 'pausedUntil']);
	await inBatches(
		rows,
		(batch) => tx.insert(organisation).values(batch).onConflictDoUpdate({ target: organisation.id, set }),
		(done) => report({ stage: 'organisations', done, total: rows.length }),
	);
	return changes;
}
