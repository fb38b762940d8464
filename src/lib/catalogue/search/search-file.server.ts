import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import { services } from '../../database/as-actor.server.ts';
import { m } from '../../paraglide/messages.js';
import type { Locale } from '../../ui/dates.ts';
import { languageName } from '../../ui/language-name.ts';
import { districts, organisationKinds, termName } from '../vocabulary.ts';
import { cardView, type CardView } from './card-view.ts';
import type { Entry } from './entry.ts';
import { answer } from './search-answer.server.ts';
import { searchWhole } from './search.ts';

/** More rows than anyone reads; a whole catalogue is what the export command and the HSDS interface are for. */
const mostRows = 5_000;

interface Column {
	readonly heading: () => string;
	/** in characters */
	readonly width: number;
	readonly value: (entry: Entry, card: CardView, locale: Locale) => string | undefined;
}

/** What the list shows of an offer, a column each, and its address. */
const columns: readonly Column[] = [
	{ heading: m.catalogue_column_offer, width: 34, value: ({ name }) => name },
	{ heading: m.catalogue_column_organisation, width: 30, value: ({ organisation }) => organisation.name },
	{
		heading: m.catalogue_facet_kind,
		width: 22,
		value: ({ organisation: { kind } }, _, locale) => kind && termName(organisationKinds, kind, locale),
	},
	{ heading: m.catalogue_column_line, width: 60, value: ({ line }) => line },
	{ heading: m.catalogue_column_where, width: 36, value: (_, { where }) => where },
	{
		heading: m.catalogue_facet_district,
		width: 20,
		value: (entry, _, locale) => entry.districts.map((code) => termName(districts, code, locale)).join(', '),
	},
	{ heading: m.catalogue_column_when, width: 28, value: (_, { when }) => when },
	{ heading: m.catalogue_facet_way_in, width: 26, value: (_, { wayIn }) => wayIn },
	{ heading: m.catalogue_column_who, width: 20, value: (_, { bars }) => bars.join(', ') },
	{
		heading: m.catalogue_facet_language,
		width: 20,
		value: ({ languages }, _, locale) => languages.map((code) => languageName(code, locale)).join(', '),
	},
	{ heading: m.catalogue_column_confirmed, width: 14, value: ({ confirmed }) => confirmed },
	{ heading: m.catalogue_column_address, width: 44, value: ({ slug }) => `${services().config.origin}/offers/${slug}` },
];

/** The offers of the search in an address, headings first, as text. */
async function rowsOf(parameters: URLSearchParams, locale: Locale): Promise<string[][]> {
	const { snapshot, request, now } = await answer(parameters);
	const found = searchWhole(snapshot, request, now, mostRows);
	const offers = found.flatMap((document) => snapshot.entries[document] ?? []);
	return [
		columns.map(({ heading }) => heading()),
		...offers.map((entry) => {
			const card = cardView(entry, [], now, locale);
			return columns.map(({ value }) => value(entry, card, locale) ?? '');
		}),
	];
}

/**
 * A search as CSV, as the spreadsheets of the language's country read it: Danish ones part columns by semicolons.
 * What would be taken for a formula gets an apostrophe in front.
 */
export async function searchCsv(parameters: URLSearchParams, locale: Locale): Promise<string> {
	const delimiter = locale === 'da' ? ';' : ',';
	return stringify(await rowsOf(parameters, locale), {
		bom: true,
		delimiter,
		escape_formulas: true,
		record_delimiter: '\r\n',
	});
}

/** Characters that XML, and with it a workbook, cannot hold. */
// eslint-disable-next-line no-control-regex -- they are what is to be taken out
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A search as an Excel workbook; every cell is text, so nothing in it is ever a formula. */
export async function searchWorkbook(parameters: URLSearchParams, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
	const [headings = [], ...rows] = await rowsOf(parameters, locale);
	const text = (value: string) => ({ type: String, value: value.replace(notXml, '') });
	const bold = headings.map((value) => ({ ...text(value), fontWeight: 'bold' as const }));
	const book = writeExcelFile([bold, ...rows.map((row) => row.map(text))], {
		sheet: m.catalogue_title(),
		columns: columns.map(({ width }) => ({ width })),
		stickyRowsCount: 1,
	});
	return Uint8Array.from(await book.toBuffer());
}
