import { entities } from './entities.ts';

const blockTag = /<\/?(?:p|div|ul|ol|table|tr|h[1-6]|section|article|blockquote|dl|dt|dd)\b[^<>]*>/giu;
const inlineTag =
	/<\/?(?:a|abbr|b|big|code|em|font|i|img|mark|o:p|small|span|strong|sub|sup|tbody|td|th|thead|u|s|center|label|input|iframe|button|svg|path|meta|link|html|body|head)\b[^<>]*>/giu;
const hidden = /<(script|style)\b[^<>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/giu;

/**
 * Turns HTML into plain text with line breaks. Only tags and entities that exist are touched, so "age < 18 & > 12"
 * stays what it is. Escaped markup (`&lt;p&gt;`) is unescaped and then treated the same.
 */
export function withoutMarkup(text: string): string {
	if (!/[<&]/u.test(text)) return text;
	return stripTags(decodeEntities(stripTags(text)));
}

function stripTags(text: string): string {
	if (!text.includes('<')) return text;
	return text
		.replace(hidden, '')
		.replace(/<br\s*\/?>/giu, '\n')
		.replace(/<li\b[^<>]*>/giu, '\n– ')
		.replace(/<\/li\s*>/giu, '')
		.replace(blockTag, '\n')
		.replace(inlineTag, '');
}

function decodeEntities(text: string): string {
	return text.replace(/&(?:amp;)?(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,30});/giu, (whole, name: string) => {
		if (!name.startsWith('#')) return entities.get(name) ?? whole;
		const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
		const valid = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
		return valid ? String.fromCodePoint(code) : ' ';
	});
}

/** Line breaks and tabs that an export wrote as backslash and letter. */
export function withoutEscapedBreaks(text: string): string {
	return text.replaceAll(/(?:\\r)?\\n|\\r/gu, '\n').replaceAll('\\t', ' ');
}

/** Lines that hold nothing but a code between number signs: a directory's own sorting marks. */
export function withoutMarkers(text: string): string {
	return text.replaceAll(/^[^\S\n]*(?:#{2,4}[A-Z]{0,5}#{0,4}|[A-Z]{2,5}#{2,4})[^\S\n]*$/gmu, '');
}

/**
 * Spaces, line breaks and invisible characters as one would type them; what PostgreSQL cannot store (NUL, half a
 * surrogate pair) is gone.
 */
export function tidy(text: string): string {
	return (
		text
			.toWellFormed()
			.normalize('NFC')
			.replaceAll(/\r\n?|\u2028|\u2029/gu, '\n')
			.replaceAll(/[\t\u00A0\u2007\u202F]/gu, ' ')
			// eslint-disable-next-line no-control-regex -- they are what is being removed
			.replaceAll(/[\x00-\x09\x0B-\x1F\x7F-\x9F\u200B\u2060\uFEFF]/gu, '')
			.replaceAll(/ {2,}/gu, ' ')
			.replaceAll(/ *\n */gu, '\n')
			.replaceAll(/\n{3,}/gu, '\n\n')
			.trim()
	);
}
