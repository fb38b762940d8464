import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '../../src/lib/identity/actor.ts';
import { createSession } from '../../src/lib/identity/sessions.server.ts';
import { onEmbeddedDatabase } from '../database.ts';
import { makeContact, makeOffer, makeStaff } from '../factories.ts';
import { serveSite } from '../request.ts';
import { chromiumPath, launch, openPage } from './browser.ts';

describe.skipIf(!chromiumPath)('where one begins in a form', () => {
	onEmbeddedDatabase('is', (open) => {
		let browser: Browser;
		let base: string;
		beforeAll(async () => {
			await open({ DEMO: 'false' });
			base = (await serveSite()).url;
			browser = await launch();
		});
		afterAll(async () => browser.close());

		async function pageOf(actor: UserActor): Promise<Page> {
			const { page } = await openPage(browser, base, { locale: 'da', width: 360, javaScript: true });
			const { token } = await createSession(actor.userId, actor.membershipId);
			await page.context().addCookies([{ name: 'session', value: token, url: base }]);
			return page;
		}
		const focused = (page: Page, selector: string) => page.locator(`${selector}:focus`).waitFor({ state: 'attached' });

		it('the answer that is chosen already; the error, when there is one; and the first field where nothing is chosen', async () => {
			const offer = await makeOffer({ capacity: 'full' });
			const page = await pageOf(await makeContact(offer.organisationId));
			await page.goto(`${base}/our-offers/${offer.id}`);
			await focused(page, 'input[name="capacity"][value="full"]');
			expect(await page.locator('input[name="capacity"]').first().getAttribute('value')).not.toBe('full');
			// With the keyboard alone: one answer further, and sent.
			await page.keyboard.press('ArrowUp');
			await page.locator('input[name="capacity_expires"]').fill('2020-01-01');
			await page.keyboard.press('Enter');
			await focused(page, '.error-summary');
			await page.goto(`${base}/our-offers/pause`);
			await focused(page, 'input[name="paused_until"]');
			await page.context().close();
		});

		it('the first answer where none is chosen, on the coordinator’s page too', async () => {
			const offer = await makeOffer({ capacity: 'unknown' });
			const page = await pageOf(await makeStaff('coordinator'));
			await page.goto(`${base}/catalogue/${offer.id}/capacity`);
			await focused(page, 'input[name="capacity"]:not(:checked)');
			expect(await page.evaluate(() => document.activeElement?.id)).toBe(
				await page.locator('input[name="capacity"]').first().getAttribute('id'),
			);
			await page.context().close();
		});
	});
});
