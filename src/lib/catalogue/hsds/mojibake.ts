import { cp437Bytes, cp850Bytes, squeezed, westernBytes } from './codepages.ts';

/*
 * UTF-8 that somebody read with the wrong code page. Each garbled run is judged for itself: it must turn into valid
 * UTF-8, and what comes out must be something people write. Proper Danish, Spanish or French stays as it is, because
 * its letters stand next to plain letters and so never form a valid sequence; where they could ("PÅ”", "MØ«": a capital
 * before a closing quotation mark) the run is left alone.
 */

const inClass = (characters: Iterable<string>) =>
	[...characters].map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`).join('');
const between = (bytes: ReadonlyMap<string, number>, from: number, to: number) =>
	inClass([...bytes].filter(([, byte]) => byte >= from && byte <= to).map(([character]) => character));

/** A run of sequences: a lead byte and its one to three continuation bytes, as characters of that code page. */
function runs(bytes: ReadonlyMap<string, number>): RegExp {
	const rest = `[${between(bytes, 0x80, 0xbf)}]`;
	const two = `[${between(bytes, 0xc2, 0xdf)}]${rest}`;
	const three = `[${between(bytes, 0xe0, 0xef)}]${rest}{2}`;
	const four = `[${between(bytes, 0xf0, 0xf4)}]${rest}{3}`;
	return new RegExp(`(?:${four}|${three}|${two})+`, 'gu');
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(run: string, bytes: ReadonlyMap<string, number>): string | undefined {
	try {
		return utf8.decode(Uint8Array.from([...run], (character) => bytes.get(character) ?? 0));
	} catch {
		// Not valid UTF-8: the run is proper text that happens to look like it.
		return undefined;
	}
}

/** Letters and signs of western Europe, punctuation, euro, trademark, byte order mark, emoji: believed alone. */
const believable =
	/^[\u0080-\u00FF\u02C6\u02DC\u2010-\u203A\u200B-\u200D\u20AC\u2122\uFEFF\uFE0F\u{1F000}-\u{1FAFF}]$/u;
/** Polish, Czech, Turkish: not believed when it stands alone and looks like the end of a quotation. */
const centralEuropean = /^[\u0100-\u024F]$/u;
const closers = /[’‘”“„»«›‹–—…•"]/u;

/** Undoes one run, sequence by sequence: other scripts are believed as words, not as a stray letter. */
function undo(run: string, bytes: ReadonlyMap<string, number>): string {
	const meant = decode(run, bytes);
	if (meant === undefined) return run;
	const lettersOfWords = meant.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
	const isWord = lettersOfWords >= 3 || (lettersOfWords === 2 && !closers.test(run));
	const seen = [...run];
	return [...meant]
		.map((character) => {
			const raw = seen.splice(0, new TextEncoder().encode(character).length).join('');
			if (believable.test(character)) return character;
			if (centralEuropean.test(character) && (raw !== run || !closers.test(raw))) return character;
			return isWord && /[\p{L}\p{M}\p{N}]/u.test(character) ? character : raw;
		})
		.join('');
}

const westernRuns = runs(westernBytes);
const dosPages = [cp437Bytes, cp850Bytes].map((bytes) => ({ bytes, pattern: runs(bytes) }));
/** Box drawing never stands in prose; without it CP437's letters (Ç, ü, é …) are ordinary ones. */
const boxes = /[├┬Γ]|ÔÇ/u;

function misreadOnce(text: string): string {
	let result = text.replace(westernRuns, (run) => undo(run, westernBytes));
	if (!boxes.test(result)) return result;
	for (const { bytes, pattern } of dosPages) result = result.replace(pattern, (run) => undo(run, bytes));
	return result;
}

const letters = Array.from({ length: 64 }, (_, index) => String.fromCharCode(0xc0 + index)).join('');
const strongSqueezes = squeezeTable([...'‘’“”–—‑‐…•€™‹›\u200B\u200D\uFEFF'].map((character) => [character, character]));
/** C1 controls are Windows-1252 punctuation that was never converted; three of them lost their first byte. */
const weakSqueezes = squeezeTable([
	...(['©', '®', '\u00A0', '°', '«', '»', '§', '½', '¿', '¡'] as const).map((sign) => [sign, sign] as const),
	...[...'‘’“”–—…'].map((mark) => [String.fromCharCode(westernBytes.get(mark) ?? 0), mark] as const),
	['\u0080\u0099', '’'],
	['\u0080\u009C', '“'],
	['\u0080\u009D', '”'],
	['\u0080\u0093', '–'],
	['\u0080\u0094', '—'],
	['\u0080', ''],
	...[...letters].map((letter) => [letter, letter] as const),
]);

/** Longest first, and the first of two that look alike wins; two plain ASCII characters are never believed. */
function squeezeTable(pairs: readonly (readonly [meant: string, becomes: string])[]) {
	const table = new Map<string, string>();
	for (const [meant, becomes] of pairs) {
		const seen = squeezed(meant);
		if (/[^\x20-\x7E]/u.test(seen) && !seen.includes('¦') && !table.has(seen)) table.set(seen, becomes);
	}
	const escape = (text: string) => text.replaceAll(/[+*?.()[\]{}|^$\\]/gu, '\\$&');
	const keys = [...table.keys()].sort((a, b) => b.length - a.length);
	return { table, pattern: new RegExp(keys.map(escape).join('|'), 'gu') };
}

/**
 * Whether a text shows UTF-8 read as code page 437 and then squeezed into Windows-1252 (an apostrophe becomes "GÇÖ").
 * It is the sign that the rest of that source went the same way.
 */
export function looksSqueezed(text: string): boolean {
	return /GÇ[ÖÿôöæÉ£¥ª]|Gé¼|Gäó/u.test(text);
}

function unsqueeze(text: string): string {
	return (
		text
			.replace(strongSqueezes.pattern, (seen) => strongSqueezes.table.get(seen) ?? seen)
			.replace(weakSqueezes.pattern, (seen) => weakSqueezes.table.get(seen) ?? seen)
			// ñ, ó, ò and ú all end up as "+¦". Spanish tells some apart by what is around; the rest is left.
			.replace(/(?<=\bpr|\bc)\+¦(?=xim|mo)|\+¦(?=n(?:\P{L}|$|ic))/gu, 'ó')
			.replace(/(?<!\p{L})\+¦(?=til|nic|ltim)|(?<=\bre)\+¦(?=ne)/gu, 'ú')
			.replace(/(?<=[aeiou])\+¦(?=[aeiou])/gu, 'ñ')
	);
}

/**
 * Puts garbled characters right; a text without any comes back unchanged.
 * @param squeezedSource the source as a whole was squeezed (see `looksSqueezed`): signs that would be too weak in any
 *   other text, such as "+í" for á, are then read too.
 */
export function repairMojibake(text: string, squeezedSource = false): string {
	// eslint-disable-next-line no-control-regex -- plain ASCII is the common case and needs no look
	if (/^[\x00-\x7F]*$/u.test(text)) return text;
	let result = squeezedSource ? unsqueeze(text) : text;
	// Text can have been misread more than once.
	for (let round = 0; round < 3; round++) {
		const next = misreadOnce(result);
		if (next === result) break;
		result = next;
	}
	return result;
}
