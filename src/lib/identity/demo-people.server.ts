import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { organisation } from '../catalogue/tables.server.ts';
import { asActor, type Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import { defaultAuthority, systemActor } from './actor.ts';
import { ensureCentres } from './centres.server.ts';
import { demoPeople, type DemoHat, type DemoPerson } from './demo-people.ts';
import { membership, userAccount } from './tables.server.ts';

/**
 * A demo lets anyone be anyone with one click: not where real people are.
 * @throws DomainError `demo.refused` 500 with one sentence
 */
export async function refuseDemoAmongPeople(): Promise<void> {
	const real = await asActor(systemActor, (tx) => tx.$count(userAccount, eq(userAccount.demo, false)));
	if (real === 0) return;
	const sentence = `This database has ${real === 1 ? 'a real user' : `${real} real users`}, and a demo lets anyone in with one click. Start with DEMO=false, or with another database.`;
	throw new DomainError('demo.refused', 500, sentence);
}

/** The demo organisations that people belong to, by their id in the demo catalogue. */
async function organisations(tx: Tx): Promise<Map<string, string>> {
	const people: readonly DemoPerson[] = demoPeople;
	const wanted = people.flatMap(({ hats }) => hats.flatMap((hat) => ('organisation' in hat ? [hat.organisation] : [])));
	const rows = await tx
		.select({ id: organisation.id, sourceId: organisation.sourceId })
		.from(organisation)
		.where(inArray(organisation.sourceId, wanted))
		// Another source could use the same id: the demo's own comes last, and wins.
		.orderBy(sql`${organisation.source} = 'demo'`, desc(organisation.source));
	return new Map(rows.map(({ id, sourceId }) => [sourceId, id]));
}

/** @param since hats are worn in the order they were given */
async function ensureHat(
	tx: Tx,
	userId: string,
	hat: DemoHat,
	places: Map<string, string>,
	since: Date,
): Promise<boolean> {
	const organisationId = 'organisation' in hat ? places.get(hat.organisation) : undefined;
	if ('organisation' in hat && organisationId === undefined) return false;
	const centreId = 'centre' in hat ? hat.centre : null;
	const [worn] = await tx
		.select({ id: membership.id })
		.from(membership)
		.where(
			and(
				eq(membership.userId, userId),
				eq(membership.role, hat.role),
				organisationId ? eq(membership.organisationId, organisationId) : isNull(membership.organisationId),
				centreId ? eq(membership.centreId, centreId) : isNull(membership.centreId),
			),
		);
	if (!worn) {
		const declaredAt = 'declared' in hat && hat.declared ? tx.now : null;
		await tx.insert(membership).values({
			userId,
			role: hat.role,
			centreId,
			organisationId: organisationId ?? null,
			declaredAt,
			createdAt: since,
		});
	}
	return true;
}

/**
 * The demo's people, who have no password. Runs as the system, after the demo catalogue; doing it again changes nothing.
 * @returns how many there are, and the demo organisations that were not in the catalogue
 */
export async function seedDemoPeople(tx: Tx): Promise<{ people: number; missing: string[] }> {
	await ensureCentres(tx);
	const places = await organisations(tx);
	const missing: string[] = [];
	for (const { email, name, phone, hats } of demoPeople as readonly DemoPerson[]) {
		await tx
			.insert(userAccount)
			.values({ authorityId: defaultAuthority, email, name, phone, demo: true, createdAt: tx.now })
			.onConflictDoNothing();
		const [account] = await tx.select({ id: userAccount.id }).from(userAccount).where(eq(userAccount.email, email));
		if (!account) throw new Error(`no account for ${email}`);
		for (const [index, hat] of hats.entries()) {
			const since = new Date(tx.now.getTime() + index);
			const worn = await ensureHat(tx, account.id, hat, places, since);
			if (!worn && 'organisation' in hat) missing.push(hat.organisation);
		}
	}
	return { people: demoPeople.length, missing };
}
