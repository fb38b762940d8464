import type { Tx } from '../database/as-actor.server.ts';
import { defaultAuthority } from './actor.ts';
import { centres } from './centres.ts';
import { authority, centre } from './tables.server.ts';

/** The municipality and its centres, which everyone belongs to. Doing it again changes nothing. Runs as the system. */
export async function ensureCentres(tx: Tx): Promise<void> {
	await tx
		.insert(authority)
		.values({ id: defaultAuthority, name: 'Københavns Kommune', phone: '+45 00 33 17 00' })
		.onConflictDoNothing();
	await tx
		.insert(centre)
		.values(centres.map((each) => ({ ...each, authorityId: defaultAuthority })))
		.onConflictDoNothing();
}
