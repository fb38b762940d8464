/**
 * The page numbers to show: first, last, and those around the current one; null is a gap.
 * @param page counted from 1
 */
export function pageNumbers(page: number, pages: number): (number | null)[] {
	const near = new Set([1, 2, page - 1, page, page + 1, pages - 1, pages].filter((n) => n >= 1 && n <= pages));
	const numbers = [...near].sort((a, b) => a - b);
	return numbers.flatMap((n, index) => {
		const gap = n - (numbers[index - 1] ?? 0) - 1;
		// A gap of one page is shown as that page: three dots would take the same room.
		return gap === 0 ? [n] : gap === 1 ? [n - 1, n] : [null, n];
	});
}

/** The page an address asks for, counted from 1; anything odd is the first. */
export function pageOf(text: string | null): number {
	const page = Number(text ?? 1);
	return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}
