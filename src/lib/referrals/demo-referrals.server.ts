/**
 * Invented citizens and referrals for the demo, made by the same functions as real ones, day by day up to today: one in
 * every state, so that every page has something to show.
 */
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { offer } from '../catalogue/tables.server.ts';
import { createCitizen, type CitizenInput } from '../citizens/citizens.server.ts';
import { asActor, installServices, services, type Tx } from '../database/as-actor.server.ts';
import { defaultAuthority, systemActor, type OrganisationActor, type StaffActor } from '../identity/actor.ts';
import { demoPeople, type DemoKey } from '../identity/demo-people.ts';
import { membership, userAccount } from '../identity/tables.server.ts';
import { isoDay } from '../ui/dates.ts';
import { runClock } from './clock.server.ts';
import { askConsent, askObtaining } from './ask-consent.server.ts';
import { answerConsent, withdrawConsent } from './consents.server.ts';
import { createDraft, saveDraft, type ReferralTexts } from './drafts.server.ts';
import { completeFollowUp, listFollowUps } from './follow-ups.server.ts';
import { sendMessage } from './messages.server.ts';
import type { FollowUpKind, Purpose } from './referral-codes.ts';
import {
	acceptReferral,
	completeReferral,
	confirmReferral,
	declineReferral,
	openReferral,
	proposeAnother,
	sendReferral,
	startReferral,
	waitlistReferral,
} from './referrals.server.ts';
import type { SharedField } from './shared-fields.ts';
import { referral } from './tables.server.ts';
import { addDays, isWorkingDay } from './working-days.ts';

type Language = Parameters<typeof askConsent>[2]['language'];

interface Story {
	by: DemoKey;
	/** demo id of the offer */
	offer: string;
	/** days before today on which it was sent */
	daysAgo: number;
	citizen: Partial<CitizenInput> & { givenName: string };
	purpose: Purpose;
	texts: Partial<ReferralTexts>;
	fields: SharedField[];
	language?: Language;
	/** what happened then */
	then?: (moves: Moves) => Promise<void>;
	/** left as a draft */
	draft?: true;
}

/** What a story can let happen, each on its own day after sending. */
interface Moves {
	on(day: number): void;
	organisation(work: (tx: Tx, actor: OrganisationActor, target: Target) => Promise<unknown>): Promise<void>;
	caseworker(work: (tx: Tx, actor: StaffActor, target: Target) => Promise<unknown>): Promise<void>;
	clock(): Promise<void>;
	/** ISO date of that day after sending */
	day(day: number): string;
}
interface Target {
	referralId: string;
	version: number;
}

const blank: CitizenInput = {
	givenName: '',
	familyName: '',
	phone: '',
	email: '',
	safeContact: '',
	language: 'da',
	needsInterpreter: false,
	ageBand: '',
	adult: true,
};

const open = (moves: Moves) => moves.organisation((tx, actor, { referralId }) => openReferral(tx, actor, referralId));
const accept = (moves: Moves, contactPlan: string, day: number) =>
	moves.organisation((tx, actor, target) =>
		acceptReferral(tx, actor, target, { contactPlan, contactBy: moves.day(day) }),
	);
const followUp = (moves: Moves, kind: FollowUpKind, note: string) =>
	moves.caseworker(async (tx, actor, { referralId }) => {
		const planned = (await listFollowUps(tx, actor, referralId)).find((each) => each.kind === kind);
		if (!planned) throw new Error(`no follow-up ${kind}`);
		await completeFollowUp(tx, actor, { referralId, followUpId: planned.id, attendance: 'attended', note });
	});
/** The citizen has agreed that the organisation may be asked how it goes. */
const mayAsk = (moves: Moves) =>
	moves.caseworker(async (tx, actor, { referralId }) => {
		const whom = { language: 'da', interpreter: false, giver: 'citizen', guardianName: '' } as const;
		await askObtaining(tx, actor, { referralId, fields: ['attendance', 'progress'], ...whom });
		const answer = { kind: 'obtaining', yes: true, feedbackAllowed: false, method: 'oral' } as const;
		await answerConsent(tx, actor, { referralId, ...answer });
	});
const start = (moves: Moves) => moves.organisation((tx, actor, target) => startReferral(tx, actor, target));

const stories: Story[] = [
	{
		by: 'maria',
		offer: 'blaa-baenk/budgetkammerat',
		daysAgo: 0,
		citizen: { givenName: 'Bodil', familyName: 'Fjordager', phone: '+45 00 55 10 01', ageBand: '40-64' },
		purpose: 'contact',
		texts: { need: 'Har svært ved at åbne sin post', goals: 'At få styr på regningerne, en ting ad gangen' },
		fields: ['given_name', 'phone', 'need', 'goals'],
	},
	{
		by: 'maria',
		offer: 'blaa-baenk/budgetkammerat',
		daysAgo: 6,
		citizen: {
			givenName: 'Abdirahman',
			familyName: 'Sooyaal',
			phone: '+45 00 55 10 02',
			language: 'so',
			needsInterpreter: true,
			safeContact: 'Ring efter kl. 15. Læg ikke besked.',
		},
		purpose: 'contact',
		texts: { need: 'Skylder husleje to steder', goals: 'At blive boende', practical: 'Taler lidt dansk' },
		fields: ['given_name', 'phone', 'safe_contact', 'language', 'need', 'goals'],
		language: 'so',
		then: async (moves) => {
			moves.on(1);
			await open(moves);
			moves.on(5);
			await moves.clock();
		},
	},
	{
		by: 'maria',
		offer: 'foelgesedlen/laegefoelge',
		daysAgo: 9,
		citizen: { givenName: 'Ingrid', familyName: 'Holmbjerg', phone: '+45 00 55 10 03', ageBand: '65+' },
		purpose: 'accompaniment',
		texts: {
			need: 'Tør ikke tage alene til undersøgelse',
			goals: 'At have en ved siden af sig i venteværelset',
			accompaniment: 'En frivillig henter hende hjemme, en times tid før',
			practical: 'Går med rollator',
		},
		fields: ['given_name', 'phone', 'need', 'goals', 'accompaniment', 'practical'],
		then: async (moves) => {
			moves.on(1);
			await open(moves);
			await accept(moves, 'Elias ringer og aftaler hvor de mødes', 4);
			moves.on(2);
			await moves.organisation((tx, actor, { referralId }) =>
				sendMessage(tx, actor, {
					referralId,
					requestId: randomUUID(),
					text: 'Vi har fundet en følgeven. Er der elevator eller trapper i opgangen?',
				}),
			);
		},
	},
	{
		by: 'maria',
		offer: 'de-skaeve-soem/aabent-hus',
		daysAgo: 33,
		citizen: { givenName: 'Torben', familyName: 'Egesø', phone: '+45 00 55 10 04', ageBand: '40-64' },
		purpose: 'accompaniment',
		texts: {
			need: 'Har ikke haft noget at stå op til i et år',
			goals: 'At have et sted at komme',
			accompaniment: 'Maria går med første gang, tirsdag kl. 10 ved porten',
		},
		fields: ['given_name', 'need', 'goals', 'accompaniment'],
		then: async (moves) => {
			moves.on(1);
			await open(moves);
			await accept(moves, 'Mikkel tager imod i porten', 6);
			moves.on(6);
			await start(moves);
			await mayAsk(moves);
			moves.on(8);
			await followUp(moves, 'first_contact', 'Glad for at være i gang');
		},
	},
	{
		by: 'maria',
		offer: 'foelgesedlen/tandlaegeskraek',
		daysAgo: 70,
		citizen: { givenName: 'Olena', familyName: 'Verbytska', phone: '+45 00 55 10 05', language: 'uk' },
		purpose: 'contact',
		texts: { need: 'Har brug for en at følges med til tandlægen', goals: 'At turde gå selv næste gang' },
		fields: ['given_name', 'phone', 'language', 'need', 'goals'],
		language: 'uk',
		then: async (moves) => {
			moves.on(1);
			await open(moves);
			await accept(moves, 'En frivillig skriver en sms', 5);
			moves.on(6);
			await start(moves);
			moves.on(8);
			await followUp(moves, 'first_contact', 'Har været der én gang og vil gerne igen');
			moves.on(29);
			await moves.organisation((tx, actor, target) =>
				completeReferral(tx, actor, target, { outcome: 'goals_met', note: 'Gik selv de sidste to gange' }),
			);
			moves.on(34);
			await followUp(moves, 'thirty_days', 'Går selv nu');
			await moves.caseworker((tx, actor, target) => confirmReferral(tx, actor, target, { helped: 'yes' }));
		},
	},
	{
		by: 'maria',
		offer: 'blaa-baenk/budgetkammerat',
		daysAgo: 12,
		citizen: { givenName: 'Rasmus', familyName: 'Toftlund', phone: '+45 00 55 10 06', ageBand: '18-24' },
		purpose: 'contact',
		texts: { need: 'Kviklån og en rykker fra inkasso', goals: 'At få overblik' },
		fields: ['given_name', 'phone', 'need', 'goals', 'age_band'],
		then: async (moves) => {
			moves.on(1);
			await open(moves);
			moves.on(2);
			await moves.organisation((tx, actor, target) =>
				waitlistReferral(tx, actor, target, { expectedOn: moves.day(28) }),
			);
		},
	},
	{
		by: 'maria',
		offer: 'de-skaeve-soem/aabent-hus',
		daysAgo: 5,
		citizen: { givenName: 'Fatima', familyName: 'Al-Nasser', language: 'ar', needsInterpreter: true },
		purpose: 'information',
		texts: { goals: 'At møde andre og øve sit dansk' },
		fields: ['given_name', 'goals'],
		language: 'ar',
		then: async (moves) => {
			moves.on(1);
			await open(moves);
			await moves.organisation((tx, actor, target) =>
				declineReferral(tx, actor, target, { reason: 'language', note: '' }),
			);
		},
	},
	{
		by: 'maria',
		offer: 'blaa-baenk/budgetkammerat',
		daysAgo: 4,
		citizen: { givenName: 'Jytte', familyName: 'Mølholm', phone: '+45 00 55 10 08', ageBand: '65+' },
		purpose: 'contact',
		texts: { need: 'Vil have hjælp til at skrive til boligselskabet', goals: 'En ny vaskemaskine i kælderen' },
		fields: ['given_name', 'need', 'phone'],
		then: async (moves) => {
			moves.on(1);
			await open(moves);
			await moves.organisation((tx, actor, target) =>
				proposeAnother(tx, actor, target, {
					offerId: null,
					note: 'Det er mere noget for retshjælpen. Vi har åbent til en snak alligevel.',
				}),
			);
		},
	},
	{
		by: 'maria',
		offer: 'blaa-baenk/budgetkammerat',
		daysAgo: 20,
		citizen: { givenName: 'Piotr', familyName: 'Zielonka', phone: '+45 00 55 10 09', language: 'pl' },
		purpose: 'contact',
		texts: { need: 'Forstår ikke sit skattebrev', goals: 'At slippe for rykkere' },
		fields: ['given_name', 'phone', 'language', 'need'],
		language: 'pl',
		then: async (moves) => {
			moves.on(1);
			await open(moves);
			await accept(moves, 'Hamid ringer', 4);
			moves.on(3);
			await moves.caseworker((tx, actor, { referralId }) => withdrawConsent(tx, actor, { referralId }));
		},
	},
	{
		by: 'maria',
		offer: 'foelgesedlen/laegefoelge',
		daysAgo: 1,
		citizen: { givenName: 'Svend Åge', familyName: 'Ørbæk', phone: '+45 00 55 10 10', ageBand: '65+' },
		purpose: 'accompaniment',
		texts: { need: 'Kan ikke finde rundt på hospitalet' },
		fields: [],
		draft: true,
	},
	{
		by: 'yusuf',
		offer: 'de-skaeve-soem/aabent-hus',
		daysAgo: 2,
		citizen: { givenName: 'Camilla', familyName: 'Strandby', phone: '+45 00 55 10 11', ageBand: '25-39' },
		purpose: 'contact',
		texts: { need: 'Er lige flyttet og kender ingen', goals: 'Et sted at høre til' },
		fields: ['given_name', 'phone', 'need', 'goals'],
	},
	{
		by: 'signe',
		offer: 'toervejr/makker-efter-behandling',
		daysAgo: 3,
		citizen: { givenName: 'Kenneth', familyName: 'Bakkely', phone: '+45 00 55 10 12', ageBand: '25-39' },
		purpose: 'contact',
		texts: { need: 'Er færdig med behandling på fredag', goals: 'At have en at ringe til om aftenen' },
		fields: ['given_name', 'phone', 'need', 'goals'],
	},
];

async function actorFor(key: DemoKey, role: 'caseworker'): Promise<StaffActor> {
	const email = demoPeople.find((person) => person.key === key)?.email ?? '';
	return asActor(systemActor, async (tx) => {
		const [row] = await tx
			.select({ userId: userAccount.id, membershipId: membership.id, centreId: membership.centreId })
			.from(userAccount)
			.innerJoin(membership, eq(membership.userId, userAccount.id))
			.where(and(eq(userAccount.email, email), eq(membership.role, role), isNull(membership.endedAt)));
		if (!row) throw new Error(`no demo person ${key}`);
		return { kind: 'staff', role, authorityId: defaultAuthority, ...row };
	});
}

/** Someone who answers for the offer's organisation. */
async function contactFor(organisationId: string): Promise<OrganisationActor | undefined> {
	return asActor(systemActor, async (tx) => {
		const [row] = await tx
			.select({ userId: membership.userId, membershipId: membership.id })
			.from(membership)
			.where(and(eq(membership.organisationId, organisationId), isNull(membership.endedAt)));
		return (
			row && {
				kind: 'organisation',
				role: 'organisation_contact',
				authorityId: defaultAuthority,
				organisationId,
				declared: true,
				...row,
			}
		);
	});
}

async function demoOffer(id: string) {
	return asActor(systemActor, async (tx) => {
		const [row] = await tx
			.select()
			.from(offer)
			.where(and(eq(offer.source, 'demo'), eq(offer.sourceId, id)));
		if (!row) throw new Error(`no demo offer ${id}`);
		return row;
	});
}

/** The day, or the working day before it. */
const lastWorkingDay = (day: string): string => (isWorkingDay(day) ? day : lastWorkingDay(addDays(day, -1)));

/** Some time between eight and half past two in Copenhagen (an hour later in summer), not the same every day. */
const officeHours = (day: string, step: number): Date =>
	new Date(Date.parse(`${day}T07:10:00Z`) + ((step * 97) % 380) * 60_000);

async function tell(story: Story, setNow: (at: Date) => void, today: Date): Promise<void> {
	const chosen = await demoOffer(story.offer);
	const sentOn = lastWorkingDay(addDays(isoDay(today), -story.daysAgo));
	const sentAt = story.daysAgo === 0 ? today : officeHours(sentOn, 0);
	setNow(sentAt);
	const caseworker = await actorFor(story.by, 'caseworker');
	const contact = await contactFor(chosen.organisationId);
	const referralId = await asActor(caseworker, async (tx) => {
		const citizenId = await createCitizen(tx, caseworker, { ...blank, ...story.citizen });
		const id = await createDraft(tx, caseworker, { citizenId, offerSlug: chosen.slug, requestId: randomUUID() });
		await saveDraft(tx, caseworker, id, { purpose: story.purpose, ...story.texts });
		return id;
	});
	const target = () =>
		asActor(caseworker, async (tx) => {
			const [row] = await tx.select({ version: referral.version }).from(referral).where(eq(referral.id, referralId));
			return { referralId, version: row?.version ?? 0 };
		});
	if (story.draft) return;
	await asActor(caseworker, async (tx) => {
		await askConsent(tx, caseworker, {
			referralId,
			fields: story.fields,
			language: story.language ?? 'da',
			interpreter: story.citizen.needsInterpreter ?? false,
			giver: 'citizen',
			guardianName: '',
		});
		await answerConsent(tx, caseworker, { referralId, yes: true, feedbackAllowed: true, method: 'oral' });
	});
	const first = await target();
	await asActor(caseworker, (tx) => sendReferral(tx, caseworker, first));
	await story.then?.({
		on: (day) => setNow(officeHours(lastWorkingDay(addDays(sentOn, day)), day)),
		day: (day) => addDays(sentOn, day),
		async organisation(work) {
			if (!contact) return;
			const at = await target();
			await asActor(contact, (tx) => work(tx, contact, at));
		},
		async caseworker(work) {
			const at = await target();
			await asActor(caseworker, (tx) => work(tx, caseworker, at));
		},
		async clock() {
			await asActor(systemActor, (tx) => runClock(tx, systemActor));
		},
	});
}

/**
 * Makes the demo's referrals, after its catalogue and people. Each story is told on its own days by a clock of its own;
 * does nothing where there are referrals already.
 * @returns how many were made
 */
export async function seedDemoReferrals(): Promise<number> {
	const present = await asActor(systemActor, (tx) => tx.$count(referral));
	if (present > 0) return 0;
	const running = services();
	const today = running.clock();
	let now = today;
	installServices({ ...running, clock: () => now });
	try {
		for (const story of [...stories].sort((a, b) => b.daysAgo - a.daysAgo))
			await tell(story, (at) => (now = at), today);
	} finally {
		installServices(running);
	}
	return stories.length;
}
