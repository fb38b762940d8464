import { and, desc, eq, gte, inArray, like, lt, or, type SQL } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import type { StaffActor } from '../identity/actor.ts';
import { userAccount } from '../identity/tables.server.ts';
import { audit } from './audit.server.ts';
import { logKinds, type LogKind } from './log-kinds.ts';
import { auditEntry } from './tables.server.ts';

export interface LogQuestion {
	/** from this instant on, and before that one */
	from: Date | undefined;
	before: Date | undefined;
	kind: LogKind | undefined;
	userId: string | undefined;
	/** one citizen, by id: who has seen this person */
	citizenId: string | undefined;
	/** only entries older than this one */
	olderThan: number | undefined;
	size: number;
}

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

function matching(question: LogQuestion, actor: StaffActor): SQL | undefined {
	const { from, before, kind, userId, citizenId, olderThan } = question;
	return and(
		eq(auditEntry.authorityId, actor.authorityId),
		from && gte(auditEntry.at, from),
		before && lt(auditEntry.at, before),
		kind && or(...logKinds[kind].map((beginning) => like(auditEntry.action, `${beginning}%`))),
		userId ? eq(auditEntry.userId, userId) : undefined,
		citizenId ? eq(auditEntry.citizenId, citizenId) : undefined,
		olderThan === undefined ? undefined : lt(auditEntry.id, olderThan),
	);
}

/**
 * Reads the log, newest first. Reading it is logged too.
 * @returns one page, and whether there is more
 */
export async function readLog(
	tx: Tx,
	actor: StaffActor,
	question: LogQuestion,
): Promise<{ lines: LogLine[]; more: boolean }> {
	const rows = await tx
		.select()
		.from(auditEntry)
		.where(matching(question, actor))
		.orderBy(desc(auditEntry.id))
		.limit(question.size + 1);
	const lines = rows.slice(0, question.size);
	const ids = [...new Set(lines.flatMap(({ userId }) => (userId ? [userId] : [])))];
	const people =
		ids.length === 0
			? []
			: await tx
					.select({ id: userAccount.id, name: userAccount.name })
					.from(userAccount)
					.where(inArray(userAccount.id, ids));
	const names = new Map(people.map(({ id, name }) => [id, name]));
	await audit(tx, actor, {
		action: 'log.read',
		...(question.citizenId ? { citizenId: question.citizenId } : {}),
	});
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
		more: rows.length > question.size,
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
