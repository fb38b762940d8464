import type { Cookies } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import {
	clearSessionToken,
	keptCookie,
	listCookie,
	localeCookie,
	personCookie,
	readSessionToken,
	stepCookie,
	writeSessionToken,
} from './cookies.server.ts';

/** What a browser is told, as it stands in a header. */
function jar() {
	const held = new Map<string, string>();
	const said: Record<string, object> = {};
	const cookies = {
		get: (name: string) => held.get(name),
		set: (name: string, value: string, attributes: object) => {
			held.set(name, value);
			said[name] = attributes;
		},
		delete: (name: string) => void held.delete(name),
	} as unknown as Cookies;
	return { cookies, said };
}

const write = {
	session: writeSessionToken,
	person: personCookie.write,
	kept: keptCookie.write,
	step: stepCookie.write,
	lists: listCookie.write,
};
const read = {
	session: readSessionToken,
	person: personCookie.read,
	kept: keptCookie.read,
	step: stepCookie.take,
	lists: listCookie.read,
};
const all = Object.keys(write) as (keyof typeof write)[];

describe('a cookie that lets somebody in, or to something of theirs', () => {
	it.each(all)('is bound to this host and to TLS, and is no script’s to read: %s', (name) => {
		const { cookies, said } = jar();
		const url = new URL('https://kompas.example/offers');
		write[name](cookies, url, 'værdi');
		expect(said).toEqual({
			[`__Host-${name}`]: expect.objectContaining({ path: '/', httpOnly: true, secure: true, sameSite: 'lax' }),
		});
		expect(said[`__Host-${name}`]).not.toHaveProperty('domain');
		expect(read[name](cookies, url)).toBe('værdi');
	});

	it.each(all)('has a plain name on this machine, where there is no TLS: %s', (name) => {
		const { cookies, said } = jar();
		const url = new URL('http://localhost:3000/');
		write[name](cookies, url, 'værdi');
		expect(said).toEqual({ [name]: expect.objectContaining({ httpOnly: true, sameSite: 'lax' }) });
		expect(read[name](cookies, url)).toBe('værdi');
	});

	it('is gone when it is ended', () => {
		const { cookies } = jar();
		const url = new URL('https://kompas.example/');
		for (const name of all) write[name](cookies, url, 'værdi');
		clearSessionToken(cookies, url);
		keptCookie.clear(cookies, url);
		personCookie.clear(cookies, url);
		stepCookie.take(cookies, url);
		for (const name of all.filter((each) => each !== 'lists')) expect(read[name](cookies, url), name).toBeUndefined();
	});
});

it('the language alone is a script’s to read: the page asks which one to speak', () => {
	const { cookies, said } = jar();
	localeCookie.write(cookies, new URL('https://kompas.example/'), 'da');
	expect(said).toEqual({ locale: expect.objectContaining({ httpOnly: false, secure: true, sameSite: 'lax' }) });
});
