import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** Enough for someone who mistypes, and nothing for someone who guesses: 100 bits at twenty a minute. */
const limiter = new RateLimiterMemory({ points: 20, duration: 60 });

/** Counts one look-up from this address; it lives in the process. @returns false when there were too many this minute */
export async function mayCheck(address: string): Promise<boolean> {
	try {
		await limiter.consume(address);
		return true;
	} catch (refused) {
		if (refused instanceof Error) throw refused;
		return (refused as RateLimiterRes).remainingPoints > 0;
	}
}
