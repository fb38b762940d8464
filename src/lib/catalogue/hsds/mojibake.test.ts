import { describe, expect, it } from 'vitest';
import { squeezed } from './codepages.ts';
import { looksSqueezed, repairMojibake } from './mojibake.ts';

/** UTF-8 read with a single-byte code page. */
const misread = (text: string, page = 'windows-1252') => new TextDecoder(page).decode(new TextEncoder().encode(text));

const written = [
	'Blåbærgrød på Nørrebro – »hjælp« til ældre og årsfest på Ærø',
	'Årlig Ældremesse, Østerbro: “kom som du er” …',
	'niños, año nuevo, información, ¿qué? ¡Vamos! café',
	'Łódź, Żółw, şehir, čeština',
	'مرحبا بكم',
	'Привет, мир',
	'Gratis 😀 koster 5 € ™',
];

describe('garbled text', () => {
	it.each(written)('is put right when UTF-8 was read as Windows-1252: %s', (text) => {
		expect(misread(text)).not.toBe(text);
		expect(repairMojibake(misread(text))).toBe(text);
	});

	it('is put right when it was read wrongly twice', () => {
		expect(repairMojibake(misread(misread('Blåbærgrød på Ærø – “hjælp”')))).toBe('Blåbærgrød på Ærø – “hjælp”');
	});

	it('is put right when it was read as Latin-1 with control characters left', () => {
		const latin1 = Buffer.from('æøå ÆØÅ – “ja”').toString('latin1');
		expect(repairMojibake(latin1)).toBe('æøå ÆØÅ – “ja”');
	});

	it('is put right where it stands among proper text', () => {
		expect(repairMojibake('Rådgivning pÃ¥ Ærø')).toBe('Rådgivning på Ærø');
	});

	it('is put right when UTF-8 was read as a DOS code page', () => {
		expect(repairMojibake('d├ª ├╕l ├Ñ')).toBe('dæ øl å');
		expect(repairMojibake('den ÔÇÖ')).toBe('den ’');
	});
});

describe('proper text', () => {
	it.each([
		...written,
		'»STÅ” og »MØ« – »LÆ– RØ… É» Ñ» ÄÖÜ»',
		'15-årige, u-økonomisk, e-ægte, i-øvrigt, -Ø, +æ',
		'GENÇ ÇÖP, FRANÇAIS, ÔÇ',
		'El niño +í no, pre-África, 5+½',
	])('stays as it is: %s', (text) => expect(repairMojibake(text)).toBe(text));

	it.each(written)('stays as it is even in a source that was squeezed: %s', (text) =>
		expect(repairMojibake(text, true)).toBe(text),
	);
});

describe('a source squeezed from code page 437 into Windows-1252', () => {
	it('is known by its apostrophes', () => {
		expect(squeezed('’')).toBe('GÇÖ');
		expect(looksSqueezed('AttorneyGÇÖs')).toBe(true);
		expect(looksSqueezed('GENÇ ÇÖP')).toBe(false);
	});

	it.each([
		['GÇ£MentorsGÇ¥ 4:00pmGÇô5:00pm oneGÇæonGÇæone', '“Mentors” 4:00pm–5:00pm one‑on‑one'],
		['m+ís informaci+¦n para los ni+¦os con c+íncer', 'más información para los niños con cáncer'],
		['Fa+ºade, Caf+¬, P+ÆTOPRENS', 'Façade, Café, PÒTOPRENS'],
		['Lou Gehrig-Æs -ôrights-ö', 'Lou Gehrig’s “rights”'],
		['-Ç-£identify-Ç-¥ relapse-Ç-Ö', '“identify” relapse’'],
	])('is put right: %s', (garbled, meant) => expect(repairMojibake(garbled, true)).toBe(meant));

	it('is left alone where two letters could be meant', () => {
		expect(repairMojibake('p+¦blico', true)).toBe('p+¦blico');
	});
});
