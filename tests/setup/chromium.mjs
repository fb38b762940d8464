import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { bundledNode, root } from '../../src/cli/prepare/install.mjs';
import { installDebianPackage } from './debian.mjs';

/** Where browsers of the Chromium family usually are. */
const usual = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const playwright = `${root}node_modules/playwright-core`;

/** The place where Playwright keeps its own Chromium, whether it is there or not. */
function ofPlaywright() {
	const ask = `import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))`;
	return spawnSync(bundledNode, ['--input-type=module', '-e', ask], { cwd: root, encoding: 'utf8' }).stdout.trim();
}

const present = () => [process.env.CHROMIUM, ...usual, ofPlaywright()].find((path) => path && existsSync(path));

/**
 * The browser for the tests: CHROMIUM, the machine's own, else a new one from Debian or from Playwright.
 * @returns {string | undefined} its path
 */
export function findOrInstallChromium() {
	const found = present();
	if (found) return found;
	if (!installDebianPackage('chromium')) {
		console.log('Downloading Chromium …');
		spawnSync(bundledNode, [`${playwright}/cli.js`, 'install', 'chromium'], { cwd: root, stdio: 'inherit' });
	}
	return present();
}
