import { DomainError } from '../../../errors.ts';

/** What stops a harvest, in words for the operator. What was fetched before is kept, and the next run goes on there. */
export const harvestFailures = {
	'harvest.address': 'The address is no http or https address, or holds a password.',
	'harvest.private': 'The server is in a private network. If that is meant, say --allow-private.',
	'harvest.redirects': 'The server sends from one address to the next without end.',
	'harvest.slow': 'The server takes too long to answer.',
	'harvest.too_large': 'The server’s answer is larger than can be read at once.',
	'harvest.cut_off': 'The server’s answer broke off in the middle.',
	'harvest.not_json': 'The server answers with something that is not JSON.',
	'harvest.not_hsds': 'The server’s answer is no page of an HSDS API.',
	'harvest.repeated_page': 'The server gives the same page again instead of the next.',
	'harvest.server': 'The server answers with an error.',
	'harvest.empty': 'The server has no services at all, so nothing was changed.',
	'harvest.removals':
		'More than half of the offers would disappear, which looks like a fault there. If it is meant, say --allow-removals.',
	'harvest.other_address': 'This source was harvested from another address. Choose another --source, or say --restart.',
} as const;

export type HarvestFailure = keyof typeof harvestFailures;

/** @param details codes, addresses of the other server and numbers; nothing about people */
export function harvestFailure(
	code: HarvestFailure,
	details: Readonly<Record<string, string | number>> = {},
): DomainError {
	const told = Object.values(details).join(' ');
	return new DomainError(code, 502, told ? `${harvestFailures[code]} (${told})` : harvestFailures[code], details);
}
