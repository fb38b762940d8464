import { describe, expect, it } from 'vitest';
import { masterKey, newDataKey, seal, unseal } from './encryption.server.ts';

describe('a sealed value', () => {
	const key = newDataKey();
	const place = 'citizen.givenName:1';

	it('opens to what was sealed, æøå, emoji and right-to-left included', () => {
		for (const text of ['Ærø Ølgård Å', '🙂', 'فاطمة', 'x'.repeat(10_000)]) {
			expect(unseal(key, place, seal(key, place, text)).toString('utf8')).toBe(text);
		}
	});

	it('is different each time, and never holds its text', () => {
		const [a, b] = [seal(key, place, 'Bodil'), seal(key, place, 'Bodil')];
		expect(a.equals(b)).toBe(false);
		expect(a.toString('latin1')).not.toContain('Bodil');
	});

	it('does not open in another place, with another key, or with any bit changed', () => {
		const sealed = seal(key, place, 'Bodil');
		const unreadable = expect.objectContaining({ code: 'encryption.unreadable' });
		expect(() => unseal(key, 'citizen.givenName:2', sealed)).toThrow(unreadable);
		expect(() => unseal(newDataKey(), place, sealed)).toThrow(unreadable);
		for (let index = 0; index < sealed.length; index += 1) {
			const altered = Buffer.from(sealed);
			altered[index] = (altered[index] ?? 0) ^ 1;
			expect(() => unseal(key, place, altered), `byte ${index}`).toThrow(unreadable);
		}
		expect(() => unseal(key, place, sealed.subarray(0, 20))).toThrow(unreadable);
	});

	it('opens a citizen’s key for that citizen alone', () => {
		const master = masterKey(Buffer.alloc(32, 1));
		const wrapped = master.wrap(key, 'one');
		expect(master.unwrap(wrapped, 'one').equals(key)).toBe(true);
		expect(() => master.unwrap(wrapped, 'two')).toThrow();
		expect(() => masterKey(Buffer.alloc(32, 2)).unwrap(wrapped, 'one')).toThrow();
	});
});
