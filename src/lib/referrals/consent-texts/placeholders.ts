import { DomainError } from '../../errors.ts';
import type { Direction } from './languages.ts';

/** Every placeholder a text or word may hold. */
export const placeholders = [
	'authority',
	'centre',
	'caseworker',
	'organisation',
	'offer',
	'purpose',
	'phone',
	'expires',
	'date',
	'dpo',
	'days',
] as const;
export type Placeholder = (typeof placeholders)[number];

const pattern = /\{([^{}]*)\}/g;

/** The placeholders of a template, once each, sorted. */
export function placeholdersIn(template: string): string[] {
	return [...new Set([...template.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}

/**
 * Puts the values in. Values are not read again, so a brace in a name stays a brace.
 * In a right-to-left text every value is isolated (U+2068 … U+2069): without it a Danish name or a phone number drags
 * the punctuation and digits around it out of order.
 * @throws DomainError 500 `consent.unknown_placeholder` (details: placeholder), `consent.missing_value` when a value is
 * absent or blank: a text with a hole in it must never reach a citizen
 */
export function fill(
	template: string,
	values: Readonly<Partial<Record<Placeholder, string>>>,
	direction: Direction,
): string {
	return template.replace(pattern, (_, name: string) => {
		if (!(placeholders as readonly string[]).includes(name)) {
			throw new DomainError('consent.unknown_placeholder', 500, `There is no {${name}}.`, { placeholder: name });
		}
		const value = values[name as Placeholder]?.trim();
		if (!value) throw new DomainError('consent.missing_value', 500, `{${name}} has no value.`, { placeholder: name });
		return direction === 'rtl' ? `\u2068${value}\u2069` : value;
	});
}
