/** What a form held, by field name; a field with several values has a list. */
type Values = Record<string, string | string[] | undefined>;

/** Ids of fields: the error summary links to them. */
export const fieldId = (name: string): string => `f-${name}`;

/**
 * What a field shows: what was just refused, else what was typed before a session ended, else what is stored.
 * @param form the page's `form` prop · @param kept from `takeKeptForm`
 */
export function fieldValue(
	form: { values?: Values } | null | undefined,
	kept: Values | null | undefined,
	name: string,
	fallback = '',
): string {
	const value = form?.values?.[name] ?? kept?.[name];
	return (Array.isArray(value) ? value[0] : value) ?? fallback;
}

/** The same for a field with several values (checkboxes). A submitted form without the field means none. */
export function fieldValues(
	form: { values?: Values } | null | undefined,
	kept: Values | null | undefined,
	name: string,
	fallback: readonly string[] = [],
): string[] {
	const source = form?.values ?? kept;
	if (!source) return [...fallback];
	const value = source[name];
	return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
