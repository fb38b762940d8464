import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { offer, organisation } from '../../../src/lib/catalogue/tables.server.ts';
import { citizenBox, type CitizenBox } from '../../../src/lib/citizens/data-key.server.ts';
import { newDataKey } from '../../../src/lib/citizens/encryption.server.ts';
import { citizen, citizenKey } from '../../../src/lib/citizens/tables.server.ts';
import { asActor, type Tx } from '../../../src/lib/database/as-actor.server.ts';
import { systemActor, type OrganisationActor, type StaffActor } from '../../../src/lib/identity/actor.ts';
import { membership, userAccount } from '../../../src/lib/identity/tables.server.ts';
import { message, referral } from '../../../src/lib/referrals/tables.server.ts';
import { makeCentre, makeStaff } from '../../factories.ts';

/** Who and what is looked at among the many. */
export interface People {
	/** has forty referrals, however many there are in all */
	caseworker: StaffActor;
	/** answers for an organisation with as many referrals as any other */
	contact: OrganisationActor;
	officer: StaffActor;
	/** of the caseworker, with a thousand look-ups */
	citizenId: string;
	/** of that citizen, sent */
	referralId: string;
}

const { authorityId } = systemActor;
/** Referrals a caseworker has: a full plate. */
const plate = 40;
const perCitizen = 2.5;
const perOrganisation = 200;
const lookUps = 1000;
const batch = 500;
const centres = ['cabs', 'cfr', 'cbu', 'dsi', 'cmsb', 'clb', 'dsib'];

const asSystem = <T>(work: (tx: Tx) => Promise<T>) => asActor(systemActor, work);
const run = (...statements: ReturnType<typeof sql>[]) =>
	asSystem(async (tx) => {
		for (const statement of statements) await tx.execute(statement);
	});

/** Inserts rows some hundreds at a time. */
async function insertAll<T>(rows: readonly T[], insert: (tx: Tx, some: T[]) => Promise<unknown>): Promise<void> {
	for (let from = 0; from < rows.length; from += batch) {
		await asSystem((tx) => insert(tx, rows.slice(from, from + batch)));
	}
}

async function makeUsers(count: number): Promise<{ userId: string; membershipId: string; centreId: string }[]> {
	const users = Array.from({ length: count }, (_, index) => ({
		userId: randomUUID(),
		membershipId: randomUUID(),
		centreId: centres[index % centres.length] ?? 'cabs',
		number: index,
	}));
	await insertAll(users, async (tx, some) => {
		await tx.insert(userAccount).values(
			some.map(({ userId, number }) => ({
				id: userId,
				authorityId,
				email: `bench-${number}@test.example`,
				name: `Kollega ${number}`,
				createdAt: tx.now,
			})),
		);
		await tx.insert(membership).values(
			some.map(({ userId, membershipId, centreId }) => ({
				id: membershipId,
				userId,
				role: 'caseworker' as const,
				centreId,
				createdAt: tx.now,
			})),
		);
	});
	return users;
}

async function makeOffers(count: number): Promise<{ id: string; organisationId: string }[]> {
	const offers = Array.from({ length: count }, (_, number) => ({
		id: randomUUID(),
		organisationId: randomUUID(),
		number,
	}));
	const common = { source: 'bench', contentHash: 'bench' };
	await insertAll(offers, async (tx, some) => {
		await tx.insert(organisation).values(
			some.map(({ organisationId, number }) => ({
				...common,
				id: organisationId,
				slug: `bench-forening-${number}`,
				name: `Forening ${number}`,
				kind: 'local_association' as const,
				sourceId: `organisation-${number}`,
				updatedAt: tx.now,
			})),
		);
		await tx.insert(offer).values(
			some.map(({ id, organisationId, number }) => ({
				...common,
				id,
				organisationId,
				slug: `bench-tilbud-${number}`,
				name: `Tilbud ${number}`,
				summary: 'Et sted at mødes',
				waysIn: ['referral' as const],
				modes: ['in_person' as const],
				capacity: 'open' as const,
				sourceId: `offer-${number}`,
				updatedAt: tx.now,
			})),
		);
	});
	return offers;
}

interface Person {
	id: string;
	box: CitizenBox;
	key: Buffer;
	of: { userId: string; centreId: string };
}

/** Citizens with names and keys of their own, sealed as the application seals them. */
async function makeCitizens(workers: Awaited<ReturnType<typeof makeUsers>>, each: number): Promise<Person[]> {
	const people = workers.flatMap((of) =>
		Array.from({ length: each }, (): Person => {
			const key = newDataKey();
			return { id: randomUUID(), key, box: citizenBox(key), of };
		}),
	);
	await insertAll(people, async (tx, some) => {
		await tx.insert(citizen).values(
			some.map(({ id, box, of }) => ({
				authorityId,
				id,
				centreId: of.centreId,
				createdBy: of.userId,
				createdAt: tx.now,
				adultConfirmedAt: tx.now,
				givenName: box.seal(`citizen.givenName:${id}`, 'Prøve') ?? Buffer.alloc(0),
				familyName: box.seal(`citizen.familyName:${id}`, 'Østergård'),
				phone: box.seal(`citizen.phone:${id}`, '00 11 22 33'),
			})),
		);
		await tx.insert(citizenKey).values(
			some.map(({ id, key }) => ({
				authorityId,
				citizenId: id,
				wrapped: tx.masterKey.wrap(key, id),
				masterKeyId: tx.masterKey.id,
			})),
		);
	});
	return people;
}

const need = 'Er flyttet i egen bolig og kender ingen i kvarteret. Vil gerne ud blandt andre et par gange om ugen.';

/** Drafts first: the database lets nothing be sent without a consent, here neither. */
async function makeReferrals(people: Person[], count: number, offers: { id: string; organisationId: string }[]) {
	const rows = Array.from({ length: count }, (_, index) => {
		const person = people[Math.floor((index * people.length) / count)];
		const to = offers[(index * 7919) % offers.length];
		if (!person || !to) throw new Error('nobody to refer, or nowhere');
		return { id: randomUUID(), person, to, age: index % 700 };
	});
	await insertAll(rows, (tx, some) =>
		tx.insert(referral).values(
			some.map(({ id, person, to, age }) => {
				const at = new Date(tx.now.getTime() - age * 86_400_000);
				return {
					authorityId,
					id,
					citizenId: person.id,
					centreId: person.of.centreId,
					caseworkerId: person.of.userId,
					organisationId: to.organisationId,
					offerId: to.id,
					requestId: randomUUID(),
					purpose: 'contact' as const,
					need: person.box.seal(`referral.need:${id}`, need),
					createdAt: at,
					stateSince: at,
				};
			}),
		),
	);
	return rows;
}

type Rows = Awaited<ReturnType<typeof makeReferrals>>;

async function makeMessages(rows: Rows): Promise<void> {
	const written = rows.flatMap((row) => ['staff' as const, 'organisation' as const].map((sender) => ({ row, sender })));
	await insertAll(written, (tx, some) =>
		tx.insert(message).values(
			some.map(({ row: { id: referralId, person }, sender }) => {
				const id = randomUUID();
				return {
					authorityId,
					id,
					referralId,
					at: tx.now,
					sender,
					userId: person.of.userId,
					requestId: randomUUID(),
					body: person.box.seal(`message.body:${id}`, 'Kan hun komme på tirsdag?') ?? Buffer.alloc(0),
					// Nearly all have been read.
					readAt: referralId < '0a' ? null : tx.now,
				};
			}),
		),
	);
}

/** Consents with their events and receipts, what happened, what was planned, and who has looked: by the database. */
async function makeRest(): Promise<void> {
	const hash = '0'.repeat(64);
	await run(
		sql`insert into consent (authority_id, id, citizen_id, referral_id, centre_id, organisation_id, offer_id, kind, purpose,
				fields, feedback_allowed, language, text_version, text_hash, method, explained_by, status, created_at, given_at, expires_at)
			select authority_id, gen_random_uuid(), citizen_id, id, centre_id, organisation_id, offer_id, 'disclosure', 'contact',
				array['given_name', 'phone', 'need'], true, 'da', 'disclosure-1', ${hash}, 'oral', caseworker_id, 'given',
				created_at, created_at, now() + interval '1 year' from referral`,
		sql`insert into consent_event (authority_id, id, consent_id, at, event, party, user_id)
			select authority_id, gen_random_uuid(), id, created_at, 'requested', 'staff', explained_by from consent`,
		sql`insert into consent_event (authority_id, id, consent_id, at, event, party, user_id, method, expires_at)
			select authority_id, gen_random_uuid(), id, created_at, 'given', 'staff', explained_by, 'oral', expires_at from consent`,
		sql`insert into consent_receipt (authority_id, code, consent_id, kind, event, at)
			select authority_id, id::text, id, kind, 'given', created_at from consent`,
		sql`insert into citizen_link (authority_id, token_hash, citizen_id, referral_id, created_at, expires_at)
			select authority_id, encode(sha256(id::text::bytea), 'hex'), citizen_id, id, created_at, now() + interval '1 year'
				from referral`,
		sql`update referral set state = 'sent', sent_at = created_at`,
		sql`update referral set version = 2, state = (array['sent', 'seen', 'accepted', 'started', 'completed', 'completed',
				'completed', 'declined', 'not_completed']::referral_state[])[1 + abs(hashtext(id::text)) % 9]`,
		sql`update referral set closed_at = state_since where state in ('completed', 'declined', 'not_completed')`,
		sql`insert into referral_event (authority_id, id, referral_id, at, party, user_id, action)
			select r.authority_id, gen_random_uuid(), r.id, r.created_at, 'staff', r.caseworker_id, each.action
				from referral r cross join (values ('consent_given'), ('send'), ('open')) each(action)`,
		sql`insert into follow_up (authority_id, id, referral_id, kind, due_on)
			select r.authority_id, gen_random_uuid(), r.id, kind, (r.created_at + interval '30 days')::date
				from referral r cross join unnest(enum_range(null::follow_up_kind)) kind where r.closed_at is null`,
		sql`insert into audit_entry (authority_id, at, actor_kind, role, user_id, centre_id, action, subject_type, subject_id, citizen_id)
			select r.authority_id, r.created_at, 'staff', 'caseworker', r.caseworker_id, r.centre_id, 'referral.read', 'referral',
				r.id, r.citizen_id from referral r cross join generate_series(1, 5)`,
	);
}

async function contactOf(organisationId: string): Promise<OrganisationActor> {
	const ids = { userId: randomUUID(), membershipId: randomUUID() };
	await asSystem(async (tx) => {
		await tx.insert(userAccount).values({
			id: ids.userId,
			authorityId,
			email: `${ids.userId}@test.example`,
			name: 'Kontakt',
			createdAt: tx.now,
		});
		await tx.insert(membership).values({
			id: ids.membershipId,
			userId: ids.userId,
			role: 'organisation_contact',
			organisationId,
			declaredAt: tx.now,
			createdAt: tx.now,
		});
	});
	return { kind: 'organisation', role: 'organisation_contact', authorityId, declared: true, organisationId, ...ids };
}

/**
 * Fills an empty database with so many referrals and all that hangs on them, as they are after some years in a
 * municipality: seven centres, forty referrals a caseworker, two and a half a citizen, two hundred an organisation,
 * two messages and five look-ups each. Everything is sealed and opens. To be called within the services; the owner
 * should take the statistics afterwards (`vacuum analyze`).
 */
export async function generatePeople(count: number): Promise<People> {
	for (const id of centres) await makeCentre(id);
	const officer = await makeStaff('data_protection_officer');
	const workers = await makeUsers(Math.max(2, Math.round(count / plate)));
	const offers = await makeOffers(Math.max(5, Math.round(count / perOrganisation)));
	const people = await makeCitizens(workers, Math.round(plate / perCitizen));
	const rows = await makeReferrals(people, count, offers);
	await makeMessages(rows);
	await makeRest();
	const [worker] = workers;
	const [first] = rows;
	if (!worker || !first) throw new Error('too few referrals');
	await run(
		sql`insert into audit_entry (authority_id, at, actor_kind, role, user_id, centre_id, action, subject_type, subject_id, citizen_id)
			select ${authorityId}, now(), 'staff', 'caseworker', ${worker.userId}, ${worker.centreId}, 'citizen.read', 'citizen',
				${first.person.id}, ${first.person.id} from generate_series(1, ${lookUps})`,
		sql`update referral set state = 'seen', closed_at = null where id = ${first.id}`,
	);
	return {
		caseworker: { kind: 'staff', role: 'caseworker', authorityId, ...worker },
		contact: await contactOf(first.to.organisationId),
		officer,
		citizenId: first.person.id,
		referralId: first.id,
	};
}
