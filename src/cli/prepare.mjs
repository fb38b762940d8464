/**
 * Makes a fresh clone ready: `npm start`, `npm test` and the others begin with it. Plain JavaScript, because it runs on
 * whatever Node the machine has (20 or newer) before there is anything else.
 *
 *     node src/cli/prepare.mjs            packages and build, where missing or out of date
 *     node src/cli/prepare.mjs install    packages only
 *     node src/cli/prepare.mjs generate   packages, map and messages: what the type check needs
 *     node src/cli/prepare.mjs build      packages, and a new build in any case
 */
import { build, buildIfNeeded, generate } from './prepare/build.mjs';
import { installIfNeeded } from './prepare/install.mjs';

const steps = { install: () => undefined, generate, build, start: buildIfNeeded };

try {
	installIfNeeded();
	steps[process.argv[2] ?? 'start']();
} catch (cause) {
	console.error(cause.message);
	process.exitCode = 1;
}
