import { englishCommon, englishFamilies, englishSmall, inBothLanguages } from './english-words.ts';
import { english } from './thesaurus/english/index.ts';
import { words, wordSet } from './words.ts';

/*
 * English words and their forms. The Danish stemmer makes a »bil« of »bills« and a »husband« is no »hus« with a »bånd«:
 * what is an English word and no Danish one is treated as English wherever it stands, in a query or in an offer.
 */

/** Words that are Danish ones as well, with the English forms of them: these stay as they are in Danish. */
const danishToo = wordSet(`
	absence adhd aerobics aids alzheimer anorexia app arm art arthritis assemble assessor association at babysitter
	backgammon bad badminton bag ball ballet band bandage bank basic basketball beboerhus bed big biker billiards
	bingo bipolar bisidder blackout blind blisters boks bonus book boot borderline borger boss bridge buddhist
	budget bulimia bus by cafe camp cannabis case casino center centre cerebral chance chat cholesterol city client
	coach coaching coke collage coma computer covid cpr crack cricket cup cv damp demonstration deportation
	depression det diabetes dialog die digital dk dog donation dope double downtown drag driver drums duvet ecstasy
	eleven email end escort essay ex fags familieretshuset far fare farm farsi fast fat film final fine finish fit
	flashback flextrafik fogedret for force form former forward frikort fritidsjob fritidspas front fund fuse
	gaming gang garden gas gave gear genbrug genital gift god golden gospel gran guide had hall hammer hamper
	handicap handle hang has hash have her hindu his hiv hold hospital hotline hygge hyper imam in incest
	institutions instrument insulin integration interim internet interview inuit is islam isolation it jam job
	jobcenter jog jogging joint judo karaoke karate kit klarna kommune kommunen koran kulturhus kulturpas laptop
	leg legal legat legater let lgbt lgbtq libido lift line linen list listen log login love ludomani lupus mad
	mail male man management massage meditation men menopause mentor miserable mitid mod model moment moms moral ms
	multiple museum muslim nature nemid non normal note ocd od offer online opera opholdstilladelse opioids
	organisation outsider over palliative park parkinson part partner party pastor patient peer person pilates plan
	poems point poker police polish pool pop post pot pram print printer private problem proper prostitution
	protest ptsd pub public puff punches queer quiz ramadan rap rehabilitation remission rent reparationscafe
	reserve resolution revision rickshaw ring rollator roma roulette rugby sans scabies scan scratch screen send
	senile senior sent set sex side simple single sit situation skat skate skateboard skattestyrelsen slip slot
	smartphone snus social sociale socialt sofa somali sort spare special speed split sponsor sport sprogcafe
	stalker stalking stamps stand start sti stole stop stress support supporter sure surfing switch system tablet
	tag taxi team tech teenage teenager tennis terminal test till time tivoli to toaster toilet top total tour
	tourette tramadol trans transport type tyre ufrivilligt under urdu veteran video visitation vold volleyball
	weekend yoga zip zipper
`);
/** Forms of English words that are other words in Danish. */
const danishForms = wordSet(`
	gamer killing killings backups balances breakdowns burnouts coffees crashes crosses dating dealers falses fragiles glads heroins
	hospices immigrations junks knives liquors mades mam masses mathed mediations mediators mentals mixes
	mutilations nana negatives networking nices nors ovenned overtimes paranoias paranoids participations pres
	program programs promotions pyjamas ran rating redundants relevants religions rode rottens saling sang soccers
	stores sweaters tights tosses universals vaccinations vodkas wagons wrestlings sat last
`);

/** Forms of a word that follow the rule, the word itself first. */
function formsOf(word: string): string[] {
	if (word.length < 3 || /[^a-z]/u.test(word)) return [word];
	if (/[^aeiou]y$/u.test(word)) {
		const short = word.slice(0, -1);
		return [word, `${short}ies`, `${short}ied`, `${word}ing`];
	}
	if (/e$/u.test(word)) {
		const short = word.slice(0, -1);
		return [word, `${word}s`, `${word}d`, `${short}ing`];
	}
	if (/(?:s|x|z|ch|sh)$/u.test(word)) return [word, `${word}es`, `${word}ed`, `${word}ing`];
	const doubled = /(?:^|[^aeiou])[aeiou][bdglmnprt]$/u.test(word) ? word + (word.at(-1) ?? '') : word;
	return [word, `${word}s`, `${doubled}ed`, `${doubled}ing`];
}

const families = englishFamilies
	.trim()
	.split('\n')
	.map((line) => line.split(' '));

/** The words of the vocabulary that are English alone, as written. */
const written = new Set(
	[
		...englishSmall,
		...englishCommon,
		...english.flatMap((lines) => lines.split('\n').flatMap(listed)).flatMap(words),
	].filter((word) => /^[a-z]{2,}$/u.test(word)),
);

/** What stands behind the name of the concept and the kind of the line. */
function listed(line: string): string {
	return line.slice(line.indexOf(':') + 1);
}

function allForms(): Map<string, string> {
	const found = new Map<string, string>();
	const learn = (form: string, base: string) => {
		if (!danishToo.has(form) && !danishForms.has(form) && !found.has(form)) found.set(form, base);
	};
	for (const [base = '', ...forms] of families) for (const form of [base, ...forms]) learn(form, base);
	// The shorter word first: »drinking« is a form of »drink« and no word of its own.
	for (const word of [...written].sort((a, b) => a.length - b.length)) {
		if (found.has(word) || danishToo.has(word)) continue;
		// Small words have no forms: »outing« is none of »out«.
		for (const form of englishSmall.has(word) ? [word] : formsOf(word)) learn(form, word);
	}
	return found;
}

/** English form → its stem. */
export const englishForms: ReadonlyMap<string, string> = allForms();

/** English words as they are written, for finding what a misspelt one was meant to be. */
export const englishWritten: ReadonlySet<string> = written;

/** Whether a word, folded, is English and not Danish. */
export const isEnglishWord = (word: string): boolean => englishForms.has(word);

/** Forms of English words that are in any conversation. */
export const commonEnglish: ReadonlySet<string> = new Set([
	...[...englishSmall].filter((word) => !inBothLanguages.has(word)),
	...[...englishForms].flatMap(([form, base]) => (englishCommon.has(base) || englishCommon.has(form) ? [form] : [])),
]);
