import { and, desc, eq, gt, ne } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor, type UserActor } from './actor.ts';
import { hashToken } from './sessions.server.ts';
import { session } from './tables.server.ts';

/** A session as its owner sees it. */
export interface OwnSession {
	/** names it without being its id in the database */
	key: string;
	createdAt: Date;
	current: boolean;
}

const keyOf = (id: string) => hashToken(`own session ${id}`).slice(0, 32);

/** Where somebody is signed in, newest first. */
export async function listSessions(userId: string, current: string): Promise<OwnSession[]> {
	return asActor(systemActor, async (tx) => {
		const rows = await tx
			.select({ id: session.id, createdAt: session.createdAt })
			.from(session)
			.where(and(eq(session.userId, userId), eq(session.stage, 'full'), gt(session.expiresAt, tx.now)))
			.orderBy(desc(session.createdAt), session.id);
		return rows.map(({ id, createdAt }) => ({ key: keyOf(id), createdAt, current: id === current }));
	});
}

/** Ends one of one's own sessions. @returns false when there is none of that key */
export async function endOwnSession(actor: UserActor, key: string): Promise<boolean> {
	return asActor(systemActor, async (tx) => {
		const rows = await tx.select({ id: session.id }).from(session).where(eq(session.userId, actor.userId));
		const found = rows.find(({ id }) => keyOf(id) === key);
		if (!found) return false;
		await tx.delete(session).where(eq(session.id, found.id));
		await audit(tx, actor, { action: 'user.end_session', subjectType: 'user', subjectId: actor.userId });
		return true;
	});
}

/** Ends all of one's own sessions but this one. */
export async function endOtherSessions(actor: UserActor, current: string): Promise<void> {
	await asActor(systemActor, async (tx) => {
		await tx.delete(session).where(and(eq(session.userId, actor.userId), ne(session.id, current)));
		await audit(tx, actor, { action: 'user.end_session', subjectType: 'user', subjectId: actor.userId });
	});
}
