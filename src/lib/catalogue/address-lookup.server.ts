import { z } from 'zod';
import { readPosition, type Position } from './near/position.ts';
import { fromUtm32 } from './near/utm.ts';

/** A service that knows where addresses are, as the operator has set it. */
export interface AddressLookup {
	readonly kind: 'adressevaelger' | 'photon' | 'nominatim';
	/** without a path: `https://adressevaelger.dk` */
	readonly url: string;
	readonly token?: string | undefined;
}

/** Milliseconds one may wait for a service; then a postcode has to do. */
const patience = 3_000;
/** Characters that Adressevælger takes. */
const longestText = 73;

/** The service did not answer, or not as it says it does. */
export class LookupFailed extends Error {}

type Ask = (path: string, parameters: Record<string, string>) => Promise<unknown>;

/**
 * Asks over the network. Neither the address nor what came of it is kept or logged: failures are told without it.
 * @throws LookupFailed
 */
function asking({ url }: AddressLookup, within: number): Ask {
	const signal = AbortSignal.timeout(within);
	return async (path, parameters) => {
		const asked = new URL(`${url.replace(/\/$/u, '')}${path}`);
		for (const [name, value] of Object.entries(parameters)) asked.searchParams.set(name, value);
		try {
			const headers = { accept: 'application/json', 'user-agent': 'Socialkompas' };
			const response = await fetch(asked, { signal, headers, redirect: 'error', referrerPolicy: 'no-referrer' });
			if (response.ok) return await response.json();
		} catch {
			// Its message may quote the address that was asked for.
		}
		throw new LookupFailed(`the address look-up did not answer ${path.replace(/[0-9a-f-]{36}/u, ':id')}`);
	};
}

function understood<T>(schema: z.ZodType<T>, answer: unknown): T {
	const parsed = schema.safeParse(answer);
	if (!parsed.success) throw new LookupFailed('the address look-up answered something else than it says it does');
	return parsed.data;
}

const hits = z.object({ fund: z.array(z.object({ type: z.string(), id: z.string() })) });
const houseNumber = z.object({
	husnummer: z.object({ adgangspunkt: z.object({ koordinater: z.object({ x: z.number(), y: z.number() }) }) }),
});

/** Klimadatastyrelsen's Adressevælger: house numbers by text, and then where the first of them is (EPSG:25832). */
async function fromAdressevaelger(ask: Ask, text: string, token: string): Promise<Position | undefined> {
	const found = await ask('/husnumre/soeg', { tekst: text.slice(0, longestText), maksimum: '5', token });
	const first = understood(hits, found).fund.find(({ type }) => type === 'husnummer');
	if (!first) return undefined;
	const answer = await ask(`/husnumre/${encodeURIComponent(first.id)}`, { token });
	const { x, y } = understood(houseNumber, answer).husnummer.adgangspunkt.koordinater;
	return fromUtm32(x, y);
}

const features = z.object({
	features: z.array(
		z.object({ geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]).rest(z.number()) }) }),
	),
});

/** Photon answers GeoJSON, longitude first. It looks around Copenhagen before it looks elsewhere. */
async function fromPhoton(ask: Ask, text: string): Promise<Position | undefined> {
	const answer = await ask('/api', { q: text, limit: '1', lat: '55.68', lon: '12.57' });
	const [first] = understood(features, answer).features;
	return first && { latitude: first.geometry.coordinates[1], longitude: first.geometry.coordinates[0] };
}

const places = z.array(z.object({ lat: z.string(), lon: z.string() }));

/** Nominatim answers numbers as text. */
async function fromNominatim(ask: Ask, text: string): Promise<Position | undefined> {
	const answer = await ask('/search', { q: text, format: 'jsonv2', limit: '1', countrycodes: 'dk' });
	const [first] = understood(places, answer);
	return first && { latitude: Number(first.lat), longitude: Number(first.lon) };
}

/**
 * Where an address is, rounded to about a hundred metres.
 * @param within milliseconds to wait
 * @returns undefined when the service knows no such address
 * @throws LookupFailed
 */
export async function lookUpAddress(
	service: AddressLookup,
	text: string,
	within: number = patience,
): Promise<Position | undefined> {
	const ask = asking(service, within);
	const found =
		service.kind === 'adressevaelger'
			? await fromAdressevaelger(ask, text, service.token ?? '')
			: service.kind === 'photon'
				? await fromPhoton(ask, text)
				: await fromNominatim(ask, text);
	// Read as if a person had written it: what is no place on earth is none here either.
	return found && readPosition(`${found.latitude.toFixed(3)},${found.longitude.toFixed(3)}`);
}
