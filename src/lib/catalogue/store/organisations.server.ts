import { organisation } from '../tables.server.ts';
import type { CatalogueRecords } from '../hsds/record.ts';
import { claimSlug } from '../slug.ts';
import { keepLocal } from './local-changes.server.ts';
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
	const origin = { source, contentHash: '', updatedAt: tx.now };
	const slugs = new Map(
		changed.map(({ id, record }) => [id, stored.get(id)?.slug ?? claimSlug([record.name], id, taken, 'organisation')]),
	);
	const set = overwrite(organisation, ['id', 'slug', 'pausedUntil']);
	await inBatches(
		changed,
		async (batch) => {
			const told = batch.map(({ id, record, contentHash }) =>
				organisationRow(record, slugs.get(id) ?? '', { ...origin, contentHash }),
			);
			const rows = await keepLocal(run, organisation, told, batch, (record) => organisationRow(record, '', origin));
			await tx.insert(organisation).values(rows).onConflictDoUpdate({ target: organisation.id, set });
		},
		(done) => report({ stage: 'organisations', done, total: changed.length }),
	);
	return changes;
}
