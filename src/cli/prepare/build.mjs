import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hashOf } from './hash.mjs';
import { bundledNode, root, run } from './install.mjs';

/** What the build is made from. */
const sources = [
	'src',
	'static',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts',
];

/** What the build itself writes into src, and what never becomes part of it. */
const leftOut = /^src\/lib\/(paraglide|catalogue\/map\/generated)\/|\.test\.ts$|\/project\.inlang\/(?!settings\.json)/;

/** Where the build keeps what it was made from. */
const stamp = `${root}build/source.sha256`;

const sourceHash = () => hashOf(sources, leftOut);

/** Writes what is made from sources but lies in src: the map of the city and the messages. */
export function generate() {
	const map = run(bundledNode, ['src/cli/make-map.ts']);
	const messages = map && run(bundledNode, ['src/cli/prepare/messages.mjs']);
	if (!messages) throw new Error('The map or the messages could not be made: see above.');
}

/** Builds the application. */
export function build() {
	const hash = sourceHash();
	generate();
	if (!run(bundledNode, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'])) {
		throw new Error('The application could not be built: see above.');
	}
	writeFileSync(stamp, hash);
}

/** Builds the application when it has not been, or from other sources than these. */
export function buildIfNeeded() {
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash()) return;
	console.log('Building …');
	build();
}
