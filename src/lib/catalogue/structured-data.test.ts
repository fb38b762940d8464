import { describe, expect, it } from 'vitest';
import { jsonInHtml } from './structured-data.ts';

describe('structured data in a page', () => {
	it('cannot end its element, and says the same when it is read', () => {
		const thing = { name: '</script><script>alert(1)</script>', description: '<!-- & -->\u2028' };
		const text = jsonInHtml(thing);
		expect(text).not.toMatch(/[<>&]/);
		expect(JSON.parse(text)).toEqual(thing);
	});
});
