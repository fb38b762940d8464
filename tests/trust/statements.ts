/**
 * What must be true before anyone is asked to trust this with a citizen: thirty statements, each with a test that
 * carries its number. `npm run trust` runs just these and prints the thirty.
 */
export interface Statement {
	readonly number: number;
	readonly sentence: string;
	/** it is the database that keeps it, so it must be shown on the embedded one and on PostgreSQL */
	readonly onBothDatabases: boolean;
}

const sentences = {
	'Sessions and sign-in': [
		'A database dump contains no usable session, invitation, reset or citizen token: only hashes',
		'Tokens have at least 128 random bits; the cookie is `__Host-` prefixed in production, Secure, HttpOnly, SameSite=Lax',
		'Signing in replaces the session; idle limit 30 minutes, absolute 12 hours',
		'Deactivating a user ends all their sessions at once and hands over their open referrals and follow-ups',
		'argon2id, at least 19 MiB, t=2, p=1; at least 15 characters or a passkey; common passwords refused',
		'Staff and organisation users have a second factor (TOTP or passkey); a TOTP code works once; a reset never skips it',
		'The tenth failed sign-in is slowed per account and per address, without locking the account for good',
		'Known and unknown e-mail addresses answer alike, in text and in time',
	],
	'Who sees what': [
		'Every route × role has an allow or deny test; a new route without one fails the tests',
		"Organisation A gets 404 for organisation B's referral; so does a caseworker of another centre",
		"The database refuses rows of others with the application's checks removed (policies, restricted role)",
		'A connection without an actor sees zero rows of personal data',
		"An organisation's answer holds only consented fields: page, API, mail, export",
		'Sending without a valid consent fails in the database too',
		"Withdrawal stops the organisation's reading on its next request, and the organisation is told",
	],
	Data: [
		'Swapped or altered ciphertext fails loudly',
		"After a citizen's key is destroyed nothing readable remains: live rows, messages, exports, search index, logs, restored dump",
		'Every read, search, export, print and denial of personal data is in the audit log, without free text',
		"The application's role can't change or delete audit rows; a changed, missing or cut-off row is found by `verify-audit`",
		'Pages about citizens are `no-store`; addresses hold no names and no secrets',
	],
	'The web': [
		'A form posted from another origin gets 403 on the production build',
		"CSP without `unsafe-inline` for scripts, `frame-ancestors 'none'`; no third-party request, tiles included, unless configured",
		'Hostile text in an offer, a name or a message never executes: list, popup, mail, print, CSV (formula injection)',
		'E-mail and SMS reveal neither the need nor the citizen',
		'Errors reveal no internals; logs hold no personal values',
		'A confidential location (a shelter) never leaves: list, map, clusters, API, export, sorting by distance',
	],
	Faults: [
		'Kill the process at any moment under load: every acknowledged change is there after the restart, no notification is lost, none is sent for what was rolled back',
		'The same form sent twice makes one referral; two people answering at once make one answer, and the other is told',
		'The database away for 30 seconds: readable error, no lost input, recovery without a restart',
		'A full disk, a broken mail server, a clock moved by a day: stated behaviour, tested',
	],
} as const;

const onBothDatabases = new Set([1, 3, 4, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 28]);

/** The thirty, in order. */
export const statements: readonly Statement[] = Object.values(sentences)
	.flat()
	.map((sentence, index) => ({
		number: index + 1,
		sentence,
		onBothDatabases: onBothDatabases.has(index + 1),
	}));

/**
 * The name of a test or of a block of tests: `describe(statement(12), …)`, `it(statement(12, 'as the owner'), …)`.
 * @param more what this test of several shows
 */
export function statement(number: number, more?: string): string {
	const found = statements[number - 1];
	if (!found) throw new Error(`There is no statement ${number}.`);
	return `${number}. ${found.sentence}${more ? `: ${more}` : ''}`;
}
