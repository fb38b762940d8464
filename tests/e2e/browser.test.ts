import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, faultsAt, faultsOf, launch, windowOf, type Way } from './browser.ts';

/** A page that is right, around whatever is wrong with it. */
const around = (inside: string) => `<!doctype html><html lang="da"><title>Prøve</title>
	<style>
		@media (max-width: 800px) { .wide { display: none } }
		@media (min-width: 800px) { .narrow { visibility: hidden } }
	</style>
	<main><h1>Prøve</h1><p>Øjeblik</p>${inside}</main></html>`;

const unlabelled = '<div><input></div>';
const tooWide = '<div style="width: 1000px">Årsmøde</div>';

describe.skipIf(!chromiumPath)('looking at a page in two widths', () => {
	let browser: Browser;
	let page: Page;
	beforeAll(async () => {
		browser = await launch();
		page = await browser.newPage();
	});
	afterAll(async () => browser.close());

	async function look(inside: string, first: Way['width'], then: Way['width']): Promise<string[][]> {
		await page.setViewportSize(windowOf(first));
		await page.goto('about:blank');
		await page.setContent(around(inside));
		return [await faultsOf(page), await faultsAt(page, then)];
	}

	it('finds nothing on a page that is right', async () => {
		const right = '<p class="wide">Her er plads</p><p class="narrow">Her er trangt</p>';
		expect(await look(right, 360, 1280)).toEqual([[], []]);
		expect(await look(right, 1280, 360)).toEqual([[], []]);
	});

	it('finds what both widths show, once', async () => {
		expect(await look(unlabelled, 360, 1280)).toEqual([[expect.stringMatching(/^label: /)], []]);
	});

	it('finds what only comes into view in the other width', async () => {
		const wide = `<div class="wide">${unlabelled}</div>`;
		expect(await look(wide, 360, 1280)).toEqual([[], [expect.stringMatching(/^label: /)]]);
		const narrow = `<div class="narrow">${unlabelled}</div>`;
		expect(await look(narrow, 1280, 360)).toEqual([[], [expect.stringMatching(/^label: /)]]);
	});

	it('finds what has to be scrolled sideways in either', async () => {
		expect(await look(tooWide, 1280, 360)).toEqual([[], [expect.stringMatching(/^wider than the window/)]]);
		expect(await look(tooWide, 360, 1280)).toEqual([[expect.stringMatching(/^wider than the window/)], []]);
	});
});
