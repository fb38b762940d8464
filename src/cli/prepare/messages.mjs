/** Turns the messages into code, once, in a process of its own: `node src/cli/prepare/messages.mjs`. */
import { compile } from '@inlang/paraglide-js';
import { paraglide } from './paraglide.mjs';

await compile(paraglide);
// The compiler leaves timers of 30 seconds behind, which would keep this process, and whoever waits for it, that long.
process.exit();
