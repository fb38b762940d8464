import { and, between, desc, eq, gte, inArray, isNull, like, lt, ne, or, type SQL } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import type { StaffActor } from '../identity/actor.ts';
import { userAccount } from '../identity/tables.server.ts';
import { audit } from './audit.server.ts';
import { logKinds } from './log-kinds.ts';
import type { LoggedRole, LogQuestion } from './log-question.ts';
import { auditEntry } from './tables.server.ts';

export interface LogLine {
	id: number;
	at: Date;
	actorKind: string;
	role: string | null;
	/** null for citizens and the clock */
	name: string | null;
	action: string;
	subjectType: string | null;
	subjectId: string | null;
	citizenId: string | null;
	result: string;
}

/** Users by their role, whatever they did it as; the others by what they are. */
const done = (role: LoggedRole): SQL | undefined =>
	role === 'citizen' || role === 'system'
		? and(eq(auditEntry.actorKind, role), isNull(auditEntry.role))
		: eq(auditEntry.role, role);

function matching(question: LogQuestion, actor: StaffActor): SQL | undefined {
	const { from, before, kind, role, userId, citizens, denied, olderThan } = question;
	return and(
		eq(auditEntry.authorityId, actor.authorityId),
		from && gte(auditEntry.at, from),
		before && lt(auditEntry.at, before),
		kind && or(...logKinds[kind].map((beginning) => like(auditEntry.action, `${beginning}%`))),
		role && done(role),
		userId ? eq(auditEntry.userId, userId) : undefined,
		citizens && between(auditEntry.citizenId, citizens.first, citizens.last),
		denied ? ne(auditEntry.result, 'ok') : undefined,
		olderThan === undefined ? undefined : lt(auditEntry.id, olderThan),
	);
}

/**
 * Reads the log, newest first. Reading it is logged too.
 * @param size lines a page
 * @returns one page, and whether there is more
 */
export async function readLog(
	tx: Tx,
	actor: StaffActor,
	question: LogQuestion,
	size: number,
): Promise<{ lines: LogLine[]; more: boolean }> {
	const rows = await tx
		.select()
		.from(auditEntry)
		.where(matching(question, actor))
		.orderBy(desc(auditEntry.id))
		.limit(size + 1);
	const lines = rows.slice(0, size);
	const ids = [...new Set(lines.flatMap(({ userId }) => (userId ? [userId] : [])))];
	const people =
		ids.length === 0
			? []
			: await tx
					.select({ id: userAccount.id, name: userAccount.name })
					.from(userAccount)
					.where(inArray(userAccount.id, ids));
	const names = new Map(people.map(({ id, name }) => [id, name]));
	const { citizens } = question;
	const one = citizens?.first === citizens?.last ? citizens?.first : undefined;
	await audit(tx, actor, { action: 'log.read', ...(one && { citizenId: one }) });
	return {
		lines: lines.map(({ id, at, actorKind, role, userId, action, subjectType, subjectId, citizenId, result }) => ({
			id,
			at,
			actorKind,
			role,
			name: (userId && names.get(userId)) ?? null,
			action,
			subjectType,
			subjectId,
			citizenId,
			result,
		})),
		more: rows.length > size,
	};
}

/** Everyone who may appear in the log, by name. */
export async function logPeople(tx: Tx, actor: StaffActor): Promise<{ id: string; name: string }[]> {
	const rows = await tx
		.select({ id: userAccount.id, name: userAccount.name })
		.from(userAccount)
		.where(eq(userAccount.authorityId, actor.authorityId));
	const collator = new Intl.Collator('da');
	return rows.sort((a, b) => collator.compare(a.name, b.name));
}
