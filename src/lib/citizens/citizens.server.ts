import { createHash, randomUUID } from 'node:crypto';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError, notFound } from '../errors.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { AgeBand } from '../referrals/shared-fields.ts';
import { citizenBox, openBox, type CitizenBox } from './data-key.server.ts';
import { newDataKey } from './encryption.server.ts';
import { citizen, citizenKey } from './tables.server.ts';

/** What a caseworker writes about a citizen: no more than a referral can need. Absent is the empty text. */
export interface CitizenInput {
	givenName: string;
	familyName: string;
	phone: string;
	email: string;
	safeContact: string;
	/** ISO 639-1 */
	language: string;
	needsInterpreter: boolean;
	ageBand: AgeBand | '';
	/** the caseworker has made sure that the person is 18 or older */
	adult: boolean;
}

export interface Citizen extends Omit<CitizenInput, 'adult'> {
	id: string;
	centreId: string;
	createdAt: Date;
	/** changes with whatever is written about the citizen, and says nothing of it */
	version: string;
}

export interface CitizenName {
	id: string;
	name: string;
	initials: string;
}

const sealedColumns = ['givenName', 'familyName', 'phone', 'email', 'safeContact', 'ageBand'] as const;
const place = (column: string, id: string) => `citizen.${column}:${id}`;

function sealAll(box: CitizenBox, id: string, input: CitizenInput) {
	const sealed = Object.fromEntries(
		sealedColumns.map((column) => [column, box.seal(place(column, id), input[column])]),
	) as Record<(typeof sealedColumns)[number], Buffer | null>;
	const { givenName } = sealed;
	if (!givenName) throw new DomainError('citizen.name_missing', 422, 'citizen.name_missing', { field: 'given_name' });
	return { ...sealed, givenName, language: input.language, needsInterpreter: input.needsInterpreter };
}

function assertAdult(input: CitizenInput): void {
	if (!input.adult) throw new DomainError('citizen.not_adult', 422, 'citizen.not_adult', { field: 'adult' });
}

/** Ciphertext is new with every writing, so its hash tells whether anyone has written since. */
function versionOf(row: typeof citizen.$inferSelect): string {
	const hash = createHash('sha256');
	for (const column of sealedColumns) hash.update(row[column] ?? '').update('|');
	return hash.update(`${row.language} ${row.needsInterpreter}`).digest('hex').slice(0, 32);
}

/** Opens a citizen's sealed columns. Also used for what a link's holder sees. */
export function openCitizen(box: CitizenBox, row: typeof citizen.$inferSelect): Citizen {
	const open = (column: (typeof sealedColumns)[number]) => box.open(place(column, row.id), row[column]) ?? '';
	return {
		id: row.id,
		centreId: row.centreId,
		createdAt: row.createdAt,
		version: versionOf(row),
		givenName: open('givenName'),
		familyName: open('familyName'),
		phone: open('phone'),
		email: open('email'),
		safeContact: open('safeContact'),
		ageBand: open('ageBand') as AgeBand | '',
		language: row.language,
		needsInterpreter: row.needsInterpreter,
	};
}

/** “Amina Warsame” → “AW”: enough for a caseworker to know who, little enough for a shoulder-surfer. */
export function initials(name: string): string {
	const words = name.trim().split(/\s+/);
	const first = (word: string | undefined) => [...(word ?? '')][0] ?? '';
	return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : '')).toLocaleUpperCase('da');
}

const fullName = ({ givenName, familyName }: Pick<Citizen, 'givenName' | 'familyName'>) =>
	[givenName, familyName].filter(Boolean).join(' ');

/**
 * Adds a citizen to the caseworker's own centre, under a key of their own.
 * @param id the form's own: the same form sent twice makes one citizen
 * @returns the citizen's id
 * @throws DomainError `citizen.not_adult` 422 (field adult), `citizen.name_missing` 422 (field given_name)
 */
export async function createCitizen(
	tx: Tx,
	actor: StaffActor,
	input: CitizenInput,
	id: string = randomUUID(),
): Promise<string> {
	assertAdult(input);
	if (!actor.centreId) throw new DomainError('identity.not_allowed', 403);
	const dataKey = newDataKey();
	const made = await tx
		.insert(citizen)
		.values({
			authorityId: actor.authorityId,
			id,
			centreId: actor.centreId,
			createdBy: actor.userId,
			createdAt: tx.now,
			adultConfirmedAt: tx.now,
			...sealAll(citizenBox(dataKey), id, input),
		})
		.onConflictDoNothing()
		.returning({ id: citizen.id });
	// Of another centre, it is not to be seen: not found, like any other of theirs.
	if (made.length === 0) return (await readCitizen(tx, actor, id)).id;
	await tx.insert(citizenKey).values({
		authorityId: actor.authorityId,
		citizenId: id,
		wrapped: tx.masterKey.wrap(dataKey, id),
		masterKeyId: tx.masterKey.id,
	});
	await audit(tx, actor, { action: 'citizen.create', subjectType: 'citizen', subjectId: id, citizenId: id });
	return id;
}

/**
 * Corrects what is written about a citizen.
 * @param input.version of the citizen as it was read: a colleague's correction since then is not overwritten unseen
 * @throws DomainError `citizen.not_found` 404, `citizen.changed_meanwhile` 409, and as createCitizen
 */
export async function updateCitizen(
	tx: Tx,
	actor: StaffActor,
	id: string,
	{ version, ...input }: CitizenInput & { version: string },
): Promise<void> {
	assertAdult(input);
	const own = and(eq(citizen.authorityId, actor.authorityId), eq(citizen.id, id));
	const [row] = await tx.select().from(citizen).where(own).for('update');
	if (!row) throw notFound('citizen');
	if (versionOf(row) !== version) throw new DomainError('citizen.changed_meanwhile', 409);
	const box = await openBox(tx, actor.authorityId, id);
	await tx
		.update(citizen)
		.set(sealAll(box, id, input))
		.where(own);
	await audit(tx, actor, { action: 'citizen.update', subjectType: 'citizen', subjectId: id, citizenId: id });
}

/** @throws DomainError `citizen.not_found` 404 for an unknown citizen and for another centre's */
export async function readCitizen(tx: Tx, actor: StaffActor, id: string): Promise<Citizen> {
	const [row] = await tx
		.select()
		.from(citizen)
		.where(and(eq(citizen.authorityId, actor.authorityId), eq(citizen.id, id)));
	if (!row) throw notFound('citizen');
	const opened = openCitizen(await openBox(tx, actor.authorityId, id), row);
	await audit(tx, actor, { action: 'citizen.read', subjectType: 'citizen', subjectId: id, citizenId: id });
	return opened;
}

/**
 * Names of the centre's citizens, newest first. Names are sealed, so they are opened here and looked through in memory:
 * a centre has thousands of citizens, and opening one takes some microseconds.
 * @param query part of a name; empty for all
 * @param limit how many are given back at most
 */
export async function findCitizens(tx: Tx, actor: StaffActor, query: string, limit = 50): Promise<CitizenName[]> {
	const wanted = query.trim().toLocaleLowerCase('da');
	const all = tx
		.select({ citizen, wrapped: citizenKey.wrapped })
		.from(citizen)
		.innerJoin(citizenKey, and(eq(citizenKey.authorityId, citizen.authorityId), eq(citizenKey.citizenId, citizen.id)))
		.where(eq(citizen.authorityId, actor.authorityId))
		.orderBy(desc(citizen.createdAt), citizen.id);
	const rows = await (wanted ? all : all.limit(limit));
	const found: CitizenName[] = [];
	for (const row of rows) {
		const name = openName(tx, row.citizen, row.wrapped);
		if (wanted && !name.toLocaleLowerCase('da').includes(wanted)) continue;
		found.push({ id: row.citizen.id, name, initials: initials(name) });
		if (found.length === limit) break;
	}
	await audit(tx, actor, { action: query ? 'citizen.search' : 'citizen.list', subjectType: 'citizen' });
	return found;
}

type NameColumns = Pick<typeof citizen.$inferSelect, 'id' | 'givenName' | 'familyName'>;

function openName(tx: Tx, row: NameColumns, wrapped: Buffer): string {
	const box = citizenBox(tx.masterKey.unwrap(wrapped, row.id));
	return fullName({
		givenName: box.open(place('givenName', row.id), row.givenName) ?? '',
		familyName: box.open(place('familyName', row.id), row.familyName) ?? '',
	});
}

/** Names for a list of referrals, by citizen id; citizens the actor may not see are left out. */
export async function citizenNames(tx: Tx, actor: StaffActor, ids: string[]): Promise<Map<string, CitizenName>> {
	if (ids.length === 0) return new Map();
	const rows = await tx
		.select({
			id: citizen.id,
			givenName: citizen.givenName,
			familyName: citizen.familyName,
			wrapped: citizenKey.wrapped,
		})
		.from(citizen)
		.innerJoin(citizenKey, and(eq(citizenKey.authorityId, citizen.authorityId), eq(citizenKey.citizenId, citizen.id)))
		.where(and(eq(citizen.authorityId, actor.authorityId), inArray(citizen.id, [...new Set(ids)])));
	return new Map(
		rows.map((row) => {
			const name = openName(tx, row, row.wrapped);
			return [row.id, { id: row.id, name, initials: initials(name) }];
		}),
	);
}
