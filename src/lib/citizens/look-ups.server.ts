import { and, desc, eq, inArray } from 'drizzle-orm';
import { auditEntry } from '../audit/tables.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { systemActor, type CitizenActor } from '../identity/actor.ts';
import { isoDay } from '../ui/dates.ts';

const lookers = ['staff', 'organisation', 'citizen', 'system'] as const;
export type Looker = (typeof lookers)[number];

export interface Looked {
	at: Date;
	who: Looker;
}

/**
 * Who has looked at or worked with what is held on a citizen, for that citizen: the kind of person and the day, once a
 * day each, the newest first. Runs as the system: the holder of a link may read no log, and gets no more than this.
 * @param actor whose link leads to the citizen
 * @param most how many entries of the log are looked at
 */
export async function whoHasLooked(
	actor: Pick<CitizenActor, 'authorityId' | 'citizenId'>,
	most = 500,
): Promise<Looked[]> {
	const rows = await asActor(systemActor, (tx) =>
		tx
			.select({ at: auditEntry.at, kind: auditEntry.actorKind })
			.from(auditEntry)
			.where(
				and(
					eq(auditEntry.authorityId, actor.authorityId),
					eq(auditEntry.citizenId, actor.citizenId),
					inArray(auditEntry.actorKind, [...lookers]),
				),
			)
			.orderBy(desc(auditEntry.at))
			.limit(most),
	);
	const days = new Map<string, Looked>();
	for (const { at, kind } of rows) {
		const who = lookers.find((each) => each === kind);
		const key = `${isoDay(at)} ${kind}`;
		if (who && !days.has(key)) days.set(key, { at, who });
	}
	return [...days.values()];
}
