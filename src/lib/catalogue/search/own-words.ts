import { phraseStems } from './thesaurus.ts';
import type { Concept } from './thesaurus/concept.ts';
import { phrases } from './thesaurus/index.ts';
import { fillers } from './stop-words.ts';
import { fold, words } from './words.ts';

/** What a coordinator has changed in the vocabulary that the application is delivered with. */
export interface OwnWord {
	/** as it is said; no commas */
	readonly phrase: string;
	/** `add`: it leads to what stands beside it; `off`: it no longer leads to that concept */
	readonly kind: 'add' | 'off';
	/** id of a concept of the vocabulary */
	readonly concept: string | null;
	/** another word that it means, when there is no concept for it */
	readonly sameAs: string | null;
}

const keyOf = (phrase: string): string => phraseStems(phrase).join(' ');

const withoutPhrase = (list: string | undefined, keys: ReadonlySet<string>): string =>
	phrases(list)
		.filter((phrase) => !keys.has(keyOf(phrase)))
		.join(', ');

/**
 * The vocabulary as a coordinator has changed it. What an addition leads to it leads to from searches; which offers are
 * about a concept is for the offers' own words to say.
 */
export function withOwnWords(concepts: readonly Concept[], own: readonly OwnWord[]): readonly Concept[] {
	if (own.length === 0) return concepts;
	const off = new Map<string, Set<string>>();
	const added = new Map<string, string[]>();
	const apart: Concept[] = [];
	for (const { phrase, kind, concept, sameAs } of own) {
		if (kind === 'off' && concept !== null) off.set(concept, (off.get(concept) ?? new Set()).add(keyOf(phrase)));
		else if (concept !== null) added.set(concept, [...(added.get(concept) ?? []), phrase]);
		else if (sameAs !== null) apart.push({ id: `own ${fold(phrase)}`, words: sameAs, cues: phrase });
	}
	const changed = concepts.map((concept) => {
		const gone = off.get(concept.id);
		const kept = gone
			? {
					...concept,
					words: withoutPhrase(concept.words, gone),
					kinds: withoutPhrase(concept.kinds, gone),
					cues: withoutPhrase(concept.cues, gone),
					signs: withoutPhrase(concept.signs, gone),
					hints: withoutPhrase(concept.hints, gone),
				}
			: concept;
		const more = added.get(concept.id);
		return more ? { ...kept, cues: [...phrases(kept.cues), ...more].join(', ') } : kept;
	});
	return [...changed, ...apart];
}

/** More words than this are a story, and stories are about somebody. */
const mostWords = 6;
const longest = 60;

/**
 * The words of a search as they are counted when it found nothing: folded, without small words, and without anything
 * that may be a number of somebody's (CPR, telephone, case) or an address of mail.
 * @returns empty when nothing is left that may be kept
 */
export function countable(q: string): string {
	const safe = q
		.split(/\s+/u)
		.filter((token) => !token.includes('@') && !/\d/u.test(token))
		.join(' ');
	const left = words(safe).filter((word) => word.length > 1 && !fillers.has(word));
	const text = left.join(' ');
	return left.length > mostWords || text.length > longest ? '' : text;
}
