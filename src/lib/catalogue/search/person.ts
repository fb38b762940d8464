import { table } from './demands.ts';
import { isSmallDanish } from './homographs.ts';
import { relationsIn, speakerOf } from './relations.ts';
import { wordSet } from './words.ts';

/** Who is asked for; an offer that says it is for others is set back. */
export interface Person {
	readonly gender?: 'women' | 'men';
	/** years */
	readonly age?: readonly [from: number, to: number];
}

const womanWords = wordSet(
	'kvinde kvinden kvinder kvinders dame damen damer damerne pige piger pigen mor moren moderen mødre enke woman women girl girls mother mothers mum mums mom moms lady ladies widow grandmother grandma',
);
const manWords = wordSet(
	'mand manden mænd mænds dreng drenge drengen far faren faderen fædre enkemand man men boy boys father fathers dad dads guy guys bloke blokes lads gentleman widower grandfather grandpa',
);

/** Words for an age, with its bounds in years as the field uses them. */
const ageWords = table<readonly [number, number]>([
	['unge ung ungt teenager teenagere youth teen teens teenaged youngster youngsters adolescents', [15, 29]],
	['ældre senior seniorer pensionist pensionister elderly seniors pensioner pensioners retired oap', [65, 100]],
	['børn barn dreng drenge pige piger children child kid kids boys girls', [0, 17]],
	['baby babyer spædbarn småbørn småbarn infant infants toddler toddlers', [0, 3]],
]);

/** The concept of the field for people of an age; undefined in between. */
export const lifeStage = ([from, to]: readonly [number, number]): string | undefined =>
	from >= 65 ? 'older_people' : from >= 15 && to <= 29 ? 'young_people' : to < 15 ? 'children' : undefined;

/** The concepts of the field that are people and nothing that they need. */
export const peopleConcepts: ReadonlySet<string> = new Set([
	'women',
	'men',
	'children',
	'young_people',
	'older_people',
	'single_parents',
]);

const pronouns: Readonly<Record<'women' | 'men', ReadonlySet<string>>> = {
	women: new Set(['hun', 'hende', 'hendes', 'she', 'her']),
	men: new Set(['han', 'ham', 'hans', 'he', 'him', 'his']),
};
const other = { women: 'men', men: 'women' } as const;
/** »Manden slår hende«: the one with the article is the other one. */
const theOther = new Set(['manden', 'konen', 'faderen', 'faren', 'husband', 'wife']);

/** What is told by name and by pronoun together; where the two contradict each other nothing is told. */
function agreeing(
	words: readonly string[],
	told: 'women' | 'men' | undefined,
	ofSomebodyNear: boolean,
): 'women' | 'men' | undefined {
	const says = (gender: 'women' | 'men') => words.some((word) => pronouns[gender].has(word));
	if (told === undefined) {
		if (ofSomebodyNear || says('women') === says('men')) return undefined;
		return says('women') ? 'women' : 'men';
	}
	if (!says(other[told]) || says(told)) return told;
	return words.some((word) => theOther.has(word)) ? other[told] : ofSomebodyNear ? told : undefined;
}

const from = wordSet('af fra from');
const fear = wordSet('bange angst ræd skræmt utryg afraid scared');

/** »Bange for ham«, »slået af ham«, »væk fra ham«: the other one is spoken of, and not the citizen. */
function isFeared(words: readonly string[], at: number): boolean {
	if (words[at] !== 'ham' && words[at] !== 'hende' && words[at] !== 'him') return false;
	const before = words[at - 1] ?? '';
	return from.has(before) || ((before === 'for' || before === 'of') && fear.has(words[at - 2] ?? ''));
}

/** Who the query is about, as far as it says. */
export function personIn(said: readonly string[]): Person {
	const words = said.map((word, at) => (isSmallDanish(said, at) ? '' : word));
	const relations = relationsIn(words);
	const own = words.filter((_, at) => !relations.has(at) && !isFeared(words, at));
	const woman = own.some((word) => womanWords.has(word));
	const man = own.some((word) => manWords.has(word));
	const gender = agreeing(
		own,
		woman === man ? speakerOf(words, relations) : woman ? 'women' : 'men',
		relations.size > 0,
	);
	const age = ageIn(words, relations);
	return { ...(gender && { gender }), ...(age && { age }) };
}

const childWords = wordSet('børn barn børnene barnet baby babyer småbørn children child kid kids');
/** Before a word for children: they are somebody's, and that somebody is asked for. */
const parentsSay = wordSet(
	'min mit mine sin sit sine vores hans hendes deres med har får fået uden to tre fire fem seks 2 3 4 5 6 my our their his with has have',
);
const small = new Set(['et', 'en', 'lille', 'små', 'mindre', 'a', 'small', 'two', 'three']);

/** »Alene med tre børn«, »må ikke se sine børn«: a parent is spoken of, whose age nobody tells. */
function isTheirChild(words: readonly string[], at: number): boolean {
	if (!childWords.has(words[at] ?? '')) return false;
	const before = small.has(words[at - 1] ?? '') ? words[at - 2] : words[at - 1];
	return parentsSay.has(before ?? '');
}

/** What somebody is at work or at the doctor's: »jeg er lærer og har en elev, der …«. */
const stationWords =
	wordSet(`patient patienten patienter lærer læreren lærere pædagog pædagogen sygeplejerske sagsbehandler socialrådgiver
	teacher nurse patients elev eleven familie familien familier`);

/** Whether a word says no more than whom it is for. */
export const saysWho = (word: string): boolean =>
	womanWords.has(word) || manWords.has(word) || ageWords.has(word) || stationWords.has(word);

/** The place of the first word that says for which gender, of the citizen and not of somebody near. */
export function genderAt(words: readonly string[]): number | undefined {
	const relations = relationsIn(words);
	const at = words.findIndex(
		(word, index) =>
			!relations.has(index) && !isSmallDanish(words, index) && (womanWords.has(word) || manWords.has(word)),
	);
	return at < 0 ? undefined : at;
}

/** The place of a word that names an age without years: »unge«, »ældre«. Children come with their parents. */
export function namedAgeAt(words: readonly string[]): number | undefined {
	const at = words.findIndex((word) => (ageWords.get(word)?.[1] ?? 0) > 17);
	return at < 0 ? undefined : at;
}

const teens = 'tretten fjorten femten seksten sytten atten nitten'.split(' ');
const tens = 'tyve tredive fyrre halvtreds tres halvfjerds firs halvfems'.split(' ');
const ones = 'en to tre fire fem seks syv otte ni'.split(' ');
const spelt = new RegExp(`^(?:(${teens.join('|')})|(?:(${ones.join('|')})og)?(${tens.join('|')}))(år.*)?$`, 'u');

/** »Fjorten«, »enogfyrre«, »tyveårig« in figures. Smaller numbers count children and rooms more often than years. */
function inFigures(word: string): string {
	const [, teen, one, ten, rest = ''] = spelt.exec(word) ?? [];
	if (teen) return `${13 + teens.indexOf(teen)}${rest}`;
	if (ten) return `${20 + 10 * tens.indexOf(ten) + (one ? 1 + ones.indexOf(one) : 0)}${rest}`;
	return word;
}

/** The places of the words that say an age in years: »65 år« is nothing to look for in a text. */
export function ageAt(words: readonly string[]): number[] {
	const at = words.findIndex((word, index) => /^\d/u.test(inFigures(word)) && yearsAt(words, index) !== undefined);
	if (at < 0) return [];
	if (!yearWord.test(words[at + 1] ?? '')) return [at];
	return oldWord.test(words[at + 2] ?? '') ? [at, at + 1, at + 2] : [at, at + 1];
}

/** »A 15-year-old«, »for 7-year-olds«. */
const oldWord = /^olds?$/u;
const yearWord = /^(?:år|årig|årige|års|years?|yo|yr|yrs)$/u;

/** The ages, in years, that a number at this place says. */
function yearsAt(words: readonly string[], at: number): readonly [number, number] | undefined {
	const word = inFigures(words[at] ?? '');
	const years = Number(/^(\d{1,2})(?:årig|åriges?|årige|yo|s)?$/u.exec(word)?.[1] ?? NaN);
	if (Number.isNaN(years)) return undefined;
	const before = words[at - 1];
	const isYears = /årig|yo/u.test(word) || yearWord.test(words[at + 1] ?? '');
	if (before === 'over') return [years, 100];
	if (before === 'under') return [0, years - 1];
	// »Efter 40 år« and »i 20 år« is how long.
	if (lasting.has(before ?? '') && /^(?:år|years?)$/u.test(words[at + 1] ?? '') && !oldWord.test(words[at + 2] ?? ''))
		return undefined;
	// »En på 17«, »hun er 43«: nothing else is told so of somebody.
	if (isYears) return [years, years];
	const ofSomebody = before === 'på' ? at > 1 && !places.has(words[at - 2] ?? '') : ageVerbs.has(before ?? '');
	return ofSomebody && years > 3 && !counted.test(words[at + 1] ?? '') ? [years, years] : undefined;
}

const lasting = wordSet('efter i gennem siden seneste sidste mange omkring for after last past');
const ageVerbs = wordSet('er var bliver blev blevet fylder fyldt fyldte is turning aged am m be turned turns age');
/** »Bor på 5.« and »åbent på 24« are no ages. */
const places = wordSet('bor boede åbent åben sal stuen mødes møde plads hold klasse rum');
const counted =
	/^(?:kr|kroner|procent|pct|timer?|minutter|dage|uger|måneder|børn|stk|m2|kvadratmeter|kilo|kg|km|sal|personer|gange?|people|kids|children|hours?|days?|weeks?|months?|minutes?|times|of)$/u;

function ageIn(words: readonly string[], relations: ReadonlySet<number>): readonly [number, number] | undefined {
	for (const at of words.keys()) {
		const years = relations.has(at) ? undefined : yearsAt(words, at);
		if (years) return years;
	}
	const named = [...words.keys()].filter((at) => ageWords.has(words[at] ?? ''));
	const bounds = new Set(named.map((at) => ageWords.get(words[at] ?? '')));
	// »unge med børn« names two: whose age an offer's bounds are about is then anybody's guess.
	return bounds.size === 1 && named.some((at) => !isTheirChild(words, at)) ? [...bounds][0] : undefined;
}
