import { createHash } from 'node:crypto';

/** One entry of the log, every column as PostgreSQL writes it as text; the instant as microseconds since 1970. */
export interface EntryText {
	authority_id: string;
	id: string;
	at: string;
	actor_kind: string;
	role: string | null;
	user_id: string | null;
	centre_id: string | null;
	organisation_id: string | null;
	action: string;
	subject_type: string | null;
	subject_id: string | null;
	citizen_id: string | null;
	result: string;
}

/** The order in which an entry's columns are hashed. The database's audit_entry_hash (drizzle/) has the same. */
const columns = [
	'authority_id',
	'id',
	'at',
	'actor_kind',
	'role',
	'user_id',
	'centre_id',
	'organisation_id',
	'action',
	'subject_type',
	'subject_id',
	'citizen_id',
	'result',
] as const satisfies readonly (keyof EntryText)[];

const sha256 = (...parts: (Buffer | string)[]) => {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part);
	return hash.digest();
};

/** Length in bytes and text, so that no two entries read alike; `-` for null. */
const part = (value: string | null) => (value === null ? '-,' : `${Buffer.byteLength(value)}:${value},`);

/** What the first link of an authority's chain is chained to. */
export const beginning = (authorityId: string): Buffer => sha256(`socialkompas audit chain 1 ${authorityId}`);

/**
 * The link for one entry: SHA-256 over the link before it and the SHA-256 of the entry. Computed here, apart from the
 * database that made the chain, so that whoever could change the log could not also change what checks it.
 */
export function link(before: Buffer, entry: EntryText): Buffer {
	return sha256(before, sha256(columns.map((column) => part(entry[column])).join('')));
}
