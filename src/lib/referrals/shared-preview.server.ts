import { and, eq } from 'drizzle-orm';
import { openBox } from '../citizens/data-key.server.ts';
import { citizen } from '../citizens/tables.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { notFound } from '../errors.ts';
import type { StaffActor } from '../identity/actor.ts';
import { fieldColumns, openShared, type SharedContent } from './inbox.server.ts';
import type { SharedField } from './shared-fields.ts';
import { referral } from './tables.server.ts';

/**
 * What the organisation would see with these fields: the row its view (`shared_referral`) would give, opened by the very
 * function that opens it for the organisation. A test holds the two alike.
 * @param given the fields of a consent, given or still to be asked for
 * @throws DomainError `referral.not_found` 404
 */
export async function previewShared(
	tx: Tx,
	actor: StaffActor,
	referralId: string,
	given: { fields: readonly SharedField[]; feedbackAllowed: boolean; expiresAt: Date | null },
): Promise<SharedContent> {
	const [row] = await tx
		.select({ citizen, referral })
		.from(referral)
		.innerJoin(citizen, and(eq(citizen.authorityId, referral.authorityId), eq(citizen.id, referral.citizenId)))
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, referralId)));
	if (!row) throw notFound('referral');
	const column = (field: keyof typeof fieldColumns): Buffer | null => {
		if (!given.fields.includes(field)) return null;
		const [table, name] = fieldColumns[field];
		return (row[table] as Record<string, unknown>)[name] as Buffer | null;
	};
	const withLanguage = given.fields.includes('language');
	const box = await openBox(tx, actor.authorityId, row.citizen.id);
	return openShared(box, {
		authorityId: row.referral.authorityId,
		id: row.referral.id,
		citizenId: row.citizen.id,
		fields: [...given.fields],
		feedbackAllowed: given.feedbackAllowed,
		expiresAt: given.expiresAt,
		givenName: column('given_name'),
		familyName: column('family_name'),
		phone: column('phone'),
		email: column('email'),
		safeContact: column('safe_contact'),
		ageBand: column('age_band'),
		language: withLanguage ? row.citizen.language : null,
		needsInterpreter: withLanguage ? row.citizen.needsInterpreter : null,
		need: column('need'),
		goals: column('goals'),
		accompaniment: column('accompaniment'),
		practical: column('practical'),
		contactPlan: row.referral.contactPlan,
		organisationNote: row.referral.organisationNote,
	});
}
