import { and, eq } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import type { SystemActor } from '../identity/actor.ts';
import { mail } from './tables.server.ts';

/** Takes out every mail to a citizen, sent or not; a job that was to send one finds nothing to send. */
export async function deleteMailsTo(tx: Tx, actor: SystemActor, citizenId: string): Promise<void> {
	await tx.delete(mail).where(and(eq(mail.authorityId, actor.authorityId), eq(mail.citizenId, citizenId)));
}
