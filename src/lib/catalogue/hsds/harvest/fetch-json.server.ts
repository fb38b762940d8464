import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { isNearby } from '../../../web/address.server.ts';
import { harvestFailure } from './failure.ts';

/** What one answer of another server may take. */
export interface FetchLimits {
	/** may the server be on this machine or in a private network */
	allowPrivate: boolean;
	/** bytes of one answer */
	bytes: number;
	/** milliseconds until the whole answer must be here */
	milliseconds: number;
	/** redirects that are followed */
	redirects: number;
}

export const defaultFetchLimits: FetchLimits = {
	allowPrivate: false,
	bytes: 50 * 1024 * 1024,
	milliseconds: 60_000,
	redirects: 5,
};

export interface Fetched {
	status: number;
	/** undefined when the status is no success */
	body: unknown;
	headers: IncomingMessage['headers'];
}

/** Beyond what is nearby: this network, multicast, reserved, and addresses that only wrap others. */
const unreachable = new BlockList();
unreachable.addSubnet('0.0.0.0', 8, 'ipv4');
unreachable.addSubnet('192.0.0.0', 24, 'ipv4');
unreachable.addSubnet('198.18.0.0', 15, 'ipv4');
unreachable.addSubnet('224.0.0.0', 3, 'ipv4');
unreachable.addAddress('::', 'ipv6');
unreachable.addSubnet('ff00::', 8, 'ipv6');
unreachable.addSubnet('64:ff9b::', 96, 'ipv6');
unreachable.addSubnet('2002::', 16, 'ipv6');

/** Whether an IP address is one that a stranger must not make us ask. */
export function isPrivateAddress(address: string): boolean {
	const family = isIPv6(address) ? 'ipv6' : 'ipv4';
	// The block list also looks into IPv4 addresses that are written as IPv6.
	return isNearby(address) || unreachable.check(address, family);
}

/**
 * Fetches JSON from an address that somebody else has a say in: only http and https, no more than the limits, and
 * unless allowed no private address. Names are judged by what they resolve to when connecting, so that a name cannot
 * change its mind in between; each redirect is judged anew.
 * @throws DomainError `harvest.*`; system errors of the network as they come
 */
export async function fetchJson(address: string | URL, limits: FetchLimits): Promise<Fetched> {
	const deadline = AbortSignal.timeout(limits.milliseconds);
	let url = new URL(address);
	for (let redirects = 0; ; redirects++) {
		const response = await ask(url, limits, deadline).catch((cause: unknown) => {
			throw deadline.aborted ? harvestFailure('harvest.slow', { url: url.href }) : cause;
		});
		const { statusCode: status = 0, headers } = response;
		if (status >= 300 && status < 400 && status !== 304 && headers.location) {
			response.destroy();
			if (redirects >= limits.redirects) throw harvestFailure('harvest.redirects', { url: url.href });
			if (!URL.canParse(headers.location, url)) throw harvestFailure('harvest.address', { url: headers.location });
			url = new URL(headers.location, url);
			continue;
		}
		if (status < 200 || status >= 300) {
			response.destroy();
			return { status, headers, body: undefined };
		}
		const text = await readText(response, url, limits).catch((cause: unknown) => {
			throw deadline.aborted ? harvestFailure('harvest.slow', { url: url.href }) : cause;
		});
		return { status, headers, body: parse(text, url) };
	}
}

function ask(url: URL, { allowPrivate }: FetchLimits, signal: AbortSignal): Promise<IncomingMessage> {
	if (!/^https?:$/u.test(url.protocol) || url.username || url.password)
		throw harvestFailure('harvest.address', { url: url.href });
	const host = url.hostname.replace(/^\[|\]$/gu, '');
	if (!allowPrivate && isIP(host) && isPrivateAddress(host)) throw harvestFailure('harvest.private', { host });
	const request = url.protocol === 'https:' ? requestHttps : requestHttp;
	return new Promise((done, fail) => {
		request(url, {
			signal,
			agent: false,
			headers: { accept: 'application/json', 'user-agent': 'Socialkompas (HSDS harvest)' },
			...(!allowPrivate && { lookup: publicOnly }),
		})
			.on('response', done)
			.on('error', fail)
			.end();
	});
}

type Resolved = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** Resolves a name as usual, and refuses it when any of its addresses is private. */
function publicOnly(host: string, options: LookupOptions, done: Resolved): void {
	resolve(host, { ...options, all: true }, (error, addresses) => {
		if (error) return done(error, []);
		if (addresses.length === 0 || addresses.some(({ address }) => isPrivateAddress(address)))
			return done(harvestFailure('harvest.private', { host }), []);
		const [first] = addresses;
		if (options.all || !first) return done(null, addresses);
		return done(null, first.address, first.family);
	});
}

async function readText(response: IncomingMessage, url: URL, { bytes: most }: FetchLimits): Promise<string> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of response as AsyncIterable<Buffer>) {
		bytes += chunk.length;
		if (bytes > most) throw harvestFailure('harvest.too_large', { url: url.href });
		chunks.push(chunk);
	}
	if (!response.complete) throw harvestFailure('harvest.cut_off', { url: url.href });
	return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string, url: URL): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw harvestFailure('harvest.not_json', { url: url.href });
	}
}
