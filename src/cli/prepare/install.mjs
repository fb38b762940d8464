import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The Node that comes with the packages: everything but installing runs on it, whatever the machine has. */
export const bundledNode = `${root}node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`;

/**
 * Runs a program in the project's folder with our output.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env] on top of our own
 * @returns {boolean} whether it succeeded
 */
export function run(program, args, env = {}) {
	const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
	return status === 0;
}

/** @param {string} path */
const packagesOf = (path) => JSON.parse(readFileSync(`${root}${path}`, 'utf8')).packages;

/**
 * Whether what is installed is what package-lock.json asks for. npm writes down what it installed only when it is done,
 * so an installation that was cut off counts as none. Optional packages are for other systems than this one.
 */
function isInstalled() {
	const record = 'node_modules/.package-lock.json';
	if (!existsSync(`${root}${record}`) || !existsSync(bundledNode)) return false;
	const installed = packagesOf(record);
	return Object.entries(packagesOf('package-lock.json')).every(
		([path, { version, optional, devOptional }]) =>
			path === '' || optional || devOptional || installed[path]?.version === version,
	);
}

/** Installs the packages when they are missing or others than package-lock.json says. */
export function installIfNeeded() {
	if (isInstalled()) return;
	console.log('Installing packages (once; a minute or two) …');
	const npm = process.env.npm_execpath;
	const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
	const done = npm ? run(process.execPath, [npm, ...args]) : run('npm', args);
	if (!done) throw new Error('The packages could not be installed: npm says why above.');
	if (spawnSync(bundledNode, ['--version']).status !== 0) {
		throw new Error(
			'The Node that comes with the packages does not run on this system: it needs glibc, macOS or Windows.',
		);
	}
}
