import { createHash } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';

/** Of this catalogue and no other: made once at random. */
const namespace = Buffer.from('6f9b6a7c1d0e4c0f9d4b7b0a5f3e21c8', 'hex');

/** Raise it when rows are made from records in another way: then the next import writes all of them anew. */
const shape = 1;

/**
 * The UUID of a thing from a source: the same every time, so that an import can be repeated (RFC 9562, version 5).
 * @param source name of the source; terms, which all sources share, have none (empty)
 * @param id the source's own id; for terms `taxonomy` and `code`
 */
export function recordId(
	source: string,
	kind: 'organisation' | 'location' | 'offer' | 'term',
	...id: readonly string[]
): string {
	return uuidOf([source, kind, ...id]);
}

/** The UUID of a part that has none of its own, such as the second phone of an organisation: made from whose it is. */
export const partId = (...name: readonly string[]): string => uuidOf(['part', ...name]);

/** The UUID of an offer at a place. MD5, because the database must be able to find it: see `visitIdSql`. */
export function visitId(offerId: string, locationId: string): string {
	return dashed(createHash('md5').update(`${offerId} ${locationId}`).digest('hex'));
}

/** The same in SQL, for a row of offer_location. */
export const visitIdSql = (offerId: SQL, locationId: SQL): SQL =>
	sql`md5(${offerId}::text || ' ' || ${locationId}::text)::uuid`;

function uuidOf(name: readonly string[]): string {
	const digest = createHash('sha1').update(namespace).update(JSON.stringify(name)).digest();
	digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
	digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
	return dashed(digest.toString('hex', 0, 16));
}

function dashed(hex: string): string {
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** SHA-256 of a record's content: absent and undefined are the same, and so is another order of properties. */
export function contentHash(record: object): string {
	return createHash('sha256')
		.update(`${shape}\n${JSON.stringify(record, sorted)}`)
		.digest('base64url');
}

function sorted(_key: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
