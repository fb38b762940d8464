/** Words in addresses: `/offers/gaeldscafe-den-blaa-baenk`. */

const longest = 70;
/** Letters that do not come apart into a Latin one and a mark. */
const letters: Readonly<Record<string, string>> = {
	æ: 'ae',
	ø: 'oe',
	å: 'aa',
	ä: 'ae',
	ö: 'oe',
	ß: 'ss',
	œ: 'oe',
	ð: 'd',
	þ: 'th',
	đ: 'd',
	ł: 'l',
	ı: 'i',
};

/**
 * A text as lower-case Latin letters, digits and hyphens; æøå become ae, oe, aa, as Danes write them without their keys.
 * @returns at most 70 characters, cut between words; empty when nothing of the text is Latin
 */
export function slugify(text: string): string {
	const slug = text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[æøåäößœðþđłı]/gu, (letter) => letters[letter] ?? '')
		.normalize('NFKD')
		.replace(/[\p{M}'’‘`´]/gu, '')
		.replace(/[^a-z0-9]+/gu, '-')
		.replace(/^-+|-+$/gu, '');
	if (slug.length <= longest) return slug;
	const cut = slug.lastIndexOf('-', longest);
	return slug.slice(0, cut > longest / 2 ? cut : longest);
}

/**
 * A slug nobody has: the first word, else the words joined with the next, else with the beginning of the id.
 * @param words from the shortest readable name to what tells it apart, e.g. the offer's name and its organisation's
 * @param id hexadecimal; the same id always gets the same ending
 * @param taken slugs in use; the result is added
 * @param fallback when the words hold nothing Latin
 */
export function claimSlug(words: readonly string[], id: string, taken: Set<string>, fallback: string): string {
	const parts = words.map(slugify).filter((part) => part !== '');
	const first = parts[0] ?? fallback;
	const readable = parts.map((_, index) => slugify(parts.slice(0, index + 1).join(' ')));
	const digits = id.replaceAll('-', '');
	const withId = [6, 12, digits.length].map((length) => `${first}-${digits.slice(0, length)}`);
	const candidates = parts.length > 0 ? [...readable, ...withId] : withId;
	const slug = candidates.find((candidate) => !taken.has(candidate));
	if (slug === undefined) throw new Error(`two rows have the id ${id}`);
	taken.add(slug);
	return slug;
}
