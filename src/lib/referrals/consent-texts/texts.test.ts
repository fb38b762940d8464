import { describe, expect, test } from 'vitest';
import { consentPurposes, obtainedFields, sharedFields } from '../shared-fields.ts';
import { consentText, consentTexts, languages, latestVersion, noticeText, noticeTexts } from './index.ts';
import { directionOf } from './languages.ts';
import { lix } from './lix.ts';
import { placeholders, placeholdersIn } from './placeholders.ts';
import { renderConsent, renderNotice, type Block } from './render.ts';
import { textHash } from './text-hash.server.ts';
import type { ConsentText, NoticeText, SourceBlock } from './text.ts';

const all: readonly (ConsentText | NoticeText)[] = [...consentTexts, ...noticeTexts];
const nameOf = (text: ConsentText | NoticeText) => `${text.version}.${text.language}`;

/** SHA-256 of every text ever published. Only ever add lines. */
const published: Readonly<Record<string, string>> = {
	'disclosure-1.da': 'cb345f3f1ab00b289708623a4cada940454f7e938aa4e4b8d41f471ee4cef16a',
	'disclosure-1.en': 'd14b49526e0a37dd34027017ff8abc24fff714daa45dbb43877ea3f00f2abca3',
	'disclosure-1.ar': '714e9b644bb6d2dc59a7f54abadd3eefe1658780e20d5c1da9bc02f6df4f0f9b',
	'disclosure-1.so': '7c31ff9e9a23fbff2fdce3e196af39c4312bbc5cd20469b8cfa66cdcac857eca',
	'disclosure-1.pl': 'ff23bf5030aaaedcad0ae321d804e0a0084ef91f521cceedc46c1b6c9e20e55a',
	'disclosure-1.uk': '88701db2e8fca7b8ebbebd14b5a0698e16e318437b4c8ba47ceb7d2dfe6d710b',
	'obtaining-1.da': 'ce758c36d6b281f9ef44dfa0a2051e3659897afd7813b4f67299641ede98dfdb',
	'obtaining-1.en': '771068c73f6eca64fdb764e96cebc23ff903c6b000325563d37c365989bb02af',
	'obtaining-1.ar': '7d4052c29e2e7dd0598d3036793f4fdce1d37d01cd5f42c622d08d4a5abe3a2f',
	'obtaining-1.so': 'fbc0f17f5a5315bff65b5673da469c604da569ebca890dd8ab2b920afab8f43e',
	'obtaining-1.pl': 'bd555c6a7aa5dc996b02e2d2593a33e7f6f005ec7a169eb7d02f8a77b0822278',
	'obtaining-1.uk': 'f5fd29380edfbbceba5e88e91c61894be0b52edeaaaa4373ed790dcfe43b068b',
	'notice-1.da': 'e834f6476167837167862d27f990acaee9a015b7450c46a060db185f7f5ddc74',
	'notice-1.en': 'ae4d428bd7dc314750589fec8ca6201032c905def54d22b0a156d57dd1fba9f6',
};

describe('a published text', () => {
	test.each(all.map((text) => [nameOf(text), text] as const))('%s has not been changed', (name, text) => {
		expect(
			textHash(text),
			`The words of ${name} are not the ones that were published. Citizens have said yes to those, and their consents ` +
				`hold that hash. Undo the change, put the new wording into a new version (…-${Number(text.version.split('-')[1]) + 1}) ` +
				'in every language, list it in index.ts, and add its hash here.',
		).toBe(published[name]);
	});

	test('is still there', () => {
		expect(all.map(nameOf).sort()).toEqual(Object.keys(published).sort());
	});

	test('keeps its hash when a person approves it, and loses it when a word changes', () => {
		const text = consentText('disclosure', 'so');
		expect(textHash({ ...text, status: 'approved' })).toBe(textHash(text));
		expect(textHash({ ...text, title: `${text.title} ` })).not.toBe(textHash(text));
		expect(textHash({ ...text, fields: { ...text.fields, phone: 'x' } } as ConsentText)).not.toBe(textHash(text));
	});

	test('has the same hash however its keys are ordered', () => {
		const text = consentText('disclosure', 'da');
		const turned = Object.fromEntries(Object.entries(text).reverse()) as unknown as ConsentText;
		expect(textHash(turned)).toBe(textHash(text));
	});
});

describe.each(consentTexts.map((text) => [nameOf(text), text] as const))('%s', (_, text) => {
	const original = consentText(text.kind, 'da', text.version);

	test('is read in its language’s direction', () => {
		expect(text.direction).toBe(directionOf(text.language));
	});

	test('is a draft until a person approves it', () => {
		expect(text.status).toBe(text.language === 'da' ? 'draft' : 'draft_translation');
	});

	test('says piece by piece what the Danish says', () => {
		expect(text.body.map(shape)).toEqual(original.body.map(shape));
		expect(text.oral.map(shape)).toEqual(original.oral.map(shape));
		for (const question of ['question', 'feedbackQuestion'] as const) {
			expect(placeholdersIn(text[question]?.ask ?? '')).toEqual(placeholdersIn(original[question]?.ask ?? ''));
		}
		expect(placeholdersIn(text.title)).toEqual(placeholdersIn(original.title));
	});

	test('has words for every field and purpose of its kind, and no others', () => {
		const fields = text.kind === 'disclosure' ? sharedFields : obtainedFields;
		expect(Object.keys(text.fields)).toEqual(fields.map((field) => field.code));
		const purposes = consentPurposes.filter((purpose) => purpose.kind === text.kind).map((purpose) => purpose.code);
		expect(Object.keys(text.purposes).sort()).toEqual([...purposes].sort());
	});

	test('names everything the law wants named, written and read aloud', () => {
		for (const source of [text.body, text.oral]) {
			const said = source.flatMap(strings).join(' ');
			for (const name of [
				'authority',
				'centre',
				'caseworker',
				'organisation',
				'offer',
				'purpose',
				'expires',
				'phone',
			]) {
				expect(placeholdersIn(said)).toContain(name);
			}
			expect(said).toContain('Datatilsynet');
			expect(source.filter((piece) => 'show' in piece)).toHaveLength(1);
		}
	});

	test('uses no placeholder that is none, and leaves no brace alone', () => {
		const said = [text.title, text.intro, ...text.body.flatMap(strings), ...text.oral.flatMap(strings)];
		for (const piece of said) {
			for (const name of placeholdersIn(piece)) expect(placeholders).toContain(name);
			expect(piece.replace(/\{[^{}]*\}/g, '')).not.toMatch(/[{}]/);
		}
	});

	test('does not let a phone number fall apart when read from the right', () => {
		if (text.direction === 'ltr') return;
		const loose = [...text.body, ...text.oral]
			.flatMap(strings)
			.filter((piece) => /(?<!\u2066)\b\d\d \d\d/.test(piece.replace(/\u2066[^\u2069]*\u2069/g, '')));
		expect(loose).toEqual([]);
	});
});

describe('the Danish is easy to read: LIX at most 35', () => {
	const names = {
		authority: 'Københavns Kommune',
		centre: 'Center for Midlertidige og Selvstændige Boformer',
		caseworker: 'Maria Holm',
		organisation: 'Foreningen Fællesskab på Nørrebro',
		offer: 'Gældsrådgivning om torsdagen',
		phone: '33 17 00 00',
	};
	const read = (blocks: readonly Block[]) =>
		blocks.flatMap((block) => (block.kind === 'list' ? block.items : [block.text]));
	const cases = consentTexts
		.filter((text) => text.language === 'da')
		.flatMap((text) => Object.keys(text.purposes).map((purpose) => [nameOf(text), purpose, text] as const))
		.flatMap((one) => (['written', 'oral'] as const).map((form) => [...one, form] as const));

	test.each(cases)('%s for %s', (_, purpose, text, form) => {
		const fields = Object.keys(text.fields);
		const { title, intro, blocks } = renderConsent(text, { ...names, purpose, fields, expiresAt: new Date() }, form);
		expect(lix([title, intro, ...read(blocks)])).toBeLessThanOrEqual(35);
	});

	test('the notice', () => {
		const { title, blocks } = renderNotice(noticeText('da'), { ...names, dpo: 'dpo@example.dk', days: 90 });
		expect(lix([title, ...read(blocks)])).toBeLessThanOrEqual(35);
	});
});

describe('finding a text', () => {
	test('there is one of each kind in every language', () => {
		for (const { code } of languages) {
			expect(nameOf(consentText('disclosure', code))).toBe(`disclosure-1.${code}`);
			expect(nameOf(consentText('obtaining', code))).toBe(`obtaining-1.${code}`);
		}
	});

	test('the latest is used unless a version is asked for', () => {
		expect(latestVersion('disclosure')).toBe('disclosure-1');
		expect(latestVersion('obtaining')).toBe('obtaining-1');
		expect(latestVersion('notice')).toBe('notice-1');
	});

	test('one that was never published is not found', () => {
		const unknown = expect.objectContaining({ code: 'consent.unknown_text', status: 404 });
		expect(() => consentText('disclosure', 'da', 'disclosure-99')).toThrow(unknown);
		expect(() => consentText('disclosure', 'da', 'obtaining-1')).toThrow(unknown);
		expect(() => noticeText('da', 'notice-99')).toThrow(unknown);
	});

	test('the notice is in Danish, and in English for all others', () => {
		expect(languages.map(({ code }) => noticeText(code).language)).toEqual(['da', 'en', 'en', 'en', 'en', 'en']);
	});
});

/** What kind of piece it is and which placeholders it holds. */
function shape(piece: SourceBlock): unknown[] {
	return [Object.keys(piece)[0], 'ask' in piece ? piece.ask : strings(piece).map(placeholdersIn)];
}

function strings(piece: SourceBlock): readonly string[] {
	if ('list' in piece) return piece.list;
	if ('show' in piece || 'ask' in piece) return [];
	return Object.values(piece);
}
