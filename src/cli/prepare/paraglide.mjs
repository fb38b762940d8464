import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { root } from './install.mjs';

/** How messages become code; the same for the build, the tests, the development server and the type check. */
export const paraglide = {
	project: './src/lib/i18n/project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['cookie', 'baseLocale'],
	cookieName: 'locale',
	emitTsDeclarations: true,
	outputStructure: 'message-modules',
};

/** What the code was made from, beside it. Making it anew begins by emptying the folder: half made counts as not made. */
export const messagesStamp = `${root}src/lib/paraglide/made-from.sha256`;

let compiled = false;

/** Compiles the messages at the start of a build or a test run, and not again when they change: nobody is watching. */
const compileOnce = {
	name: 'compile-messages',
	buildStart() {
		if (compiled) return;
		compiled = true;
		execFileSync(process.execPath, [fileURLToPath(new URL('messages.mjs', import.meta.url))]);
	},
};

/** In development they are compiled when they change, so that nobody knows afterwards what from. */
async function compileAlways() {
	rmSync(messagesStamp, { force: true });
	const { paraglideVitePlugin } = await import('@inlang/paraglide-js');
	return paraglideVitePlugin(paraglide);
}

/**
 * The Vite plugin for messages.
 * @param {boolean} watch true in the development server
 */
export const messages = (watch) => (watch ? compileAlways() : compileOnce);
