import { eq, like, sql, type SQL } from 'drizzle-orm';
import { audit } from './audit/audit.server.ts';
import { asActor, type Tx } from './database/as-actor.server.ts';
import { setting } from './database/tables.server.ts';
import { eraseEverywhere } from './erasure.server.ts';
import { DomainError } from './errors.ts';
import { systemActor, type SystemActor } from './identity/actor.ts';
import { deleteDrafts, emptyReferrals, endReading } from './referrals/forget.server.ts';
import { isRetentionKind, retentionKinds, retentionRules, type RetentionKind } from './retention-rules.ts';

const prefix = 'retention.';

/** How many days each kind is kept here: what the operator has set, else the rules' own. */
export async function retentionDays(tx: Tx): Promise<Record<RetentionKind, number>> {
	const rows = await tx
		.select()
		.from(setting)
		.where(like(setting.key, `${prefix}%`));
	const days = Object.fromEntries(retentionKinds.map((kind): [string, number] => [kind, retentionRules[kind].days]));
	for (const { key, value } of rows) days[key.slice(prefix.length)] = Number(value);
	return days as Record<RetentionKind, number>;
}

/** @throws DomainError `retention.kind` or `retention.days` 422 */
export async function setRetention(tx: Tx, actor: SystemActor, kind: string, days: number): Promise<void> {
	if (!isRetentionKind(kind)) {
		throw new DomainError(
			'retention.kind',
			422,
			`There is no kind “${kind}”. The kinds are: ${retentionKinds.join(', ')}.`,
		);
	}
	if (!Number.isInteger(days) || days < 0 || days > 36_500) {
		throw new DomainError('retention.days', 422, 'Days are a whole number from 0 to 36500.');
	}
	const key = prefix + kind;
	const [known] = await tx.select().from(setting).where(eq(setting.key, key));
	if (known) await tx.execute(sql`update setting set value = ${String(days)} where key = ${key}`);
	else await tx.execute(sql`insert into setting (key, value) values (${key}, ${String(days)})`);
	await audit(tx, actor, { action: `retention.set_${kind}` });
}

const notHeld = (citizen: SQL) =>
	sql`not exists (select from legal_hold h where h.authority_id = x.authority_id and h.citizen_id = ${citizen}
		and h.lifted_at is null)`;

/** The last thing set going or ended for a citizen x. */
const lastActivity = sql`greatest(x.created_at, (select max(greatest(r.created_at, r.state_since)) from referral r
	where r.authority_id = x.authority_id and r.citizen_id = x.id))`;

interface Kind {
	/** ids of what is due, as a query: before is the instant before which it must lie */
	due: (before: SQL) => SQL;
	/** …and due, but first to be written out for the case file */
	waiting?: (before: SQL) => SQL;
	remove: (tx: Tx, actor: SystemActor, ids: string[]) => Promise<unknown>;
}

/** Rows that are taken out as they are. */
const plainly = (table: string, id: string): Kind['remove'] => {
	const [name, column] = [sql.identifier(table), sql.identifier(id)];
	return (tx, _, ids) =>
		tx.execute(sql`delete from ${name} where ${column}::text in (select unnest(${sql.param(ids)}::text[]))`);
};

const idleCitizens = (before: SQL, written: boolean) =>
	sql`select x.id::text as id from citizen x where x.erased_at is null and ${notHeld(sql`x.id`)}
		and x.created_at < ${before} and ${lastActivity} < ${before}
		and not exists (select from referral r where r.authority_id = x.authority_id and r.citizen_id = x.id
			and (r.state = 'draft' or r.closed_at is null))
		and ${written ? sql`` : sql`not`} exists (select from case_file_receipt f
			where f.authority_id = x.authority_id and f.citizen_id = x.id and f.at >= ${lastActivity})`;

const kinds: Record<RetentionKind, Kind> = {
	drafts: {
		due: (before) =>
			sql`select x.id::text as id from referral x where x.state = 'draft' and x.created_at < ${before}
				and ${notHeld(sql`x.citizen_id`)}`,
		remove: deleteDrafts,
	},
	organisation_reading: {
		due: (before) =>
			sql`select x.id::text as id from referral x where x.closed_at < ${before} and exists (select from consent c
				where c.authority_id = x.authority_id and c.referral_id = x.id and c.status in ('given', 'renewed'))`,
		remove: endReading,
	},
	referral_texts: {
		due: (before) =>
			sql`select x.id::text as id from referral x where x.closed_at < ${before} and ${notHeld(sql`x.citizen_id`)}
				and (coalesce(x.need, x.goals, x.accompaniment, x.practical, x.contact_plan, x.organisation_note) is not null
					or exists (select from message m where m.authority_id = x.authority_id and m.referral_id = x.id)
					or exists (select from follow_up f where f.authority_id = x.authority_id and f.referral_id = x.id
						and f.note is not null))`,
		remove: emptyReferrals,
	},
	citizens: {
		due: (before) => idleCitizens(before, true),
		waiting: (before) => idleCitizens(before, false),
		remove: async (tx, actor, ids) => {
			for (const id of ids) await eraseEverywhere(tx, actor, id);
		},
	},
	mails: {
		due: (before) =>
			sql`select x.id::text as id from mail x where x.status <> 'queued' and x.created_at < ${before}
				and ${notHeld(sql`x.citizen_id`)}`,
		remove: plainly('mail', 'id'),
	},
	links: {
		due: (before) =>
			sql`select x.token_hash as id from citizen_link x where least(x.expires_at, x.revoked_at) < ${before}`,
		remove: plainly('citizen_link', 'token_hash'),
	},
	sessions: {
		due: (before) => sql`select x.id from session x where x.expires_at < ${before}`,
		remove: plainly('session', 'id'),
	},
	lists: {
		due: (before) => sql`select x.id::text as id from offer_list x where x.updated_at < ${before}`,
		remove: plainly('offer_list', 'id'),
	},
	pending_forms: {
		due: (before) => sql`select x.id from pending_form x where x.expires_at < ${before}`,
		remove: plainly('pending_form', 'id'),
	},
};

const beforeOf = (tx: Tx, days: number) =>
	sql`${new Date(tx.now.getTime() - days * 86_400_000).toISOString()}::timestamptz`;

const idsOf = async (tx: Tx, query: SQL): Promise<string[]> =>
	((await tx.execute(query)).rows as { id: string }[]).map(({ id }) => id);

export interface RetentionPreview {
	kind: RetentionKind;
	days: number;
	/** what would go now */
	due: number;
	/** due, but first to be written out for the case file */
	waiting: number;
}

/** What would go if it were run now; changes nothing. */
export async function previewRetention(tx: Tx): Promise<RetentionPreview[]> {
	const days = await retentionDays(tx);
	const preview: RetentionPreview[] = [];
	for (const kind of retentionKinds) {
		const { due, waiting } = kinds[kind];
		const before = beforeOf(tx, days[kind]);
		const count = async (query: SQL) => {
			const { rows } = await tx.execute(sql`select count(*)::int as count from (${query}) found`);
			return (rows[0] as { count: number }).count;
		};
		preview.push({
			kind,
			days: days[kind],
			due: await count(due(before)),
			waiting: waiting ? await count(waiting(before)) : 0,
		});
	}
	return preview;
}

/** The citizens who are due, and whose file must be written out first. */
export async function citizensToWriteOut(tx: Tx): Promise<string[]> {
	const { citizens } = await retentionDays(tx);
	return idsOf(tx, idleCitizens(beforeOf(tx, citizens), false));
}

/**
 * Lets go of everything whose time is up, in small transactions of its own, so it must not be called inside another.
 * Broken off, it goes on the next time.
 * @param size rows a transaction
 * @returns how many of each kind
 */
export async function runRetention(size = 100): Promise<Record<RetentionKind, number>> {
	const removed = Object.fromEntries(retentionKinds.map((kind) => [kind, 0])) as Record<RetentionKind, number>;
	for (const kind of retentionKinds) {
		for (let count = size; count === size;) {
			count = await asActor(systemActor, async (tx) => {
				const days = await retentionDays(tx);
				const ids = await idsOf(tx, sql`${kinds[kind].due(beforeOf(tx, days[kind]))} limit ${size}`);
				if (ids.length > 0) await kinds[kind].remove(tx, systemActor, ids);
				return ids.length;
			});
			removed[kind] += count;
		}
	}
	return removed;
}
