/**
 * Readability of Danish (Björnsson's läsbarhetsindex): words per sentence plus the percentage of words longer than six
 * letters. Below 25 very easy, below 35 easy, above 55 very hard.
 * @param passages each ends a sentence, also a heading or list item without a full stop
 */
export function lix(passages: readonly string[]): number {
	let words = 0;
	let long = 0;
	let sentences = 0;
	for (const passage of passages) {
		for (const sentence of passage.split(/[.!?:]+(?:\s|$)/)) {
			const found = sentence.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? [];
			if (found.length === 0) continue;
			sentences += 1;
			words += found.length;
			long += found.filter((word) => word.length > 6).length;
		}
	}
	return words === 0 ? 0 : words / sentences + (100 * long) / words;
}
