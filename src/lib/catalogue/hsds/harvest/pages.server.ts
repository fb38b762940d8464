import { z } from 'zod';
import { DomainError } from '../../../errors.ts';
import { harvestFailure } from './failure.ts';
import { fetchJson, type Fetched, type FetchLimits } from './fetch-json.server.ts';

/** How another API is asked. */
export interface Asking {
	/** its root, without a slash at the end */
	root: string;
	limits: FetchLimits;
	/** waits before trying again; tests do not */
	wait: (milliseconds: number) => Promise<void>;
}

export interface RemotePage {
	number: number;
	/** as they came; those without an id are left out */
	objects: RemoteObject[];
	last: boolean;
	/** the other server's clock, when it tells */
	date: Date | undefined;
}

export type RemoteObject = Record<string, unknown> & { id: string };

const object = z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) });
const envelope = z.looseObject({
	contents: z.array(z.unknown()),
	page_number: z.number().optional(),
	total_pages: z.number().optional(),
	last_page: z.boolean().optional(),
});

/** Tries of one page, and the first wait in milliseconds; each wait is twice the one before. */
const tries = 4;
const firstWait = 1_000;
const longestWait = 60_000;
/** More pages than any directory has: a server that never ends. */
const mostPages = 100_000;

/** A fault that may be gone in a moment. */
const passes = (status: number) => status === 429 || status === 408 || status >= 500;

async function patiently({ root, limits, wait }: Asking, path: string): Promise<Fetched> {
	const url = `${root}/${path}`;
	for (let turn = 1; ; turn++) {
		const answer = await fetchJson(url, limits).catch((cause: unknown) => {
			const final = cause instanceof DomainError && !['harvest.slow', 'harvest.cut_off'].includes(cause.code);
			if (final || turn >= tries) throw unreachable(cause, url);
			return undefined;
		});
		if (answer && !passes(answer.status)) return answer;
		if (turn >= tries) throw harvestFailure('harvest.server', { url, status: answer?.status ?? 0 });
		const told = Number(answer?.headers['retry-after'] ?? Number.NaN) * 1000;
		await wait(Math.min(longestWait, Number.isFinite(told) ? told : firstWait * 2 ** (turn - 1)));
	}
}

/** What the network says, as a sentence; a broken rule says its own. */
function unreachable(cause: unknown, url: string): unknown {
	if (cause instanceof DomainError || !(cause instanceof Error)) return cause;
	const { code } = cause as NodeJS.ErrnoException;
	return code ? harvestFailure('harvest.server', { url, code }) : cause;
}

/**
 * Turns the pages of a list.
 * @param path of the list with its filters, such as `services?full=true`
 * @param from page to begin with
 * @param optional a list that the server may lack: then there are no pages
 * @throws DomainError `harvest.*`
 */
export async function* remotePages(
	asking: Asking,
	path: string,
	{ from = 1, perPage = 100, optional = false }: { from?: number; perPage?: number; optional?: boolean } = {},
): AsyncGenerator<RemotePage> {
	let before = '';
	for (let number = from; number < mostPages; number++) {
		const turned = `${path}${path.includes('?') ? '&' : '?'}page=${number}&per_page=${perPage}`;
		const { status, body, headers } = await patiently(asking, turned);
		if (body === undefined) {
			if (optional && status === 404) return;
			throw harvestFailure('harvest.server', { url: `${asking.root}/${turned}`, status });
		}
		const page = envelope.safeParse(body);
		if (!page.success) throw harvestFailure('harvest.not_hsds', { url: `${asking.root}/${turned}` });
		const { contents, last_page: isLast, total_pages: pages, page_number: told } = page.data;
		const objects = contents.flatMap((item) => {
			const read = object.safeParse(item);
			return read.success ? [read.data as RemoteObject] : [];
		});
		const ids = objects.map(({ id }) => id).join(' ');
		if ((ids !== '' && ids === before) || (told !== undefined && told !== number && contents.length > 0))
			throw harvestFailure('harvest.repeated_page', { url: `${asking.root}/${turned}` });
		before = ids;
		const last = contents.length === 0 || isLast === true || (pages !== undefined && number >= pages);
		const date = new Date(headers.date ?? Number.NaN);
		yield { number, objects, last, date: Number.isNaN(date.getTime()) ? undefined : date };
		if (last) return;
	}
	throw harvestFailure('harvest.repeated_page', { url: `${asking.root}/${path}` });
}

/** One object whole. @returns undefined when it is gone */
export async function remoteObject(asking: Asking, path: string): Promise<RemoteObject | undefined> {
	const { status, body } = await patiently(asking, path);
	if (status === 404 || status === 410) return undefined;
	const read = object.safeParse(body);
	if (!read.success) throw harvestFailure('harvest.not_hsds', { url: `${asking.root}/${path}` });
	return read.data as RemoteObject;
}
