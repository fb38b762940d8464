import type { FoundDemand } from './demands.ts';
import { ageAt, genderAt, namedAgeAt, type Person } from './person.ts';
import { relationsIn } from './relations.ts';

/** What a word of the query says of the offers wanted, as a filter. Ages in years. */
export type Fact =
	| {
			readonly facet: 'district' | 'language' | 'open' | 'free' | 'mode' | 'gender' | 'target_group';
			readonly values: readonly string[];
	  }
	| { readonly facet: 'age'; readonly years: readonly [from: number, to: number] };

/** A filter that a word of the query has become. */
export interface FoundFact {
	readonly fact: Fact;
	/** the word's place in the query */
	readonly at: number;
}

/** Words for whom an offer is for, by target group, with the concepts that an offer for them may speak of instead. */
const groupWords: ReadonlyMap<string, { readonly code: string; readonly concepts: readonly string[] }> = new Map(
	(
		[
			['hjemløs hjemløse hjemløses homeless', 'homelessness', ['homelessness', 'shelter']],
			['flygtning flygtninge indvandrer indvandrere migranter refugees migrants', 'refugees_migrants', ['refugees']],
			['lgbt homoseksuel homoseksuelle bøsse bøsser lesbisk lesbiske transpersoner', 'lgbt', ['lgbt']],
			['pårørende relatives carers', 'relatives', ['relatives', 'children_relatives', 'prisoners_families']],
			['autist autister autisme adhd', 'autism_adhd', ['autism_adhd']],
			['arbejdsløs arbejdsløse ledig ledige unemployed', 'unemployed', ['job', 'social_enterprise']],
			['løsladt løsladte', 'released', ['released', 'crime_prevention']],
			['handicappet handicappede handicap disabled', 'disability', ['disability', 'disability_family']],
			['psykisk sårbare sindslidende', 'mental_health', ['mental_health', 'depression', 'anxiety', 'peer_support']],
		] as const
	).flatMap(([words, code, concepts]) => words.split(' ').map((word) => [word, { code, concepts }] as const)),
);

/** Concepts that tell as well as a tag does whom an offer is for. */
export const conceptsOfGroup = (code: string): readonly string[] =>
	[...groupWords.values()].find((group) => group.code === code)?.concepts ?? [];

/**
 * The filters that the words of a query name.
 * @param words folded; a word that is to be an ordinary one is empty
 */
export function factsIn(words: readonly string[], demands: readonly FoundDemand[], person: Person): FoundFact[] {
	const found: FoundFact[] = demands.map(({ demand, at }) => ({
		at,
		fact: { facet: demand.kind, values: demand.kind === 'free' ? ['1'] : demand.codes },
	}));
	const gender = genderAt(words);
	if (person.gender && gender !== undefined)
		found.push({ at: gender, fact: { facet: 'gender', values: [person.gender] } });
	// The age of a son or of children says little about those who come: an offer for parents is for adults.
	const age = relationsIn(words).size > 0 ? undefined : (ageAt(words)[0] ?? namedAgeAt(words));
	if (person.age && age !== undefined) found.push({ at: age, fact: { facet: 'age', years: person.age } });
	for (const [at, word] of words.entries()) {
		const group = groupWords.get(word);
		if (group) found.push({ at, fact: { facet: 'target_group', values: [group.code] } });
	}
	return found.sort((a, b) => a.at - b.at);
}
