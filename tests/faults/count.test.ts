import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import { systemActor } from '../../src/lib/identity/actor.ts';
import { mail } from '../../src/lib/notifications/tables.server.ts';
import { referral, referralEvent } from '../../src/lib/referrals/tables.server.ts';
import { onEmbeddedDatabase } from '../database.ts';
import { makeMeeting } from '../factories.ts';
import { makeSentReferralOf } from '../referral-to-order.ts';
import { count } from './count.ts';
import { Ledger } from './ledger.ts';

onEmbeddedDatabase('counting what is there against what people were told', (open) => {
	let ledger: Ledger;
	let id: string;
	beforeEach(async () => {
		await open();
		id = await makeSentReferralOf(await makeMeeting());
		const [row] = await asActor(systemActor, (tx) => tx.select().from(referral).where(eq(referral.id, id)));
		ledger = new Ledger();
		ledger.triedCitizens.add(row?.citizenId ?? '');
		ledger.triedDrafts.add(row?.requestId ?? '');
		ledger.citizens.add(row?.citizenId ?? '');
		ledger.sent.add(id);
	});

	it('finds nothing wrong where nothing is', async () => {
		expect(await count(ledger)).toEqual({ acknowledged: 2, found: 2, lost: [], duplicated: [], mails: 1, untold: [] });
	});

	it('finds what was told and is not there', async () => {
		const gone = randomUUID();
		ledger.citizens.add(gone);
		ledger.accepted.add(id);
		expect((await count(ledger)).lost).toEqual([`citizen ${gone}`, `answer to ${id}`]);
	});

	it('finds what is there and nobody made, and what happened twice', async () => {
		ledger.triedDrafts.clear();
		await asActor(systemActor, async (tx) => {
			const [event] = await tx.select().from(referralEvent).where(eq(referralEvent.action, 'send'));
			if (!event) throw new Error('not sent');
			const { authorityId, referralId, at, party, userId, action } = event;
			await tx.insert(referralEvent).values({ authorityId, referralId, at, party, userId, action });
		});
		const { duplicated, untold } = await count(ledger);
		expect(duplicated.map((each) => each.replace(/ [0-9a-f-]{36}$/, ''))).toEqual([
			'draft nobody made',
			'sent or answered twice',
			'not in the log as often as done',
		]);
		expect(untold).toEqual([`referral_sent of ${id}: 1 mails for 2 events`]);
	});

	it('finds a mail that tells of nothing', async () => {
		await asActor(systemActor, (tx) => tx.update(mail).set({ kind: 'referral_answered' }));
		expect((await count(ledger)).untold).toHaveLength(2);
	});
});
