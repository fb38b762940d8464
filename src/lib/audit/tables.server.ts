import { sql } from 'drizzle-orm';
import { bigint, index, pgPolicy, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { actorSetting, authorityId, bytea, instant } from '../database/columns.server.ts';
import {
	adminRole,
	citizenRole,
	needsActor,
	organisationRole,
	reportRole,
	sealRole,
	staffRole,
	systemRole,
} from '../database/roles.server.ts';

/** Who did or saw what, when and as what. Codes and ids only; no role may change or delete a row. */
export const auditEntry = pgTable(
	'audit_entry',
	{
		authorityId: authorityId(),
		/** given by the database alone: no role may choose it, so that nobody can slip a row in between others */
		id: bigint('id', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
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
		index('audit_entry_subject').on(t.authorityId, t.subjectId, t.at),
		// One person's lines, and the refused ones: both few among very many.
		index('audit_entry_user').on(t.authorityId, t.userId, t.id),
		index('audit_entry_refused')
			.on(t.authorityId, t.id)
			.where(sql`${t.result} <> 'ok'`),
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
		pgPolicy('audit_entry_system', { for: 'select', to: [systemRole, sealRole], using: sql`true` }),
	],
);

const everything = { using: sql`true`, withCheck: sql`true` };

/**
 * The chain over the log: each link is the hash of the one before it and of one entry (chain.server.ts says how). Only
 * the database's function seal_audit writes it, in the order of the entries' ids.
 */
export const auditSeal = pgTable(
	'audit_seal',
	{
		authorityId: authorityId(),
		/** 1, 2, 3 … without a gap */
		seq: bigint('seq', { mode: 'number' }).notNull(),
		entryId: bigint('entry_id', { mode: 'number' }).notNull(),
		hash: bytea('hash').notNull(),
	},
	(t) => [
		needsActor('audit_seal'),
		primaryKey({ columns: [t.authorityId, t.seq] }),
		unique('audit_seal_entry').on(t.authorityId, t.entryId),
		pgPolicy('audit_seal_seal', { for: 'all', to: sealRole, ...everything }),
		pgPolicy('audit_seal_system', { for: 'select', to: systemRole, using: sql`true` }),
	],
);

/** How far the log is settled: up to where no entry can appear any more, because all who could write one have ended. */
export const auditHorizon = pgTable(
	'audit_horizon',
	{
		authorityId: authorityId().primaryKey(),
		/** the last id that is settled */
		settledTo: bigint('settled_to', { mode: 'number' }).notNull(),
		/** the last id given out when it was looked at; settled as soon as all older transactions than next_xid have ended */
		nextTo: bigint('next_to', { mode: 'number' }).notNull(),
		nextXid: bigint('next_xid', { mode: 'number' }).notNull(),
	},
	() => [needsActor('audit_horizon'), pgPolicy('audit_horizon_seal', { for: 'all', to: sealRole, ...everything })],
);
