import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../database/as-actor.server.ts';
import { eraseEverywhere } from '../erasure.server.ts';
import type { SystemActor } from '../identity/actor.ts';
import { deleteDrafts, emptyReferrals, endReading } from '../referrals/forget.server.ts';
import type { RetentionKind } from './rules.ts';

/** What is due of a kind, and what is done with it. */
interface Due {
	/** ids of what is due, as a query: before is the instant before which it must lie */
	due: (before: SQL) => SQL;
	/** …and due, but first to be written out for the case file */
	waiting?: (before: SQL) => SQL;
	remove: (tx: Tx, actor: SystemActor, ids: string[]) => Promise<unknown>;
}

const notHeld = (citizen: SQL) =>
	sql`not exists (select from legal_hold h where h.authority_id = x.authority_id and h.citizen_id = ${citizen}
		and h.lifted_at is null)`;

/** The last thing set going or ended for a citizen x. */
const lastActivity = sql`greatest(x.created_at, (select max(greatest(r.created_at, r.state_since)) from referral r
	where r.authority_id = x.authority_id and r.citizen_id = x.id))`;

/** Rows that are taken out as they are. */
const plainly = (table: string, id: string): Due['remove'] => {
	const [name, column] = [sql.identifier(table), sql.identifier(id)];
	return (tx, _, ids) =>
		tx.execute(sql`delete from ${name} where ${column}::text in (select unnest(${sql.param(ids)}::text[]))`);
};

/** A file counts once it is said to be in the case, and only when nothing has happened since it was written out. */
const idleCitizens = (before: SQL, written: boolean) =>
	sql`select x.id::text as id from citizen x where x.erased_at is null and ${notHeld(sql`x.id`)}
		and x.created_at < ${before} and ${lastActivity} < ${before}
		and not exists (select from referral r where r.authority_id = x.authority_id and r.citizen_id = x.id
			and (r.state = 'draft' or r.closed_at is null))
		and ${written ? sql`` : sql`not`} exists (select from case_file_receipt f
			where f.authority_id = x.authority_id and f.citizen_id = x.id and f.at >= ${lastActivity}
			and f.confirmed_at is not null)`;

export const dueOf: Record<RetentionKind, Due> = {
	drafts: {
		due: (before) =>
			sql`select x.id::text as id from referral x where x.state = 'draft' and x.created_at < ${before}
				and ${notHeld(sql`x.citizen_id`)}`,
		remove: deleteDrafts,
	},
	organisation_reading: {
		due: (before) =>
			sql`select x.id::text as id from referral x where x.closed_at < ${before} and exists (select from consent c
				where c.authority_id = x.authority_id and c.referral_id = x.id and c.kind = 'disclosure'
					and c.status in ('given', 'renewed'))`,
		remove: (tx, actor, ids) => endReading(tx, actor, ids, ['disclosure']),
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

/** The instant so many days ago. */
export const daysAgo = (tx: Tx, days: number): SQL =>
	sql`${new Date(tx.now.getTime() - days * 86_400_000).toISOString()}::timestamptz`;

/** The ids a query of `dueOf` finds. */
export const idsOf = async (tx: Tx, query: SQL): Promise<string[]> =>
	((await tx.execute(query)).rows as { id: string }[]).map(({ id }) => id);
