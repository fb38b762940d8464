import { describe, expect, it } from 'vitest';
import { parseConfig } from './config.server.ts';

describe('the configuration', () => {
	it('has a default for everything', () => {
		expect(parseConfig({})).toEqual({
			port: 3000,
			host: undefined,
			origin: 'http://localhost:3000',
			originIsSet: false,
			dataDir: '.data',
			databaseUrl: undefined,
			masterKey: undefined,
			masterKeyFile: undefined,
			demo: true,
			smtpUrl: undefined,
			mailFrom: 'Socialkompas <no-reply@socialkompas.example>',
			tiles: undefined,
			addressLookup: undefined,
			logLevel: 'info',
			workingDays: { remind: 2, escalate: 4, expire: 10 },
			drain: 0,
		});
	});

	it('takes an empty variable for none', () => {
		expect(parseConfig({ PORT: '', ORIGIN: '', DATABASE_URL: '' })).toEqual(parseConfig({}));
	});

	it('has a demo with the embedded database, and on PostgreSQL only when asked', () => {
		const DATABASE_URL = 'postgres://localhost/x';
		expect(parseConfig({ DATABASE_URL }).demo).toBe(false);
		expect(parseConfig({ DATABASE_URL, DEMO: 'yes' }).demo).toBe(true);
		expect(parseConfig({ DEMO: 'false' }).demo).toBe(false);
	});

	it('keeps of ORIGIN what a browser would send', () => {
		expect(parseConfig({ ORIGIN: 'https://kompas.example:443/path?x' })).toMatchObject({
			origin: 'https://kompas.example',
			originIsSet: true,
		});
	});

	it.each([
		['PORT', { PORT: '70000' }],
		['PORT', { PORT: 'http' }],
		['ORIGIN', { ORIGIN: 'kompas.example' }],
		['ORIGIN', { ORIGIN: 'ftp://kompas.example' }],
		['DATABASE_URL', { DATABASE_URL: 'localhost/x' }],
		['SMTP_URL', { SMTP_URL: 'http://mail.example' }],
		['DEMO', { DEMO: 'maybe' }],
		['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
		['MAP_TILES_URL', { MAP_TILES_URL: 'https://tiles.example/map.png', MAP_TILES_ATTRIBUTION: 'x' }],
		['MAP_TILES_ATTRIBUTION', { MAP_TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png' }],
		['MASTER_KEY_FILE', { MASTER_KEY: 'a', MASTER_KEY_FILE: 'b' }],
		['Working days', { REMIND_AFTER_WORKING_DAYS: '5' }],
		['EXPIRE_AFTER_WORKING_DAYS', { EXPIRE_AFTER_WORKING_DAYS: '0' }],
	])('refuses a wrong %s in one sentence that names it: %o', (name, environment: Record<string, string>) => {
		expect(() => parseConfig(environment)).toThrow(
			expect.objectContaining({ code: 'config.invalid', message: expect.stringMatching(new RegExp(`${name}.*\\.$`)) }),
		);
	});

	it('does not repeat a secret it refuses', () => {
		expect(() => parseConfig({ DATABASE_URL: 'http://u:geheim@h/x' })).not.toThrow(/geheim/);
	});
});
