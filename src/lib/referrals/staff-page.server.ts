import type { Tx } from '../database/as-actor.server.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { ConsentState } from './consent.ts';
import { colleagues, type Colleague } from './hand-over.server.ts';
import { markMessagesRead } from './messages.server.ts';
import { readReferralPage, type StaffReferralPage } from './read-referral.server.ts';
import { receiptsOf, type Receipt } from './receipts.server.ts';
import { consentOf } from './stored-consent.server.ts';
import { workOn, type Work } from './worklist.ts';

/** A referral's page as the caseworker opens it: what there is, what to do next, who could take over. */
export interface OpenedReferral {
	referral: StaffReferralPage;
	work: Work;
	/** the other caseworkers of the centre */
	colleagues: Colleague[];
	/** of the consent that is shown, oldest first */
	receipts: Receipt[];
	/** where the consent to asking is; undefined when nothing was asked */
	obtaining: ConsentState | undefined;
}

/**
 * Opens the page. What the organisation wrote counts as read after this, so the next step is judged before.
 * @throws DomainError `referral.not_found` 404
 */
export async function openStaffPage(tx: Tx, actor: StaffActor, id: string): Promise<OpenedReferral> {
	const referral = await readReferralPage(tx, actor, id);
	const unread = referral.messages.filter((message) => message.sender === 'organisation' && !message.read);
	const facts = {
		...referral,
		consent: referral.consent?.state ?? 'none',
		confirmed: referral.confirmedBy !== null,
		unreadMessages: unread.length,
		followUp: referral.followUps.find((each) => !each.doneAt && !each.cancelledAt) ?? null,
	};
	if (unread.length > 0) await markMessagesRead(tx, actor, id);
	const others = await colleagues(tx, referral.centre.id);
	return {
		referral,
		work: workOn(facts, tx.now, tx.config.workingDays),
		receipts: await receiptsOf(tx, actor, referral.consent?.id),
		obtaining: (await consentOf(tx, actor, id, 'obtaining'))?.state,
		colleagues: others.filter((each) => each.id !== referral.caseworker.id),
	};
}
