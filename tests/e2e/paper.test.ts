import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import { languages, type Language } from '../../src/lib/referrals/consent-texts/languages.ts';
import { askObtaining } from '../../src/lib/referrals/ask-consent.server.ts';
import { answerConsent } from '../../src/lib/referrals/consents.server.ts';
import { obtainedFields, sharedFields } from '../../src/lib/referrals/shared-fields.ts';
import { createSession } from '../../src/lib/identity/sessions.server.ts';
import { onEmbeddedDatabase } from '../database.ts';
import { makeLocation, makeMeeting, makeOffer, makeOrganisation, type Meeting } from '../factories.ts';
import { makeAskedReferral, makeSentReferralOf } from '../referral-to-order.ts';
import { serveSite, type Site } from '../request.ts';
import { chromiumPath, launch, openPage } from './browser.ts';

/** How many sheets the browser would print. Chromium writes each page as an object that stands in the open. */
async function sheets(page: Page): Promise<number> {
	const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
	return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
}

/** The smallest letters of these parts on paper, in points. Printing sets the page back to the screen when it is done. */
async function printedPoints(page: Page, parts = '.paper'): Promise<number> {
	await page.emulateMedia({ media: 'print' });
	await page.waitForFunction(() => matchMedia('print').matches);
	const pixels = await page
		.locator(parts)
		.evaluateAll((all) => Math.min(...all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize))));
	await page.emulateMedia({ media: null });
	return (pixels * 72) / 96;
}

/** Who may come, when and how, on an offer's sheet. */
const offerFacts = 'article :is(dd, td)';

const long = 'Har svært ved at overskue breve og regninger og vil gerne have en at gå sammen med den første gang. ';

describe.skipIf(!chromiumPath)('what is handed to a citizen', () => {
	onEmbeddedDatabase('is one A4', (open) => {
		let site: Site;
		let browser: Browser;
		let all: Meeting;
		let page: Page;
		beforeAll(async () => {
			await open();
			site = await serveSite();
			all = await makeMeeting();
			await makeLocation(all.offer.id, { name: 'Kulturhuset' });
			browser = await launch();
			({ page } = await openPage(browser, site.url, { locale: 'da', width: 1280, javaScript: false }));
			const { token } = await createSession(all.caseworker.userId, all.caseworker.membershipId);
			await page.context().addCookies([{ name: 'session', value: token, url: site.url }]);
		}, 120_000);
		afterAll(async () => browser.close());

		const paper = async (language: Language, text: string) => {
			const id = await makeAskedReferral(all, {
				language,
				purpose: 'accompaniment',
				fields: sharedFields.map(({ code }) => code),
				texts: { need: text, goals: text, accompaniment: text, practical: text },
			});
			await page.goto(`${site.url}/referrals/${id}/print/consent`);
			return id;
		};

		for (const { code, name } of languages) {
			it(`in ${name}: every field, to be signed and answered, with and without the citizen’s link`, async () => {
				const id = await paper(code, 'En at følges med den første gang');
				expect(await sheets(page), 'to be signed').toBe(1);
				expect(await printedPoints(page)).toBeGreaterThanOrEqual(8.4);
				await page.locator('form[action="?/link"] button').click();
				await page.locator('main svg[role="img"]').waitFor();
				expect(await page.locator('main').innerText()).toContain('/consent/');
				expect(await sheets(page), 'to be signed, with the link').toBe(1);
				await asActor(all.caseworker, (tx) =>
					answerConsent(tx, all.caseworker, { referralId: id, yes: true, feedbackAllowed: true, method: 'oral' }),
				);
				await page.goto(`${site.url}/referrals/${id}/print/consent`);
				expect(await sheets(page), 'answered').toBe(1);
				await page.locator('form[action="?/link"] button').click();
				await page.locator('main svg[role="img"]').waitFor();
				expect(await sheets(page), 'answered, with the link').toBe(1);
				expect(await printedPoints(page)).toBeGreaterThanOrEqual(8.4);
			});

			it(`in ${name}: also where the caseworker has written much`, async () => {
				await paper(code, long.repeat(2));
				await page.locator('form[action="?/link"] button').click();
				await page.locator('main svg[role="img"]').waitFor();
				expect(await sheets(page)).toBe(1);
			});
		}

		it('also the question whether we may ask the organisation, in every language', async () => {
			const id = await makeSentReferralOf(all);
			for (const { code } of languages) {
				await asActor(all.caseworker, (tx) =>
					askObtaining(tx, all.caseworker, {
						referralId: id,
						fields: obtainedFields.map((field) => field.code),
						language: code,
						interpreter: false,
						giver: 'citizen',
						guardianName: '',
					}),
				);
				await page.goto(`${site.url}/referrals/${id}/print/consent?kind=obtaining`);
				await page.locator('form[action="?/link&kind=obtaining"] button').click();
				await page.locator('main svg[role="img"]').waitFor();
				expect(await page.locator('main .sign').count(), code).toBe(1);
				expect(await sheets(page), code).toBe(1);
				expect(await printedPoints(page), code).toBeGreaterThanOrEqual(8.4);
			}
		});

		it('sets little in larger letters than much', async () => {
			const id = await makeAskedReferral(all);
			await page.goto(`${site.url}/referrals/${id}/print/consent`);
			const short = await printedPoints(page);
			expect(short).toBeGreaterThanOrEqual(10.5);
			expect(await sheets(page)).toBe(1);
			await paper('da', long.repeat(2));
			expect(short).toBeGreaterThan(await printedPoints(page));
		});

		it('an offer: with map, QR code and telephone, however much is said of it', async () => {
			const { id } = await makeOrganisation({ name: 'Foreningen for Folk i Nærheden' });
			const offer = await makeOffer({
				organisationId: id,
				name: 'Brobygning til fællesskaber for mennesker, som længe har været meget alene',
				summary: long.repeat(8),
				eligibility: long.repeat(4),
				applicationProcess: long.repeat(4),
				waysIn: ['open_access', 'referral', 'contact_first', 'application'],
				languages: ['da', 'en', 'ar', 'so', 'pl', 'uk'],
				free: true,
				email: 'en.meget.lang.adresse@foreningen-for-folk-i-naerheden.example',
				phones: [{ number: '00 11 22 33' }],
				schedules: (['MO', 'TU', 'WE', 'TH', 'FR'] as const).map((day) => ({
					byday: day,
					freq: 'WEEKLY' as const,
					opensAt: '09:00',
					closesAt: '15:30',
					description: `${day}: ${long.repeat(3)}`,
				})),
			});
			await makeLocation(offer.id, { name: 'Kulturhuset', transport: long.repeat(4) });
			await page.goto(`${site.url}/offers/${offer.slug}/print`);
			expect(await printedPoints(page, offerFacts)).toBeGreaterThanOrEqual(11);
			expect(await sheets(page)).toBe(1);
			expect(await page.locator('article').innerText()).toContain('00 11 22 33');
			expect(await page.locator('article img[src^="/map-sketch.svg"]').count()).toBe(1);
			expect(await page.locator('article svg[role="img"]').count()).toBe(1);
		});

		it('an offer of which little is said: in letters half as large again as a newspaper’s', async () => {
			await page.goto(`${site.url}/offers/${all.offer.slug}/print`);
			expect(await printedPoints(page, offerFacts)).toBeGreaterThanOrEqual(14);
			expect(await sheets(page)).toBe(1);
		});

		for (const { code, name } of languages) {
			it(`a list in ${name}: in large type, from whichever side it is read`, async () => {
				await page.goto(`${site.url}/offers/${all.offer.slug}`);
				await page.locator('form[action="/lists?/add"] button').first().click();
				await page.goto(`${page.url().split('?')[0]}/print?language=${code}`);
				expect(await printedPoints(page, 'main dd')).toBeGreaterThanOrEqual(12.9);
				expect(await sheets(page)).toBe(1);
			});
		}
	});
});
