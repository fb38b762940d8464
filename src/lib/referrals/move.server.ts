import { and, desc, eq, isNull } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError, notFound } from '../errors.ts';
import type { Actor } from '../identity/actor.ts';
import { isClosed, nextState, partyOf, type Action } from './referral.ts';
import type { State } from './referral-codes.ts';
import { followUp, referral, referralEvent } from './tables.server.ts';

export type ReferralActor = Exclude<Actor, { kind: 'public' }>;
type Changes = Partial<
	Omit<typeof referral.$inferInsert, 'authorityId' | 'id' | 'citizenId' | 'state' | 'stateSince' | 'version'>
>;

/** The columns everyone who may see a referral may read. */
export const shell = {
	id: referral.id,
	centreId: referral.centreId,
	caseworkerId: referral.caseworkerId,
	organisationId: referral.organisationId,
	offerId: referral.offerId,
	state: referral.state,
	version: referral.version,
} as const;

export interface Shell {
	id: string;
	centreId: string;
	caseworkerId: string;
	organisationId: string;
	offerId: string;
	state: State;
	version: number;
}

export interface Move {
	referralId: string;
	/** the version the person looked at; absent for the clock and for what follows from something else */
	version?: number;
	action: Action;
	/** a coded reason or outcome, noted in the timeline */
	code?: string;
}

export type Moved = Shell & {
	/** false: the same form had been sent before; nothing was changed */
	changed: boolean;
};

/** What the timeline calls an actor. */
export const partyInTimeline = (actor: ReferralActor): 'staff' | 'organisation' | 'citizen' | 'system' => actor.kind;

/** Takes the referral's row for the rest of the transaction, so that two who act at once act one after the other. */
export async function lockReferral(tx: Tx, actor: ReferralActor, id: string): Promise<Shell> {
	const [row] = await tx
		.select(shell)
		.from(referral)
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, id)))
		.for('update');
	if (!row) throw notFound('referral');
	return row;
}

/** Appends to the timeline. */
export async function noteEvent(
	tx: Tx,
	actor: ReferralActor,
	referralId: string,
	event: { action: string; from?: State; to?: State; code?: string },
): Promise<void> {
	await tx.insert(referralEvent).values({
		authorityId: actor.authorityId,
		referralId,
		at: tx.now,
		party: partyInTimeline(actor),
		userId: 'userId' in actor ? actor.userId : null,
		action: event.action,
		fromState: event.from ?? null,
		toState: event.to ?? null,
		code: event.code ?? null,
	});
}

/** Whether the newest event is this very action by this very person: a form sent twice, not a colleague's answer. */
async function sentTwice(tx: Tx, actor: ReferralActor, row: Shell, action: Action): Promise<boolean> {
	const [last] = await tx
		.select({ action: referralEvent.action, userId: referralEvent.userId, party: referralEvent.party })
		.from(referralEvent)
		.where(and(eq(referralEvent.authorityId, actor.authorityId), eq(referralEvent.referralId, row.id)))
		.orderBy(desc(referralEvent.seq))
		.limit(1);
	const userId = 'userId' in actor ? actor.userId : null;
	return last?.action === action && last.userId === userId && last.party === partyInTimeline(actor);
}

/**
 * Moves a referral along its table: the row, the timeline and the log in one.
 * @param changes what else is written with it
 * @returns the referral as it is now
 * @throws DomainError `referral.not_found` 404, `referral.stale` 409 (someone else was first; details: state),
 * `referral.invalid_transition` 409, `referral.wrong_party` 403
 */
export async function move(tx: Tx, actor: ReferralActor, to: Move, changes: Changes = {}): Promise<Moved> {
	const party = partyOf(actor);
	if (!party) throw new DomainError('identity.not_allowed', 403);
	const row = await lockReferral(tx, actor, to.referralId);
	if (to.version !== undefined && to.version !== row.version) {
		if (await sentTwice(tx, actor, row, to.action)) return { ...row, changed: false };
		throw new DomainError('referral.stale', 409, 'referral.stale', { state: row.state });
	}
	const state = nextState(row.state, to.action, party);
	const version = row.version + 1;
	const closes = isClosed(state) && !isClosed(row.state);
	await tx
		.update(referral)
		.set({
			...changes,
			state,
			version,
			...(state === row.state ? {} : { stateSince: tx.now }),
			...(closes ? { closedAt: tx.now } : {}),
		})
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, row.id)));
	if (closes && state !== 'completed') await cancelFollowUps(tx, actor, row.id);
	await noteEvent(tx, actor, row.id, { action: to.action, from: row.state, to: state, code: to.code });
	await audit(tx, actor, { action: `referral.${to.action}`, subjectType: 'referral', subjectId: row.id });
	return { ...row, state, version, changed: true };
}

/** A referral that came to nothing is not followed up; one that was completed is: does it last? */
async function cancelFollowUps(tx: Tx, actor: ReferralActor, referralId: string): Promise<void> {
	await tx
		.update(followUp)
		.set({ cancelledAt: tx.now })
		.where(
			and(
				eq(followUp.authorityId, actor.authorityId),
				eq(followUp.referralId, referralId),
				isNull(followUp.doneAt),
				isNull(followUp.cancelledAt),
			),
		);
}
