import { describe, expect, test } from 'vitest';
import { consentText, noticeText } from './index.ts';
import { fieldWords, renderConsent, renderNotice, type ConsentValues } from './render.ts';

const values: ConsentValues = {
	authority: 'Københavns Kommune',
	centre: 'Center for Rusmiddelbehandling',
	caseworker: 'Maria Holm',
	organisation: 'Café {Klub}',
	offer: 'Gældsrådgivning',
	phone: '33 17 00 00',
	purpose: 'contact',
	fields: ['goals', 'given_name', 'phone'],
	expiresAt: new Date('2027-11-20T12:00:00Z'),
};
const danish = consentText('disclosure', 'da');
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a rendered consent', () => {
	test('shows exactly the fields of the consent, in their own order', () => {
		const lists = renderConsent(danish, values).blocks.filter((block) => block.kind === 'list');
		expect(lists[0]?.items).toEqual(['Dit fornavn', 'Dit telefonnummer', 'Hvad du selv ønsker']);
		const everything = JSON.stringify(renderConsent(danish, values));
		expect(everything).not.toContain('Dit efternavn');
	});

	test('names who, what, why, until when and how to withdraw', () => {
		const all = JSON.stringify(renderConsent(danish, values));
		for (const said of [
			'Må vi fortælle Café {Klub} om dig?',
			'Vi er Center for Rusmiddelbehandling i Københavns Kommune.',
			'Gældsrådgivning',
			danish.kind === 'disclosure' ? danish.purposes.contact : '',
			'til 20. november 2027',
			'Ring til os på 33 17 00 00.',
			'Sig det til Maria Holm',
			'Datatilsynet',
		]) {
			expect(all).toContain(said);
		}
	});

	test('read aloud asks both questions in their place, after the instruction to wait', () => {
		const { blocks } = renderConsent(danish, values, 'oral');
		const questions = blocks.filter((block) => block.kind === 'question');
		expect(questions).toEqual([
			{ kind: 'question', about: 'main', text: 'Må vi fortælle Café {Klub} det, der står her?' },
			{ kind: 'question', about: 'feedback', text: 'Må Café {Klub} fortælle os, hvordan det går?' },
		]);
	});

	test('about obtaining asks one question only', () => {
		const obtaining = { ...values, purpose: 'coordination', fields: ['progress'] };
		const rendered = renderConsent(consentText('obtaining', 'da'), obtaining, 'oral');
		expect(rendered.feedbackQuestion).toBeNull();
		expect(rendered.blocks.filter((block) => block.kind === 'question')).toHaveLength(1);
	});

	test('isolates what is put into Arabic', () => {
		const { title, direction } = renderConsent(consentText('disclosure', 'ar'), values);
		expect(direction).toBe('rtl');
		expect(title).toContain('\u2068Café {Klub}\u2069');
	});

	test.each(['authority', 'centre', 'caseworker', 'organisation', 'offer', 'phone'] as const)(
		'does not come without %s',
		(name) => {
			expect(() => renderConsent(danish, { ...values, [name]: ' ' }, 'oral')).toThrow(code('consent.missing_value'));
		},
	);

	test('refuses a placeholder that is none', () => {
		const odd = { ...danish, title: 'Hej {navn}' };
		expect(() => renderConsent(odd, values)).toThrow(code('consent.unknown_placeholder'));
	});

	test.each([
		['consent.no_fields', { fields: [] }],
		['consent.unknown_field', { fields: ['given_name', 'cpr'] }],
		['consent.unknown_field', { fields: ['given_name', 'toString'] }],
		['consent.unknown_purpose', { purpose: 'coordination' }],
	])('refuses with %s', (expected, over) => {
		expect(() => renderConsent(danish, { ...values, ...over })).toThrow(code(expected));
	});

	test('lets what was shared be shown again later', () => {
		expect(fieldWords(danish, ['phone', 'given_name'])).toEqual(['Dit fornavn', 'Dit telefonnummer']);
	});
});

test('the notice names who is responsible and for how long', () => {
	const { authority, centre, organisation, phone } = values;
	const rendered = renderNotice(noticeText('da'), {
		authority,
		centre,
		organisation,
		phone,
		dpo: 'dpo@example.dk',
		days: 90,
	});
	const all = JSON.stringify(rendered);
	for (const said of ['Det har Københavns Kommune.', 'dpo@example.dk', 'højst 90 dage']) expect(all).toContain(said);
});
