import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { offer } from '../../src/lib/catalogue/tables.server.ts';
import { createCitizen } from '../../src/lib/citizens/citizens.server.ts';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import { systemActor, type StaffActor } from '../../src/lib/identity/actor.ts';
import { askConsent } from '../../src/lib/referrals/ask-consent.server.ts';
import { answerConsent } from '../../src/lib/referrals/consents.server.ts';
import { createDraft, saveDraft } from '../../src/lib/referrals/drafts.server.ts';
import { sendReferral } from '../../src/lib/referrals/referrals.server.ts';
import { referral } from '../../src/lib/referrals/tables.server.ts';
import { makeContact, makeStaff } from '../factories.ts';
import { closedLoop, type Figures } from './figures.ts';

const citizen = {
	givenName: 'Prøve',
	familyName: 'Ærlig-Østergård',
	phone: '00 11 22 33',
	email: '',
	safeContact: 'Ring efter kl. 16',
	language: 'da',
	needsInterpreter: false,
	ageBand: '40-64',
	adult: true,
} as const;

const texts = {
	purpose: 'accompaniment',
	need: 'Er flyttet i egen bolig og kender ingen i kvarteret. Vil gerne ud blandt andre et par gange om ugen.',
	goals: 'En at drikke kaffe med og noget at stå op til om tirsdagen.',
	accompaniment: 'Støtte-kontaktperson går med første gang, tirsdag kl. 10, ved indgangen.',
	practical: '',
} as const;

/** So many different offers receive the referrals, as many caseworkers as clients send them. */
const receivers = 50;

async function offersThatTakeReferrals(): Promise<{ slug: string; organisationId: string }[]> {
	const open = and(eq(offer.status, 'active'), eq(offer.capacity, 'open'), sql`'referral' = any(${offer.waysIn})`);
	return asActor(systemActor, (tx) =>
		tx
			.select({ slug: offer.slug, organisationId: offer.organisationId })
			.from(offer)
			.where(open)
			.orderBy(offer.slug)
			.limit(receivers),
	);
}

/** One referral from first answer to sent, each step in a transaction of its own as the forms do it. */
async function makeReferral(actor: StaffActor, citizenId: string, offerSlug: string): Promise<void> {
	const requestId = randomUUID();
	const referralId = await asActor(actor, (tx) => createDraft(tx, actor, { citizenId, offerSlug, requestId }));
	await asActor(actor, (tx) => saveDraft(tx, actor, referralId, texts));
	await asActor(actor, (tx) =>
		askConsent(tx, actor, {
			referralId,
			fields: ['given_name', 'phone', 'need', 'goals', 'accompaniment'],
			language: 'da',
			interpreter: false,
			giver: 'citizen',
			guardianName: '',
		}),
	);
	await asActor(actor, (tx) =>
		answerConsent(tx, actor, { referralId, yes: true, feedbackAllowed: true, method: 'oral' }),
	);
	await asActor(actor, async (tx) => {
		const [draft] = await tx.select({ version: referral.version }).from(referral).where(eq(referral.id, referralId));
		await sendReferral(tx, actor, { referralId, version: draft?.version ?? 0 });
	});
}

/** Caseworkers, their citizens, and organisations with somebody to tell. To be called within the services. */
export async function prepareReferrals(
	caseworkers: number,
): Promise<(clients: number, seconds: number) => Promise<Figures>> {
	const offers = await offersThatTakeReferrals();
	if (offers.length === 0) throw new Error('No offer of this catalogue takes referrals.');
	for (const { organisationId } of offers) await makeContact(organisationId);
	const people: { actor: StaffActor; citizenId: string }[] = [];
	for (let each = 0; each < caseworkers; each++) {
		const actor = await makeStaff('caseworker');
		people.push({ actor, citizenId: await asActor(actor, (tx) => createCitizen(tx, actor, citizen)) });
	}
	return (clients, seconds) =>
		closedLoop(clients, seconds, async (which, request) => {
			const person = people[which % people.length];
			const to = offers[(which * 7 + request) % offers.length];
			if (person && to) await makeReferral(person.actor, person.citizenId, to.slug);
		});
}
