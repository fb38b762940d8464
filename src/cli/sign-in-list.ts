import { demoPeople } from '../lib/identity/demo-people.ts';

/** The people one can be in the demo, a line each: e-mail, role, what one can try. */
export function signInList(): string {
	const widest = Math.max(...demoPeople.map((person) => person.email.length));
	const lines = demoPeople.map((person) => {
		const roles = person.hats.map((hat) => hat.role.replaceAll('_', ' ')).join(', ');
		return `  ${person.email.padEnd(widest)}  ${roles}`;
	});
	return ['Demo: everyone and everything in it is invented. Sign in with one click, no password, as', ...lines].join(
		'\n',
	);
}
