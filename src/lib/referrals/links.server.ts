import { and, eq, isNull } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { asActor, type Tx } from '../database/as-actor.server.ts';
import { notFound } from '../errors.ts';
import { defaultAuthority, type CitizenActor, type StaffActor } from '../identity/actor.ts';
import { hashToken, newToken } from '../identity/sessions.server.ts';
import { writeMail } from '../notifications/mail.server.ts';
import { mailBody, mailTexts } from '../notifications/mail-texts.ts';
import { readCitizen } from '../citizens/citizens.server.ts';
import { citizenLink, referral } from './tables.server.ts';

/** A link outlives the consent by a month, so that one can still see what was shared when it ended. */
const lifetimeDays = 396;

/**
 * Makes the citizen's own link to one referral. An earlier one stops working: there is one link, the newest.
 * @returns the path with the token, shown once; only its hash is stored
 * @throws DomainError `referral.not_found` 404
 */
export async function makeLink(tx: Tx, actor: StaffActor, referralId: string): Promise<string> {
	const [row] = await tx
		.select({ citizenId: referral.citizenId })
		.from(referral)
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, referralId)));
	if (!row) throw notFound('referral');
	await tx
		.update(citizenLink)
		.set({ revokedAt: tx.now })
		.where(
			and(
				eq(citizenLink.authorityId, actor.authorityId),
				eq(citizenLink.referralId, referralId),
				isNull(citizenLink.revokedAt),
			),
		);
	const token = newToken();
	await tx.insert(citizenLink).values({
		authorityId: actor.authorityId,
		tokenHash: hashToken(token),
		citizenId: row.citizenId,
		referralId,
		createdAt: tx.now,
		expiresAt: new Date(tx.now.getTime() + lifetimeDays * 86_400_000),
	});
	await audit(tx, actor, {
		action: 'link.create',
		subjectType: 'referral',
		subjectId: referralId,
		citizenId: row.citizenId,
	});
	return `/consent/${token}`;
}

/**
 * Makes a link and mails it to the citizen.
 * @returns false when the citizen has no e-mail address; then nothing is made
 */
export async function mailLink(tx: Tx, actor: StaffActor, referralId: string): Promise<boolean> {
	const [row] = await tx
		.select({ citizenId: referral.citizenId })
		.from(referral)
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, referralId)));
	if (!row) throw notFound('referral');
	const { email } = await readCitizen(tx, actor, row.citizenId);
	if (!email) return false;
	const path = await makeLink(tx, actor, referralId);
	const { subject } = mailTexts.consent_link;
	const body = mailBody('consent_link', tx.config.origin + path);
	await writeMail(tx, actor, { kind: 'consent_link', to: email, subject, body, citizenId: row.citizenId });
	return true;
}

/**
 * Who the token belongs to. The look-up runs as a citizen who has shown the token and nothing else: the policy gives the
 * one row with its hash.
 * @returns undefined for an unknown, revoked or expired link
 */
export async function actorByToken(token: string): Promise<CitizenActor | undefined> {
	const tokenHash = hashToken(token);
	const nobody = '00000000-0000-0000-0000-000000000000';
	const seeker: CitizenActor = {
		kind: 'citizen',
		authorityId: defaultAuthority,
		referralId: nobody,
		citizenId: nobody,
		tokenHash,
	};
	return asActor(seeker, async (tx) => {
		const [row] = await tx
			.select({ referralId: citizenLink.referralId, citizenId: citizenLink.citizenId })
			.from(citizenLink)
			.where(eq(citizenLink.tokenHash, tokenHash));
		return row && { ...seeker, ...row };
	});
}
