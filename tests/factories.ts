import { randomUUID } from 'node:crypto';
import { location, offer, offerLocation, organisation } from '../src/lib/catalogue/tables.server.ts';
import { asActor, services } from '../src/lib/database/as-actor.server.ts';
import {
	defaultAuthority,
	staffRoles,
	systemActor,
	type OrganisationActor,
	type Role,
	type StaffActor,
	type StaffRole,
} from '../src/lib/identity/actor.ts';
import { authority, centre, membership, userAccount } from '../src/lib/identity/tables.server.ts';

/*
 * Rows for tests. Each function writes one kind of row with plain, believable values and gives it back; a test names
 * only what it is about. Whatever a row needs is made along with it.
 */

let count = 0;
/** A number that no other row of this test file has. */
const next = (): number => (count += 1);

/** The municipality of the installation; making it again changes nothing. */
export async function makeAuthority(): Promise<string> {
	await asActor(systemActor, (tx) =>
		tx
			.insert(authority)
			.values({ id: defaultAuthority, name: 'Prøve Kommune', phone: '33 00 00 00' })
			.onConflictDoNothing(),
	);
	return defaultAuthority;
}

/** @returns the centre's id; making the same one again changes nothing */
export async function makeCentre(id = 'cabs'): Promise<string> {
	const authorityId = await makeAuthority();
	await asActor(systemActor, (tx) =>
		tx
			.insert(centre)
			.values({ id, authorityId, name: `Center ${id}`, nameEn: `Centre ${id}`, phone: '33 00 00 01' })
			.onConflictDoNothing(),
	);
	return id;
}

export type OrganisationRow = typeof organisation.$inferSelect;
export async function makeOrganisation(
	values: Partial<typeof organisation.$inferInsert> = {},
): Promise<OrganisationRow> {
	const number = next();
	const [row] = await asActor(systemActor, (tx) =>
		tx
			.insert(organisation)
			.values({
				id: randomUUID(),
				slug: `forening-${number}`,
				name: `Forening ${number}`,
				kind: 'local_association',
				source: 'test',
				sourceId: `organisation-${number}`,
				contentHash: 'test',
				updatedAt: tx.now,
				...values,
			})
			.returning(),
	);
	if (!row) throw new Error('no organisation');
	return row;
}

export type OfferRow = typeof offer.$inferSelect;
/** An open offer that takes referrals, of a new organisation unless `organisationId` says which. */
export async function makeOffer(values: Partial<typeof offer.$inferInsert> = {}): Promise<OfferRow> {
	const number = next();
	const organisationId = values.organisationId ?? (await makeOrganisation()).id;
	const [row] = await asActor(systemActor, (tx) =>
		tx
			.insert(offer)
			.values({
				id: randomUUID(),
				slug: `tilbud-${number}`,
				organisationId,
				name: `Tilbud ${number}`,
				summary: 'Et sted at mødes',
				waysIn: ['referral', 'open_access'],
				modes: ['in_person'],
				capacity: 'open',
				source: 'test',
				sourceId: `offer-${number}`,
				contentHash: 'test',
				updatedAt: tx.now,
				...values,
			})
			.returning(),
	);
	if (!row) throw new Error('no offer');
	return row;
}

export type LocationRow = typeof location.$inferSelect;
/** A place on Nørrebro where the offer is held. */
export async function makeLocation(
	offerId: string,
	values: Partial<typeof location.$inferInsert> = {},
): Promise<LocationRow> {
	const number = next();
	return asActor(systemActor, async (tx) => {
		const [row] = await tx
			.insert(location)
			.values({
				id: randomUUID(),
				address: `Prøvegade ${number}`,
				postcode: '2200',
				city: 'København N',
				district: 'noerrebro',
				latitude: 55.695,
				longitude: 12.55,
				source: 'test',
				sourceId: `location-${number}`,
				contentHash: 'test',
				updatedAt: tx.now,
				...values,
			})
			.returning();
		if (!row) throw new Error('no location');
		await tx.insert(offerLocation).values({ offerId, locationId: row.id });
		return row;
	});
}

export interface UserInput {
	name?: string;
	email?: string;
	passwordHash?: string;
	active?: boolean;
}

async function makeMember(
	role: Role,
	place: { centreId?: string; organisationId?: string; declaredAt?: Date },
	input: UserInput,
): Promise<{ userId: string; membershipId: string; authorityId: string }> {
	const authorityId = await makeAuthority();
	const number = next();
	return asActor(systemActor, async (tx) => {
		const [user] = await tx
			.insert(userAccount)
			.values({
				authorityId,
				email: `person-${number}@test.example`,
				name: `Person ${number}`,
				phone: '22 00 00 00',
				createdAt: tx.now,
				...input,
			})
			.returning();
		if (!user) throw new Error('no user');
		const [member] = await tx
			.insert(membership)
			.values({ userId: user.id, role, createdAt: tx.now, ...place })
			.returning();
		if (!member) throw new Error('no membership');
		return { userId: user.id, membershipId: member.id, authorityId };
	});
}

const withoutCentre: readonly StaffRole[] = ['administrator', 'data_protection_officer'];

/** Someone of the administration, as the actor they become when signed in. */
export async function makeStaff(
	role: StaffRole = 'caseworker',
	centreId = 'cabs',
	input: UserInput = {},
): Promise<StaffActor> {
	const place = withoutCentre.includes(role) ? {} : { centreId: await makeCentre(centreId) };
	const made = await makeMember(role, place, input);
	return { kind: 'staff', role, centreId: place.centreId ?? null, ...made };
}

/** A contact of an organisation (a new one unless given), who has signed the declaration of confidentiality. */
export async function makeContact(
	organisationId?: string,
	input: UserInput & { declared?: boolean } = {},
): Promise<OrganisationActor> {
	const { declared = true, ...user } = input;
	const at = organisationId ?? (await makeOrganisation()).id;
	const place = { organisationId: at, ...(declared ? { declaredAt: services().clock() } : {}) };
	const made = await makeMember('organisation_contact', place, user);
	return { kind: 'organisation', role: 'organisation_contact', organisationId: at, declared, ...made };
}

export interface Meeting {
	offer: OfferRow;
	organisationId: string;
	/** of the centre `cabs` */
	caseworker: StaffActor;
	/** another caseworker of the same centre */
	colleague: StaffActor;
	/** a caseworker of the centre `cfr` */
	stranger: StaffActor;
	/** of the organisation whose offer it is */
	contact: OrganisationActor;
	/** of another organisation */
	otherContact: OrganisationActor;
	/** every staff role, `caseworker` included */
	staff: Record<StaffRole, StaffActor>;
}

/** Everyone a referral is about to concern, and everyone it must not. */
export async function makeMeeting(): Promise<Meeting> {
	const made = await makeOffer();
	const staff = {} as Record<StaffRole, StaffActor>;
	for (const role of staffRoles) staff[role] = await makeStaff(role);
	return {
		offer: made,
		organisationId: made.organisationId,
		caseworker: staff.caseworker,
		colleague: await makeStaff(),
		stranger: await makeStaff('caseworker', 'cfr'),
		contact: await makeContact(made.organisationId),
		otherContact: await makeContact(),
		staff,
	};
}
