/**
 * The code on a receipt: twenty letters and digits, written as `7k3m-…`. Crockford's base32 without I, L, O and U, so
 * that it can be read aloud and typed from paper; twenty of them are 100 bits of a SHA-256.
 */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const length = 20;

/** @param hash at least 13 bytes · @returns lower case, in groups of four */
export function receiptCode(hash: Uint8Array): string {
	let value = 0n;
	for (const byte of hash.subarray(0, 13)) value = (value << 8n) | BigInt(byte);
	value >>= 4n;
	let code = '';
	for (let i = 0; i < length; i += 1) {
		code = (letters[Number(value & 31n)] ?? '') + code;
		value >>= 5n;
	}
	return code.replace(/.{4}(?=.)/g, '$&-');
}

/**
 * What somebody typed, as the code it must mean: capitals, spaces and the letters that look like digits are forgiven.
 * @returns undefined when it can be no code
 */
export function typedCode(text: string): string | undefined {
	const plain = text
		.toLowerCase()
		.replace(/[\s–-]/g, '')
		.replaceAll('o', '0')
		.replace(/[il]/g, '1');
	if (plain.length !== length || [...plain].some((letter) => !letters.includes(letter))) return undefined;
	return plain.replace(/.{4}(?=.)/g, '$&-');
}
