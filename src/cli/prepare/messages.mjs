/**
 * Turns the messages into code in a process of its own, unless that has been done with just these:
 * `node src/cli/prepare/messages.mjs`. It takes as long as starting a server, builds and tests all begin with it, and the
 * folder it makes is empty for a moment while others may be reading.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hashOf } from './hash.mjs';
import { messagesStamp, paraglide } from './paraglide.mjs';

const hash = hashOf([
	'src/lib/i18n/messages',
	'src/lib/i18n/project.inlang/settings.json',
	'src/cli/prepare/paraglide.mjs',
	'package-lock.json',
]);

if (!existsSync(messagesStamp) || readFileSync(messagesStamp, 'utf8') !== hash) {
	const { compile } = await import('@inlang/paraglide-js');
	await compile(paraglide);
	writeFileSync(messagesStamp, hash);
	// The compiler leaves timers of 30 seconds behind, which would keep this process, and whoever waits for it, that long.
	process.exit();
}
