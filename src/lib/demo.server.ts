import { eq, sql } from 'drizzle-orm';
import { storeCatalogue } from './catalogue/catalogue-store.server.ts';
import { demoCatalogue } from './catalogue/demo/index.ts';
import { offer } from './catalogue/tables.server.ts';
import { asActor, services } from './database/as-actor.server.ts';
import { systemActor } from './identity/actor.ts';
import { seedDemoPeople } from './identity/demo-people.server.ts';
import { seedDemoReferrals } from './referrals/demo-referrals.server.ts';
import { isoDay } from './ui/dates.ts';

/** Arbitrary, the same for every process: two that start at once make one demo. */
const demoLock = 7_364_252;

/**
 * Makes the demo where it is not there yet: its catalogue as of today, its people and their referrals. Content from
 * other sources stays beside it. Run it before the workers begin: the referrals are told with a clock of their own.
 * @returns how many offers and referrals were made; 0 and 0 when the demo is there
 */
export async function seedDemo(): Promise<{ offers: number; referrals: number }> {
	const today = isoDay(services().clock());
	const offers = await asActor(systemActor, async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(${demoLock})`);
		const present = await tx.$count(offer, eq(offer.source, 'demo'));
		const stored = present > 0 ? undefined : await storeCatalogue(tx, 'demo', demoCatalogue(today));
		const { missing } = await seedDemoPeople(tx);
		if (missing.length > 0) throw new Error(`demo people of organisations that do not exist: ${missing.join(', ')}`);
		return stored?.offers.created ?? 0;
	});
	return { offers, referrals: await seedDemoReferrals() };
}
