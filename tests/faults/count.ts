import { sql } from 'drizzle-orm';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import { systemActor } from '../../src/lib/identity/actor.ts';
import { listMail } from '../../src/lib/notifications/mail.server.ts';
import type { Ledger } from './ledger.ts';

/** What is in the database, beside what was told to be there. */
export interface Count {
	/** changes that were told to be done */
	acknowledged: number;
	/** of those, found */
	found: number;
	/** of those, not found; each named */
	lost: string[];
	/** there more than once, or nobody's; each named */
	duplicated: string[];
	/** mails of every kind: the clock of the day may ask an organisation to confirm its offers meanwhile */
	mails: number;
	/** what is there and nobody is told of, or told of and not there; each named */
	untold: string[];
}

interface ReferralRow {
	id: string;
	request_id: string;
	citizen_id: string;
	written: boolean;
	sends: number;
	accepts: number;
	logged: number;
}

/** Each referral with how often it was sent and said yes to, in its timeline and in the log. */
const referrals = sql`select r.id, r.request_id, r.citizen_id, r.need is not null as written,
	(select count(*)::int from referral_event e where e.referral_id = r.id and e.action = 'send') as sends,
	(select count(*)::int from referral_event e where e.referral_id = r.id and e.action = 'accept') as accepts,
	(select count(*)::int from audit_entry a where a.subject_id = r.id and a.action in ('referral.send', 'referral.accept')) as logged
	from referral r`;

const named = (what: string, ids: Iterable<string>) => [...ids].map((id) => `${what} ${id}`);

/** How many mails of a kind tell of a referral, by its id. */
function mailsAbout(kind: string, mails: Awaited<ReturnType<typeof listMail>>): Map<string, number> {
	const counts = new Map<string, number>();
	for (const mail of mails.filter((each) => each.kind === kind)) {
		const id = /\/(?:inbox|referrals)\/([0-9a-f-]{36})/.exec(mail.body ?? '')?.[1] ?? '';
		counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return counts;
}

/** Each change is told of in exactly one mail: the pairs of tests/faults/scene.ts have one contact and one caseworker. */
async function mailFaults(rows: readonly ReferralRow[]): Promise<{ mails: number; untold: string[] }> {
	const untold: string[] = [];
	const mails = await asActor(systemActor, (tx) => listMail(tx, 1_000_000));
	for (const [kind, times] of [
		['referral_sent', (row: ReferralRow) => row.sends],
		['referral_answered', (row: ReferralRow) => row.accepts],
	] as const) {
		const about = mailsAbout(kind, mails);
		for (const row of rows) {
			const told = about.get(row.id) ?? 0;
			if (told !== times(row)) untold.push(`${kind} of ${row.id}: ${told} mails for ${times(row)} events`);
			about.delete(row.id);
		}
		untold.push(...named(`${kind} of nothing:`, about.keys()));
	}
	return { mails: mails.length, untold };
}

/** Compares the ledger with the database. To be called within the services, when the work is over. */
export async function count(ledger: Ledger): Promise<Count> {
	const { rows, citizens } = await asActor(systemActor, async (tx) => ({
		rows: (await tx.execute(referrals)).rows as unknown as ReferralRow[],
		citizens: new Set((await tx.execute(sql`select id from citizen`)).rows.map(({ id }) => String(id))),
	}));
	const byId = new Map(rows.map((row) => [row.id, row]));
	const missing = (ids: Iterable<string>, there: (row: ReferralRow) => boolean) =>
		[...ids].filter((id) => !there(byId.get(id) ?? { ...nothing, id }));
	const lost = [
		...named(
			'citizen',
			[...ledger.citizens].filter((id) => !citizens.has(id)),
		),
		...named(
			'draft',
			missing(ledger.drafts.values(), ({ request_id }) => request_id !== ''),
		),
		...named(
			'reason of',
			missing(ledger.written, ({ written }) => written),
		),
		...named(
			'sending of',
			missing(ledger.sent, ({ sends }) => sends > 0),
		),
		...named(
			'answer to',
			missing(ledger.accepted, ({ accepts }) => accepts > 0),
		),
	];
	const perCitizen = new Map<string, number>();
	for (const { citizen_id: id } of rows) perCitizen.set(id, (perCitizen.get(id) ?? 0) + 1);
	const duplicated = [
		...named(
			'citizen nobody made',
			[...citizens].filter((id) => !ledger.triedCitizens.has(id)),
		),
		...named(
			'draft nobody made',
			rows.filter((row) => !ledger.triedDrafts.has(row.request_id)).map(({ id }) => id),
		),
		...named(
			'referrals of one citizen',
			[...perCitizen].filter(([, of]) => of > 1).map(([id]) => id),
		),
		...named(
			'sent or answered twice',
			rows.filter((row) => row.sends > 1 || row.accepts > 1).map(({ id }) => id),
		),
		...named(
			'not in the log as often as done',
			rows.filter((row) => row.logged !== row.sends + row.accepts).map(({ id }) => id),
		),
	];
	const { acknowledged } = ledger;
	return { acknowledged, found: acknowledged - lost.length, lost, duplicated, ...(await mailFaults(rows)) };
}

const nothing = { request_id: '', citizen_id: '', written: false, sends: 0, accepts: 0, logged: 0 };
