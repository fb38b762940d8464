import type { Role } from './actor.ts';

/** The places in the header, by name; the words are messages. */
export interface NavigationPlace {
	readonly name:
		| 'offers'
		| 'about'
		| 'referrals'
		| 'citizens'
		| 'inbox'
		| 'our_offers'
		| 'catalogue'
		| 'overview'
		| 'words'
		| 'users'
		| 'mail'
		| 'log'
		| 'retention';
	readonly href: string;
}

const offers = { name: 'offers', href: '/offers' } as const;
const about = { name: 'about', href: '/about' } as const;
const overview = { name: 'overview', href: '/overview' } as const;

const byRole: Readonly<Record<Role, readonly NavigationPlace[]>> = {
	caseworker: [offers, { name: 'referrals', href: '/referrals' }, { name: 'citizens', href: '/citizens' }],
	organisation_contact: [
		{ name: 'inbox', href: '/inbox' },
		{ name: 'our_offers', href: '/our-offers' },
	],
	coordinator: [offers, { name: 'catalogue', href: '/catalogue' }, overview, { name: 'words', href: '/admin/words' }],
	leader: [offers, overview],
	administrator: [
		{ name: 'users', href: '/admin/users' },
		{ name: 'mail', href: '/admin/mail' },
	],
	data_protection_officer: [
		{ name: 'log', href: '/admin/log' },
		{ name: 'retention', href: '/admin/retention' },
	],
};

/** The few places this person needs. */
export const placesFor = (role: Role | undefined): readonly NavigationPlace[] =>
	role ? byRole[role] : [offers, about];

const homes: Readonly<Record<Role, string>> = {
	caseworker: '/referrals',
	organisation_contact: '/inbox',
	coordinator: '/overview',
	leader: '/overview',
	administrator: '/admin/users',
	data_protection_officer: '/admin/log',
};

/** Where a role's work begins: the page after signing in. */
export const homeOf = (role: Role | undefined): string => (role ? homes[role] : '/');

/** Whether a page belongs to a place: `/referrals/new` to `/referrals`. */
export const isWithin = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`);
