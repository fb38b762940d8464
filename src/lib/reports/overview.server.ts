import { and, count, desc, eq, gte, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';
import { offer, organisation } from '../catalogue/tables.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { answerDue } from '../referrals/deadlines.ts';
import { closedStates, unansweredStates } from '../referrals/referral.ts';
import type { DeclineReason, Helped, Outcome, State } from '../referrals/referral-codes.ts';
import { referral } from '../referrals/tables.server.ts';
import { isoDay } from '../ui/dates.ts';
import { share, shown, type ShownCount } from './small-counts.ts';

export interface OfferLine {
	name: string;
	slug: string;
	organisation: string;
	sent: number;
	accepted: ShownCount;
	declined: ShownCount;
}

/** Counts of one centre. No identity is in it, and the role it is read with could not read one. */
export interface Overview {
	sent: number;
	states: { state: State; count: number }[];
	/** unanswered past the day an answer is hoped for, now */
	overdue: number;
	/** of those that are over: how many percent ended with something known, and how many were confirmed */
	ended: number;
	outcomeKnown: number | undefined;
	confirmed: number | undefined;
	/** days from sent to answered, the middle one */
	answerDays: number | undefined;
	outcomes: { code: Outcome; count: ShownCount }[];
	helped: { code: Helped; count: ShownCount }[];
	declines: { code: DeclineReason; count: ShownCount }[];
	offers: OfferLine[];
}

const where = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`;
const isOneOf = (states: readonly State[]) => inArray(referral.state, [...states]);

async function totals(tx: Tx, period: SQL | undefined) {
	const [row] = await tx
		.select({
			sent: sql<number>`count(*)::int`,
			// Taken back or made by mistake: nothing was to come of them.
			ended: where(isOneOf(closedStates.filter((state) => state !== 'withdrawn' && state !== 'entered_in_error'))),
			known: where(isOneOf(['completed', 'not_completed', 'declined'])),
			confirmed: where(
				and(isOneOf(['completed', 'not_completed', 'declined']), isNotNull(referral.confirmedAt)) ?? sql`true`,
			),
			answered: where(isNotNull(referral.answeredAt)),
			answerDays: sql<
				number | null
			>`percentile_cont(0.5) within group (order by extract(epoch from ${referral.answeredAt} - ${referral.sentAt}) / 86400) filter (where ${referral.answeredAt} is not null)`,
		})
		.from(referral)
		.where(period);
	if (!row) throw new Error('an aggregate gives one row');
	return row;
}

async function byCode<Column extends typeof referral.outcome | typeof referral.helped | typeof referral.declineReason>(
	tx: Tx,
	column: Column,
	period: SQL | undefined,
) {
	const rows = await tx
		.select({ code: column, count: count() })
		.from(referral)
		.where(and(period, isNotNull(column)))
		.groupBy(column)
		.orderBy(desc(count()));
	return rows.map(({ code, count: number }) => ({
		code: code as NonNullable<Column['_']['data']>,
		count: shown(number),
	}));
}

/** Unanswered ones are few: their working days are counted here, where the holidays are known. */
async function overdue(tx: Tx): Promise<number> {
	const rows = await tx.select({ sentAt: referral.sentAt }).from(referral).where(isOneOf(unansweredStates));
	const today = isoDay(tx.now);
	return rows.filter(({ sentAt }) => sentAt && today > answerDue(sentAt, tx.config.workingDays)).length;
}

async function topOffers(tx: Tx, period: SQL | undefined): Promise<OfferLine[]> {
	const sent = sql<number>`count(*)::int`;
	const rows = await tx
		.select({
			name: offer.name,
			slug: offer.slug,
			organisation: organisation.name,
			sent,
			accepted: where(isOneOf(['accepted', 'started', 'completed', 'not_completed'])),
			declined: where(isOneOf(['declined'])),
		})
		.from(referral)
		.innerJoin(offer, eq(offer.id, referral.offerId))
		.innerJoin(organisation, eq(organisation.id, offer.organisationId))
		.where(period)
		.groupBy(offer.id, organisation.id)
		.having(sql`count(*) >= 5`)
		.orderBy(desc(sent), offer.name)
		.limit(10);
	return rows.map((row) => ({ ...row, accepted: shown(row.accepted), declined: shown(row.declined) }));
}

/**
 * What came of the referrals that were sent in a period, for the actor's own centre (the policies see to that).
 * @param since referrals sent from then on
 */
export async function readOverview(tx: Tx, since: Date): Promise<Overview> {
	const period = and(isNotNull(referral.sentAt), gte(referral.sentAt, since));
	const { sent, ended, known, confirmed, answered, answerDays } = await totals(tx, period);
	const states = await tx
		.select({ state: referral.state, count: count() })
		.from(referral)
		.where(period)
		.groupBy(referral.state);
	return {
		sent,
		states,
		overdue: await overdue(tx),
		ended,
		outcomeKnown: share(known, ended),
		confirmed: share(confirmed, ended),
		answerDays: answered < 5 || answerDays === null ? undefined : Math.round(answerDays * 10) / 10,
		outcomes: await byCode(tx, referral.outcome, period),
		helped: await byCode(tx, referral.helped, period),
		declines: await byCode(tx, referral.declineReason, period),
		offers: await topOffers(tx, period),
	};
}
