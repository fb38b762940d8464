import { pino } from 'pino';
import { services } from '../../src/lib/database/as-actor.server.ts';

/** What only we should know: tables, statements, files, traces. */
export const internals =
	/relation "|syntax error|select .* from |insert into|drizzle|postgres|pglite|node_modules|\.(?:ts|js|svelte):\d|\n\s+at /i;

/** What a person reads: a page's own scripts, styles and pictures are not what is meant. */
export const readable = (body: string): string => body.replaceAll(/<(script|style)[\s\S]*?<\/\1>|<link[^>]*>/g, '');

/** Everything that is logged while this runs. */
export async function loggedBy(work: () => Promise<unknown>): Promise<string> {
	const lines: string[] = [];
	const quiet = services().log;
	services().log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
	try {
		await work();
	} finally {
		services().log = quiet;
	}
	return lines.join('');
}
