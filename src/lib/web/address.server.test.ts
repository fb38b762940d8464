import { describe, expect, it } from 'vitest';
import { requestAddress } from './address.server.ts';

const local = '127.0.0.1';
const abroad = '203.0.113.9';
const origin = 'https://kompas.example';

describe('the address of a request', () => {
	it('is the host it names, without TLS, when nobody says otherwise', () => {
		expect(requestAddress({ host: 'localhost:3000' }, '::1', undefined)).toEqual({
			protocol: 'http',
			host: 'localhost:3000',
			client: '::1',
		});
		expect(requestAddress({ host: '127.0.0.1:3000' }, '::ffff:127.0.0.1', undefined)).toEqual({
			protocol: 'http',
			host: '127.0.0.1:3000',
			client: local,
		});
	});

	it('has TLS when a nearby proxy says so', () => {
		const headers = { host: 'kompas.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': `1.2.3.4, ${abroad}` };
		expect(requestAddress(headers, '10.1.2.3', undefined)).toEqual({
			protocol: 'https',
			host: 'kompas.example',
			client: abroad,
		});
	});

	it('does not believe the same from a stranger', () => {
		const headers = {
			host: 'kompas.example',
			'x-forwarded-proto': 'https',
			'x-forwarded-host': 'kompas.example',
			'x-forwarded-for': local,
		};
		expect(requestAddress(headers, abroad, undefined)).toEqual({
			protocol: 'http',
			host: 'kompas.example',
			client: abroad,
		});
	});

	it.each([
		['names its host', { host: 'kompas.example' }],
		['comes through a proxy that tells the host', { host: 'app:3000', 'x-forwarded-host': 'kompas.example' }],
		['is posted from one of its pages', { host: 'localhost:3000', origin }],
		['brings a cookie of TLS', { host: 'localhost:3000', cookie: 'locale=da; __Host-session=x' }],
	])('is ORIGIN when the request %s', (_, headers) => {
		expect(requestAddress(headers, local, origin)).toMatchObject({ protocol: 'https', host: 'kompas.example' });
	});

	it('is not ORIGIN for the operator on the machine itself, nor for a form from another site', () => {
		const own = { host: 'localhost:3000', origin: 'http://localhost:3000' };
		expect(requestAddress(own, local, origin)).toMatchObject({ protocol: 'http', host: 'localhost:3000' });
		const foreign = { host: 'localhost:3000', origin: 'https://evil.example' };
		expect(requestAddress(foreign, local, origin)).toMatchObject({ protocol: 'http', host: 'localhost:3000' });
	});

	it('takes no other protocol than the two there are', () => {
		const headers = { host: 'a', 'x-forwarded-proto': 'javascript' };
		expect(requestAddress(headers, local, undefined).protocol).toBe('http');
	});
});
