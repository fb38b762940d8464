import { describe, expect, it } from 'vitest';
import { passwordFault } from './password-rules.ts';

describe('a password', () => {
	it('has at least 15 characters', () => {
		expect(passwordFault('gule støvler 3')).toBe('identity.password_short');
		expect(passwordFault('gule støvler 37')).toBeUndefined();
	});

	it.each([
		'Password1234567',
		'P@ssw0rd2026!!!!',
		'Kodeord123456789',
		'qwertyuiop12345',
		'aaaaaaaaaaaaaaaaaa',
		'abcabcabcabcabc',
		'Sommer2026København!',
		'123456789012345',
		'adgangskode-adgangskode',
		'socialkompas2026',
	])('is not one that everybody tries: %s', (password) =>
		expect(passwordFault(password)).toBe('identity.password_common'),
	);

	it('is not made of the person’s own name and address', () => {
		const about = ['maria.lundtoft@kk.example', 'Maria Lundtoft'];
		expect(passwordFault('MariaLundtoft1984', about)).toBe('identity.password_common');
		expect(passwordFault('Maria spiser regnorme', about)).toBeUndefined();
	});

	it.each(['rød cykel over broen', 'xK7#pQz2!mVw9&Lt', 'blå bænk april torsk'])(
		'may be a few random words: %s',
		(password) => expect(passwordFault(password)).toBeUndefined(),
	);
});
