/**
 * Who gets in where: the table that says it, and what each word in it means. `routes.test.ts` finds the routes in the
 * code, fails for one without a row here, and walks every row as every kind of person over HTTP.
 *
 * A new page, endpoint or form action needs one line, `'GET /path': whom`, `'POST /path': whom` (its one action) or
 * `'POST /path?/action': whom`; an action that looks at its form before it looks anything up, a good form in `world.ts`.
 */

/** Everyone who may knock: `stranger` is a caseworker of another centre, `outsider` a contact of another organisation. */
export const people = [
	'nobody',
	'citizen',
	'caseworker',
	'stranger',
	'coordinator',
	'leader',
	'administrator',
	'data_protection_officer',
	'contact',
	'outsider',
] as const;
export type Person = (typeof people)[number];

/** `in`: answered. `sign_in`: sent to the sign-in page. `forbidden`: 403. `absent`: 404, as if there were no such thing. */
export type Reception = 'in' | 'sign_in' | 'forbidden' | 'absent';
export type Whom = Readonly<Record<Person, Reception>>;

/** The named ones get in; who has not signed in is sent to do so; the rest hear that it is not for them. */
function only(...welcome: readonly Person[]): Whom {
	const receive = (person: Person): Reception => {
		if (welcome.includes(person)) return 'in';
		return person === 'nobody' || person === 'citizen' ? 'sign_in' : 'forbidden';
	};
	return Object.fromEntries(people.map((person) => [person, receive(person)])) as Whom;
}
const everyoneAs = (reception: Reception): Whom =>
	Object.fromEntries(people.map((person) => [person, reception])) as Whom;

/** with a link that was mailed, or in the demo: to whoever makes something up it is not there */
const nobody = everyoneAs('absent');
const anyone = everyoneAs('in');
/** between the password and the second factor, where nobody of these is */
const halfway: Whom = { ...everyoneAs('in'), nobody: 'sign_in', citizen: 'sign_in' };
const signedIn = only(...people.slice(2));
const caseworkers = only('caseworker', 'stranger');
/** something of the caseworker's centre: for colleagues elsewhere it is not there */
const ownCentre: Whom = { ...only('caseworker'), stranger: 'absent' };
const contacts = only('contact', 'outsider');
/** something sent to the contact's organisation, or of it: for other organisations it is not there */
const ownOrganisation: Whom = { ...only('contact'), outsider: 'absent' };
const coordinators = only('coordinator');
const administrators = only('administrator');
const dataProtection = only('data_protection_officer');
const overseers = only('coordinator', 'leader');
const givers = only('caseworker', 'stranger', 'coordinator');
/** only with the link; whoever else comes with a made-up one finds nothing */
const linkHolder: Whom = { ...everyoneAs('absent'), citizen: 'in' };

/** Between the password and the second factor: whoever is wholly in is led on, the others to the beginning. */
const afterPassword: Whom = { ...everyoneAs('in'), nobody: 'sign_in', citizen: 'sign_in' };
/** a list of offers: whoever collected it in their browser has no account, and others have no such list */
const collector: Whom = { ...everyoneAs('absent'), nobody: 'in' };

/** The table. */
export const whoGetsIn: Readonly<Record<string, Whom>> = {
	// Open to all: the catalogue, and what tells about the site
	'GET /': anyone,
	'GET /about': anyone,
	'POST /offers/missed': anyone,
	'GET /accessibility': anyone,
	'GET /offers': anyone,
	'GET /offers/[slug]': anyone,
	'GET /offers/[slug]/print': anyone,
	'GET /organisations/[slug]': anyone,
	'GET /offers.csv': anyone,
	'GET /offers.xlsx': anyone,
	'GET /offers/[slug]/calendar.ics': anyone,
	'GET /organisations/[slug]/calendar.ics': anyone,
	'GET /embed': anyone,
	'GET /embed/code': anyone,
	'GET /offers/[slug]/report': anyone,
	'POST /offers/[slug]/report': anyone,
	'GET /organisations/[slug]/report': anyone,
	'POST /organisations/[slug]/report': anyone,
	// only with the link of a mail; a made-up one is none
	'GET /confirm/[token]': nobody,
	'POST /confirm/[token]': nobody,
	'GET /lists': anyone,
	'POST /lists?/add': anyone,
	'GET /lists/[id=uuid]': collector,
	'GET /lists/[id=uuid]/print': collector,
	'POST /lists/[id=uuid]?/rename': collector,
	'POST /lists/[id=uuid]?/remove': collector,
	'POST /lists/[id=uuid]?/share': collector,
	'POST /lists/[id=uuid]?/unshare': collector,
	'POST /lists/[id=uuid]?/delete': collector,
	// with the link, which all have here
	'GET /shared-list/[token]': anyone,
	'GET /shared-list/[token]/print': anyone,
	'GET /map-sketch.svg': anyone,
	// only where the operator has a map of their own
	'GET /tiles/[z]/[x]/[y]': nobody,
	'GET /tiles.pmtiles': nobody,
	'GET /api/offers': anyone,
	'GET /api/offers/map': anyone,
	'GET /api/hsds': anyone,
	'OPTIONS /api/hsds': anyone,
	'GET /api/hsds/openapi.json': anyone,
	'OPTIONS /api/hsds/openapi.json': anyone,
	'GET /api/hsds/docs': anyone,
	'GET /api/hsds/[collection=hsds]': anyone,
	'OPTIONS /api/hsds/[collection=hsds]': anyone,
	'GET /api/hsds/[collection=hsds]/[id]': anyone,
	'OPTIONS /api/hsds/[collection=hsds]/[id]': anyone,
	'GET /sitemap.xml': anyone,
	'GET /sitemaps/[number].xml': anyone,
	'GET /robots.txt': anyone,
	'POST /language': anyone,
	'GET /sign-in': anyone,
	'POST /sign-in?/password': anyone,
	// outside the demo there is nobody to become
	'POST /sign-in?/demo': nobody,
	'GET /sign-in/code': halfway,
	'POST /sign-in/code?/code': halfway,
	'GET /sign-in/enrol': halfway,
	'POST /sign-in/enrol?/app': halfway,
	'GET /reset': anyone,
	'POST /reset': anyone,
	'GET /reset/[token]': nobody,
	'POST /reset/[token]?/password': nobody,
	'GET /invitation/[token]': nobody,
	'POST /invitation/[token]?/password': nobody,
	'POST /sign-in?/wear': signedIn,
	'POST /sign-out': anyone,

	// For whoever watches over the servers
	'GET /healthz': anyone,
	'GET /readyz': anyone,
	'GET /metrics': anyone,

	// Passkeys, and the municipality's own sign-in, which is not configured here
	'POST /sign-in/passkey': anyone,
	'POST /sign-in?/passkey': anyone,
	'POST /sign-in/code?/passkey': afterPassword,
	'POST /sign-in/enrol?/passkey': afterPassword,
	'POST /invitation/[token]?/passkey': nobody,
	'POST /account?/passkey': signedIn,
	'POST /account?/remove-passkey': signedIn,
	'GET /sign-in/oidc': nobody,
	'GET /sign-in/oidc/callback': nobody,
	'POST /sign-in/oidc/logout': nobody,

	// Everyone with an account
	'GET /account': signedIn,
	'POST /account?/end': signedIn,
	'POST /account?/remove-app': signedIn,
	'GET /account/app': signedIn,
	'POST /account/app?/app': signedIn,
	'GET /account/password': signedIn,
	'POST /account/password': signedIn,

	// The citizen, by link
	'GET /consent/[token]': linkHolder,
	'POST /consent/[token]?/answer': linkHolder,
	'POST /consent/[token]?/withdraw': linkHolder,
	'POST /consent/[token]?/renew': linkHolder,
	'GET /consent/[token]/receipt/[event=uuid]': linkHolder,
	'GET /consent/[token]/obtaining': linkHolder,
	'POST /consent/[token]/obtaining?/answer': linkHolder,
	'POST /consent/[token]/obtaining?/withdraw': linkHolder,
	'POST /consent/[token]/obtaining?/renew': linkHolder,
	'GET /consent/check': anyone,
	'POST /consent/[token]?/helped': linkHolder,

	// Caseworkers: citizens
	'GET /citizens': caseworkers,
	'POST /citizens': caseworkers,
	'GET /citizens/new': caseworkers,
	'POST /citizens/new': caseworkers,
	'GET /citizens/[id=uuid]': ownCentre,
	'GET /citizens/[id=uuid]/access': ownCentre,
	'GET /citizens/[id=uuid]/access/[format]': ownCentre,
	'GET /citizens/[id=uuid]/edit': ownCentre,
	'POST /citizens/[id=uuid]/edit': ownCentre,

	// Caseworkers: referrals
	'GET /referrals': caseworkers,
	'GET /referrals/new': caseworkers,
	'POST /referrals/new?/search': caseworkers,
	'POST /referrals/new?/create': ownCentre,
	'GET /referrals/[id=uuid]': ownCentre,
	'POST /referrals/[id=uuid]?/start': ownCentre,
	'POST /referrals/[id=uuid]?/end': ownCentre,
	'POST /referrals/[id=uuid]?/confirm': ownCentre,
	'POST /referrals/[id=uuid]?/withdraw': ownCentre,
	'POST /referrals/[id=uuid]?/renew': ownCentre,
	'GET /referrals/[id=uuid]/print/receipt/[event=uuid]': ownCentre,
	'GET /referrals/[id=uuid]/obtain': ownCentre,
	'POST /referrals/[id=uuid]/obtain?/ask': ownCentre,
	'POST /referrals/[id=uuid]/obtain?/answer': ownCentre,
	'POST /referrals/[id=uuid]/obtain?/renew': ownCentre,
	'POST /referrals/[id=uuid]/obtain?/withdraw': ownCentre,
	'POST /referrals/[id=uuid]/obtain?/link': ownCentre,
	'POST /referrals/[id=uuid]/obtain?/mail': ownCentre,
	'POST /referrals/[id=uuid]?/error': ownCentre,
	'POST /referrals/[id=uuid]?/message': ownCentre,
	'POST /referrals/[id=uuid]?/followUp': ownCentre,
	'POST /referrals/[id=uuid]?/handOver': ownCentre,
	'POST /referrals/[id=uuid]?/link': ownCentre,
	'POST /referrals/[id=uuid]?/mail': ownCentre,
	'GET /referrals/[id=uuid]/print/consent': ownCentre,
	'POST /referrals/[id=uuid]/print/consent?/link': ownCentre,
	'GET /referrals/[id=uuid]/why': ownCentre,
	'POST /referrals/[id=uuid]/why': ownCentre,
	'GET /referrals/[id=uuid]/accompaniment': ownCentre,
	'POST /referrals/[id=uuid]/accompaniment': ownCentre,
	'GET /referrals/[id=uuid]/consent': ownCentre,
	'POST /referrals/[id=uuid]/consent?/suggest': ownCentre,
	'POST /referrals/[id=uuid]/consent?/ask': ownCentre,
	'POST /referrals/[id=uuid]/consent?/answer': ownCentre,
	'POST /referrals/[id=uuid]/consent?/link': ownCentre,
	'POST /referrals/[id=uuid]/consent?/mail': ownCentre,
	'GET /referrals/[id=uuid]/review': ownCentre,
	'POST /referrals/[id=uuid]/review': ownCentre,
	'GET /referrals/hand-over': givers,
	'POST /referrals/hand-over': givers,

	// Contacts of organisations
	'GET /inbox': contacts,
	'GET /inbox/declaration': contacts,
	'POST /inbox/declaration': contacts,
	'GET /inbox/[id=uuid]': ownOrganisation,
	'POST /inbox/[id=uuid]?/accept': ownOrganisation,
	'POST /inbox/[id=uuid]?/waitlist': ownOrganisation,
	'POST /inbox/[id=uuid]?/decline': ownOrganisation,
	'POST /inbox/[id=uuid]?/propose': ownOrganisation,
	'POST /inbox/[id=uuid]?/find': ownOrganisation,
	'POST /inbox/[id=uuid]?/start': ownOrganisation,
	'POST /inbox/[id=uuid]?/complete': ownOrganisation,
	'POST /inbox/[id=uuid]?/end': ownOrganisation,
	'POST /inbox/[id=uuid]?/ask': ownOrganisation,
	'GET /our-offers': contacts,
	'POST /our-offers?/confirm': ownOrganisation,
	'POST /our-offers?/confirm_all': contacts,
	'POST /our-offers?/resume': contacts,
	'GET /our-offers/pause': contacts,
	'POST /our-offers/pause': contacts,
	'GET /our-offers/new': contacts,
	'POST /our-offers/new': contacts,
	'GET /our-offers/[id=uuid]/edit': ownOrganisation,
	'POST /our-offers/[id=uuid]/edit': ownOrganisation,
	'GET /our-offers/[id=uuid]': ownOrganisation,
	'POST /our-offers/[id=uuid]': ownOrganisation,

	// Coordinators: the catalogue
	'GET /catalogue': coordinators,
	'GET /catalogue/new': coordinators,
	'POST /catalogue/new': coordinators,
	'GET /catalogue/[id=uuid]': coordinators,
	'POST /catalogue/[id=uuid]?/save': coordinators,
	'POST /catalogue/[id=uuid]?/confirm': coordinators,
	'POST /catalogue/[id=uuid]?/merge': coordinators,
	'POST /catalogue/[id=uuid]?/close': coordinators,
	'POST /catalogue/[id=uuid]?/reopen': coordinators,
	'GET /catalogue/[id=uuid]/capacity': coordinators,
	'POST /catalogue/[id=uuid]/capacity': coordinators,
	'GET /catalogue/[id=uuid]/history': coordinators,
	'POST /catalogue/[id=uuid]/history': coordinators,
	'GET /catalogue/duplicates/[id=uuid]': coordinators,
	'POST /catalogue/duplicates/[id=uuid]?/merge': coordinators,
	'POST /catalogue/duplicates/[id=uuid]?/distinct': coordinators,
	'GET /catalogue/changes/[id=uuid]': coordinators,
	'POST /catalogue/changes/[id=uuid]': coordinators,
	'GET /catalogue/reports/[id=uuid]': coordinators,
	'POST /catalogue/reports/[id=uuid]?/forward': coordinators,
	'POST /catalogue/reports/[id=uuid]?/close': coordinators,

	// Coordinators and leaders
	'GET /overview': overseers,
	'GET /overview/gaps': overseers,

	// Administrators and the data-protection officer
	'GET /admin/users': administrators,
	'GET /admin/users/new': administrators,
	'POST /admin/users/new': administrators,
	'GET /admin/users/[id=uuid]': administrators,
	'POST /admin/users/[id=uuid]?/role': administrators,
	'POST /admin/users/[id=uuid]?/invite': administrators,
	'GET /admin/users/[id=uuid]/close': administrators,
	'POST /admin/users/[id=uuid]/close': administrators,
	'GET /admin/mail': administrators,
	'GET /admin/words': coordinators,
	'POST /admin/words?/add': coordinators,
	'POST /admin/words?/off': coordinators,
	'POST /admin/words?/end': coordinators,
	'GET /admin/log': dataProtection,
	'GET /admin/log/head': dataProtection,
	'GET /admin/retention': dataProtection,
	'POST /admin/retention?/days': dataProtection,
	'POST /admin/retention?/hold': dataProtection,
	'POST /admin/retention?/lift': dataProtection,
	'POST /admin/retention?/confirm': dataProtection,
	'POST /admin/retention?/run': dataProtection,
	'POST /admin/retention/case-files': dataProtection,
	'GET /admin/access/[id=uuid]': dataProtection,
	'GET /admin/access/[id=uuid]/[format]': dataProtection,
};
