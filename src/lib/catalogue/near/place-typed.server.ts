import { services } from '../../database/as-actor.server.ts';
import { lookUpAddress, LookupFailed } from '../address-lookup.server.ts';
import { nearIn } from '../search/parse-search.server.ts';
import { lookupThrottle } from './lookup-throttle.ts';
import { longestPlace } from './near.ts';
import { positionText } from './position.ts';

/** Why a place that was typed is not one distances can be counted from. */
export type PlaceProblem = 'unknown' | 'not_found' | 'unavailable' | 'too_many';

const mayLookUp = lookupThrottle();

/**
 * Looks up an address that was typed where a place is asked for.
 * @param client who asks, as an address on the network
 * @returns the parameters with the point in its place, so that the address itself stays in no history and is asked for
 * once; or why there is none; undefined when nothing needs looking up
 */
export async function placeTyped(
	parameters: URLSearchParams,
	client: string,
): Promise<{ parameters: URLSearchParams } | { problem: PlaceProblem } | undefined> {
	const { near, typed } = nearIn(parameters);
	if (near || !typed) return undefined;
	const { config, clock, log } = services();
	if (!config.addressLookup) return { problem: 'unknown' };
	if (typed.length < 3 || typed.length > longestPlace) return { problem: 'not_found' };
	if (!mayLookUp(client, clock().getTime())) return { problem: 'too_many' };
	try {
		const found = await lookUpAddress(config.addressLookup, typed);
		if (!found) return { problem: 'not_found' };
		const placed = new URLSearchParams(parameters);
		placed.delete('near');
		placed.append('near', positionText(found));
		return { parameters: placed };
	} catch (cause) {
		if (!(cause instanceof LookupFailed)) throw cause;
		log.warn({ err: { message: cause.message } }, 'an address could not be looked up');
		return { problem: 'unavailable' };
	}
}
