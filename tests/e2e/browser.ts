import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** Path of a Chromium; `npm test` finds or installs one and says so where it can't. */
export const chromiumPath = process.env.CHROMIUM;

const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** A real browser, without a window. */
export function launch(): Promise<Browser> {
	if (!chromiumPath) throw new Error('CHROMIUM is not set');
	return chromium.launch({ executablePath: chromiumPath, args: quiet });
}

export interface Way {
	locale: 'da' | 'en';
	/** CSS pixels */
	width: 1280 | 360;
	javaScript: boolean;
}

/** A window of this width: a telephone held upright, or a desk's screen. */
export const windowOf = (width: Way['width']) => ({ width, height: width === 360 ? 740 : 860 });

/**
 * A fresh browser profile. Anything that asks another origin for something fails the test.
 * @returns the page, and what went wrong on it: errors of scripts, requests to elsewhere
 */
export async function openPage(browser: Browser, base: string, way: Way): Promise<{ page: Page; faults: string[] }> {
	const context = await browser.newContext({
		viewport: windowOf(way.width),
		javaScriptEnabled: way.javaScript,
		reducedMotion: 'reduce',
	});
	context.setDefaultTimeout(15_000);
	await context.addCookies([{ name: 'locale', value: way.locale, url: base }]);
	const page = await context.newPage();
	watchTraffic(page);
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (/^https?:$/.test(url.protocol) && url.origin !== base) faults.push(`elsewhere: ${url.origin}`);
	});
	return { page, faults };
}

/** Requests of a page that are under way, and when the last one began or ended. */
const traffic = new WeakMap<Page, { open: number; last: number }>();

function watchTraffic(page: Page): void {
	const seen = { open: 0, last: performance.now() };
	traffic.set(page, seen);
	const change = (by: number) => () => {
		seen.open += by;
		seen.last = performance.now();
	};
	page.on('request', change(1)).on('requestfinished', change(-1)).on('requestfailed', change(-1));
}

/**
 * Waits until a page has loaded and has asked for nothing for so long that its scripts have come to rest. Playwright's
 * “networkidle” is the same with half a second of silence: after every key, that is most of a test.
 */
export async function settled(page: Page): Promise<void> {
	const seen = traffic.get(page);
	if (!seen) throw new Error('The page was not opened by openPage.');
	await page.waitForLoadState('load');
	for (const end = performance.now() + 15_000; seen.open > 0 || performance.now() - seen.last < 150;) {
		if (performance.now() > end) throw new Error(`${new URL(page.url()).pathname} never comes to rest.`);
		await page.waitForTimeout(25);
	}
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
	id: string;
	nodes: { target: unknown[]; failureSummary?: string }[];
}

/** What the page keeps between two looks. */
interface Scope {
	axe?: { run(context: unknown, options: unknown): Promise<{ violations: unknown[] }> };
	shown?: Element[];
	appeared?: Element[];
}

const said = ({ id, nodes }: Violation) =>
	`${id}: ${nodes
		.map((node) => node.target.join(' '))
		.slice(0, 3)
		.join(' | ')}`;

/** @param what `all`, or what has come into view since `rememberShown` */
async function axeFaults(page: Page, what: 'all' | 'appeared'): Promise<string[]> {
	const violations = await page.evaluate(
		async ([source, part]) => {
			const scope = globalThis as unknown as Scope;
			// Evaluated by the test, not by the page: the page's own policy would rightly refuse it.
			if (!scope.axe) (0, eval)(source);
			const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
			const context = part === 'all' ? document : { include: scope.appeared };
			// Only what is wrong is told in full, and no rule of these tags reads the style sheets that axe would load again.
			const cheap = { resultTypes: ['violations'], preload: { assets: ['media'] } };
			const result = await scope.axe?.run(context, { runOnly: { type: 'tag', values: tags }, ...cheap });
			return result?.violations;
		},
		[axeSource, what] as const,
	);
	return (violations as Violation[]).map(said);
}

async function sidewaysFaults(page: Page): Promise<string[]> {
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	return wide > 1 ? [`wider than the window by ${wide} px`] : [];
}

/** Lets the page know what of it is shown now. @returns of how much the outermost has not been shown before */
function rememberShown(page: Page): Promise<number> {
	return page.evaluate(() => {
		const scope = globalThis as unknown as Scope;
		const isShown = (element: Element) =>
			element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
			[...element.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
		const shown = [...document.querySelectorAll('*')].filter(isShown);
		const before = new Set(scope.shown);
		const appeared = new Set(shown.filter((element) => !before.has(element)));
		scope.shown = shown;
		scope.appeared = [...appeared].filter(({ parentElement }) => !parentElement || !appeared.has(parentElement));
		return scope.appeared.length;
	});
}

/** What is wrong with the page for people who use it otherwise than we do: axe, and whether it has to be scrolled sideways. */
export const faultsOf = async (page: Page): Promise<string[]> => [
	...(await axeFaults(page, 'all')),
	...(await sidewaysFaults(page)),
];

/**
 * Gives a page that `faultsOf` has looked at another width, and looks again at what that can change: whether it has to
 * be scrolled sideways, and with axe at all that has come into view.
 */
export async function faultsAt(page: Page, width: Way['width']): Promise<string[]> {
	await rememberShown(page);
	await page.setViewportSize(windowOf(width));
	const appeared = await rememberShown(page);
	return [...(appeared > 0 ? await axeFaults(page, 'appeared') : []), ...(await sidewaysFaults(page))];
}

/** Fails with what is wrong, and where. */
export async function expectGood(page: Page): Promise<void> {
	expect(await faultsOf(page), new URL(page.url()).pathname).toEqual([]);
}

/** A person without a mouse: Tab, arrows, letters, Enter. */
export function keyboard(page: Page) {
	const focused = (selector: string) =>
		page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

	/** Presses Tab until the focus is there. */
	async function reach(selector: string): Promise<void> {
		for (let presses = 0; presses < 250; presses += 1) {
			if (await focused(selector)) return;
			await page.keyboard.press('Tab');
		}
		throw new Error(`Tab never reaches ${selector} on ${page.url()}`);
	}

	return {
		reach,
		async type(name: string, text: string): Promise<void> {
			await reach(`[name="${name}"]:not([type=hidden])`);
			await page.keyboard.press('ControlOrMeta+a');
			await page.keyboard.type(text);
		},
		/** @param date ISO; a date field is typed into part by part, in the browser's own order */
		async date(name: string, date: string): Promise<void> {
			await reach(`[name="${name}"]`);
			await page.locator(`[name="${name}"]`).fill(date);
		},
		/** Picks one of several radio buttons with the arrows. */
		async choose(name: string, value: string): Promise<void> {
			await reach(`[name="${name}"]`);
			const wanted = `[name="${name}"][value="${value}"]`;
			for (let presses = 0; presses < 12 && !(await focused(wanted)); presses += 1) {
				await page.keyboard.press('ArrowDown');
			}
			await page.keyboard.press('Space');
			expect(await page.locator(wanted).isChecked(), wanted).toBe(true);
		},
		/** Opens what a field is folded into, unless it stands open. */
		async unfold(name: string): Promise<void> {
			const folded = `details:not([open]):has([name="${name}"])`;
			if ((await page.locator(folded).count()) === 0) return;
			await reach(`${folded} > summary`);
			await page.keyboard.press('Enter');
		},
		async tick(name: string, value: string): Promise<void> {
			const wanted = `[name="${name}"][value="${value}"]`;
			await reach(wanted);
			if (!(await page.locator(wanted).isChecked())) await page.keyboard.press('Space');
		},
		/** Presses Enter on a link or button and waits for the page it leads to. */
		async press(selector: string, leadsTo: RegExp): Promise<void> {
			await reach(selector);
			const moved = page.waitForEvent('framenavigated');
			await page.keyboard.press('Enter');
			await moved;
			await page.waitForURL(leadsTo);
			await settled(page);
		},
		/** Presses Enter on a form's button and waits until it has been answered. */
		async send(selector: string): Promise<void> {
			await reach(selector);
			const answered = page.waitForResponse((response) => response.request().method() === 'POST');
			await page.keyboard.press('Enter');
			await answered;
			await settled(page);
		},
	};
}
