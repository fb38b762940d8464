import { languageName } from '../ui/language-name.ts';
import { codesOf } from './subject-access-codes.ts';
import {
	accessWords,
	doneWords,
	kindWords,
	labelWords,
	roleWords,
	type Locale,
	type Words,
} from './subject-access-words.ts';

export type Value = string | number | boolean | readonly string[] | null;

/** One row that is held. */
export interface HeldRecord {
	/** the name of its table */
	kind: string;
	/** by property; instants and days as ISO text; texts opened */
	values: Readonly<Record<string, Value>>;
}

/** One entry of the log about the citizen. */
export interface LookUp {
	at: string;
	/** staff, organisation, citizen or system */
	actor: string;
	role: string | null;
	/** the centre or organisation it was done for */
	place: string | null;
	/** what was done, as a code */
	action: string;
	/** ok, or why it was refused */
	result: string;
}

export interface SubjectAccess {
	at: string;
	citizenId: string;
	records: readonly HeldRecord[];
	lookUps: readonly LookUp[];
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** One value in words. What somebody wrote stays as it is; only columns that hold codes are looked up. */
function shown(kind: string, property: string, value: Value, locale: Locale): string {
	if (value === null || value === '') return '';
	if (typeof value === 'boolean') return accessWords[value ? 'yes' : 'no'][locale];
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return value.map((each) => shown(kind, property, each, locale)).join(', ');
	if (property === 'language') return languageName(value, locale);
	if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return instant(value, locale);
	if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value, locale);
	return codesOf(kind, property)?.[value]?.[locale] ?? value;
}

const inCopenhagen = (locale: Locale, options: Intl.DateTimeFormatOptions) =>
	new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', { timeZone: 'Europe/Copenhagen', ...options });
const instant = (value: string, locale: Locale) =>
	inCopenhagen(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(value));
/** Noon of a day is the same day in Copenhagen as in UTC. */
const day = (value: string, locale: Locale) =>
	inCopenhagen(locale, { dateStyle: 'long' }).format(new Date(`${value}T12:00:00Z`));

const wordsOf = (table: Readonly<Record<string, Words>>, code: string, locale: Locale) => table[code]?.[locale] ?? code;

/** The columns of one record that say something, in words. */
function linesOf({ kind, values }: HeldRecord, locale: Locale): { label: string; text: string }[] {
	return Object.entries(values)
		.filter(([property]) => !['id', 'citizenId', 'referralId', 'consentId'].includes(property))
		.map(([property, value]) => ({
			label: labelWords[`${kind}.${property}`]?.[locale] ?? wordsOf(labelWords, property, locale),
			text: shown(kind, property, value, locale),
		}))
		.filter(({ text }) => text !== '');
}

function lookUpOf(entry: LookUp, locale: Locale): { when: string; who: string; what: string } {
	return {
		when: instant(entry.at, locale),
		who: [wordsOf(roleWords, entry.role ?? entry.actor, locale), entry.place].filter(Boolean).join(', '),
		what: actionName(entry.action, locale) + (entry.result === 'ok' ? '' : ` (${accessWords.refused[locale]})`),
	};
}

/** What was done, by its own words or those of its beginning: `referral.accept`, else `referral.`. */
function actionName(action: string, locale: Locale): string {
	return (doneWords[action] ?? doneWords[`${action.split('.')[0] ?? ''}.`])?.[locale] ?? action;
}

/** What a page shows of it: everything in words. */
export interface AccessView {
	title: string;
	at: string;
	records: { heading: string; lines: { label: string; text: string }[] }[];
	lookUps: { when: string; who: string; what: string }[];
}

/** The same as `subjectAccessHtml` for a page of the site. */
export function accessView(access: SubjectAccess, locale: Locale): AccessView {
	return {
		title: accessWords.title[locale],
		at: instant(access.at, locale),
		records: access.records.map((record) => ({
			heading: wordsOf(kindWords, record.kind, locale),
			lines: linesOf(record, locale),
		})),
		lookUps: access.lookUps.map((entry) => lookUpOf(entry, locale)),
	};
}

function recordHtml(record: HeldRecord, locale: Locale): string {
	const lines = linesOf(record, locale).map(
		({ label, text }) => `<div><dt>${escape(label)}</dt><dd>${escape(text)}</dd></div>`,
	);
	return `<section><h3>${escape(wordsOf(kindWords, record.kind, locale))}</h3><dl>${lines.join('')}</dl></section>`;
}

function lookUpHtml(entry: LookUp, locale: Locale): string {
	const { when, who, what } = lookUpOf(entry, locale);
	return `<tr>${[when, who, what].map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`;
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
section{border-top:1px solid #ccc;padding:.5rem 0;break-inside:avoid}h1{font-size:1.6rem}h3{font-size:1.05rem;margin:.5rem 0}
dl{margin:0}dl div{display:grid;grid-template-columns:14rem 1fr;gap:1rem}dt{color:#555}dd{margin:0;white-space:pre-wrap}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.25rem .5rem .25rem 0;border-bottom:1px solid #ddd}
@media(max-width:40rem){dl div{display:block}}`;

/** The same to be read and printed: one HTML page that needs nothing else. */
export function subjectAccessHtml(access: SubjectAccess, locale: Locale): string {
	const word = (key: keyof typeof accessWords) => escape(accessWords[key][locale]);
	const heads = [word('when'), word('who'), word('what')].map((head) => `<th scope="col">${head}</th>`).join('');
	return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${word('title')}</title><style>${style}</style></head><body><main>
<h1>${word('title')}</h1><p>${word('intro')} ${escape(instant(access.at, locale))}.</p>
<h2>${word('held')}</h2>
${access.records.map((record) => recordHtml(record, locale)).join('\n')}
<h2>${word('lookUps')}</h2><p>${word('lookUpsIntro')}</p>
<table><thead><tr>${heads}</tr></thead><tbody>
${access.lookUps.map((entry) => lookUpHtml(entry, locale)).join('\n')}
</tbody></table></main></body></html>
`;
}
