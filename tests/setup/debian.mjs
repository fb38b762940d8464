import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** @param {string} program @returns {boolean} whether it is on the PATH */
export function onPath(program) {
	return spawnSync(process.platform === 'win32' ? 'where' : 'which', [program], { stdio: 'ignore' }).status === 0;
}

let updated = false;

/**
 * Installs a package of Debian's when we may: as root, where there is apt-get.
 * @param {string} name
 * @returns {boolean} whether it is there now
 */
export function installDebianPackage(name) {
	if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || !onPath('apt-get')) return false;
	console.log(`Installing ${name} …`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const aptGet = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
	if (!updated) aptGet('update');
	updated = true;
	return aptGet('install', '-y', '--no-install-recommends', name).status === 0;
}
