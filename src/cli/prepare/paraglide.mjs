import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';

/** How messages become code; the same for the build, the tests, the development server and the type check. */
export const paraglide = {
	project: './src/lib/i18n/project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['cookie', 'baseLocale'],
	cookieName: 'locale',
	emitTsDeclarations: true,
	outputStructure: 'message-modules',
};

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

/**
 * The Vite plugin for messages.
 * @param {boolean} watch true in the development server
 */
export const messages = (watch) => (watch ? paraglideVitePlugin(paraglide) : compileOnce);
