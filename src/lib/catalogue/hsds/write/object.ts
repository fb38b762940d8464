/** An HSDS object: what is not known is left out, because the standard has no nulls. */
export type HsdsObject = Record<string, unknown>;

const isNothing = (value: unknown): boolean =>
	value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The properties that say something. */
export function known(values: HsdsObject): HsdsObject {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => !isNothing(value)));
}

/** RFC 3986, roughly as the schemas' `uri` checks it: plain ASCII without spaces or brackets out of place. */
const uriCharacters = /^https?:\/\/[\w.-]+(?::\d+)?(?:[/?#](?:[\w\-.~!$&'()*+,;=:@/?#]|%[0-9a-f]{2})*)?$/iu;

/** @returns the address as the standard's `uri` allows it; undefined for what is no web address */
export function standardUri(address: string | null): string | undefined {
	if (!address) return undefined;
	if (isUri(address)) return address;
	if (!URL.canParse(address)) return undefined;
	const { href } = new URL(address);
	return isUri(href) ? href : undefined;
}

/** A number sign may stand once. */
const isUri = (text: string) => uriCharacters.test(text) && text.split('#').length <= 2;

/** RFC 5321, roughly as the schemas' `email` checks it. */
export function standardEmail(address: string | null): string | undefined {
	const plain =
		/^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/iu;
	return address && /^[\x21-\x7e]+$/u.test(address) && plain.test(address) ? address : undefined;
}
