import { describe, expect, it } from 'vitest';
import { paperPoints, paperSections, type PaperWords } from './paper-size.ts';

const words = (text: string, underCode: string | null = null): PaperWords => ({
	language: 'da',
	title: 'Må vi fortælle dem om dig?',
	sections: paperSections([
		{ kind: 'heading', text: 'Hvem' },
		{ kind: 'paragraph', text },
		{ kind: 'heading', text: 'Hvad' },
		{ kind: 'fields', fields: [{ name: 'Fornavn', value: text }] },
	]),
	lines: [],
	questions: ['Må vi?'],
	underCode,
});

describe('the letters on the citizen’s paper', () => {
	it('are as large as the words allow, within reason', () => {
		expect(paperPoints(words('Kort'))).toBe(14);
		const longer = paperPoints(words('Et helt afsnit. '.repeat(140)));
		expect(longer).toBeLessThan(14);
		expect(paperPoints(words('Et helt afsnit. '.repeat(140), 'Scan koden'))).toBeLessThan(longer);
		expect(paperPoints(words('Et helt afsnit. '.repeat(4000)))).toBe(7.5);
	});
	it('keep who, when and where apart in one line', () => {
		const block = { kind: 'fields', fields: [{ name: 'Følgeskab', value: 'En frivillig\nTirsdag kl. 10' }] } as const;
		expect(paperSections([block])[0]?.blocks).toEqual([
			{ kind: 'fields', fields: [{ name: 'Følgeskab', value: 'En frivillig · Tirsdag kl. 10' }] },
		]);
	});
	it('stand under their headings, also what comes before the first', () => {
		const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;
		expect(paperSections([paragraph('a'), { kind: 'heading', text: 'B' }, paragraph('b')])).toEqual([
			{ heading: '', blocks: [paragraph('a')] },
			{ heading: 'B', blocks: [paragraph('b')] },
		]);
	});
});
