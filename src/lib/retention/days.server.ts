import { eq, like, sql } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { setting } from '../database/tables.server.ts';
import { DomainError } from '../errors.ts';
import type { SystemActor } from '../identity/actor.ts';
import {
	assertInOrder,
	isRetentionKind,
	mostDays,
	retentionKinds,
	retentionRules,
	type RetentionDays,
	type RetentionKind,
} from './rules.ts';

const prefix = 'retention.';

/** How many days each kind is kept here: what has been set, else the rules' own. */
export async function retentionDays(tx: Tx): Promise<RetentionDays> {
	const rows = await tx
		.select()
		.from(setting)
		.where(like(setting.key, `${prefix}%`));
	const days = Object.fromEntries(retentionKinds.map((kind): [string, number] => [kind, retentionRules[kind].days]));
	for (const { key, value } of rows) days[key.slice(prefix.length)] = Number(value);
	return days as RetentionDays;
}

async function write(tx: Tx, actor: SystemActor, kind: RetentionKind, days: number): Promise<void> {
	const key = prefix + kind;
	const [known] = await tx.select().from(setting).where(eq(setting.key, key));
	if (known) await tx.execute(sql`update setting set value = ${String(days)} where key = ${key}`);
	else await tx.execute(sql`insert into setting (key, value) values (${key}, ${String(days)})`);
	await audit(tx, actor, { action: `retention.set_${kind}` });
}

/**
 * Sets how long kinds of records are kept; those that are so already are left alone, and logged is what changes.
 * @param wanted days by kind, as someone wrote them
 * @throws DomainError `retention.kind`, `retention.days` or `retention.order` 422
 */
export async function setRetention(
	tx: Tx,
	actor: SystemActor,
	wanted: Readonly<Record<string, number>>,
): Promise<void> {
	const days = await retentionDays(tx);
	const changed: RetentionKind[] = [];
	for (const [kind, number] of Object.entries(wanted)) {
		if (!isRetentionKind(kind)) {
			const sentence = `There is no kind “${kind}”. The kinds are: ${retentionKinds.join(', ')}.`;
			throw new DomainError('retention.kind', 422, sentence);
		}
		if (!Number.isInteger(number) || number < 0 || number > mostDays) {
			throw new DomainError('retention.days', 422, `Days are a whole number from 0 to ${mostDays}.`, { field: kind });
		}
		if (days[kind] === number) continue;
		days[kind] = number;
		changed.push(kind);
	}
	assertInOrder(days);
	for (const kind of changed) await write(tx, actor, kind, days[kind]);
}
