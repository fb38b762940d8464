import type { Weekday } from '../opening-hours.ts';
import { relationsIn, speakerOf } from './relations.ts';

/** Something in a query that is a fact about an offer rather than a word in it. */
export type Demand =
	| { readonly kind: 'district'; readonly codes: readonly string[] }
	| { readonly kind: 'language'; readonly codes: readonly string[] }
	| { readonly kind: 'open'; readonly codes: readonly (Weekday | 'weekend' | 'evening' | 'night')[] }
	| { readonly kind: 'free' }
	| { readonly kind: 'mode'; readonly codes: readonly string[] };

/** Who is asked for; an offer that says it is for others is set back. */
export interface Person {
	readonly gender?: 'women' | 'men';
	/** years */
	readonly age?: readonly [from: number, to: number];
}

const table = <T>(lines: readonly (readonly [words: string, meaning: T])[]): ReadonlyMap<string, T> =>
	new Map(lines.flatMap(([words, meaning]) => words.split(' ').map((word) => [word, meaning] as const)));

/** Neighbourhoods and everyday names by the district they lie in. Amager is two districts. */
const districtWords = table<readonly string[]>([
	['indreby city christianshavn inderby middelalderbyen frederiksstaden holmen nyboder', ['indre_by']],
	['østerbro nordhavn østerbros ryparken trianglen svanemøllen', ['oesterbro']],
	['nørrebro nørrebros blågårds mjølnerparken haraldsgadekvarteret', ['noerrebro']],
	['vesterbro vesterbros sydhavn sydhavnen sydhavnens enghave carlsberg sv', ['vesterbro']],
	['valby valbys', ['valby']],
	['vanløse vanløses', ['vanloese']],
	['brønshøj husum tingbjerg bellahøj brønshøjs', ['broenshoej_husum']],
	['bispebjerg nordvest nordvestkvarteret nv emdrup tagensbo utterslev bispebjergs', ['bispebjerg']],
	['sundby sundbyøster amagerøst amagerbro', ['amager_oest']],
	['ørestad urbanplanen sundbyvester amagervest islands', ['amager_vest']],
	['amager amagers', ['amager_oest', 'amager_vest']],
]);

/** Copenhagen's postcodes (PostNord's ranges). */
function districtOfPostcode(word: string): readonly string[] | undefined {
	if (!/^\d{4}$/u.test(word)) return undefined;
	const code = Number(word);
	if (code >= 1000 && code < 1500) return ['indre_by'];
	if (code >= 1500 && code < 1800) return ['vesterbro'];
	const byCode: Readonly<Record<number, readonly string[]>> = {
		2100: ['oesterbro'],
		2150: ['oesterbro'],
		2200: ['noerrebro'],
		2300: ['amager_oest', 'amager_vest'],
		2400: ['bispebjerg'],
		2450: ['vesterbro'],
		2500: ['valby'],
		2700: ['broenshoej_husum'],
		2720: ['vanloese'],
	};
	return byCode[code];
}

/**
 * Languages spoken in Copenhagen, with what people from there are called, which is how the language is often asked for.
 * Danish is left out: it is rarely a demand and often the subject.
 */
const languageWords = table<string>([
	['arabisk arabiske arabisktalende araber arabic', 'ar'],
	['somali somalisk somaliske somalisktalende somalier somaliere', 'so'],
	['tyrkisk tyrkiske tyrkisktalende turkish', 'tr'],
	['polsk polske polsktalende polak polakker polish', 'pl'],
	['ukrainsk ukrainske ukrainer ukrainere ukrainian', 'uk'],
	['russisk russiske russisktalende russian', 'ru'],
	['urdu', 'ur'],
	['farsi persisk dari persian', 'fa'],
	['pashto pashtu', 'ps'],
	['kurdisk kurdiske kurdish', 'ku'],
	['tigrinya tigrinja tigrinsk', 'ti'],
	['amharisk amharic', 'am'],
	['rumænsk rumænske rumæner rumænere romanian', 'ro'],
	['bulgarsk bulgarian', 'bg'],
	['litauisk lithuanian', 'lt'],
	['spansk spanske spansktalende spanish', 'es'],
	['fransk fransktalende french', 'fr'],
	['tysk tysktalende german', 'de'],
	['engelsk engelsksproget engelsktalende english', 'en'],
	['kinesisk chinese mandarin', 'zh'],
	['thai thailandsk', 'th'],
	['vietnamesisk vietnamese', 'vi'],
	['tamil tamilsk', 'ta'],
	['bosnisk bosnian', 'bs'],
	['serbisk serbian', 'sr'],
	['kroatisk croatian', 'hr'],
	['albansk albanian', 'sq'],
	['grønlandsk greenlandic', 'kl'],
	['færøsk', 'fo'],
	['islandsk', 'is'],
	['italiensk italian', 'it'],
	['portugisisk portuguese', 'pt'],
	['swahili', 'sw'],
	['filippinsk tagalog', 'tl'],
	['punjabi', 'pa'],
	['hindi', 'hi'],
	['nepalesisk nepali', 'ne'],
	['ungarsk hungarian', 'hu'],
	['tegnsprog', 'tegnsprog'],
]);

const openWords = table<readonly (Weekday | 'weekend' | 'evening' | 'night')[]>([
	['mandag mandage mandagen mandagene mandagsåben monday', ['MO']],
	['tirsdag tirsdage tirsdagen tuesday', ['TU']],
	['onsdag onsdage onsdagen wednesday', ['WE']],
	['torsdag torsdage torsdagen thursday', ['TH']],
	['fredag fredage fredagen friday', ['FR']],
	['lørdag lørdage lørdagen lørdagsåben saturday', ['SA']],
	['søndag søndage søndagen søndagsåben sunday', ['SU']],
	['weekend weekenden weekender weekenderne weekends', ['weekend']],
	['aften aftenen aftener aftenerne aftenåben aftenåbent evening evenings', ['evening']],
	['nat natten nætter natåben natåbent natåbne døgnåbne døgnvagt døgnet døgnåben døgnåbent night', ['night']],
]);

const wheneverWords = new Set(['hver', 'hele', 'every', 'all']);
const freeWords = new Set(['gratis', 'free']);
const onlineWords = new Set(['online', 'internettet', 'nettet', 'video', 'videoopkald', 'chat']);

/** »Hjælp over telefonen« says how, while »hjælp til telefonen« says with what. */
const through = new Set(['over', 'via', 'per', 'pr', 'på', 'i', 'by']);
const devices = table<readonly string[]>([
	['skærm skærmen zoom teams skype', ['online']],
	['telefon telefonen mobilen phone', ['phone']],
]);

const womanWords = new Set(
	'kvinde kvinden kvinder kvinders pige piger pigen mor moren moderen mødre enke woman women girl girls mother mothers'.split(
		' ',
	),
);
const manWords = new Set(
	'mand manden mænd mænds dreng drenge drengen far faren faderen fædre enkemand man men boy boys father fathers'.split(
		' ',
	),
);

/** Words for an age, with its bounds in years as the field uses them. */
const ageWords = table<readonly [number, number]>([
	['unge ung ungt teenager teenagere youth teen teens', [15, 29]],
	['ældre senior seniorer pensionist pensionister elderly seniors', [65, 100]],
	['børn barn dreng drenge pige piger children child boys girls', [0, 17]],
	['baby babyer spædbarn småbørn småbarn infant infants toddler toddlers', [0, 3]],
]);

export interface FoundDemand {
	readonly demand: Demand;
	/** the word in the query that said so */
	readonly at: number;
}

/** Whether the word is a time that has a »hver« or »hele« before it: »alene hver aften«. */
export const isWhenever = (words: readonly string[], at: number): boolean =>
	wheneverWords.has(words[at - 1] ?? '') && openWords.has(words[at] ?? '');

const opening = new Set(['åben', 'åbent', 'åbne', 'åbner', 'open']);

/** Whether the word only leads to a time: of »café åben om søndagen« no open café is asked. */
export const opensThen = (words: readonly string[], at: number, demands: readonly FoundDemand[]): boolean =>
	opening.has(words[at] ?? '') &&
	demands.some(({ demand, at: when }) => demand.kind === 'open' && when > at && when - at < 4);

/** @param words of a query, folded, in order */
export function demandsIn(words: readonly string[]): FoundDemand[] {
	const found: FoundDemand[] = [];
	for (const [at, word] of words.entries()) {
		// »Indre By«: the second word alone would be any town.
		const pair = word === 'indre' && words[at + 1] === 'by' ? ['indre_by'] : undefined;
		const district = pair ?? districtWords.get(word) ?? districtOfPostcode(word);
		if (district) found.push({ at, demand: { kind: 'district', codes: district } });
		const language = languageWords.get(word);
		if (language) found.push({ at, demand: { kind: 'language', codes: [language] } });
		// »Sidder alene hver aften« says when it is hard, not when it should be open.
		const open = isWhenever(words, at) ? undefined : openWords.get(word);
		if (open) found.push({ at, demand: { kind: 'open', codes: open } });
		if (freeWords.has(word)) found.push({ at, demand: { kind: 'free' } });
		const overDevice = through.has(words[at - 1] ?? '') ? devices.get(word) : undefined;
		if (overDevice) found.push({ at, demand: { kind: 'mode', codes: overDevice } });
		if (onlineWords.has(word)) found.push({ at, demand: { kind: 'mode', codes: ['online'] } });
	}
	return found;
}

/** Who the query is about, as far as it says. */
export function personIn(words: readonly string[]): Person {
	const relations = relationsIn(words);
	const own = words.filter((_, at) => !relations.has(at));
	const woman = own.some((word) => womanWords.has(word));
	const man = own.some((word) => manWords.has(word));
	const gender = woman === man ? speakerOf(words, relations) : woman ? 'women' : 'men';
	const age = ageIn(own);
	return { ...(gender && { gender }), ...(age && { age }) };
}

/** Whether a word says no more than whom it is for. */
export const saysWho = (word: string): boolean => womanWords.has(word) || manWords.has(word) || ageWords.has(word);

/** The place of the first word that says for which gender, of the citizen and not of somebody near. */
export function genderAt(words: readonly string[]): number | undefined {
	const relations = relationsIn(words);
	const at = words.findIndex((word, index) => !relations.has(index) && (womanWords.has(word) || manWords.has(word)));
	return at < 0 ? undefined : at;
}

/** The place of a word that names an age without years: »unge«, »ældre«. Children come with their parents. */
export function namedAgeAt(words: readonly string[]): number | undefined {
	const at = words.findIndex((word) => (ageWords.get(word)?.[1] ?? 0) > 17);
	return at < 0 ? undefined : at;
}

/** The places of the words that say an age in years: »65 år« is nothing to look for in a text. */
export function ageAt(words: readonly string[]): number[] {
	const at = words.findIndex((word, index) => /^\d/u.test(word) && yearsAt(words, index) !== undefined);
	if (at < 0) return [];
	return yearWord.test(words[at + 1] ?? '') ? [at, at + 1] : [at];
}

const yearWord = /^(?:år|årig|årige|års|years?)$/u;

/** The ages, in years, that a number at this place says. */
function yearsAt(words: readonly string[], at: number): readonly [number, number] | undefined {
	const word = words[at] ?? '';
	const years = Number(/^(\d{1,2})(?:årig|åriges?|årige)?$/u.exec(word)?.[1] ?? NaN);
	if (Number.isNaN(years)) return undefined;
	const before = words[at - 1];
	const isYears = /årig/u.test(word) || yearWord.test(words[at + 1] ?? '');
	if (before === 'over') return [years, 100];
	if (before === 'under') return [0, years - 1];
	// »En på 17«, »hun er 43«: nothing else is told so of somebody.
	return isYears || (before === 'på' && people.has(words[at - 2] ?? '')) ? [years, years] : undefined;
}

const people = new Set(
	'en mand kvinde ung dreng pige borger person søn datter mor far ældre dame fyr knægt'.split(' '),
);

function ageIn(words: readonly string[]): readonly [number, number] | undefined {
	for (const at of words.keys()) {
		const years = yearsAt(words, at);
		if (years) return years;
	}
	const named = words.map((word) => ageWords.get(word)).filter((bounds) => bounds !== undefined);
	// »unge med børn« names two: whose age an offer's bounds are about is then anybody's guess.
	return named.length > 0 && named.every((bounds) => bounds === named[0]) ? named[0] : undefined;
}
