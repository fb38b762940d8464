import { spawnSync } from 'node:child_process';
import { postgresCommand } from './postgres.mjs';

/**
 * Runs the command that was given once more, with a throw-away PostgreSQL at TEST_DATABASE_URL.
 * @returns its exit code
 * @throws Error where there is no PostgreSQL
 */
export function runAgainOnPostgres(): number {
	const command = postgresCommand([]);
	if (!command) throw new Error('No PostgreSQL: set TEST_DATABASE_URL, or install Debian’s postgresql.');
	const [program = '', ...args] = [...command, process.execPath, ...process.argv.slice(1)];
	return spawnSync(program, args, { stdio: 'inherit' }).status ?? 1;
}
