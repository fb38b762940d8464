import { readLog } from '../../../src/lib/audit/read-log.server.ts';
import { idsBeginning } from '../../../src/lib/audit/log-question.ts';
import { accessFor } from '../../../src/lib/citizens/ask-access.server.ts';
import { readCitizen } from '../../../src/lib/citizens/citizens.server.ts';
import { asActor } from '../../../src/lib/database/as-actor.server.ts';
import { citizenOverview } from '../../../src/lib/referrals/citizen-overview.server.ts';
import { listInbox, readInboxReferral } from '../../../src/lib/referrals/inbox.server.ts';
import { openStaffPage } from '../../../src/lib/referrals/staff-page.server.ts';
import { listWorklist } from '../../../src/lib/referrals/worklist.server.ts';
import type { People } from './generate.ts';

/** What people open every day, as the pages' own storage functions read it, policies and all. */
export const looks = {
	'Work-list': ({ caseworker }) => asActor(caseworker, (tx) => listWorklist(tx, caseworker, { whose: 'mine' })),
	'Referral page': ({ caseworker, referralId }) =>
		asActor(caseworker, (tx) => openStaffPage(tx, caseworker, referralId)),
	'Citizen page': ({ caseworker, citizenId }) =>
		asActor(caseworker, async (tx) => {
			await readCitizen(tx, caseworker, citizenId);
			return citizenOverview(tx, caseworker, citizenId);
		}),
	Inbox: ({ contact }) => asActor(contact, (tx) => listInbox(tx, contact)),
	'Inbox referral': ({ contact, referralId }) => asActor(contact, (tx) => readInboxReferral(tx, contact, referralId)),
	'Log of one citizen': ({ officer, citizenId }) => {
		const nothing = { from: undefined, before: undefined, kind: undefined, role: undefined, userId: undefined };
		const question = { ...nothing, citizens: idsBeginning(citizenId), denied: false, olderThan: undefined };
		return asActor(officer, (tx) => readLog(tx, officer, question, 50));
	},
	'Subject access': ({ officer, citizenId }) => accessFor(officer, citizenId),
} as const satisfies Record<string, (people: People) => Promise<unknown>>;

export type Look = keyof typeof looks;
export const allLooks = Object.keys(looks) as Look[];
