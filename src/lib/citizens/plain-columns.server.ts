import { getTableName } from 'drizzle-orm';
import { allTables } from '../database/all-tables.server.ts';
import { mailTexts } from '../notifications/mail-texts.ts';
import { columnsOf } from './sealed-columns.server.ts';

/** Codes, ids and dates, as PostgreSQL matches them: nothing a person's name or a sentence could look like. */
const code = '^[a-z0-9_.:+-]{1,80}$';
const hash = '^[0-9a-f]{64}$';
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Columns whose text is of another shape than a code. */
const shapes: Readonly<Record<string, string>> = {
	'audit_entry.action': '^(denied )?[a-zA-Z0-9_./()=-]*(\\[[a-zA-Z0-9_.=]+\\][a-zA-Z0-9_./()=-]*)*$',
	'citizen_link.token_hash': hash,
	'consent.text_hash': hash,
	'mail.error': '^[A-Za-z0-9_]{1,40}$',
	'mail.subject': `^(${Object.values(mailTexts)
		.map(({ subject }) => escaped(subject))
		.join('|')})$`,
};

/** The log and whatever carries the id of a citizen, of a referral or of a consent. */
function isAboutCitizens(name: string, properties: string[]): boolean {
	return name === 'citizen' || ['citizenId', 'referralId', 'consentId'].some((id) => properties.includes(id));
}

export interface PlainColumn {
	table: string;
	column: string;
	/** a regular expression of PostgreSQL's */
	shape: string;
	/** a list of texts */
	list: boolean;
}

/** Every column of readable text in a table about citizens, derived from the tables, and what its texts may look like. */
export const plainColumns: readonly PlainColumn[] = allTables.flatMap((table) => {
	const name = getTableName(table);
	const columns = columnsOf(table);
	if (!isAboutCitizens(name, Object.keys(columns))) return [];
	return Object.values(columns)
		.filter((column) => ['text', 'text[]'].includes(column.getSQLType()))
		.map((column) => ({
			table: name,
			column: column.name,
			shape: shapes[`${name}.${column.name}`] ?? code,
			list: column.getSQLType() === 'text[]',
		}));
});
