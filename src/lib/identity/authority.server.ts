import { eq } from 'drizzle-orm';
import { asActor } from '../database/as-actor.server.ts';
import { defaultAuthority, systemActor } from './actor.ts';
import { authority } from './tables.server.ts';

/** The municipality as anyone may know it; undefined before its first set-up. */
export async function readAuthority(): Promise<{ name: string; phone: string } | undefined> {
	return asActor(systemActor, async (tx) => {
		const [row] = await tx
			.select({ name: authority.name, phone: authority.phone })
			.from(authority)
			.where(eq(authority.id, defaultAuthority));
		return row;
	});
}
