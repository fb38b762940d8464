import { z } from 'zod';
import { m } from '../paraglide/messages.js';

/** Longer than any name; a list is no place for a story. */
export const longestName = 80;

/** Digits enough for a CPR number, with or without its hyphen: a list is shared with others. */
const looksLikeCpr = /\d{6}[\s-]?\d{4}/u;

export const listName = z
	.string()
	.trim()
	.min(1, { error: () => m.lists_name_missing() })
	.max(longestName, { error: () => m.lists_name_long({ count: longestName }) })
	.refine((name) => !looksLikeCpr.test(name), { error: () => m.lists_name_no_cpr() });

export const renameForm = z.object({ name: listName });
export const removeForm = z.object({ offer: z.uuid() });
export const addForm = z.object({
	offer: z.uuid(),
	list: z.union([z.uuid(), z.literal('new'), z.literal('')]).default(''),
});
