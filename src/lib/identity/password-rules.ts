/** ASVS 5.0 6.2.1 and trust statement 5. */
export const shortestPassword = 15;
/** Beyond this a password is no better, and hashing it only costs. */
export const longestPassword = 200;

/** What people write when a password must be long: with these taken out, something of their own must be left. */
const commonParts = [
	...[
		'password',
		'passw0rd',
		'adgangskode',
		'kodeord',
		'hemmelig',
		'secret',
		'letmein',
		'login',
		'welcome',
		'velkommen',
	],
	...[
		'qwertyuiop',
		'qwerty',
		'asdfghjkl',
		'asdfgh',
		'zxcvbnm',
		'zxcvbn',
		'abcdefghijklmnopqrstuvwxyz',
		'abcdefgh',
		'abcdef',
	],
	...[
		'socialkompas',
		'kompas',
		'københavn',
		'kobenhavn',
		'copenhagen',
		'kommune',
		'danmark',
		'denmark',
		'brøndby',
		'nørrebro',
	],
	...['administrator', 'admin', 'sagsbehandler', 'frivillig', 'forening', 'demo', 'test', 'user', 'bruger', 'master'],
	...[
		'iloveyou',
		'jegelskerdig',
		'elskerdig',
		'elsker',
		'sommer',
		'vinter',
		'foråret',
		'forår',
		'efterår',
		'summer',
		'winter',
	],
	...['januar', 'februar', 'marts', 'april', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
	...[
		'mandag',
		'tirsdag',
		'onsdag',
		'torsdag',
		'fredag',
		'lørdag',
		'søndag',
		'football',
		'fodbold',
		'dragon',
		'monkey',
		'princess',
	],
].sort((a, b) => b.length - a.length);

/** The fewest letters that must remain, and the fewest different characters in the whole. */
const ownLetters = 6;
const differentCharacters = 6;

/** The letters of a text, also those written as a figure; numbers (a year, 123456) say nothing of their own. */
const letters = (text: string) =>
	text
		.toLowerCase()
		.replaceAll(/\d{2,}/g, '')
		.replaceAll('0', 'o')
		.replaceAll('1', 'i')
		.replaceAll('3', 'e')
		.replaceAll('4', 'a')
		.replaceAll('@', 'a')
		.replaceAll('5', 's')
		.replaceAll('$', 's')
		.replaceAll(/[^\p{L}]/gu, '');

/** The same few characters over and over: `abcabcabcabcabc`. */
const repeats = (text: string) => /^(.{1,8}?)\1+.{0,7}$/u.test(text.toLowerCase());

/**
 * What is wrong with a password, as the code of an error; undefined when it will do.
 * @param about words an attacker would try first: the person's address and name
 */
export function passwordFault(
	password: string,
	about: readonly string[] = [],
): 'identity.password_short' | 'identity.password_common' | undefined {
	if ([...password].length < shortestPassword) return 'identity.password_short';
	if (new Set(password).size < differentCharacters || repeats(password)) return 'identity.password_common';
	const personal = about.flatMap((text) => text.split(/[^\p{L}]+/u)).filter((word) => word.length >= 3);
	const own = [...commonParts, ...personal].reduce(
		(rest, part) => rest.replaceAll(letters(part), ' '),
		letters(password),
	);
	return own.replaceAll(' ', '').length < ownLetters ? 'identity.password_common' : undefined;
}
