import { wordSet } from './words.ts';

/*
 * People whom a citizen speaks of: »min mand slår mig« is asked for a woman, and »min søn ryger hash« is about hash.
 */

const owners = wordSet('min mit mine din dit dine sin sit sine hans hendes deres vores borgerens my his her their our');

/** Someone near. These say about whom, not what is needed. */
const near = wordSet(`
	mand manden kone konen kæreste kæresten ægtefælle ægtefællen samlever samleveren partner eks eksmand ekskone
	søn sønnen sønner datter datteren døtre mor moren far faren mormor farmor morfar farfar
	bror broderen søster søsteren søskende forældre forælder svigermor svigerfar nevø niece
	kammerat kammerater venner nabo naboen kollega kollegaen ven veninde vennen veninden onkel tante moster faster kusine fætter barnebarn barnebarnet
	husband hubby wife son sons daughter daughters boyfriend girlfriend brother brothers sister sisters mother father spouse fiance
	fiancee mum mom mummy mommy dad daddy parents grandmother grandma granny gran nan grandfather grandpa grandad
	grandson granddaughter stepfather stepdad stepmother stepmum stepson stepdaughter uncle aunt auntie cousin nephew
	missus mate mates friend friends neighbour neighbor colleague flatmate roommate
`);

/** Those who live with somebody of the other sex more often than not, so that their being named says who speaks. */
const genders: Readonly<Record<string, 'women' | 'men'>> = {
	mand: 'women',
	manden: 'women',
	eksmand: 'women',
	husband: 'women',
	boyfriend: 'women',
	kone: 'men',
	konen: 'men',
	ekskone: 'men',
	hubby: 'women',
	wife: 'men',
	missus: 'men',
	girlfriend: 'men',
};

/** Words that may be a person near or the citizen: it takes an owner to tell. */
const eitherWay = wordSet(
	'kammerat kammerater venner nabo naboen kollega kollegaen ven vennen veninde veninden mand manden mor moren far faren forældre forælder søskende mother father partner ex eks mum mom mummy mommy dad daddy parents mate mates friend friends neighbour neighbor colleague cousin gran',
);

/** »Far har fået Alzheimer, og mor er ved at gå ned«: without an article they are one's own. */
const parents = wordSet('mor far mormor farmor morfar farfar mum mom dad mother father');
const saysOf = wordSet(
	`er var har havde kan kunne vil ville skal må fik får drikker drak slår slog døde blev bliver går glemmer
	is was has had can will drinks drank hits hit died forgets needs wants lives`,
);
const leadsIn = wordSet('og når hvis at fordi da siden men efter and when if that because since but');
const beginsSentence = (before: string | undefined): boolean => before === undefined || leadsIn.has(before);

/**
 * @param words of a query, folded
 * @returns the places of the words for people near the citizen
 */
export function relationsIn(words: readonly string[]): ReadonlySet<number> {
	return new Set(
		words.flatMap((word, at) => {
			if (!near.has(word)) return [];
			const owned = owners.has(words[at - 1] ?? '');
			const host = words[at - 1] === 'hos' || words[at - 2] === 'hos';
			const named = parents.has(word) && beginsSentence(words[at - 1]) && saysOf.has(words[at + 1] ?? '');
			return owned || host || named || !eitherWay.has(word) ? [at] : [];
		}),
	);
}

/** Who then speaks, as far as the relation tells. */
export function speakerOf(words: readonly string[], relations: ReadonlySet<number>): 'women' | 'men' | undefined {
	const told = new Set([...relations].flatMap((at) => genders[words[at] ?? ''] ?? []));
	const [only] = told;
	return told.size === 1 ? only : undefined;
}

const sexes = wordSet('piger drenge mænd kvinder fyre damer');
const speakers = wordSet('jeg han hun');
const guesses = wordSet('nok vist måske mest');

/** »Er jeg til piger?«: the places of those whom somebody is drawn to; »noget til piger« is for them. */
export function drawnToIn(words: readonly string[]): number[] {
	return [...words.keys()].filter((at) => {
		if (!sexes.has(words[at] ?? '') || words[at - 1] !== 'til') return false;
		const before = words[at - 2] ?? '';
		return guesses.has(before) || speakers.has(before) || (before === 'er' && speakers.has(words[at - 3] ?? ''));
	});
}
