import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';

/** The address a browser shows for a request, and where the request came from. */
export interface RequestAddress {
	protocol: 'http' | 'https';
	/** with the port when it is not the protocol's own */
	host: string;
	/** IP address */
	client: string;
}

/**
 * Loopback, private and link-local networks (RFC 1918, 4193, 6598, 3927, 4291): where an operator's own proxy is.
 * Whoever connects from elsewhere may write what they like into a forwarding header, and is not believed.
 */
const nearby = new BlockList();
for (const [network, prefix] of [
	['127.0.0.0', 8],
	['10.0.0.0', 8],
	['172.16.0.0', 12],
	['192.168.0.0', 16],
	['100.64.0.0', 10],
	['169.254.0.0', 16],
] as const)
	nearby.addSubnet(network, prefix, 'ipv4');
nearby.addAddress('::1', 'ipv6');
nearby.addSubnet('fc00::', 7, 'ipv6');
nearby.addSubnet('fe80::', 10, 'ipv6');

/** Whether an IP address is on this machine or in a private network. */
export const isNearby = (address: string): boolean => nearby.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** The one nearest to us of a list that every proxy adds to at its end. */
const last = (header: string | string[] | undefined) => header?.toString().split(',').at(-1)?.trim();

/**
 * Says at which address a request was made, so that forms can be held to come from our own pages, also behind a proxy
 * that ends TLS.
 *
 * ORIGIN is the operator's word and wins when anything that a browser does not let another site forge says that the
 * request was made there: the host, the page that posted the form, or a cookie that browsers keep for TLS only. (The
 * last two are for proxies that put their own host name into the request.) Other requests, such as those of an operator
 * on the machine itself, are at the host they name.
 * @param peer who is connected, as the socket says
 * @param origin ORIGIN when it is set: `https://…` without a path
 */
export function requestAddress(headers: IncomingHttpHeaders, peer: string, origin: string | undefined): RequestAddress {
	const from = peer.replace(/^::ffff:/, '');
	const behindProxy = isNearby(from);
	const client = (behindProxy && last(headers['x-forwarded-for'])) || from;
	const host = headers.host ?? 'localhost';
	if (origin) {
		const here = new URL(origin);
		const hosts = [host, ...(behindProxy ? [last(headers['x-forwarded-host'])] : [])];
		const keptForTls = here.protocol === 'https:' && /(^|;\s*)__Host-/.test(headers.cookie ?? '');
		if (hosts.includes(here.host) || headers.origin === here.origin || keptForTls) {
			return { protocol: here.protocol === 'https:' ? 'https' : 'http', host: here.host, client };
		}
	}
	const forwarded = behindProxy ? last(headers['x-forwarded-proto']) : undefined;
	return { protocol: forwarded === 'https' ? 'https' : 'http', host, client };
}
