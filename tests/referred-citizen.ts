import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { createCitizen } from '../src/lib/citizens/citizens.server.ts';
import { asActor, type Tx } from '../src/lib/database/as-actor.server.ts';
import { systemActor, type Actor } from '../src/lib/identity/actor.ts';
import { askConsent } from '../src/lib/referrals/ask-consent.server.ts';
import { answerConsent } from '../src/lib/referrals/consents.server.ts';
import { createDraft, saveDraft } from '../src/lib/referrals/drafts.server.ts';
import { completeFollowUp, listFollowUps } from '../src/lib/referrals/follow-ups.server.ts';
import { readInboxReferral } from '../src/lib/referrals/inbox.server.ts';
import { mailLink } from '../src/lib/referrals/links.server.ts';
import { sendMessage } from '../src/lib/referrals/messages.server.ts';
import {
	acceptReferral,
	completeReferral,
	openReferral,
	sendReferral,
	startReferral,
} from '../src/lib/referrals/referrals.server.ts';
import { referral } from '../src/lib/referrals/tables.server.ts';
import type { Meeting } from './factories.ts';

/** Stands in every text that anyone writes about the citizen: found anywhere readable, something leaks. */
export const marker = 'Kvækerpilen';

export interface Referred {
	citizenId: string;
	referralId: string;
}

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => asActor(actor, work);

/** Citizen and draft, with something in every field. */
export async function makeDraftWithEverything({ caseworker, offer }: Meeting, citizenId?: string): Promise<Referred> {
	return as(caseworker, async (tx) => {
		const citizen =
			citizenId ??
			(await createCitizen(tx, caseworker, {
				givenName: marker,
				familyName: `${marker}sen`,
				phone: `00 11 22 33 ${marker}`,
				email: `${marker.toLowerCase()}@borger.example`,
				safeContact: `Efter kl. 16, sig ikke ${marker}`,
				language: 'so',
				needsInterpreter: true,
				ageBand: '40-64',
				adult: true,
			}));
		const referralId = await createDraft(tx, caseworker, {
			citizenId: citizen,
			offerSlug: offer.slug,
			requestId: randomUUID(),
		});
		await saveDraft(tx, caseworker, referralId, {
			purpose: 'contact',
			need: `${marker} sidder alene`,
			goals: `${marker} vil ud`,
			accompaniment: `${marker} følges af sin søster`,
			practical: `${marker} går med stok`,
		});
		return { citizenId: citizen, referralId };
	});
}

const versionOf = async (tx: Tx, id: string) => {
	const [row] = await tx.select({ version: referral.version }).from(referral).where(eq(referral.id, id));
	return { referralId: id, version: row?.version ?? 0 };
};

/** …sent with a signed consent, a link by mail, and messages both ways. */
export async function makeSentReferral(meeting: Meeting, citizenId?: string): Promise<Referred> {
	const { caseworker, contact } = meeting;
	const made = await makeDraftWithEverything(meeting, citizenId);
	const { referralId } = made;
	await as(caseworker, async (tx) => {
		await askConsent(tx, caseworker, {
			referralId,
			fields: ['given_name', 'family_name', 'phone', 'need'],
			language: 'so',
			interpreter: true,
			giver: 'guardian',
			guardianName: `Værge ${marker}`,
		});
		await answerConsent(tx, caseworker, {
			referralId,
			yes: true,
			feedbackAllowed: true,
			method: 'signed_screen',
			witness: `Vidne ${marker}`,
			signature: marker,
		});
		await mailLink(tx, caseworker, referralId);
		await sendReferral(tx, caseworker, await versionOf(tx, referralId));
	});
	await as(contact, async (tx) => {
		await openReferral(tx, contact, referralId);
		await readInboxReferral(tx, contact, referralId);
		await sendMessage(tx, contact, { referralId, requestId: randomUUID(), text: `Hvor bor ${marker}?` });
	});
	await as(caseworker, (tx) =>
		sendMessage(tx, caseworker, { referralId, requestId: randomUUID(), text: `${marker} bor på Nørrebro` }),
	);
	return made;
}

/** …and carried to its end, with a follow-up heard. */
export async function makeCompletedReferral(meeting: Meeting, citizenId?: string): Promise<Referred> {
	const { caseworker, contact } = meeting;
	const made = await makeSentReferral(meeting, citizenId);
	const { referralId } = made;
	await as(contact, async (tx) => {
		const plan = { contactPlan: `Vi ringer til ${marker}`, contactBy: '2026-11-06' };
		await acceptReferral(tx, contact, await versionOf(tx, referralId), plan);
		await startReferral(tx, contact, await versionOf(tx, referralId));
	});
	await as(caseworker, async (tx) => {
		const [first] = await listFollowUps(tx, caseworker, referralId);
		if (!first) throw new Error('no follow-up was planned');
		const heard = { attendance: 'attended', note: `${marker} er glad for det` } as const;
		await completeFollowUp(tx, caseworker, { referralId, followUpId: first.id, ...heard });
	});
	await as(contact, async (tx) =>
		completeReferral(tx, contact, await versionOf(tx, referralId), {
			outcome: 'goals_met',
			note: `${marker} kommer hver tirsdag`,
		}),
	);
	return made;
}

/** All text in all tables of the database, jobs included, as the system and the tables' owner see it. */
export async function everythingReadable(): Promise<string> {
	return as(systemActor, async (tx) => {
		const { rows } = await tx.execute(
			`select format('%I.%I', schemaname, tablename) as name from pg_tables
				where schemaname in ('public', 'pgboss') and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')`,
		);
		let text = '';
		for (const { name } of rows as { name: string }[]) {
			const found = await tx.execute(`select coalesce(string_agg(t::text, E'\\n'), '') as text from ${name} t`);
			text += `${name}\n${String((found.rows[0] as { text: string }).text)}\n`;
		}
		// Bytes are written as hex: a plain text in a binary column is readable, too.
		return text.replace(/\\x([0-9a-f]+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('utf8'));
	});
}
