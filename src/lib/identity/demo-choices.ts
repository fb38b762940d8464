import type { Role } from './actor.ts';
import { demoPeople, demoRoleOrder } from './demo-people.ts';

export interface DemoChoice {
	key: string;
	name: string;
	role: Role;
	about: string;
}

/** The people one can be in the demo, by role. */
export function demoChoices(locale: 'da' | 'en'): DemoChoice[] {
	return demoPeople
		.map(({ key, name, about, hats }) => ({ key, name, role: hats[0].role, about: about[locale] }))
		.sort((a, b) => demoRoleOrder.indexOf(a.role) - demoRoleOrder.indexOf(b.role));
}
