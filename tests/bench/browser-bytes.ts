import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium, type Response } from 'playwright-core';
import { findOrInstallChromium } from '../setup/chromium.mjs';

export type Kind = 'html' | 'css' | 'js' | 'font' | 'image' | 'data';

export interface Transfer {
	path: string;
	kind: Kind;
	/** bytes of the body as they came over the wire */
	sent: number;
	/** bytes unpacked */
	size: number;
	/** `br`, `gzip`, or empty where the server sent it as it is */
	encoding: string;
	/** bytes it would have been, for what was sent uncompressed */
	gzip: number;
	brotli: number;
}

const kinds: readonly (readonly [type: RegExp, kind: Kind])[] = [
	[/html/u, 'html'],
	[/css/u, 'css'],
	[/javascript/u, 'js'],
	[/font/u, 'font'],
	[/image/u, 'image'],
];

async function transferOf(response: Response): Promise<Transfer> {
	const { responseBodySize: sent } = await response.request().sizes();
	const headers = await response.allHeaders();
	const body = await response.body();
	const kind = kinds.find(([type]) => type.test(headers['content-type'] ?? ''))?.[1] ?? 'data';
	const { pathname, search } = new URL(response.url());
	return {
		path: pathname + search,
		kind,
		sent,
		size: body.length,
		encoding: headers['content-encoding'] ?? '',
		gzip: gzipSync(body).length,
		brotli: brotliCompressSync(body).length,
	};
}

/**
 * Opens a page in a new browser with an empty cache, waits for its map, and gives all that was sent for it.
 * @returns undefined when there is no Chromium
 * @throws Error when another origin is asked, or the map does not come
 */
export async function bytesOf(origin: string, path: string): Promise<Transfer[] | undefined> {
	const executablePath = findOrInstallChromium();
	if (!executablePath) return undefined;
	const browser = await chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'da-DK' });
		const responses: Response[] = [];
		page.on('response', (response) => responses.push(response));
		await page.goto(origin + path);
		// Leaflet marks its element when it has drawn; what it loads after that, it has loaded when the network is still.
		await page.locator('.leaflet-container').waitFor({ timeout: 30_000 });
		await page.waitForLoadState('networkidle');
		const strangers = responses.filter(
			(response) => !response.url().startsWith(`${origin}/`) && !response.url().startsWith('data:'),
		);
		if (strangers.length > 0)
			throw new Error(`The page asked elsewhere: ${strangers.map((each) => each.url()).join(', ')}`);
		return await Promise.all(responses.filter((each) => each.url().startsWith(origin) && each.ok()).map(transferOf));
	} finally {
		await browser.close();
	}
}

/** Bytes by kind, over the wire. */
export function sums(transfers: readonly Transfer[]): Record<Kind, { sent: number; size: number; files: number }> {
	const none = () => ({ sent: 0, size: 0, files: 0 });
	const sum = { html: none(), css: none(), js: none(), font: none(), image: none(), data: none() };
	for (const { kind, sent, size } of transfers) {
		sum[kind].sent += sent;
		sum[kind].size += size;
		sum[kind].files += 1;
	}
	return sum;
}
