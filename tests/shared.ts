import { existsSync } from 'node:fs';
import path from 'node:path';

const root = process.env['SOCIALKOMPAS_SHARED'] ?? path.resolve(import.meta.dirname, '../../shared');

/**
 * Real directories and official examples lie outside the repository, because their licences keep them there.
 * @param name path under the folder `SOCIALKOMPAS_SHARED` names (default: `shared` beside the project)
 * @returns the full path; undefined, with the reason on stderr, when it is not there and the test must be skipped
 */
export function shared(name: string): string | undefined {
	const full = path.join(root, name);
	if (existsSync(full)) return full;
	console.warn(`Skipped: ${full} is not there (set SOCIALKOMPAS_SHARED to the folder that holds ${name}).`);
	return undefined;
}
