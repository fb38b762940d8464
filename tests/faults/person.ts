import { setTimeout as wait } from 'node:timers/promises';

export interface Answer {
	readonly status: number;
	/** where a redirect leads */
	readonly location: string;
	readonly body: string;
	/** the form had to be sent more than once before an answer came */
	readonly resent: boolean;
}

/** What the work is broken off with when the time is up. */
export class TimeIsUp extends Error {}

/** Milliseconds after which an answer that does not come counts as none. */
const patience = 20_000;

/**
 * One signed-in person with a browser without scripts, who presses the button again when no answer came or the page
 * said “not just now”. It is up to the server that this makes nothing twice.
 */
export class Person {
	readonly #token: string;
	readonly #server: () => string;
	readonly #until: AbortSignal;

	/** @param server where the site is now; it may change between two requests */
	constructor(token: string, server: () => string, until: AbortSignal) {
		this.#token = token;
		this.#server = server;
		this.#until = until;
	}

	/** @throws TimeIsUp */
	get(path: string): Promise<Answer> {
		return this.#ask(path);
	}

	/** @throws TimeIsUp */
	post(path: string, form: Readonly<Record<string, string | readonly string[]>>): Promise<Answer> {
		const body = new URLSearchParams();
		for (const [name, values] of Object.entries(form)) for (const one of [values].flat()) body.append(name, one);
		return this.#ask(path, body);
	}

	async #ask(path: string, body?: URLSearchParams): Promise<Answer> {
		for (let resent = false; ; resent = true) {
			if (this.#until.aborted) throw new TimeIsUp();
			const answer = await this.#askOnce(path, body).catch(() => undefined);
			if (answer && answer.status !== 503) return { ...answer, resent };
			await wait(100);
		}
	}

	async #askOnce(path: string, body?: URLSearchParams): Promise<Omit<Answer, 'resent'>> {
		const base = this.#server();
		const response = await fetch(new URL(path, base), {
			redirect: 'manual',
			headers: { accept: 'text/html', cookie: `session=${this.#token}; locale=en`, ...(body && { origin: base }) },
			signal: AbortSignal.timeout(patience),
			...(body && { method: 'POST', body }),
		});
		return {
			status: response.status,
			location: response.headers.get('location') ?? '',
			body: await response.text(),
		};
	}
}
