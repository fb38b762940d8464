import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './install.mjs';

/**
 * @param {string} path relative to the project
 * @returns {string[]} the files in it, or itself
 */
function filesIn(path) {
	if (!existsSync(`${root}${path}`)) return [];
	if (statSync(`${root}${path}`).isFile()) return [path];
	const entries = readdirSync(`${root}${path}`, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'));
}

/**
 * SHA-256 over files: contents tell, where times would mislead after a checkout or a copy.
 * @param {string[]} paths of files and folders, relative to the project; what is not there counts as nothing
 * @param {RegExp} [leftOut] files that do not count, by their path
 */
export function hashOf(paths, leftOut = /$^/) {
	const files = paths.flatMap(filesIn).filter((file) => !leftOut.test(file));
	const hash = createHash('sha256');
	for (const file of files.sort())
		hash
			.update(`${file}\0`)
			.update(readFileSync(`${root}${file}`))
			.update('\0');
	return hash.digest('hex');
}
