import { describe, expect, it } from 'vitest';
import { tidy, withoutEscapedBreaks, withoutMarkers, withoutMarkup } from './plain-text.ts';

describe('plain text', () => {
	it('keeps what markup says and drops the markup', () => {
		const html = '<p>Kom &amp; v&aelig;r med</p><ul><li>Mandag</li><li>Tirsdag</li></ul><script>alert(1)</script>';
		expect(tidy(withoutMarkup(html))).toBe('Kom & vær med\n\n– Mandag\n– Tirsdag');
	});

	it('undoes markup that was escaped, and entities that were escaped twice', () => {
		expect(tidy(withoutMarkup('&lt;p&gt;Sm&amp;oslash;r&lt;br/&gt;br&#248;d&#xE6;&lt;/p&gt;'))).toBe('Smør\nbrødæ');
	});

	it('leaves signs alone that are no markup', () => {
		for (const text of ['alder < 18 & > 12', 'skriv til <navn@forening.dk>', 'R&D; 3 <4', '&ukendt;']) {
			expect(withoutMarkup(text)).toBe(text);
		}
	});

	it('turns escaped line breaks into real ones', () => {
		expect(withoutEscapedBreaks('Mandag\\r\\n\\nTirsdag\\tkl. 9')).toBe('Mandag\n\nTirsdag kl. 9');
	});

	it('drops lines that are only a directory’s own mark', () => {
		expect(tidy(withoutMarkers('Rådgivning\n\n###MON###\n# 1 i rækken'))).toBe('Rådgivning\n\n# 1 i rækken');
	});

	it('gives nothing that a database cannot store', () => {
		expect(tidy('a\u0000b \uD800 c\u200B\u00A0d')).toBe('ab \uFFFD c d');
	});
});
