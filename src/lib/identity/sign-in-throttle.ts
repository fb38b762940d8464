/** Failed attempts that have something in common. */
export interface Failures {
	count: number;
	last: Date;
}

/** How many failures are free, how long anyone waits at most, and when failures are forgotten; seconds. */
interface Limits {
	free: number;
	longest: number;
	memory: number;
}

/** Slowed, never locked out for good: the longest wait is always short enough to sit out. */
export const limits = {
	account: { free: 5, longest: 60, memory: 900 },
	/** Many people may share an address, an office or a proxy: it is slowed too, but never by much. */
	address: { free: 9, longest: 15, memory: 900 },
	/** Codes have six digits and are guessed by somebody who has the password: patience is long. */
	code: { free: 5, longest: 900, memory: 86_400 },
	/** Links asked for one address: enough for whoever looked in the wrong mailbox. */
	reset: { free: 3, longest: 900, memory: 3600 },
} as const satisfies Record<string, Limits>;

export type ThrottleKind = keyof typeof limits;

/**
 * Seconds to wait before the next attempt; 0: now. After the free ones 1, 2, 4 … up to the longest.
 * Known and unknown accounts are treated alike.
 */
export function secondsToWait(kind: ThrottleKind, failures: Failures | undefined, now: Date): number {
	const { free, longest } = limits[kind];
	if (!failures || isForgotten(kind, failures, now) || failures.count < free) return 0;
	const pause = Math.min(2 ** (failures.count - free), longest) * 1000;
	return Math.max(0, Math.ceil((failures.last.getTime() + pause - now.getTime()) / 1000));
}

/** Whether failures are so long ago that counting begins anew. */
export const isForgotten = (kind: ThrottleKind, failures: Failures, now: Date): boolean =>
	now.getTime() - failures.last.getTime() > limits[kind].memory * 1000;
