import { RateLimiterMemory } from 'rate-limiter-flexible';
import { DomainError } from '../../errors.ts';

/**
 * How many errors one address may report: five in ten minutes. A reader seldom sees more; a robot soon does. Each
 * process counts its own, and keeps the address in memory alone, for those ten minutes.
 */
const perAddress = new RateLimiterMemory({ points: 5, duration: 600 });
/** And all together, so that many addresses fill no coordinator's morning: 100 in an hour. */
const together = new RateLimiterMemory({ points: 100, duration: 3600 });

/** @param address IP address @throws DomainError `report.too_many` 429 */
export async function assertMayReport(address: string): Promise<void> {
	try {
		await perAddress.consume(address);
		await together.consume('all');
	} catch (cause) {
		if (cause instanceof Error) throw cause;
		throw new DomainError('report.too_many', 429);
	}
}
