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

/** How a person goes about it; by default without pause, and telling nobody. */
export interface Manner {
	/** before each request */
	think?: () => Promise<void>;
	/** after each: the answer is undefined when none came */
	heard?: (method: string, path: string, milliseconds: number, answer: Omit<Answer, 'resent'> | undefined) => void;
	/** what a caseworker does before each referral */
	first?: (caseworker: Person) => Promise<void>;
}

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
	readonly #manner: Manner;

	/** @param server where the site is now; it may change between two requests */
	constructor(token: string, server: () => string, until: AbortSignal, manner: Manner = {}) {
		this.#token = token;
		this.#server = server;
		this.#until = until;
		this.#manner = manner;
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
			await this.#manner.think?.();
			if (this.#until.aborted) throw new TimeIsUp();
			const began = performance.now();
			const answer = await this.#askOnce(path, body).catch(() => undefined);
			this.#manner.heard?.(body ? 'POST' : 'GET', path, performance.now() - began, answer);
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
