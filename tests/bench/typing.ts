import { chromium, type Page } from 'playwright-core';
import { findOrInstallChromium } from '../setup/chromium.mjs';
import { figures } from './figures.ts';

/** Milliseconds from the last key of a query until its results are painted. */
export interface Typing {
	queries: number;
	p50: number;
	p95: number;
	max: number;
}

/** Of a fast typist: about a hundred words a minute (milliseconds between keys). */
const betweenKeys = 110;
/** Nothing more comes after so long a silence (milliseconds). */
const silence = 350;

interface Watch {
	lastKey: number;
	painted: number;
}

/** Notes in the page when a key went down, and when the frame after the list's last change had been painted. */
const watch = (page: Page) =>
	page.evaluate(() => {
		const seen: Watch = { lastKey: 0, painted: 0 };
		(globalThis as { typingSeen?: Watch }).typingSeen = seen;
		document.addEventListener('keydown', (event) => (seen.lastKey = event.timeStamp), true);
		const list = document.getElementById('results');
		if (!list) throw new Error('There is no list of results.');
		const changed = () =>
			// A task after the frame's own callbacks runs when the frame has been painted.
			requestAnimationFrame(() => {
				const channel = new MessageChannel();
				channel.port1.onmessage = () => (seen.painted = performance.now());
				channel.port2.postMessage(null);
			});
		const watched = { childList: true, characterData: true, subtree: true };
		new MutationObserver(changed).observe(list, watched);
	});

const seenBy = (page: Page) =>
	page.evaluate(() => (globalThis as { typingSeen?: Watch }).typingSeen ?? { lastKey: 0, painted: 0 });

const asked = (page: Page, q: string) => page.waitForURL((url) => (url.searchParams.get('q') ?? '') === q);

/** Until the address says what the field says, and the page has been still for a while. */
async function settle(page: Page, q: string): Promise<Watch> {
	await asked(page, q);
	for (;;) {
		const before = await seenBy(page);
		await page.waitForTimeout(silence);
		const after = await seenBy(page);
		if (after.painted === before.painted) return after;
	}
}

/**
 * Types queries into the page of results as a person does, in a real browser.
 * @returns undefined when there is no Chromium
 */
export async function typeQueries(origin: string, queries: readonly string[]): Promise<Typing | undefined> {
	const executablePath = findOrInstallChromium();
	if (!executablePath) return undefined;
	const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
	const browser = await chromium.launch({ executablePath, args });
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
		await page.goto(`${origin}/offers`, { waitUntil: 'networkidle' });
		await watch(page);
		const field = page.locator('#q');
		const times: number[] = [];
		for (const q of queries) {
			await field.fill('');
			await asked(page, '');
			await page.waitForTimeout(silence);
			await field.pressSequentially(q, { delay: betweenKeys });
			const { lastKey, painted } = await settle(page, q);
			// What the letter before had found already is there at once; it says nothing about speed.
			if (painted > lastKey) times.push(painted - lastKey);
		}
		if (times.length < queries.length / 2) throw new Error('Hardly any query changed the list.');
		const { p50, p95 } = figures(1, times, 1);
		return { queries: times.length, p50, p95, max: Math.max(...times) };
	} finally {
		await browser.close();
	}
}
