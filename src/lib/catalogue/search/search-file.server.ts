import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import { services } from '../../database/as-actor.server.ts';
import { m } from '../../paraglide/messages.js';
import type { Locale } from '../../ui/dates.ts';
import { languageName } from '../../ui/language-name.ts';
import { capacities, districts, organisationKinds, targetGroups, termName } from '../vocabulary.ts';
import { cardView, type CardView } from './card-view.ts';
import type { Entry } from './entry.ts';
import { answer } from './search-answer.server.ts';
import { searchWhole } from './search.ts';

/** More rows than anyone reads; a whole catalogue is what the export command and the HSDS interface are for. */
const mostRows = 5_000;

/** Words, a whole number, or a day: a spreadsheet sorts and counts the last two. */
type Cell = string | number | { readonly day: string } | undefined;

interface Column {
	readonly heading: () => string;
	/** in characters */
	readonly width: number;
	readonly value: (entry: Entry, card: CardView, locale: Locale) => Cell;
}

const dayOf = (day: string | null | undefined): Cell => (day ? { day } : undefined);

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
	{
		heading: m.catalogue_facet_target_group,
		width: 36,
		value: ({ terms }, _, locale) =>
			targetGroups
				.filter(({ code }) => terms.includes(`target_group:${code}`))
				.map((group) => group[locale])
				.join(', '),
	},
	{ heading: m.catalogue_column_who, width: 20, value: (_, { bars }) => bars.join(', ') },
	{ heading: m.catalogue_column_age_from, width: 9, value: ({ minimumAge }) => minimumAge },
	{ heading: m.catalogue_column_age_to, width: 9, value: ({ maximumAge }) => maximumAge },
	{
		heading: m.catalogue_facet_language,
		width: 20,
		value: ({ languages }, _, locale) => languages.map((code) => languageName(code, locale)).join(', '),
	},
	{ heading: m.catalogue_column_where, width: 36, value: (_, { where }) => where },
	{
		heading: m.catalogue_facet_district,
		width: 20,
		value: (entry, _, locale) => entry.districts.map((code) => termName(districts, code, locale)).join(', '),
	},
	{ heading: m.catalogue_column_when, width: 28, value: (_, { when }) => when },
	{ heading: m.catalogue_facet_way_in, width: 26, value: (_, { wayIn }) => wayIn },
	{ heading: m.catalogue_facet_free, width: 9, value: ({ free }) => yesNo(free) },
	{
		heading: m.catalogue_facet_capacity,
		width: 16,
		value: (_, { capacity }, locale) => termName(capacities, capacity, locale),
	},
	{ heading: m.catalogue_column_available, width: 12, value: (_, { available }) => available ?? undefined },
	{ heading: m.catalogue_column_waitlist_until, width: 14, value: (_, { waitlistUntil }) => dayOf(waitlistUntil) },
	{ heading: m.catalogue_column_paused_until, width: 14, value: (_, { pausedUntil }) => dayOf(pausedUntil) },
	{ heading: m.catalogue_column_confirmed, width: 14, value: ({ confirmed }) => dayOf(confirmed) },
	{ heading: m.catalogue_column_address, width: 44, value: ({ slug }) => `${services().config.origin}/offers/${slug}` },
];

/** Nothing where it is not known: that is not no. */
function yesNo(known: boolean | undefined): string | undefined {
	if (known === undefined) return undefined;
	return known ? m.catalogue_column_yes() : m.catalogue_column_no();
}

interface Table {
	readonly headings: readonly string[];
	readonly rows: readonly (readonly Cell[])[];
	/** a sentence below the rows, where more was found than they are */
	readonly more: string | undefined;
}

/** The offers of the search in an address. */
async function tableOf(parameters: URLSearchParams, locale: Locale): Promise<Table> {
	const { snapshot, request, now } = await answer(parameters);
	// One more than are written tells whether there are more.
	const found = searchWhole(snapshot, request, now, mostRows + 1).slice(0, mostRows + 1);
	const offers = found.slice(0, mostRows).flatMap((document) => snapshot.entries[document] ?? []);
	return {
		headings: columns.map(({ heading }) => heading()),
		rows: offers.map((entry) => {
			const card = cardView(entry, [], now, locale);
			return columns.map(({ value }) => value(entry, card, locale));
		}),
		more: found.length > mostRows ? m.catalogue_file_more({ number: String(mostRows) }) : undefined,
	};
}

const plain = (cell: Cell): string | number => (typeof cell === 'object' ? cell.day : (cell ?? ''));

/**
 * A search as CSV, as the spreadsheets of the language's country read it: Danish ones part columns by semicolons.
 * What would be taken for a formula gets an apostrophe in front.
 */
export async function searchCsv(parameters: URLSearchParams, locale: Locale): Promise<string> {
	const { headings, rows, more } = await tableOf(parameters, locale);
	const lines = [headings, ...rows.map((row) => row.map(plain))];
	// Readers expect as many columns in every line.
	if (more) lines.push(headings.map((_, column) => (column === 0 ? more : '')));
	return stringify(lines, {
		bom: true,
		delimiter: locale === 'da' ? ';' : ',',
		escape_formulas: true,
		record_delimiter: '\r\n',
	});
}

/** Characters that XML, and with it a workbook, cannot hold. */
// eslint-disable-next-line no-control-regex -- they are what is to be taken out
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const text = (value: string) => ({ type: String, value: value.replace(notXml, '') });

function cellOf(cell: Cell) {
	if (cell === undefined || cell === '') return null;
	if (typeof cell === 'string') return text(cell);
	if (typeof cell === 'number') return { type: Number, value: cell };
	return { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'yyyy-mm-dd' };
}

/**
 * A search as an Excel workbook with its headings always in view: numbers are numbers, days are days, and all else is
 * text, so that nothing in it is ever a formula.
 */
export async function searchWorkbook(parameters: URLSearchParams, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
	const { headings, rows, more } = await tableOf(parameters, locale);
	const bold = headings.map((value) => ({ ...text(value), fontWeight: 'bold' as const }));
	const below = more ? [[text(more)]] : [];
	const book = writeExcelFile([bold, ...rows.map((row) => row.map(cellOf)), ...below], {
		sheet: m.catalogue_title(),
		columns: columns.map(({ width }) => ({ width })),
		stickyRowsCount: 1,
	});
	return Uint8Array.from(await book.toBuffer());
}
