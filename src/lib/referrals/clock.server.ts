import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import type { SystemActor } from '../identity/actor.ts';
import { notifyOrganisation, notifyUser } from '../notifications/notify.server.ts';
import { isoDay } from '../ui/dates.ts';
import { expireConsents } from './consents.server.ts';
import { dueStep } from './deadlines.ts';
import { move } from './move.server.ts';
import { unansweredStates } from './referral.ts';
import { followUp, referral } from './tables.server.ts';

export interface ClockReport {
	reminded: number;
	escalated: number;
	expired: number;
	followUps: number;
	consentsExpired: number;
}

/**
 * What time brings: reminders, escalation, expiry, follow-ups that fall due. Looks at what is true now rather than at
 * what was scheduled, so it may run late, twice, or after a week of darkness, and does each thing once.
 */
export async function runClock(tx: Tx, actor: SystemActor): Promise<ClockReport> {
	const report: ClockReport = { reminded: 0, escalated: 0, expired: 0, followUps: 0, consentsExpired: 0 };
	await answerUnanswered(tx, actor, report);
	await remindOfFollowUps(tx, actor, report);
	report.consentsExpired = await expireConsents(tx, actor);
	return report;
}

async function answerUnanswered(tx: Tx, actor: SystemActor, report: ClockReport): Promise<void> {
	const waiting = await tx
		.select({
			id: referral.id,
			organisationId: referral.organisationId,
			caseworkerId: referral.caseworkerId,
			sentAt: referral.sentAt,
			remindedAt: referral.remindedAt,
			escalatedAt: referral.escalatedAt,
		})
		.from(referral)
		.where(and(eq(referral.authorityId, actor.authorityId), inArray(referral.state, [...unansweredStates])))
		.for('update', { skipLocked: true });
	for (const row of waiting) {
		if (!row.sentAt) continue;
		const step = dueStep({ ...row, sentAt: row.sentAt }, tx.now, tx.config.workingDays);
		const one = and(eq(referral.authorityId, actor.authorityId), eq(referral.id, row.id));
		if (step === 'remind') {
			await tx.update(referral).set({ remindedAt: tx.now }).where(one);
			await notifyOrganisation(tx, actor, row.organisationId, 'referral_reminder', `/inbox/${row.id}`);
			report.reminded += 1;
		} else if (step === 'escalate') {
			await tx.update(referral).set({ escalatedAt: tx.now }).where(one);
			await notifyUser(tx, actor, row.caseworkerId, 'referral_escalated', `/referrals/${row.id}`);
			report.escalated += 1;
		} else if (step === 'expire') {
			await move(tx, actor, { referralId: row.id, action: 'expire' });
			await notifyUser(tx, actor, row.caseworkerId, 'referral_expired', `/referrals/${row.id}`);
			await notifyOrganisation(tx, actor, row.organisationId, 'referral_expired_organisation', `/inbox/${row.id}`);
			report.expired += 1;
		}
	}
}

async function remindOfFollowUps(tx: Tx, actor: SystemActor, report: ClockReport): Promise<void> {
	const due = await tx
		.select({ id: followUp.id, referralId: followUp.referralId })
		.from(followUp)
		.where(
			and(
				eq(followUp.authorityId, actor.authorityId),
				lte(followUp.dueOn, isoDay(tx.now)),
				isNull(followUp.doneAt),
				isNull(followUp.cancelledAt),
				isNull(followUp.remindedAt),
			),
		)
		.for('update', { skipLocked: true });
	for (const row of due) {
		const [about] = await tx
			.select({ caseworkerId: referral.caseworkerId })
			.from(referral)
			.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, row.referralId)));
		await tx
			.update(followUp)
			.set({ remindedAt: tx.now })
			.where(and(eq(followUp.authorityId, actor.authorityId), eq(followUp.id, row.id)));
		if (about) await notifyUser(tx, actor, about.caseworkerId, 'follow_up_due', `/referrals/${row.referralId}`);
		report.followUps += 1;
	}
}
