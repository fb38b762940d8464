import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../../errors.ts';

/** Requests of one address in a window; a harvest of 100,000 services takes 200 pages. */
export const requestsAWindow = 600;
const windowSeconds = 60;

/** In memory: an address is known for as long as its window lasts, and to nobody else. */
let limiter = new RateLimiterMemory({ points: requestsAWindow, duration: windowSeconds });

/** Begins anew, as at the start of the process. */
export function forgetRequests(): void {
	limiter = new RateLimiterMemory({ points: requestsAWindow, duration: windowSeconds });
}

/** @throws DomainError `hsds.too_many_requests` 429 with the seconds to wait in its details */
export async function countRequestOf(address: string): Promise<void> {
	try {
		await limiter.consume(address);
	} catch (cause) {
		if (!(cause instanceof RateLimiterRes)) throw cause;
		const seconds = Math.max(1, Math.ceil(cause.msBeforeNext / 1000));
		throw new DomainError('hsds.too_many_requests', 429, `Too many requests: try again in ${seconds} seconds.`, {
			retryAfter: seconds,
		});
	}
}
