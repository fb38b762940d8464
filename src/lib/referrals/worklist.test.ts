import { describe, expect, it } from 'vitest';
import { workOn, type WorkFacts } from './worklist.ts';

const clock = { remind: 2, escalate: 4, expire: 10 };
/** A Wednesday. */
const now = new Date('2026-11-11T09:00:00Z');
const facts: WorkFacts = {
	state: 'draft',
	consent: 'none',
	stateSince: now,
	sentAt: null,
	escalatedAt: null,
	contactBy: null,
	expectedOn: null,
	confirmed: false,
	unreadMessages: 0,
	followUp: null,
};
const work = (change: Partial<WorkFacts>) => workOn({ ...facts, ...change }, now, clock);

describe('a draft', () => {
	it('is to be finished today', () => expect(work({})).toMatchObject({ next: 'finish_draft', today: true }));
	it('waits while the citizen has the question', () =>
		expect(work({ consent: 'requested' })).toMatchObject({ next: 'wait_for_citizen', today: false }));
	it('is to be sent today when the citizen has said yes', () =>
		expect(work({ consent: 'given' })).toMatchObject({ next: 'send_draft', today: true }));
	it('is to be thought over today when the citizen has said no', () =>
		expect(work({ consent: 'refused' })).toMatchObject({ next: 'citizen_refused', today: true }));
	it('is to be asked about again when what was said yes to was changed', () =>
		expect(work({ consent: 'invalidated' })).toMatchObject({ next: 'finish_draft', today: true }));
});

describe('a sent referral', () => {
	const sentAt = new Date('2026-11-02T09:00:00Z');
	it('waits within four working days, and is then to be called about', () => {
		expect(work({ state: 'sent', sentAt: new Date('2026-11-09T09:00:00Z') })).toMatchObject({
			next: 'wait_for_answer',
			dueOn: '2026-11-13',
			today: false,
		});
		expect(work({ state: 'seen', sentAt })).toMatchObject({
			next: 'call_organisation',
			dueOn: '2026-11-06',
			overdue: true,
		});
	});

	it('shows an unread message before anything else', () => {
		expect(work({ state: 'seen', sentAt, unreadMessages: 1 }).next).toBe('read_message');
	});
});

describe('what came after', () => {
	it('is asked about when the agreed contact has passed', () => {
		expect(work({ state: 'accepted', contactBy: '2026-11-10' })).toMatchObject({ next: 'start', overdue: true });
		expect(work({ state: 'accepted', contactBy: '2026-11-11' })).toMatchObject({ next: 'wait', today: false });
	});

	it('is followed up on the day it was planned', () => {
		const followUp = { kind: 'thirty_days', dueOn: '2026-11-11' } as const;
		expect(work({ state: 'started', followUp })).toMatchObject({ next: 'follow_up', today: true, overdue: false });
		expect(work({ state: 'declined', followUp }).next).toBe('find_another');
	});

	it('stands under today for a month, unless somebody has confirmed it', () => {
		const stateSince = new Date('2026-10-01T09:00:00Z');
		expect(work({ state: 'completed' })).toMatchObject({ next: 'hear_citizen', today: true });
		expect(work({ state: 'completed', stateSince })).toMatchObject({ next: 'hear_citizen', today: false });
		expect(work({ state: 'completed', confirmed: true })).toMatchObject({ next: 'none', today: false });
	});
});
