import { sql } from 'drizzle-orm';
import { bigserial, index, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { actorSetting, authorityId, instant } from '../database/columns.server.ts';
import {
	adminRole,
	citizenRole,
	needsActor,
	organisationRole,
	reportRole,
	staffRole,
	systemRole,
} from '../database/roles.server.ts';

/** Who did or saw what, when and as what. Codes and ids only; no role may change or delete a row. */
export const auditEntry = pgTable(
	'audit_entry',
	{
		authorityId: authorityId(),
		id: bigserial('id', { mode: 'number' }).notNull(),
		at: instant('at').notNull(),
		actorKind: text('actor_kind').notNull(),
		role: text('role'),
		userId: uuid('user_id'),
		centreId: text('centre_id'),
		organisationId: uuid('organisation_id'),
		/** `referral.read`, `citizen.create` … */
		action: text('action').notNull(),
		subjectType: text('subject_type'),
		subjectId: uuid('subject_id'),
		citizenId: uuid('citizen_id'),
		/** ok, or the code of the error it was refused with */
		result: text('result').notNull().default('ok'),
	},
	(t) => [
		needsActor('audit_entry'),
		primaryKey({ columns: [t.authorityId, t.id] }),
		index('audit_entry_citizen').on(t.authorityId, t.citizenId, t.at),
		index('audit_entry_at').on(t.authorityId, t.at),
		pgPolicy('audit_entry_append', {
			for: 'insert',
			to: [staffRole, reportRole, adminRole, organisationRole, citizenRole, systemRole],
			withCheck: sql`authority_id = ${actorSetting('authority_id')}`,
		}),
		pgPolicy('audit_entry_read', {
			for: 'select',
			to: adminRole,
			using: sql`authority_id = ${actorSetting('authority_id')} and ${actorSetting('role')} = 'data_protection_officer'`,
		}),
		pgPolicy('audit_entry_system', { for: 'select', to: systemRole, using: sql`true` }),
	],
);
