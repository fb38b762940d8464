import { chromium, type Page } from 'playwright-core';
import { findOrInstallChromium } from '../setup/chromium.mjs';
import { figures } from './figures.ts';

/** Milliseconds between the frames a browser drew. */
export interface Frames {
	count: number;
	p50: number;
	p95: number;
	max: number;
}

const seconds = 10;

/** Begins to note the time of each frame in the page. */
const beginCounting = (page: Page) =>
	page.evaluate(() => {
		const times: number[] = [];
		const note = (at: number) => {
			times.push(at);
			requestAnimationFrame(note);
		};
		requestAnimationFrame(note);
		(globalThis as { frameTimes?: number[] }).frameTimes = times;
	});

/**
 * Drags the map back and forth for ten seconds and zooms in between, as a hand does, in a real browser.
 * @returns undefined when there is no Chromium
 * @throws Error when the map does not come, or does not move
 */
export async function panTheMap(origin: string): Promise<Frames | undefined> {
	const executablePath = findOrInstallChromium();
	if (!executablePath) return undefined;
	const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
	const browser = await chromium.launch({ executablePath, args });
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
		let asked = 0;
		page.on('request', (request) => {
			if (request.url().includes('/api/offers/map')) asked++;
		});
		await page.goto(`${origin}/offers`, { waitUntil: 'networkidle' });
		const map = page.locator('.leaflet-container');
		await map.locator('.mark').first().waitFor({ timeout: 30_000 });
		const box = await map.boundingBox();
		if (!box) throw new Error('The map has no size.');
		const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
		const before = asked;
		await beginCounting(page);
		const end = performance.now() + seconds * 1000;
		for (let stroke = 0; performance.now() < end; stroke++) {
			const turn = (stroke * Math.PI) / 3;
			const far = { x: middle.x + Math.cos(turn) * 180, y: middle.y + Math.sin(turn) * 180 };
			// Beside the middle, where a mark would take the press for itself.
			await page.mouse.move(middle.x + 7 * (stroke % 5), middle.y + 11);
			await page.mouse.down();
			await page.mouse.move(far.x, far.y, { steps: 24 });
			await page.mouse.up();
			if (stroke % 4 === 3) await page.mouse.wheel(0, stroke % 8 === 3 ? -240 : 240);
			await page.waitForTimeout(300);
		}
		const times = await page.evaluate(() => (globalThis as { frameTimes?: number[] }).frameTimes ?? []);
		if (asked === before) throw new Error('The map has not moved.');
		const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
		const { p50, p95 } = figures(1, gaps, seconds);
		return { count: gaps.length, p50, p95, max: Math.max(...gaps) };
	} finally {
		await browser.close();
	}
}
