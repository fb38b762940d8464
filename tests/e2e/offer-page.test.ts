import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEmbeddedDatabase } from '../database.ts';
import { makeLocation, makeOffer } from '../factories.ts';
import { serveSite } from '../request.ts';
import { chromiumPath, expectGood, launch, openPage } from './browser.ts';

describe.skipIf(!chromiumPath)('how far an offer’s page can be trusted', () => {
	onEmbeddedDatabase('is told', (open) => {
		let browser: Browser;
		let base: string;
		beforeAll(async () => {
			await open();
			const asked = { waysIn: ['referral' as const] };
			const fresh = { confirmed: '2026-10-30', confirmedBy: 'organisation' as const };
			const { id } = await makeOffer({ name: 'Ærlig café', slug: 'frisk', ...asked, ...fresh });
			await makeLocation(id);
			const aged = { confirmed: '2026-05-05', confirmedBy: 'coordinator' as const };
			await makeOffer({ name: 'Gammel café', slug: 'gammel', ...asked, ...aged });
			await makeOffer({ name: 'Ny café', slug: 'halvgammel', ...asked, ...aged, confirmed: '2026-05-06' });
			base = (await serveSite()).url;
			browser = await launch();
		});
		afterAll(async () => browser.close());

		it.each([360, 1280] as const)(
			'at %i px: what was confirmed, by whom and when, how old that is, and where an error is reported',
			async (width) => {
				const { page } = await openPage(browser, base, { locale: 'da', width, javaScript: true });
				const seen = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).count();
				await page.goto(`${base}/offers/frisk`);
				expect(await seen('Bekræftet for 3 dage siden af organisationen.')).toBe(1);
				expect(await seen('Det er længe siden')).toBe(0);
				// The way in covers nothing of it: it can be scrolled to, and clicked.
				const way = page.getByRole('link', { name: 'Henvis en borger' });
				expect(await way.isVisible()).toBe(true);
				await page.getByRole('link', { name: 'Meld fejl på siden' }).click();
				await page.waitForURL(`${base}/offers/frisk/report`);
				await page.goto(`${base}/offers/gammel`);
				expect(await seen(/^Bekræftet for 6 måneder siden af en koordinator\.$/u)).toBe(1);
				expect(await seen('Det er længe siden. Ring og hør, om det stadig passer.')).toBe(1);
				await expectGood(page);
				await page.goto(`${base}/offers/halvgammel`);
				expect(await seen('Det er længe siden'), 'confirmed 180 days ago').toBe(0);
				await page.context().close();
			},
		);

		it('a telephone has the way in at the bottom edge wherever one reads', async () => {
			const { page } = await openPage(browser, base, { locale: 'da', width: 360, javaScript: false });
			await page.goto(`${base}/offers/frisk`);
			const box = await page.getByRole('link', { name: 'Henvis en borger' }).boundingBox();
			const height = page.viewportSize()?.height ?? 0;
			expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(height - 80);
			expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
			await page.context().close();
		});
	});
});
