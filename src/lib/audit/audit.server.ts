import { sql } from 'drizzle-orm';
import { asActor, services, type Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import type { Actor } from '../identity/actor.ts';
import { auditEntry } from './tables.server.ts';

export interface AuditInput {
	/** `referral.read`, `citizen.create` … */
	action: string;
	subjectType?: 'referral' | 'citizen' | 'consent' | 'message' | 'user' | 'offer' | 'organisation' | 'export' | 'route';
	subjectId?: string;
	citizenId?: string;
	/** the code of the error it was refused with; ok when absent */
	result?: string;
}

/** Writes one line of the log in the transaction of what it tells about: they happen together or not at all. */
export async function audit(tx: Tx, actor: Actor, entry: AuditInput): Promise<void> {
	if (actor.kind === 'public') return;
	// The columns by name: drizzle would name the id as well, which is the database's to give and granted to no role.
	const values = {
		authority_id: actor.authorityId,
		at: tx.now.toISOString(),
		actor_kind: actor.kind,
		role: 'role' in actor ? actor.role : null,
		user_id: 'userId' in actor ? actor.userId : null,
		centre_id: actor.kind === 'staff' ? actor.centreId : null,
		organisation_id: actor.kind === 'organisation' ? actor.organisationId : null,
		action: entry.action,
		subject_type: entry.subjectType ?? null,
		subject_id: entry.subjectId ?? null,
		citizen_id: entry.citizenId ?? null,
		result: entry.result ?? 'ok',
	};
	const columns = Object.keys(values).map((name) => sql.identifier(name));
	const parameters = Object.values(values).map((value) => sql`${value}`);
	await tx.execute(
		sql`insert into ${auditEntry} (${sql.join(columns, sql`, `)}) values (${sql.join(parameters, sql`, `)})`,
	);
}

/**
 * Logs that somebody was refused. The refused transaction is gone, so this is one of its own; if even that fails, the
 * refusal still stands and the failure goes to the error log.
 * @param route the route's pattern, which holds no values
 */
export async function recordDenial(actor: Actor, route: string, cause: unknown): Promise<void> {
	if (!(cause instanceof DomainError) || ![403, 404].includes(cause.status)) return;
	try {
		await asActor(actor, (tx) =>
			audit(tx, actor, { action: `denied ${route}`, subjectType: 'route', result: cause.code }),
		);
	} catch (failure) {
		services().log.error({ err: { message: (failure as Error).message } }, 'a denial could not be logged');
	}
}
