import { words, wordSet } from './words.ts';

/*
 * »Hvem kan passe mine børn, mens jeg er til tandlæge« is about the children: what a clause says of the circumstances
 * counts less than what is asked.
 */

/** Words that begin a clause about what else goes on, and about why. */
const circumstances = wordSet('mens imens selvom inden while although');
const conditions = wordSet('når hvis fordi because if since when');

/** What needs in a clause weigh beside those of the question itself. */
const weights = { question: 1, condition: 0.85, circumstance: 0.4 };

/** A stretch of a query that is a sentence of its own. */
export interface Clause {
	readonly number: number;
	/** what its needs weigh when the question itself says what is wanted */
	readonly weight: number;
}

/**
 * The places of the words that stand after a full stop, a comma or another mark.
 * @param text as typed
 */
export function placesAfterMarks(text: string): ReadonlySet<number> {
	const places = new Set<number>();
	let at = 0;
	for (const stretch of text.split(/[.,;:!?\n]+(?=\s)/u)) {
		places.add(at);
		at += words(stretch).length;
	}
	places.delete(0);
	return places;
}

/** Whether a word begins a clause, so that a set phrase with it reaches over the edge: »komme selvom man er fuld«. */
export const opensClause = (word: string): boolean => circumstances.has(word) || conditions.has(word);

/**
 * @param said the words of a query, folded
 * @param afterMarks the places of the words before which the writer has set a mark
 * @returns the clause of each word; what has the weight 1 is the question
 */
export function clausesOf(said: readonly string[], afterMarks: ReadonlySet<number> = new Set()): readonly Clause[] {
	let clause: Clause = { number: 0, weight: weights.question };
	return said.map((word, at) => {
		const next = said[at + 1];
		const begins = (weight: number) => (clause = { number: clause.number + 1, weight });
		if (at > 0 && (circumstances.has(word) || (word === 'uden' && next === 'at'))) begins(weights.circumstance);
		else if (at > 0 && conditions.has(word)) begins(weights.condition);
		else if (afterMarks.has(at)) begins(weights.question);
		return clause;
	});
}
