import { organisationKinds } from '../vocabulary.ts';
import type { ReportBuilder } from './report.ts';
import type { OrganisationRecord } from './record.ts';
import type { SourceRow, Tables } from './tables.ts';
import { readEmail, readUrl } from './values.ts';

/** Reads the organisations. */
export function readOrganisations(tables: Tables, report: ReportBuilder): Map<string, OrganisationRecord> {
	const byId = new Map<string, OrganisationRecord>();
	for (const row of tables.organizations) {
		const { id, name } = row.cells;
		if (!id) report.refuse(row, 'no_id', name);
		else if (!name) report.refuse(row, 'no_name', id);
		else if (byId.has(id)) report.refuse(row, 'duplicate_id', `${id} ${name}`);
		else byId.set(id, organisation(id, name, row, report));
	}
	return byId;
}

function organisation(id: string, name: string, row: SourceRow, report: ReportBuilder): OrganisationRecord {
	const { cells } = row;
	const record: OrganisationRecord = { id, name };
	if (cells['alternate_name']) record.alternateName = cells['alternate_name'];
	if (cells['description']) record.description = cells['description'];
	const email = readEmail(cells['email']);
	if (email) record.email = email;
	const website = webAddress(cells['website'] ?? cells['url'], row, report);
	if (website) record.website = website;
	const founded = Number(cells['year_incorporated']);
	if (Number.isInteger(founded) && founded >= 1000 && founded <= 2100) record.yearFounded = founded;
	const legal = (cells['legal_status'] ?? '').toLowerCase();
	const kind = organisationKinds.find(
		({ da, en }) => legal !== '' && (legal.includes(da.toLowerCase()) || legal === en.toLowerCase()),
	);
	if (kind) record.kind = kind.code;
	return record;
}

export function webAddress(text: string | undefined, row: SourceRow, report: ReportBuilder): string | undefined {
	if (!text) return undefined;
	const url = readUrl(text);
	if (!url) report.refuse(row, 'bad_url', text);
	return url;
}

/**
 * The organisation of a service whose own is not in the package. Directories with more than two levels (agency, site,
 * programme) name the level above, which is itself a service: then it is that one's organisation. Where nothing is
 * known, an organisation is made from the service, so that the offer can be found.
 */
export function missingOrganisation(
	row: SourceRow,
	services: ReadonlyMap<string, SourceRow>,
	organisations: Map<string, OrganisationRecord>,
	report: ReportBuilder,
): { organisation: OrganisationRecord; through?: string } {
	const { id = '', name = '', organization_id: wanted } = row.cells;
	const seen = new Set<string>();
	let next = wanted;
	let through: string | undefined;
	while (next && !seen.has(next)) {
		seen.add(next);
		const found = organisations.get(next);
		if (found && through) {
			report.repair('organisation_through_service', `${name} → ${through} → ${found.name}`);
			return { organisation: found, through };
		}
		const above = services.get(next);
		through ??= above?.cells['name'];
		next = above?.cells['organization_id'];
	}
	const source = (wanted ? services.get(wanted) : undefined) ?? row;
	const made = organisation(wanted ?? `service:${id}`, source.cells['name'] ?? name, source, report);
	delete made.description;
	organisations.set(made.id, made);
	report.repair('organisation_made', `${made.id}: ${made.name}`);
	return { organisation: made };
}
