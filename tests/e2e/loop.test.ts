import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../src/lib/demo.server.ts';
import { onEmbeddedDatabase } from '../database.ts';
import { serveSite, type Site } from '../request.ts';
import { chromiumPath, expectGood, keyboard, launch, openPage, type Way } from './browser.ts';

const ways: Way[] = [
	{ locale: 'da', width: 1280, javaScript: true },
	{ locale: 'en', width: 360, javaScript: true },
	{ locale: 'da', width: 1280, javaScript: false },
];
const slug = 'budgetkammerat';

/** Becomes one of the demo's people. */
async function become(page: Page, person: string, landsOn: RegExp): Promise<void> {
	await page.context().clearCookies({ name: 'session' });
	await page.goto('/sign-in');
	await keyboard(page).press(`main button[name="person"][value="${person}"]`, landsOn);
}

describe.skipIf(!chromiumPath)('the loop in a browser', () => {
	onEmbeddedDatabase('from the first search to the known outcome', (open) => {
		let site: Site;
		let browser: Browser;
		beforeAll(async () => {
			const { clock } = await open({ DEMO: 'true' });
			clock.set(new Date());
			await seedDemo();
			site = await serveSite();
			browser = await launch();
		}, 120_000);
		afterAll(async () => browser.close());

		for (const way of ways) {
			const name = `${way.locale}, ${way.width} px, ${way.javaScript ? 'by keyboard' : 'by keyboard and without JavaScript'}`;
			it(name, { timeout: 180_000 }, async () => {
				const { page, faults } = await openPage(browser, site.url, way);
				const at = (path: string) => new URL(path, site.url).href;
				const goto = page.goto.bind(page);
				page.goto = (path, options) => goto(at(path), options);
				const keys = keyboard(page);
				// Without scripts axe can't run either; the same pages are looked at with them.
				const good = async () => (way.javaScript ? expectGood(page) : undefined);

				// The caseworker finds an offer …
				await become(page, 'maria', /\/referrals$/);
				await good();
				await page.goto('/');
				await good();
				await keys.type('q', way.locale === 'da' ? 'hjælp til budget' : 'budget');
				await page.keyboard.press('Enter');
				await page.waitForURL(/\/offers\?/);
				await good();
				await keys.press(`a[href="/offers/${slug}"]`, new RegExp(`/offers/${slug}$`));
				await good();
				const started = performance.now();

				// … writes who and why …
				await keys.press(`a[href="/referrals/new?offer=${slug}"]`, /\/referrals\/new/);
				await good();
				await keys.press('a[href^="/citizens/new"]', /\/citizens\/new/);
				await good();
				await keys.type('given_name', 'Ærlige');
				await keys.type('phone', '00 22 33 44');
				await keys.choose('adult', 'yes');
				await page.keyboard.press('Enter');
				await page.waitForURL(/\/why$/);
				await good();
				await keys.choose('purpose', 'accompaniment');
				await keys.type('need', 'Mister overblikket over regningerne');
				await keys.type('goals', 'At have en ved siden af sig');
				await keys.press('main form .actions button', /\/accompaniment$/);
				await good();
				await keys.type('who', 'En frivillig');
				await keys.type('when', 'Tirsdag kl. 10');
				await keys.type('where', 'Hjemme ved døren');
				await keys.press('main form .actions button', /\/consent/);
				await good();

				// … asks for a yes to exactly these fields …
				for (const field of ['given_name', 'phone', 'need', 'accompaniment']) await keys.tick('fields', field);
				await keys.send('main form .actions button');
				await page.locator('[name="answer"]').first().waitFor();
				await good();
				await keys.choose('answer', 'yes');
				await keys.choose('feedback', 'yes');
				await keys.choose('method', 'oral');
				await keys.press('form:has([name="answer"]) .button-primary', /\/review$/);
				await good();

				// … sees what the organisation will see, and sends.
				const shown = await page.locator('main').innerText();
				expect(shown).toContain('Ærlige');
				expect(shown).not.toContain('At have en ved siden af sig');
				await keys.press('main form .actions button', /\/referrals\/[0-9a-f-]{36}(\?.*)?$/);
				expect((performance.now() - started) / 60_000, 'minutes from offer to sent').toBeLessThan(3);
				await good();
				const id = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';

				// The organisation answers …
				await become(page, 'hamid', /\/inbox$/);
				await good();
				await page.goto(`/inbox/${id}?answer=accept`);
				await good();
				expect(await page.locator('main').innerText()).not.toContain('At have en ved siden af sig');
				await keys.type('contact_plan', 'Hamid ringer');
				await keys.press('form:has([name="answer"][value="accept"]) .button-primary', /\/inbox\//);
				await good();
				await page.goto(`/inbox/${id}?answer=start`);
				await keys.press('form:has([name="answer"][value="start"]) .button-primary', /\/inbox\//);
				await page.goto(`/inbox/${id}?answer=complete`);
				await good();
				await keys.choose('outcome', 'goals_met');
				await keys.press('form:has([name="answer"][value="complete"]) .button-primary', /\/inbox\//);
				await good();

				// … and the caseworker writes down what the citizen says came of it.
				await become(page, 'maria', /\/referrals$/);
				await page.goto(`/referrals/${id}`);
				await good();
				await keys.unfold('attendance');
				await keys.choose('attendance', 'attended');
				await keys.send('form[action*="followUp"] button');
				await page.goto(`/referrals/${id}`);
				await keys.unfold('helped');
				await keys.choose('helped', 'yes');
				await keys.send('form[action="?/confirm"] button');
				await page.goto(`/referrals/${id}`);
				await good();
				const end = await page.locator('main').innerText();
				expect(end).toMatch(way.locale === 'da' ? /Ja, det hjalp/ : /Yes, it helped/);
				expect(faults).toEqual([]);
				await page.context().close();
			});
		}
	});
});
