/**
 * The beginning of a text, for where there is room for so much only: whole words, and three dots where something is left out.
 * @param length letters at most, the dots included
 */
export function excerpt(text: string, length: number): string {
	const whole = text.trim().replace(/\s+/g, ' ');
	if (whole.length <= length) return whole;
	const cut = whole.slice(0, length - 1);
	const words = cut.lastIndexOf(' ') > length / 2 ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
	return `${words.replace(/[\s,.;:–-]+$/, '')}…`;
}
