import { z } from 'zod';
import { m } from '../../paraglide/messages.js';
import type { StoredWord } from '../words.server.ts';
import { catalogueSnapshot } from './catalogue-snapshot.server.ts';
import { everything } from './request.ts';
import { search } from './search.ts';
import type { Snapshot } from './snapshot.ts';
import { phraseStems } from './thesaurus.ts';
import { concepts, phrases } from './thesaurus/index.ts';
import { fold } from './words.ts';

/* What `/admin/words` shows of the vocabulary: which words lead where, and what they find. */

const shown = concepts.filter(({ id }) => !id.startsWith('plain '));
const nameOf = new Map(shown.map(({ id, words }) => [id, phrases(words)[0] ?? id]));
const byName = new Map([...nameOf].map(([id, name]) => [fold(name), id]));

/** The names of the concepts, as the form suggests them. */
export const conceptNames: readonly string[] = [...nameOf.values()].sort(new Intl.Collator('da').compare);

export interface VocabularyRow {
	readonly phrase: string;
	readonly concept: string;
	readonly name: string;
	/** id of the row that switches it off */
	readonly off: string | null;
}

const mostRows = 60;
const keyOf = (text: string) => phraseStems(text).join(' ');

/** The delivered words that have this in them, or whose concept does. */
export function lookUp(q: string, own: readonly StoredWord[]): { rows: VocabularyRow[]; more: number } {
	const wanted = fold(q.trim());
	if (wanted === '') return { rows: [], more: 0 };
	const off = new Map(
		own.flatMap((word) => (word.kind === 'off' ? [[`${word.concept} ${keyOf(word.phrase)}`, word.id]] : [])),
	);
	const rows = shown.flatMap(({ id, words, kinds, cues, signs, hints }) => {
		const name = nameOf.get(id) ?? id;
		const all = [words, kinds, cues, signs, hints].flatMap(phrases);
		const fits = fold(name).includes(wanted) ? all : all.filter((phrase) => fold(phrase).includes(wanted));
		return fits.map((phrase) => ({ phrase, concept: id, name, off: off.get(`${id} ${keyOf(phrase)}`) ?? null }));
	});
	return { rows: rows.slice(0, mostRows), more: Math.max(0, rows.length - mostRows) };
}

/** Where a word of a coordinator's leads, for reading. */
export const meaningName = ({ concept, sameAs }: Pick<StoredWord, 'concept' | 'sameAs'>): string =>
	concept === null ? (sameAs ?? '') : (nameOf.get(concept) ?? concept);

export interface Tried {
	readonly q: string;
	readonly total: number;
	/** the first few offers, by name */
	readonly names: readonly string[];
}

function tried(snapshot: Snapshot, q: string, now: Date): Tried {
	const { total, documents } = search(snapshot, { ...everything, q: `${q} ` }, now);
	return { q, total, names: documents.slice(0, 5).flatMap((document) => snapshot.entries[document]?.name ?? []) };
}

/** What a phrase finds now, and what it would find if it meant something: what a search for that finds. */
export async function preview(
	phrase: string,
	meaning: string,
	now: Date,
): Promise<{ before: Tried; after: Tried } | null> {
	if (phrase.trim() === '' || meaning.trim() === '') return null;
	const snapshot = await catalogueSnapshot();
	return { before: tried(snapshot, phrase, now), after: tried(snapshot, meaning, now) };
}

const text = (missing: () => string) =>
	z
		.string()
		.trim()
		.transform((value) => value.replaceAll(/\s+/gu, ' '))
		.pipe(
			z
				.string()
				.min(1, { error: missing })
				.max(80, { error: () => m.admin_words_too_long() })
				.refine((value) => !value.includes(','), { error: () => m.admin_words_comma() }),
		);

/** A phrase and what it leads to: a concept by its name, or any other word. */
export const wordForm = z
	.object({ phrase: text(() => m.admin_words_phrase_missing()), meaning: text(() => m.admin_words_meaning_missing()) })
	.refine(({ phrase }) => phraseStems(phrase).length > 0, {
		path: ['phrase'],
		error: () => m.admin_words_phrase_empty(),
	})
	.refine(({ phrase, meaning }) => keyOf(phrase) !== keyOf(meaning), {
		path: ['meaning'],
		error: () => m.admin_words_same(),
	})
	.transform(({ phrase, meaning }) => {
		const concept = byName.get(fold(meaning)) ?? null;
		return {
			phrase: phrase.toLowerCase(),
			kind: 'add' as const,
			concept,
			sameAs: concept === null ? meaning.toLowerCase() : null,
		};
	});

/** A delivered phrase that no longer leads to a concept. */
export const offForm = z
	.object({ phrase: z.string().min(1).max(80), concept: z.string().refine((id) => nameOf.has(id)) })
	.transform(({ phrase, concept }) => ({ phrase, concept, kind: 'off' as const, sameAs: null }));
