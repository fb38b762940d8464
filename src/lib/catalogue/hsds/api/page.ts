import type { HsdsObject } from '../write/object.ts';

/** The page of a list, as HSDS 3.0's API describes it. */
export interface Page {
	total_items: number;
	total_pages: number;
	page_number: number;
	size: number;
	first_page: boolean;
	last_page: boolean;
	empty: boolean;
	contents: HsdsObject[];
}

/** A page behind the last is empty, and says how many there are. */
export function pageOf(contents: HsdsObject[], total: number, page: number, perPage: number): Page {
	const pages = Math.max(1, Math.ceil(total / perPage));
	return {
		total_items: total,
		total_pages: pages,
		page_number: page,
		size: contents.length,
		first_page: page === 1,
		last_page: page >= pages,
		empty: contents.length === 0,
		contents,
	};
}
