import { createHash } from 'node:crypto';
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { asActor, services, type Tx } from '../database/as-actor.server.ts';
import type { Database } from '../database/connection.server.ts';
import { DomainError, notFound } from '../errors.ts';
import { publicActor, type StaffActor } from '../identity/actor.ts';
import { bumpCatalogueVersion } from './catalogue-version.server.ts';
import { countable, type OwnWord } from './search/own-words.ts';
import { searchMiss, searchWord } from './tables.server.ts';

/*
 * The words that a coordinator adds to the vocabulary or switches off in it, and what was searched for in vain. Both are
 * the catalogue's: without citizens, and without those who searched.
 */

const columns = {
	id: searchWord.id,
	phrase: searchWord.phrase,
	kind: searchWord.kind,
	concept: searchWord.concept,
	sameAs: searchWord.sameAs,
	createdAt: searchWord.createdAt,
	endedAt: searchWord.endedAt,
};

export type StoredWord = OwnWord & { readonly id: string; readonly createdAt: Date; readonly endedAt: Date | null };

/** What holds now; part of how every search is understood. */
export const readOwnWords = (tx: Tx): Promise<StoredWord[]> =>
	tx.select(columns).from(searchWord).where(isNull(searchWord.endedAt)).orderBy(desc(searchWord.createdAt));

/** What held once, the latest first. */
export const readFormerWords = (tx: Tx, most: number): Promise<StoredWord[]> =>
	tx
		.select(columns)
		.from(searchWord)
		.where(isNotNull(searchWord.endedAt))
		.orderBy(desc(searchWord.endedAt))
		.limit(most);

/**
 * Adds a word or switches one off; every process searches by it within seconds.
 * @throws DomainError `words.known` 422 when it stands there already
 */
export async function addWord(tx: Tx, actor: StaffActor, word: OwnWord): Promise<void> {
	const same = (await readOwnWords(tx)).some(
		({ phrase, kind, concept, sameAs }) =>
			phrase === word.phrase && kind === word.kind && concept === word.concept && sameAs === word.sameAs,
	);
	if (same) throw new DomainError('words.known', 422);
	const id = crypto.randomUUID();
	await tx.insert(searchWord).values({ id, ...word, createdAt: tx.now, createdBy: actor.userId });
	await audit(tx, actor, { action: `word.${word.kind}`, subjectId: id });
	await bumpCatalogueVersion(tx);
}

/** Takes back an addition or a switching off. It stays in the history. @throws DomainError `words.not_found` 404 */
export async function endWord(tx: Tx, actor: StaffActor, id: string): Promise<void> {
	const ended = await tx
		.update(searchWord)
		.set({ endedAt: tx.now, endedBy: actor.userId })
		.where(and(eq(searchWord.id, id), isNull(searchWord.endedAt)))
		.returning({ id: searchWord.id });
	if (ended.length === 0) throw notFound('words');
	await audit(tx, actor, { action: 'word.end', subjectId: id });
	await bumpCatalogueVersion(tx);
}

/** The same words within this time are one person who tries again (milliseconds). */
const oneSearch = 600_000;
const mostRemembered = 2_000;
/** One for each database, as a test's next one begins with nothing. */
const lately = new WeakMap<Database, Map<string, number>>();

/**
 * Counts a search that found nothing: by its words and the month, without who, from where or when. Until the same words
 * were sought three times in a month only their digest is kept, so that a name typed by mistake is never written down
 * (drizzle, `count_search_miss`).
 * @param told somebody asked that it be told, rather than only having searched
 */
export async function countMiss(q: string, now: Date, told: boolean): Promise<void> {
	const text = countable(q);
	if (text === '') return;
	const month = `${now.toISOString().slice(0, 7)}-01`;
	const digest = createHash('sha256').update(`${month} ${text}`).digest('hex');
	const key = `${told} ${digest}`;
	const { database } = services();
	let seen = lately.get(database);
	if (!seen) lately.set(database, (seen = new Map()));
	const before = seen.get(key);
	if (before !== undefined && now.getTime() - before < oneSearch) return;
	if (seen.size >= mostRemembered) seen.clear();
	seen.set(key, now.getTime());
	await asActor(publicActor, (tx) => tx.execute(sql`select count_search_miss(${month}::date, ${digest}, ${text})`));
}

export interface Miss {
	readonly words: string;
	readonly asked: number;
}

/** What was sought in vain often enough to be told, over all months kept; most often first. */
export async function readMisses(tx: Tx, most: number): Promise<Miss[]> {
	const rows = await tx
		.select({ words: searchMiss.words, asked: sql<number>`sum(${searchMiss.asked})::int` })
		.from(searchMiss)
		.where(isNotNull(searchMiss.words))
		.groupBy(searchMiss.words)
		.orderBy(desc(sql`sum(${searchMiss.asked})`), searchMiss.words)
		.limit(most);
	return rows.flatMap(({ words, asked }) => (words === null ? [] : [{ words, asked }]));
}
