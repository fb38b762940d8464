import { beforeAll, expect, it } from 'vitest';
import { onEmbeddedDatabase } from '../../../tests/database.ts';
import { storeCatalogue } from '../catalogue/catalogue-store.server.ts';
import { demoCatalogue } from '../catalogue/demo/index.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor } from '../identity/actor.ts';
import { seedDemoPeople } from '../identity/demo-people.server.ts';
import { seedDemoReferrals } from './demo-referrals.server.ts';
import { referral } from './tables.server.ts';

onEmbeddedDatabase('the demo’s referrals', (open) => {
	beforeAll(async () => {
		await open();
		await asActor(systemActor, async (tx) => {
			await storeCatalogue(tx, 'demo', demoCatalogue('2026-11-02'));
			await seedDemoPeople(tx);
		});
	});

	it('stand in most states, and are made once', async () => {
		expect(await seedDemoReferrals()).toBeGreaterThanOrEqual(12);
		expect(await seedDemoReferrals()).toBe(0);
		const rows = await asActor(systemActor, (tx) => tx.select({ state: referral.state }).from(referral));
		expect([...new Set(rows.map((row) => row.state))].sort()).toEqual([
			'accepted',
			'completed',
			'declined',
			'draft',
			'redirect_proposed',
			'seen',
			'sent',
			'started',
			'waitlisted',
			'withdrawn',
		]);
	});
});
