/** Failed sign-ins of one account or one address. */
interface Failures {
	count: number;
	/** milliseconds */
	last: number;
}

/** How many failures are free, and how fast waiting grows after them. */
interface Limits {
	free: number;
	/** seconds, the longest anyone waits: slowed, never locked out */
	longest: number;
}

const account: Limits = { free: 5, longest: 60 };
/** Many people may share an address: an office, a library, a proxy. */
const address: Limits = { free: 30, longest: 60 };
/** Failures are forgotten after a quarter of an hour without one. */
const memory = 900_000;
/** More keys than this are an attack; the oldest go first. */
const mostKeys = 20_000;

/**
 * Slows down guessing: after the free tries one waits 1, 2, 4 … seconds between tries, at most a minute. Known and
 * unknown accounts are treated alike. It lives in the process; with several processes each counts its own.
 */
export function signInThrottle(): {
	/** Seconds to wait before this try may be made; 0: now. */
	wait(keys: { email: string; address: string }, now: Date): number;
	failed(keys: { email: string; address: string }, now: Date): void;
	/** A right password clears the account; the address still answers for its other guesses. */
	succeeded(keys: { email: string; address: string }): void;
} {
	const failures = new Map<string, Failures>();
	const entries = ({ email, address: from }: { email: string; address: string }) =>
		[
			[`account ${email.toLowerCase()}`, account],
			[`address ${from}`, address],
		] as const;

	const waitFor = (key: string, limits: Limits, now: number) => {
		const found = failures.get(key);
		if (!found || now - found.last > memory || found.count < limits.free) return 0;
		const pause = Math.min(2 ** (found.count - limits.free), limits.longest) * 1000;
		return Math.max(0, Math.ceil((found.last + pause - now) / 1000));
	};

	return {
		wait: (keys, now) => Math.max(...entries(keys).map(([key, limits]) => waitFor(key, limits, now.getTime()))),
		failed(keys, now) {
			for (const [key] of entries(keys)) {
				const found = failures.get(key);
				const count = found && now.getTime() - found.last <= memory ? found.count + 1 : 1;
				// Set anew, so that the map's order is the order of the last failure.
				failures.delete(key);
				failures.set(key, { count, last: now.getTime() });
			}
			for (const key of failures.keys()) {
				if (failures.size <= mostKeys) break;
				failures.delete(key);
			}
		},
		succeeded: (keys) => void failures.delete(`account ${keys.email.toLowerCase()}`),
	};
}
