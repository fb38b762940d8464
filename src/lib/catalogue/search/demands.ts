import type { Weekday } from '../opening-hours.ts';
import { wordSet } from './words.ts';

/** Something in a query that is a fact about an offer rather than a word in it. */
export type Demand =
	| { readonly kind: 'district'; readonly codes: readonly string[] }
	| { readonly kind: 'language'; readonly codes: readonly string[] }
	| { readonly kind: 'open'; readonly codes: readonly (Weekday | 'weekend' | 'evening' | 'night')[] }
	| { readonly kind: 'free' }
	| { readonly kind: 'mode'; readonly codes: readonly string[] };

/** Each word of the lines with what it means. */
export const table = <T>(lines: readonly (readonly [words: string, meaning: T])[]): ReadonlyMap<string, T> =>
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

const leadsToCity = wordSet('the this my our new big a');
/** »I am new in the city« speaks of all of it, »i city« of the middle. */
const isAnyCity = (words: readonly string[], at: number): boolean =>
	words[at] === 'city' && leadsToCity.has(words[at - 1] ?? '');

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
	['færøsk faroese', 'fo'],
	['islandsk icelandic', 'is'],
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
	['mandag mandage mandagen mandagene mandagsåben monday mondays', ['MO']],
	['tirsdag tirsdage tirsdagen tuesday tuesdays', ['TU']],
	['onsdag onsdage onsdagen wednesday wednesdays', ['WE']],
	['torsdag torsdage torsdagen thursday thursdays', ['TH']],
	['fredag fredage fredagen friday fridays', ['FR']],
	['lørdag lørdage lørdagen lørdagsåben saturday saturdays', ['SA']],
	['søndag søndage søndagen søndagsåben sunday sundays', ['SU']],
	['weekend weekenden weekender weekenderne weekends', ['weekend']],
	['aften aftenen aftener aftenerne aftenåben aftenåbent evening evenings', ['evening']],
	['nat natten nætter natåben natåbent natåbne døgnåbne døgnvagt døgnet døgnåben døgnåbent night nights', ['night']],
]);

const wheneverWords = new Set(['hver', 'hele', 'every', 'all']);
const freeWords = new Set(['gratis', 'free']);
const payWords = wordSet('betaling betale gebyr brugerbetaling payment paying cost charge fee fees');
const noneWords = wordSet('uden ingen without no');
/** »Uden betaling«, »uden at betale«, »koster ikke noget«. */
const isWithoutPay = (words: readonly string[], at: number): boolean => {
	const before = words[at - 1] === 'at' ? words[at - 2] : words[at - 1];
	return (
		(payWords.has(words[at] ?? '') && noneWords.has(before ?? '')) ||
		(words[at] === 'koster' && words[at + 1] === 'ikke') ||
		(words[at] === 'cost' && words[at - 1] === 'not')
	);
};
/** »Drug-free«, »tax-free card« and »free time« cost what they cost. */
const freeOf = wordSet('tax drug drugs alcohol smoke rent social step barrier');
const isFree = (words: readonly string[], at: number): boolean =>
	freeWords.has(words[at] ?? '') && !freeOf.has(words[at - 1] ?? '') && !['time', 'from'].includes(words[at + 1] ?? '');
const onlineWords = new Set(['online', 'video', 'videoopkald', 'chat']);
/** »Alt foregår på nettet« tells, and asks for nothing online. */
const nets = new Set(['nettet', 'internettet']);

/** »Hjælp over telefonen« says how, while »hjælp til telefonen« says with what. */
const through = new Set(['over', 'via', 'per', 'pr', 'på', 'i', 'by', 'on']);
const devices = table<readonly string[]>([
	['skærm skærmen zoom teams skype internettet nettet', ['online']],
	['telefon telefonen mobilen phone', ['phone']],
]);

export interface FoundDemand {
	readonly demand: Demand;
	/** the word in the query that said so */
	readonly at: number;
}

/** So few words tell no story: a time among them is when it should be. */
const mostOfNoStory = 5;
const telling = wordSet(
	'jeg han hun vi de er har skal skulle havde min mit mine vores borgeren she he is was my am im ive',
);
const tonight = new Set(['nat', 'aften']);
const joining = wordSet('og når hvis fordi mens som der men at selvom and when if because who that but so');
const asking =
	wordSet(`hvor hvem hvad kan kunne må sted hjælp hjælpe tilbud noget nogen brug søger leder mangler gerne åben åbent åbne åbner
	holder café cafe værested mødes where who what can open help need place something`);

/** Whether a time tells when the trouble is, as in »han går rundt om natten og kan ikke finde hjem«. */
function isTold(words: readonly string[], at: number): boolean {
	if (words.length <= mostOfNoStory || !words.some((word) => telling.has(word))) return false;
	// »I nat« is when help is wanted.
	if (words[at - 1] === 'i' && tonight.has(words[at] ?? '')) return false;
	const from = words.findLastIndex((word, index) => index < at && joining.has(word)) + 1;
	// »Skal være ude på fredag« is a date: what is asked after it is not when.
	const to = words[at - 1] === 'på' && openWords.has(words[at] ?? '') ? at : at + 3;
	return !words
		.slice(from, to)
		.some((word, index) => asking.has(word) && !['ikke', 'not'].includes(words[from + index + 1] ?? ''));
}

/** Whether the word is a time that only says when it is hard: »alene hver aften«. */
export const isWhenever = (words: readonly string[], at: number): boolean =>
	openWords.has(words[at] ?? '') && (wheneverWords.has(words[at - 1] ?? '') || isTold(words, at));

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
		const district = pair ?? (isAnyCity(words, at) ? undefined : districtWords.get(word)) ?? districtOfPostcode(word);
		if (district) found.push({ at, demand: { kind: 'district', codes: district } });
		const language = languageWords.get(word);
		if (language) found.push({ at, demand: { kind: 'language', codes: [language] } });
		// »Sidder alene hver aften« says when it is hard, not when it should be open.
		const open = isWhenever(words, at) ? undefined : openWords.get(word);
		if (open) found.push({ at, demand: { kind: 'open', codes: open } });
		if (isFree(words, at) || isWithoutPay(words, at)) found.push({ at, demand: { kind: 'free' } });
		const before = words[at - 1] === 'the' ? words[at - 2] : words[at - 1];
		const tellsOfNet = nets.has(word) && isTold(words, at);
		const overDevice = through.has(before ?? '') && !tellsOfNet ? devices.get(word) : undefined;
		if (overDevice) found.push({ at, demand: { kind: 'mode', codes: overDevice } });
		if (onlineWords.has(word)) found.push({ at, demand: { kind: 'mode', codes: ['online'] } });
	}
	return found;
}
