/**
 * The code pages through which UTF-8 is most often misread, as the 128 characters of the bytes 0x80–0xFF.
 * Source: the Unicode Consortium's mapping tables; bytes that Windows-1252 leaves undefined stand as C1 controls.
 */
const high = (from: number) => Array.from({ length: 32 }, (_, index) => String.fromCharCode(from + index)).join('');

const latin1 = high(0x80) + high(0xa0) + high(0xc0) + high(0xe0);
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ' + high(0xa0) + high(0xc0) + high(0xe0);
const cp437 =
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»' +
	'░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
	'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0';
const cp850 =
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»' +
	'░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
	'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';

const bytesOf = (...pages: string[]): ReadonlyMap<string, number> =>
	new Map(pages.flatMap((page) => [...page].map((character, index) => [character, 0x80 + index] as const)));

/** Windows-1252 and Latin-1 together: they differ only where one has controls. */
export const westernBytes = bytesOf(latin1, windows1252);
export const cp437Bytes = bytesOf(cp437);
export const cp850Bytes = bytesOf(cp850);

/** What Windows puts for a character of code page 437 that Windows-1252 does not have ("best fit"). */
const bestFit: Readonly<Record<string, string>> = {
	...Object.fromEntries([...'░▒▓│┤╡╢╣║╞╟╠█▌▐'].map((character) => [character, '¦'])),
	...Object.fromEntries([...'╖╕╗╝╜╛┐└┼╚╔╬╫╪┘┌╙╘╒╓├'].map((character) => [character, '+'])),
	...Object.fromEntries([...'┴┬─╩╦═╧╨╤╥'].map((character) => [character, '-'])),
	...{ '₧': 'P', '⌐': '¬', α: 'a', Γ: 'G', π: 'p', Σ: 'S', σ: 's', τ: 't', Φ: 'F', Θ: 'T', Ω: 'O', δ: 'd' },
	...{ '∞': '8', φ: 'f', ε: 'e', '∩': 'n', '≡': '=', '≥': '=', '≤': '=', '⌠': '(', '⌡': ')', '≈': '˜', '∙': '·' },
	...{ '√': 'v', ⁿ: 'n', '■': '¦', '▄': '_', '▀': '¯' },
};

/** How a character looks after its UTF-8 bytes were read as code page 437 and squeezed into Windows-1252. */
export function squeezed(character: string): string {
	return [...new TextEncoder().encode(character)]
		.map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : (cp437[byte - 0x80] ?? '')))
		.map((seen) => bestFit[seen] ?? seen)
		.join('');
}
