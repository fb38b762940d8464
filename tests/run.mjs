/**
 * Runs every test: `npm test`, or `npm test -- src/lib/referrals` for some; `npm run trust` for those of the thirty
 * statements, which it prints and all of which must hold.
 * Gets what the tests need, says in one line what could not be had (with CI=true that is a failure), and ends with one
 * line `N passed, N failed`. Plain JavaScript, because it runs before anything is installed.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../src/cli/prepare/build.mjs';
import { bundledNode, installIfNeeded, root, run } from '../src/cli/prepare/install.mjs';
import { findOrInstallChromium } from './setup/chromium.mjs';
import { postgresCommand } from './setup/postgres.mjs';

/** @param {string} missing */
function without(missing) {
	if (process.env.CI === 'true') throw new Error(`${missing} With CI=true nothing is skipped.`);
	console.log(missing);
}

const trust = process.argv[2] === '--trust';
/** Tests of statements that stand beside the code they are about. */
const beside = ['src/lib/erasure.test.ts', 'src/lib/audit/chain.test.ts', 'src/lib/citizens/verify-encryption.test.ts'];
const wanted = trust ? ['tests/trust', ...beside, ...process.argv.slice(3)] : process.argv.slice(2);

/** @param {string} file of JSON that the tests' reporters wrote; without it they broke down */
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** @returns {{ passed: number, failed: number, skipped: number, open: number }} */
function runTests() {
	installIfNeeded();
	buildIfNeeded();
	const chromium = findOrInstallChromium();
	if (!chromium) without('Browser tests are skipped: no Chromium here, and none could be installed.');
	const postgres = postgresCommand();
	if (!postgres)
		without('PostgreSQL tests are skipped: no TEST_DATABASE_URL, and no pg_virtualenv could be installed.');

	const folder = mkdtempSync(join(tmpdir(), 'socialkompas-count-'));
	const counts = join(folder, 'counts.json');
	const statements = join(folder, 'statements.json');
	const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=./tests/setup/count.ts'];
	if (trust) vitest.push('--reporter=./tests/setup/thirty.ts');
	const [program, ...args] = [...(postgres ?? []), bundledNode, ...vitest, ...wanted];
	try {
		const finished = run(program, args, {
			CHROMIUM: chromium,
			TEST_COUNTS: counts,
			TRUST_COUNT: statements,
			// Commands and servers that the tests start again and again are compiled once.
			NODE_COMPILE_CACHE: `${root}node_modules/.cache/node-compile`,
		});
		const counted = read(counts) ?? { passed: 0, failed: 0, skipped: 0 };
		const { open } = trust ? (read(statements) ?? { open: 30 }) : { open: 0 };
		// A run that broke down outside of any test has failed all the same.
		return finished || counted.failed > 0 ? { ...counted, open } : { ...counted, failed: 1, open };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

let result = { passed: 0, failed: 1, skipped: 0, open: 0 };
try {
	result = runTests();
} catch (cause) {
	console.error(cause.message);
}
const { passed, failed, skipped, open } = result;
if (open > 0) console.log(`${open} of the thirty statements ${open === 1 ? 'is' : 'are'} not shown to be true.`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || open > 0 || passed === 0 ? 1 : 0;
