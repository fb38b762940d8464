import { and, eq } from 'drizzle-orm';
import { audit } from '../audit/audit.server.ts';
import { offer, organisation } from '../catalogue/tables.server.ts';
import { openCitizen } from '../citizens/citizens.server.ts';
import { openBox } from '../citizens/data-key.server.ts';
import { citizen } from '../citizens/tables.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { notFound } from '../errors.ts';
import type { CitizenActor } from '../identity/actor.ts';
import { authority, centre, userAccount } from '../identity/tables.server.ts';
import { consentOf, type StoredConsent } from './stored-consent.server.ts';
import { openTexts } from './drafts.server.ts';
import type { Helped, State } from './referral-codes.ts';
import type { ConsentKind, SharedField } from './shared-fields.ts';
import { referral } from './tables.server.ts';

/** What the holder of a link sees of their own referral. */
export interface CitizenPage {
	referralId: string;
	state: State;
	stateSince: Date;
	/** null: nothing has been shared yet */
	sentAt: Date | null;
	version: number;
	contactBy: string | null;
	expectedOn: string | null;
	helped: Helped | null;
	/** the citizen has answered “did it help?” themselves */
	answeredHelped: boolean;
	organisation: { name: string; slug: string };
	offer: { name: string; slug: string };
	caseworker: { name: string; phone: string | null };
	centre: { name: string; nameEn: string; phone: string };
	authority: { name: string; phone: string };
	/** undefined: nothing was asked yet, or what was asked has been taken back */
	consent: StoredConsent | undefined;
	/** what the fields of the consent hold: code and value; empty ones left out */
	shared: { code: SharedField; value: string }[];
	/** the language the citizen reads best, as the caseworker wrote it */
	language: string;
	needsInterpreter: boolean;
}

/**
 * @param kind of the consent that the page is about: what may be told, or what may be asked
 * @throws DomainError `referral.not_found` 404
 */
export async function readCitizenPage(
	tx: Tx,
	actor: CitizenActor,
	kind: ConsentKind = 'disclosure',
): Promise<CitizenPage> {
	const [row] = await tx
		.select({
			referral,
			citizen,
			organisation: { name: organisation.name, slug: organisation.slug },
			offer: { name: offer.name, slug: offer.slug },
			caseworker: { name: userAccount.name, phone: userAccount.phone },
			centre: { name: centre.name, nameEn: centre.nameEn, phone: centre.phone },
			authority: { name: authority.name, phone: authority.phone },
		})
		.from(referral)
		.innerJoin(citizen, and(eq(citizen.authorityId, referral.authorityId), eq(citizen.id, referral.citizenId)))
		.innerJoin(organisation, eq(organisation.id, referral.organisationId))
		.innerJoin(offer, eq(offer.id, referral.offerId))
		.innerJoin(userAccount, eq(userAccount.id, referral.caseworkerId))
		.innerJoin(centre, eq(centre.id, referral.centreId))
		.innerJoin(authority, eq(authority.id, referral.authorityId))
		.where(and(eq(referral.authorityId, actor.authorityId), eq(referral.id, actor.referralId)));
	if (!row) throw notFound('referral');
	const { referral: r } = row;
	const box = await openBox(tx, actor.authorityId, r.citizenId);
	const who = openCitizen(box, row.citizen);
	const texts = openTexts(box, r.id, r);
	const consent = await consentOf(tx, actor, r.id, kind);
	const values: Record<SharedField, string> = {
		given_name: who.givenName,
		family_name: who.familyName,
		phone: who.phone,
		email: who.email,
		language: who.language,
		age_band: who.ageBand,
		safe_contact: who.safeContact,
		...texts,
	};
	await audit(tx, actor, {
		action: 'referral.read',
		subjectType: 'referral',
		subjectId: r.id,
		citizenId: r.citizenId,
	});
	return {
		referralId: r.id,
		state: r.state,
		stateSince: r.stateSince,
		sentAt: r.sentAt,
		version: r.version,
		contactBy: r.contactBy,
		expectedOn: r.expectedOn,
		helped: r.helped,
		answeredHelped: r.confirmedBy === 'citizen',
		organisation: row.organisation,
		offer: row.offer,
		caseworker: row.caseworker,
		centre: row.centre,
		authority: row.authority,
		consent: consent?.state === 'invalidated' ? undefined : consent,
		shared: (consent?.fields ?? []).flatMap((field) => {
			const code = field as SharedField;
			return values[code] ? [{ code, value: values[code] }] : [];
		}),
		language: who.language,
		needsInterpreter: who.needsInterpreter,
	};
}
