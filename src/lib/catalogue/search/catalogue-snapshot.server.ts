import { asActor, services } from '../../database/as-actor.server.ts';
import type { Database } from '../../database/connection.server.ts';
import { publicActor } from '../../identity/actor.ts';
import { catalogueVersion } from '../catalogue-version.server.ts';
import { EntryMaker, type Entry } from './entry.ts';
import { Lexicon } from './lexicon.ts';
import { readOffers, readStamps } from './offer-rows.server.ts';
import { breather } from './breather.server.ts';
import { dayFacets } from './day-facets.ts';
import type { OfferSource } from './offer-source.ts';
import { buildSnapshot, type Snapshot } from './snapshot.ts';
import { readOwnWords } from '../words.server.ts';
import { withOwnWords, type OwnWord } from './own-words.ts';
import { Thesaurus } from './thesaurus.ts';
import { concepts } from './thesaurus/index.ts';

/** How often a process asks whether the catalogue has changed, in milliseconds. */
const askEvery = 2_000;
/** How long a request waits for a new snapshot before it is answered from the old one, in milliseconds. */
const patience = 1_000;
/** Offers read at a time: a transaction of some milliseconds, so that others get their turn on the one connection. */
const batch = 500;

interface Holder {
	readonly lexicon: Lexicon;
	readonly maker: EntryMaker;
	/** the delivered vocabulary with a coordinator's changes, and which changes these are */
	thesaurus: Thesaurus;
	changes: string;
	/** offer id → its entry, and the stamp it was made at */
	entries: Map<string, { stamp: string; entry: Entry }>;
	current: Snapshot | undefined;
	/** the one refresh under way */
	refreshing: Promise<Snapshot> | undefined;
	/** and the one that follows it */
	next: Promise<Snapshot> | undefined;
	askedAt: number;
}

/** One for each database: a test's next database begins with nothing of the last one's. */
const holders = new WeakMap<Database, Holder>();
let thesaurus: Thesaurus | undefined;

function holder(): Holder {
	const { database } = services();
	let found = holders.get(database);
	if (!found) {
		const lexicon = new Lexicon();
		thesaurus ??= new Thesaurus(concepts);
		const maker = new EntryMaker(lexicon);
		found = {
			lexicon,
			maker,
			thesaurus,
			changes: '',
			entries: new Map(),
			current: undefined,
			refreshing: undefined,
			next: undefined,
			askedAt: 0,
		};
		holders.set(database, found);
	}
	return found;
}

/**
 * The published catalogue in memory, at most a few seconds old. The first call of a process reads it.
 * While the database is away, the last one is as good as it gets.
 */
export async function catalogueSnapshot(): Promise<Snapshot> {
	const snapshot = await latest(holder());
	await dayFacets.prepare(snapshot, services().clock(), breather());
	return snapshot;
}

/** Whether the catalogue has been read: before that every search waits. */
export const isCatalogueRead = (): boolean => holder().current !== undefined;

async function latest(held: Holder): Promise<Snapshot> {
	if (!held.current) return held.refreshing ?? refreshSnapshot();
	if (held.refreshing || performance.now() - held.askedAt < askEvery) return held.current;
	held.askedAt = performance.now();
	const { current } = held;
	try {
		const version = await asActor(publicActor, catalogueVersion);
		if (version === current.version) return current;
		return await Promise.race([refreshSnapshot(), after(patience, current)]);
	} catch (cause) {
		services().log.warn({ err: { message: (cause as Error).message } }, 'the catalogue could not be read anew');
		return current;
	}
}

/**
 * Reads what has changed and builds a new snapshot: after a change this process has made itself, and at start.
 * Call it after the transaction, never within one: the embedded database has a single connection.
 */
export function refreshSnapshot(): Promise<Snapshot> {
	const held = holder();
	if (!held.refreshing) return begin(held);
	// The one under way may have read before the change: another follows it, one for all who ask meanwhile.
	const then = () => {
		held.next = undefined;
		return begin(held);
	};
	return (held.next ??= held.refreshing.then(then, then));
}

function begin(held: Holder): Promise<Snapshot> {
	const refreshing = refresh(held).finally(() => {
		if (held.refreshing === refreshing) held.refreshing = undefined;
	});
	held.refreshing = refreshing;
	return refreshing;
}

async function refresh(held: Holder): Promise<Snapshot> {
	const { version, stamps, own } = await asActor(publicActor, async (tx) => ({
		version: await catalogueVersion(tx),
		stamps: await readStamps(tx),
		own: await readOwnWords(tx),
	}));
	learn(held, own);
	const changed = stamps.filter(({ id, stamp }) => held.entries.get(id)?.stamp !== stamp);
	const entries = new Map<string, { stamp: string; entry: Entry }>();
	for (const { id, stamp } of stamps) {
		const known = held.entries.get(id);
		if (known?.stamp === stamp) entries.set(id, known);
	}
	const stampOf = new Map(changed.map(({ id, stamp }) => [id, stamp]));
	const pause = breather();
	for await (const offers of inBatches([...stampOf.keys()])) {
		for (const offer of offers) {
			entries.set(offer.id, { stamp: stampOf.get(offer.id) ?? '', entry: held.maker.make(offer) });
			await pause();
		}
	}
	const list = [...entries.values()].map(({ entry }) => entry);
	const snapshot = await buildSnapshot(version, list, held.lexicon, held.thesaurus, pause);
	await dayFacets.prepare(snapshot, services().clock(), pause);
	held.entries = entries;
	held.current = snapshot;
	held.askedAt = performance.now();
	return snapshot;
}

/** Offers by their ids, some hundred at a time: the database reads the next ones while we work on these. */
async function* inBatches(ids: readonly string[]): AsyncGenerator<OfferSource[]> {
	const read = (from: number) => asActor(publicActor, (tx) => readOffers(tx, ids.slice(from, from + batch)));
	let next = ids.length > 0 ? read(0) : undefined;
	for (let from = batch; next; from += batch) {
		const offers = await next;
		next = from < ids.length ? read(from) : undefined;
		// Whoever waits for it learns of a failure; until then it must not end the process.
		next?.catch(() => undefined);
		yield offers;
	}
}

/** Takes a coordinator's words into the vocabulary, where they have changed. */
function learn(held: Holder, own: readonly OwnWord[]): void {
	const changes = own.map(({ phrase, kind, concept, sameAs }) => [phrase, kind, concept, sameAs].join('|')).join('\n');
	if (changes === held.changes) return;
	held.thesaurus = new Thesaurus(withOwnWords(concepts, own));
	held.changes = changes;
}

/** A value after some time, without keeping the process alive for it. */
function after<T>(milliseconds: number, value: T): Promise<T> {
	return new Promise((resolve) => setTimeout(() => resolve(value), milliseconds).unref());
}
