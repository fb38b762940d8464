import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEmbeddedDatabase } from '../database.ts';
import { makeLocation, makeOffer } from '../factories.ts';
import { serveSite, type Site } from '../request.ts';
import { chromiumPath, expectGood, keyboard, launch, openPage, windowOf } from './browser.ts';

const blaagaardsPlads = { latitude: 55.687, longitude: 12.556 };

describe.skipIf(!chromiumPath)('the map in a browser', () => {
	onEmbeddedDatabase('is for everyone', (open) => {
		let site: Site;
		let browser: Browser;
		beforeAll(async () => {
			await open();
			for (const [name, free] of [
				['Frokostklubben', true],
				['Aftenholdet', false],
			] as const) {
				const { id } = await makeOffer({ name, slug: name.toLowerCase(), free });
				await makeLocation(id, { ...blaagaardsPlads, address: 'Blågårds Plads 3' });
			}
			const { id } = await makeOffer({ name: 'Cykelværkstedet', slug: 'cykel', free: true });
			await makeLocation(id, { latitude: 55.712, longitude: 12.537, address: 'Prøvegade 2' });
			site = await serveSite();
			browser = await launch();
		}, 120_000);
		afterAll(async () => browser.close());

		async function openMap(): Promise<{ page: Page; faults: string[] }> {
			const opened = await openPage(browser, site.url, { locale: 'da', width: 1280, javaScript: true });
			await opened.page.goto(`${site.url}/offers`);
			await opened.page.getByRole('button', { name: '2 tilbud ved Blågårds Plads' }).waitFor();
			return opened;
		}

		it('what is typed while an answer is on its way stays, and is asked at last', async () => {
			const { page, faults } = await openMap();
			await page.route(/__data\.json/u, async (route) => {
				await new Promise((resolve) => setTimeout(resolve, 250));
				await route.continue();
			});
			await page.locator('#q').pressSequentially('cykel værksted', { delay: 60 });
			await page.waitForURL((url) => url.searchParams.get('q') === 'cykel værksted');
			expect(await page.locator('#q').inputValue()).toBe('cykel værksted');
			await page.getByRole('heading', { name: '1 tilbud' }).waitFor();
			expect(faults).toEqual([]);
		});

		it('a screen reader hears a map, its help, and each mark as a button with a name', async () => {
			const { page, faults } = await openMap();
			const tree = await page.locator('#sheet-map').ariaSnapshot();
			expect(tree).toMatch(/region "Kort over tilbud"/u);
			expect(tree).toMatch(/button "2 tilbud ved Blågårds Plads"/u);
			expect(tree).toMatch(/button "Cykelværkstedet, .*"/u);
			expect(tree).toMatch(/button "Zoom ind"/u);
			expect(tree).toContain('Flyt kortet med piletasterne');
			expect(tree).toMatch(/button "Brug kortets midte"/u);
			const search = await page.getByRole('main').ariaSnapshot();
			expect(search).toMatch(/search/u);
			expect(search).toMatch(/heading "3 tilbud" \[level=2\]/u);
			expect(search).toMatch(/textbox "Afstand fra"/u);
			await expectGood(page);
			expect(faults).toEqual([]);
			await page.context().close();
		});

		it('the page works with a screen reader’s tree (roles, names): places to go, search, filters, list, marks, a count that is told', async () => {
			const { page } = await openMap();
			const session = await page.context().newCDPSession(page);
			const { nodes } = await session.send('Accessibility.getFullAXTree');
			const heard = nodes
				.filter(({ ignored }) => !ignored)
				.map(({ role, name }) => `${String(role?.value)}: ${String(name?.value ?? '')}`);
			for (const expected of [
				/^banner: /u,
				/^navigation: ./u,
				/^main: /u,
				/^contentinfo: /u,
				/^search: /u,
				/^heading: 3 tilbud$/u,
				/^list: ./u,
				/^link: Frokostklubben$/u,
				/^region: Kort over tilbud$/u,
				/^button: 2 tilbud ved Blågårds Plads$/u,
				/^button: Cykelværkstedet, ./u,
				/^button: Brug kortets midte$/u,
				/^status: /u,
			]) {
				expect(heard, String(expected)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
			}
			expect(heard.filter((each) => /^(?:button|link|searchbox|textbox|checkbox|combobox): $/u.test(each))).toEqual([]);
			expect(await page.locator('[role=status]', { hasText: '3 tilbud' }).count()).toBe(1);
			await page.context().close();
		});

		it('counts distances from where the right button points, shows it on the map, and keeps it nowhere', async () => {
			const { page } = await openMap();
			const box = await page.locator('.leaflet-container').boundingBox();
			if (!box) throw new Error('The map has no size.');
			await page.mouse.click(box.x + 30, box.y + 60, { button: 'right' });
			await page.waitForURL(/near=55\.\d{1,3}%2C12\.\d{1,3}$/u);
			await page.getByRole('img', { name: 'Afstande regnes herfra' }).waitFor();
			await page.getByText(/ væk/u).first().waitFor();
			const kept = await page.evaluate(() =>
				JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
			);
			expect(kept).not.toMatch(/near=|55\.[67]\d/u);
			await expectGood(page);
			await page.context().close();
		});

		it('counts distances from where a finger stays on a telephone, and only moves the map when it moves', async () => {
			const context = await browser.newContext({
				viewport: windowOf(360),
				hasTouch: true,
				isMobile: true,
				reducedMotion: 'reduce',
			});
			context.setDefaultTimeout(15_000);
			const page = await context.newPage();
			await page.goto(`${site.url}/offers`);
			await page.getByRole('button', { name: 'Vis kort' }).first().tap();
			await page.getByRole('button', { name: '2 tilbud ved Blågårds Plads' }).waitFor();
			const box = await page.locator('.leaflet-container').boundingBox();
			if (!box) throw new Error('The map has no size.');
			const session = await context.newCDPSession(page);
			const at = { x: box.x + 30, y: box.y + 60 };
			const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', down = 0) =>
				session.send('Input.dispatchTouchEvent', {
					type,
					touchPoints: type === 'touchEnd' ? [] : [{ x: at.x, y: at.y + down }],
				});
			await finger('touchStart');
			for (const down of [10, 30, 60]) await finger('touchMove', down);
			await page.waitForTimeout(700);
			await finger('touchEnd');
			expect(new URL(page.url()).searchParams.has('near')).toBe(false);
			await finger('touchStart');
			await page.waitForTimeout(900);
			await finger('touchEnd');
			await page.waitForURL(/\/offers\?near=55\.\d{1,3}%2C12\.\d{1,3}$/u);
			await page.getByText(/ væk/u).first().waitFor();
			// What lay under the finger is not tapped when the sheet has closed.
			expect(new URL(page.url()).pathname).toBe('/offers');
			await context.close();
		});

		it('is reached, opened and left by keyboard alone', async () => {
			const { page } = await openMap();
			const { reach } = keyboard(page);
			await reach('.mark[aria-label="2 tilbud ved Blågårds Plads"]');
			await page.keyboard.press('Enter');
			const list = page.locator('.leaflet-popup');
			await list.getByRole('link', { name: 'Aftenholdet' }).waitFor();
			expect(await page.evaluate(() => document.activeElement?.closest('.leaflet-popup') !== null)).toBe(true);
			await page.keyboard.press('Escape');
			await list.waitFor({ state: 'detached' });
			expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
				'2 tilbud ved Blågårds Plads',
			);
			await page.context().close();
		});

		it('list and map never contradict each other, also when a filter hides a selected pin', async () => {
			const { page } = await openMap();
			await page.getByRole('button', { name: '2 tilbud ved Blågårds Plads' }).click();
			const list = page.locator('.leaflet-popup');
			await list.getByRole('link', { name: 'Aftenholdet' }).waitFor();
			await page
				.locator('details', { has: page.locator('input[name="free"]') })
				.locator('summary')
				.click();
			await page.locator('input[name="free"]').check();
			await page.getByRole('heading', { name: '2 tilbud' }).waitFor();
			await list.waitFor({ state: 'detached' });
			await page.getByRole('button', { name: /^Frokostklubben/u }).waitFor();
			expect(await page.locator('.mark[aria-label]').count()).toBe(2);
			await page.context().close();
		});

		it('is empty and says so, rather than contradict the list, when its places cannot be fetched', async () => {
			const { page } = await openMap();
			await page.route('**/api/offers/map*', (route) => route.abort());
			await page
				.locator('details', { has: page.locator('input[name="free"]') })
				.locator('summary')
				.click();
			await page.locator('input[name="free"]').check();
			await page.getByText('Kortet kunne ikke hentes').waitFor();
			expect(await page.locator('.mark[aria-label]').count()).toBe(0);
			await page.context().close();
		});

		it('counts distances from its middle, and from the device, rounded before it is told', async () => {
			const { page } = await openMap();
			await page.getByRole('button', { name: 'Brug kortets midte' }).click();
			await page.waitForURL(/near=55\.\d{1,3}%2C12\.\d{1,3}$/u);
			await page.getByText(/ væk/u).first().waitFor();
			await page.context().grantPermissions(['geolocation']);
			await page.context().setGeolocation({ latitude: 55.68749, longitude: 12.55551 });
			await page.getByRole('button', { name: 'Brug min position' }).click();
			await page.waitForURL(/near=55\.687%2C12\.556$/u);
			expect(await page.locator('.offer-card h3').allInnerTexts()).toEqual(
				expect.arrayContaining(['Frokostklubben', 'Aftenholdet', 'Cykelværkstedet']),
			);
			expect((await page.locator('.offer-card h3').last().innerText()).trim()).toBe('Cykelværkstedet');
			const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, document.cookie]));
			expect(kept).not.toMatch(/55\.6/u);
			await page.context().close();
		});
	});
});
