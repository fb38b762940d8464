/*
 * »Hvem kan passe mine børn, mens jeg er til tandlæge« is about the children: what a clause says of the circumstances
 * counts less than what is asked.
 */

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** Words that begin a clause about what else goes on, and about why. */
const circumstances = list('mens imens selvom inden while although');
const conditions = list('når hvis fordi because if');

/** What needs in a clause weigh beside those of the question itself. */
const weights = { question: 1, condition: 0.85, circumstance: 0.4 };

/** A stretch of a query that is a sentence of its own. */
export interface Clause {
	readonly number: number;
	/** what its needs weigh when the question itself says what is wanted */
	readonly weight: number;
}

/**
 * @param words of a query, folded
 * @returns the clause of each word; the first is the question
 */
export function clausesOf(words: readonly string[]): readonly Clause[] {
	let clause: Clause = { number: 0, weight: weights.question };
	return words.map((word, at) => {
		const next = words[at + 1];
		const begins = (weight: number) => (clause = { number: clause.number + 1, weight });
		if (at > 0 && (circumstances.has(word) || (word === 'uden' && next === 'at'))) begins(weights.circumstance);
		else if (at > 0 && conditions.has(word)) begins(weights.condition);
		return clause;
	});
}
