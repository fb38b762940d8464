/** Letters that are written in several ways, brought to the Danish one: Aarhus and Århus, Malmö and Malmø. */
const spellings: Readonly<Record<string, string>> = {
	ä: 'æ',
	ö: 'ø',
	ü: 'y',
	ß: 'ss',
	ð: 'd',
	þ: 'th',
	ł: 'l',
	œ: 'ø',
};

// eslint-disable-next-line no-control-regex -- all of ASCII, control characters too
const accented = /[^\u0000-\u007fæøå]/u;
const marks = /\p{M}/gu;
const spelledOtherwise = /[äöüßðþłœ]/gu;

/** Danish letters fall apart into letter and mark like foreign ones do, and must not. */
function plainLetters(word: string): string {
	let plain = '';
	for (const letter of word.replaceAll(spelledOtherwise, (found) => spellings[found] ?? found)) {
		plain +=
			letter === 'æ' || letter === 'ø' || letter === 'å' ? letter : letter.normalize('NFD').replaceAll(marks, '');
	}
	return plain;
}

/**
 * One word as search sees it: small letters, æøå kept, aa as å, no other marks.
 * @param word without spaces or signs
 */
export function fold(word: string): string {
	const lower = word.toLowerCase();
	const plain = accented.test(lower) ? plainLetters(lower.normalize('NFC')) : lower;
	return plain.includes('aa') ? plain.replaceAll('aa', 'å') : plain;
}

const wordPattern = /§?[\p{L}\p{N}]+/gu;
const wordOrGenitive = /§?[\p{L}\p{N}]+(?:['’]s)?/gu;
const genitive = /['’]s$/u;
/** »§ 85«, »§§ 85« and »paragraf 85« are one word: the number alone would be any number. */
const paragraph = /(?:§+|\bparagraf)\s*(?=\d)/giu;
/** »Can't« and »doesn’t« are two words. */
const cannot = /\bcan['’]t\b/giu;
const shortNot = /n['’]t\b/giu;

/** The words of a text as written. A hyphen parts words: `peer-støtte` is two. */
export function writtenWords(written: string): string[] {
	// Most texts have none of these, and a whole catalogue is read through here.
	const text = written.includes('§') || written.includes('aragraf ') ? written.replace(paragraph, '§') : written;
	if (!text.includes("'") && !text.includes('’')) return text.match(wordPattern) ?? [];
	const spelledOut = text.replaceAll(cannot, 'can not').replaceAll(shortNot, ' not');
	return spelledOut.match(wordOrGenitive)?.map((word) => word.replace(genitive, 's')) ?? [];
}

/** The words of a text, folded. */
export const words = (text: string): string[] => writtenWords(text).map(fold);

/** How somebody without Danish keys may write a letter, and how unlikely it is that it was meant. */
const pairs: Readonly<Record<string, string>> = { ae: 'æ', oe: 'ø' };
const letters: Readonly<Record<string, readonly (readonly [meant: string, unlikely: number])[]>> = {
	o: [['ø', 1]],
	a: [
		['å', 1],
		['æ', 1.5],
	],
	e: [['æ', 1.5]],
};

/** More ways to write a word than this, and its last letters are taken as they stand. */
const mostVariants = 64;

/**
 * The Danish spellings an ASCII one may stand for: `hjemlos` may be `hjemløs`, `noerrebro` `nørrebro`.
 * @returns the most likely first, without the word itself
 */
export function danishSpellings(word: string): string[] {
	let variants: { text: string; unlikely: number }[] = [{ text: '', unlikely: 0 }];
	for (let at = 0; at < word.length;) {
		const two = word.slice(at, at + 2);
		const pair = pairs[two];
		const written = pair ? two : (word[at] ?? '');
		const ways = pair ? ([[pair, 0]] as const) : (letters[written] ?? []);
		const choices = [[written, pair ? 1 : 0] as const, ...ways];
		const kept = variants.length * choices.length > mostVariants ? choices.slice(0, 1) : choices;
		variants = variants.flatMap(({ text, unlikely }) =>
			kept.map(([letter, more]) => ({ text: text + letter, unlikely: unlikely + more })),
		);
		at += written.length;
	}
	return variants
		.filter(({ text }) => text !== word)
		.sort((a, b) => a.unlikely - b.unlikely)
		.map(({ text }) => text);
}

/** A list of folded words, parted by spaces or lines. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));
