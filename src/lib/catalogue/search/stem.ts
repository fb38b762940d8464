import { englishForms } from './english-forms.ts';
import { irregularForms } from './irregular-forms.ts';

/*
 * The Danish algorithm of the Snowball project (its description, not its code), with additions: irregular forms have
 * one stem, the t of an adjective is cut, English words go by their own rules, and `root` goes one step
 * further than inflection.
 */

const isVowel = (letter: string | undefined) => letter !== undefined && 'aeiouyæøå'.includes(letter);

/** Longest first, as the algorithm asks. */
const endings = (
	'erendes erende hedens ethed erede heden heder endes ernes erens erets ered ende erne eren erer heds enes eres ' +
	'eret hed ene ere ens ers ets en er es et e'
).split(' ');
const lettersBeforeS = 'abcdfghjklmnoprtvyzå';

/** Where the part begins in which endings may be cut: after the first consonant that follows a vowel, and never before the third letter. */
function regionStart(word: string): number {
	let at = 0;
	while (at < word.length && !isVowel(word[at])) at++;
	while (at < word.length && isVowel(word[at])) at++;
	return Math.max(at + 1, 3);
}

function cutInflection(word: string, start: number): string {
	for (const ending of endings) {
		if (word.endsWith(ending) && word.length - ending.length >= start) return word.slice(0, -ending.length);
	}
	const beforeS = word.at(-2);
	if (word.endsWith('s') && word.length - 1 >= start && beforeS && lettersBeforeS.includes(beforeS)) {
		return word.slice(0, -1);
	}
	return word;
}

function cutConsonantPair(word: string, start: number): string {
	return /(?:gd|dt|gt|kt)$/u.test(word) && word.length - 2 >= start ? word.slice(0, -1) : word;
}

function cutDerivation(word: string, start: number): string {
	const base = word.endsWith('igst') ? word.slice(0, -2) : word;
	if (base.endsWith('løst') && base.length - 4 >= start) return base.slice(0, -1);
	for (const ending of ['elig', 'els', 'lig', 'ig']) {
		if (base.endsWith(ending) && base.length - ending.length >= start) {
			return cutConsonantPair(base.slice(0, -ending.length), start);
		}
	}
	return base;
}

/** The t of an adjective: kreativt, socialt, individuelt, ensomt. */
function cutNeuter(word: string): string {
	return word.length >= 6 && /(?:iv|al|el|ær|om)t$/u.test(word) ? word.slice(0, -1) : word;
}

function cutDouble(word: string, start: number): string {
	const last = word.at(-1);
	return last === word.at(-2) && !isVowel(last) && word.length - 1 >= start ? word.slice(0, -1) : word;
}

/**
 * What all inflected forms of a word share: `besøgsvenner` → `besøgsven`, `ensomme` and `ensomhed` → `ensom`.
 * @param word folded
 */
export function stem(word: string): string {
	const irregular = irregularForms.get(word) ?? englishForms.get(word);
	if (irregular !== undefined) return irregular;
	if (word.length < 4) return word;
	const start = regionStart(word);
	const cut = cutInflection(word, start);
	const result = cutNeuter(cutDouble(cutDerivation(cutConsonantPair(cut, start), start), start));
	return result.length > 4 && result.endsWith('y') ? `${result.slice(0, -1)}i` : result;
}

/**
 * What a stem shares with the words it is made of or makes: `rådgivning` → `rådgiv` as in rådgiver, `svømning` → `svøm`.
 * @returns the stem itself where nothing can be cut
 */
export function root(stemmed: string): string {
	for (const ending of ['ning', 'skab', 'ing', 'dom']) {
		const rest = stemmed.slice(0, -ending.length);
		if (stemmed.endsWith(ending) && rest.length >= 3 && /[aeiouyæøå]/u.test(rest)) return cutDouble(rest, 3);
	}
	return stemmed;
}
