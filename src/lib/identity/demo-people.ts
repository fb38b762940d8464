/** The people one can be in the demo. All invented; their addresses end in .example and reach nobody. */
import type { Role, StaffRole } from './actor.ts';
import type { CentreId } from './centres.ts';

export type DemoHat =
	| { readonly role: Exclude<StaffRole, 'administrator' | 'data_protection_officer'>; readonly centre: CentreId }
	| { readonly role: 'administrator' | 'data_protection_officer' }
	/** `organisation` is its id in the demo catalogue; `declared`: has signed the declaration of confidentiality */
	| { readonly role: 'organisation_contact'; readonly organisation: string; readonly declared: boolean };

export interface DemoPerson {
	/** what the form sends */
	readonly key: string;
	readonly name: string;
	readonly email: string;
	readonly phone: string;
	/** one line: who this is and what one can try */
	readonly about: { readonly da: string; readonly en: string };
	readonly hats: readonly [DemoHat, ...DemoHat[]];
}

export const demoPeople = [
	{
		key: 'maria',
		name: 'Maria Lundtoft',
		email: 'maria.lundtoft@kk.example',
		phone: '+45 00 33 18 11',
		about: {
			da: 'Hjælper 40 borgere med økonomi og bolig. Find et tilbud og henvis en borger.',
			en: 'Helps 40 citizens with money and housing. Find an offer and refer a citizen.',
		},
		hats: [{ role: 'caseworker', centre: 'dsi_voksne' }],
	},
	{
		key: 'yusuf',
		name: 'Yusuf Brandstrup',
		email: 'yusuf.brandstrup@kk.example',
		phone: '+45 00 33 18 12',
		about: {
			da: 'Ny kollega til Maria. Kan overtage hendes henvisninger.',
			en: 'A new colleague of Maria’s. Can take over her referrals.',
		},
		hats: [{ role: 'caseworker', centre: 'dsi_voksne' }],
	},
	{
		key: 'signe',
		name: 'Signe Rosenvang',
		email: 'signe.rosenvang@kk.example',
		phone: '+45 00 33 18 13',
		about: {
			da: 'Støtter mennesker i rusmiddelbehandling. Et andet center: ser ikke Marias borgere.',
			en: 'Supports people in treatment. Another centre: does not see Maria’s citizens.',
		},
		hats: [{ role: 'caseworker', centre: 'cfr' }],
	},
	{
		key: 'karen',
		name: 'Karen Overgård-Ly',
		email: 'karen.overgaard-ly@kk.example',
		phone: '+45 00 33 18 20',
		about: {
			da: 'Holder øje med samarbejdet i sit center og ser, hvor der er huller.',
			en: 'Looks after the collaboration in her centre and sees where the gaps are.',
		},
		hats: [{ role: 'coordinator', centre: 'dsi_voksne' }],
	},
	{
		key: 'thomas',
		name: 'Thomas Ildved',
		email: 'thomas.ildved@kk.example',
		phone: '+45 00 33 18 30',
		about: {
			da: 'Ser tal og resultater for sit center – aldrig navne.',
			en: 'Sees counts and outcomes for his centre – never names.',
		},
		hats: [{ role: 'leader', centre: 'dsi_voksne' }],
	},
	{
		key: 'hamid',
		name: 'Hamid Fares',
		email: 'hamid@blaabaenk.example',
		phone: '+45 00 11 20 32',
		about: {
			da: 'Frivilligkoordinator i Den Blå Bænk: gældscafé og budgetkammerater.',
			en: 'Volunteer coordinator at Den Blå Bænk: debt café and budget friends.',
		},
		hats: [{ role: 'organisation_contact', organisation: 'blaa-baenk', declared: true }],
	},
	{
		key: 'mikkel',
		name: 'Mikkel Storgaard',
		email: 'mikkel@deskaevesoem.example',
		phone: '+45 00 20 25 74',
		about: {
			da: 'Erfaringsmedarbejder i brugerorganisationen De Skæve Søm.',
			en: 'Peer worker in the user organisation De Skæve Søm.',
		},
		hats: [{ role: 'organisation_contact', organisation: 'de-skaeve-soem', declared: true }],
	},
	{
		key: 'dennis',
		name: 'Dennis Kofod',
		email: 'dennis@toervejr.example',
		phone: '+45 00 20 36 47',
		about: {
			da: 'Ny makkerkoordinator i Tørvejr. Har ikke skrevet under på tavshedspligt endnu.',
			en: 'New mentor coordinator at Tørvejr. Has not signed the declaration of confidentiality yet.',
		},
		hats: [{ role: 'organisation_contact', organisation: 'toervejr', declared: false }],
	},
	{
		key: 'elias',
		name: 'Elias Nørholm',
		email: 'elias.noerholm@kk.example',
		phone: '+45 00 20 14 02',
		about: {
			da: 'To kasketter: sagsbehandler om dagen, vagtplanlægger i Følgesedlen om aftenen.',
			en: 'Two hats: caseworker by day, planning the rota at Følgesedlen by night.',
		},
		hats: [
			{ role: 'caseworker', centre: 'cmsb' },
			{ role: 'organisation_contact', organisation: 'foelgesedlen', declared: true },
		],
	},
	{
		key: 'anette',
		name: 'Anette Skovmark',
		email: 'anette.skovmark@kk.example',
		phone: '+45 00 33 18 40',
		about: {
			da: 'Opretter brugere, lukker dem igen og ser den mail, der er sendt.',
			en: 'Creates users, closes them again and sees the mail that was sent.',
		},
		hats: [{ role: 'administrator' }],
	},
	{
		key: 'jens-ole',
		name: 'Jens-Ole Ravnsborg',
		email: 'jens-ole.ravnsborg@kk.example',
		phone: '+45 00 33 18 50',
		about: {
			da: 'Ser i loggen, hvem der har set hvad og hvornår.',
			en: 'Sees in the log who has seen what, and when.',
		},
		hats: [{ role: 'data_protection_officer' }],
	},
] as const satisfies readonly DemoPerson[];

export type DemoKey = (typeof demoPeople)[number]['key'];

/** The order in which roles are listed. */
export const demoRoleOrder = [
	'caseworker',
	'organisation_contact',
	'coordinator',
	'leader',
	'administrator',
	'data_protection_officer',
] as const satisfies readonly Role[];
