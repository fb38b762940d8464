import { createHash } from 'node:crypto';
import type { ConsentText, NoticeText } from './text.ts';

/**
 * The fingerprint stored with a consent: SHA-256, hex, over the text as canonical JSON (keys sorted, no spaces, UTF-8).
 * Whether a person has approved the text is left out: approving changes no word, and a consent given before it was
 * approved must still lead to the same text.
 */
export function textHash(text: ConsentText | NoticeText): string {
	const { status: _approval, ...words } = text;
	return createHash('sha256').update(canonical(words), 'utf8').digest('hex');
}

function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (value !== null && typeof value === 'object') {
		const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
		return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
	}
	return JSON.stringify(value);
}
