/** What stands before or behind the street in addresses from elsewhere, and says where in the house. */
const inTheHouse = /[\s,]+(?:suite|ste|apt|unit|room|floor|bldg|building|#).*$/iu;

/**
 * The street of an address, or the house where it has a name instead: `Blågårds Plads` of »Blågårds Plads 31, 2200
 * København N«, `NW 12th Avenue` of »1611 NW 12th Avenue, Suite 2, 33136 Miami«.
 */
export function streetOf(address: string): string | undefined {
	const [first = ''] = address.split(',');
	const line = first.replace(inTheHouse, '').trim();
	if (/^p\.?\s*o\.?\s*box\b/iu.test(line)) return undefined;
	const numberFirst = /^\d+\w?(?:-\d+)?\s+(?=\S)/u.exec(line);
	const street = numberFirst ? line.slice(numberFirst[0].length) : line.replace(/\s+\d.*$/u, '');
	return /\p{L}{2}/u.test(street) ? street : undefined;
}

/** The town of an address that ends with postcode and town. */
export const townOf = (address: string): string | undefined => /, (?:[A-Z]{2}-?)?\d{4,5} ([^,]+)$/u.exec(address)?.[1];
