import { expect, it } from 'vitest';
import { contentHash, recordId } from './record-identity.server.ts';

it('a record’s id is a version 5 UUID and always the same', () => {
	const id = recordId('demo', 'offer', 'blaa-baenk/gaeldscafe');
	expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
	expect(recordId('demo', 'offer', 'blaa-baenk/gaeldscafe')).toBe(id);
});

it('source, kind and id all count, and none runs into the next', () => {
	const ids = [
		recordId('a', 'offer', '1'),
		recordId('b', 'offer', '1'),
		recordId('a', 'organisation', '1'),
		recordId('a', 'offer', '11'),
		recordId('', 'term', 'theme', 'health'),
		recordId('', 'term', 'themehealth', ''),
	];
	expect(new Set(ids).size).toBe(ids.length);
});

it('the hash sees content only, not the order in which it was written or what is absent', () => {
	expect(contentHash({ a: 1, b: { c: [1, 2], d: undefined } })).toBe(contentHash({ b: { c: [1, 2] }, a: 1 }));
	expect(contentHash({ a: [1, 2] })).not.toBe(contentHash({ a: [2, 1] }));
	expect(contentHash({ a: '1' })).not.toBe(contentHash({ a: 1 }));
});
