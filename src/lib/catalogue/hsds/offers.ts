import { freeOf, genderOf, waysInOf } from './derive.ts';
import { readCapacities } from './capacities.ts';
import { missingOrganisation, webAddress } from './organisations.ts';
import type { ReportBuilder } from './report.ts';
import type { OfferRecord, OrganisationRecord } from './record.ts';
import type { SourceRow, Tables } from './tables.ts';
import { present, readAge, readDate, readEmail } from './values.ts';

/** Reads the services themselves; what is linked to them comes after. */
export function readOffers(
	tables: Tables,
	organisations: Map<string, OrganisationRecord>,
	report: ReportBuilder,
): Map<string, OfferRecord> {
	const rows = new Map<string, SourceRow>();
	for (const row of tables.services) {
		const { id, name } = row.cells;
		if (!id) report.refuse(row, 'no_id', name);
		else if (!name) report.refuse(row, 'no_name', id);
		else if (rows.has(id)) report.refuse(row, 'duplicate_id', `${id} ${name}`);
		else rows.set(id, row);
	}
	const eligibility = readEligibility(tables, rows, report);
	const documents = textsOf(tables.required_documents, 'document', rows, report);
	const offers = new Map<string, OfferRecord>();
	for (const [id, row] of rows) {
		const known = organisations.get(row.cells['organization_id'] ?? '');
		const { organisation, through } = known
			? { organisation: known, through: undefined }
			: missingOrganisation(row, rows, organisations, report);
		const offer = offerOf(
			id,
			row,
			organisation,
			{ through, eligibility: eligibility.get(id), documents: documents.get(id) },
			report,
		);
		offers.set(id, offer);
	}
	readCosts(tables, offers, report);
	readCapacities(tables, offers, report);
	return offers;
}

interface Beside {
	through: string | undefined;
	eligibility: string[] | undefined;
	documents: string[] | undefined;
}

function offerOf(
	id: string,
	row: SourceRow,
	organisation: OrganisationRecord,
	beside: Beside,
	report: ReportBuilder,
): OfferRecord {
	const { cells } = row;
	const offer: OfferRecord = { id, organisationId: organisation.id, name: cells['name'] ?? '' };
	const set = <K extends keyof OfferRecord>(key: K, value: OfferRecord[K] | undefined) => {
		if (value !== undefined && value !== '') offer[key] = value;
	};
	const alternate = cells['alternate_name'];
	set(
		'alternateName',
		[beside.through, alternate === organisation.alternateName && beside.through ? undefined : alternate]
			.filter(Boolean)
			.join(' · '),
	);
	set('description', [cells['description'], cells['alert']].filter(Boolean).join('\n\n'));
	set('url', webAddress(cells['url'], row, report));
	set('email', readEmail(cells['email']));
	set('status', statusOf(row, report));
	set(
		'eligibility',
		[present(cells['eligibility_description']), ...(beside.eligibility ?? [])].filter(Boolean).join('\n'),
	);
	setAges(offer, row, report);
	const application = present(cells['application_process']);
	set(
		'applicationProcess',
		[application, ...(beside.documents ?? []).map((text) => `– ${text}`)].filter(Boolean).join('\n'),
	);
	set('fees', present(cells['fees_description']) ?? present(cells['fees']));
	set('waitTime', present(cells['wait_time']));
	set('interpretation', present(cells['interpretation_services']));
	set('gender', genderOf(offer.eligibility));
	const ways = waysInOf(application, offer.eligibility);
	if (ways.length > 0) offer.waysIn = ways;
	const confirmed = cells['assured_date'] ? readDate(cells['assured_date']) : undefined;
	if (confirmed) {
		offer.confirmed = confirmed;
		offer.confirmedBy = 'source';
	} else if (cells['assured_date']) report.refuse(row, 'bad_date', cells['assured_date']);
	return offer;
}

const statuses = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;

function statusOf(row: SourceRow, report: ReportBuilder): OfferRecord['status'] {
	const text = row.cells['status'];
	if (!text) return undefined;
	const status = statuses.find((known) => known === text.toLowerCase());
	if (!status) report.refuse(row, 'bad_status', text);
	return status;
}

function setAges(offer: OfferRecord, row: SourceRow, report: ReportBuilder): void {
	const { minimum_age: from, maximum_age: to } = row.cells;
	const [minimum, maximum] = [from, to].map((text) => (text === undefined ? undefined : readAge(text)));
	const unreadable = (from !== undefined && minimum === undefined) || (to !== undefined && maximum === undefined);
	const upsideDown = minimum !== undefined && maximum !== undefined && minimum > maximum;
	if (unreadable || upsideDown) report.refuse(row, 'bad_age', `${from ?? ''}–${to ?? ''}`);
	if (upsideDown) return;
	if (minimum !== undefined) offer.minimumAge = minimum;
	if (maximum !== undefined) offer.maximumAge = maximum;
}

function readEligibility(
	tables: Tables,
	services: ReadonlyMap<string, SourceRow>,
	report: ReportBuilder,
): Map<string, string[]> {
	return textsOf(tables.eligibility, 'eligibility', services, report);
}

function textsOf(
	rows: readonly SourceRow[],
	column: string,
	services: ReadonlyMap<string, unknown>,
	report: ReportBuilder,
): Map<string, string[]> {
	const texts = new Map<string, string[]>();
	for (const row of rows) {
		const { service_id: id, [column]: text } = row.cells;
		if (!id) report.refuse(row, 'no_link', text);
		else if (!services.has(id)) report.refuse(row, 'unknown_service', id);
		else if (text) texts.set(id, [...(texts.get(id) ?? []), text]);
	}
	return texts;
}

function readCosts(tables: Tables, offers: ReadonlyMap<string, OfferRecord>, report: ReportBuilder): void {
	const costs = new Map<OfferRecord, { amount: number | undefined; words: string }[]>();
	for (const row of tables.cost_options) {
		const { service_id: id = '', option, amount, currency, amount_description: per } = row.cells;
		const offer = offers.get(id);
		if (!offer) report.refuse(row, id ? 'unknown_service' : 'no_link', id || option);
		else {
			const price = amount === undefined ? undefined : Number(amount);
			const known = price !== undefined && Number.isFinite(price);
			const words = [
				option,
				[known && price > 0 ? `${amount} ${currency?.toUpperCase() ?? ''}`.trim() : '', per].filter(Boolean).join(' '),
			]
				.filter(Boolean)
				.join(': ');
			costs.set(offer, [...(costs.get(offer) ?? []), { amount: known ? price : undefined, words }]);
		}
	}
	for (const offer of offers.values()) {
		const options = costs.get(offer) ?? [];
		const free = freeOf(options, offer.fees);
		if (free !== undefined) offer.free = free;
		if (!offer.fees && free !== true && options.length > 0) offer.fees = options.map(({ words }) => words).join('; ');
	}
}
