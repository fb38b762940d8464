import { and, desc, eq, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { audit } from '../../audit/audit.server.ts';
import type { Tx } from '../../database/as-actor.server.ts';
import { notFound } from '../../errors.ts';
import type { StaffActor } from '../../identity/actor.ts';
import { isShown } from '../published.server.ts';
import { offer, organisation } from '../tables.server.ts';
import type { SharedTrait } from './likeness.ts';
import { likelyDuplicate, offerDistinct } from './tables.server.ts';

const [one, other] = [alias(offer, 'one'), alias(offer, 'other')];
const [oneOwner, otherOwner] = [alias(organisation, 'one_owner'), alias(organisation, 'other_owner')];

/** One of two that may be the same. */
export interface DuplicateSide {
	id: string;
	slug: string;
	name: string;
	organisation: string;
	source: string;
}

export interface Duplicate {
	id: string;
	shared: SharedTrait[];
	sides: [DuplicateSide, DuplicateSide];
}

const side = (table: typeof one | typeof other, owner: typeof oneOwner | typeof otherOwner) => ({
	id: table.id,
	slug: table.slug,
	name: table.name,
	organisation: owner.name,
	source: table.source,
});

/** Both are in the catalogue, and nobody has said that they are different. */
function open(tx: Tx) {
	const decided = tx
		.select({ first: offerDistinct.first })
		.from(offerDistinct)
		.where(and(eq(offerDistinct.first, likelyDuplicate.first), eq(offerDistinct.second, likelyDuplicate.second)));
	return and(isShown(one.status), isShown(other.status), notExists(decided));
}

const pairs = (tx: Tx) =>
	tx
		.select({
			id: likelyDuplicate.id,
			shared: likelyDuplicate.shared,
			first: side(one, oneOwner),
			second: side(other, otherOwner),
			total: sql<number>`count(*) over ()::int`,
		})
		.from(likelyDuplicate)
		.innerJoin(one, eq(one.id, likelyDuplicate.first))
		.innerJoin(other, eq(other.id, likelyDuplicate.second))
		.innerJoin(oneOwner, eq(oneOwner.id, one.organisationId))
		.innerJoin(otherOwner, eq(otherOwner.id, other.organisationId));

/** Pairs that a coordinator has to decide about, the surest first. */
export async function listDuplicates(tx: Tx, limit: number): Promise<{ total: number; pairs: Duplicate[] }> {
	const rows = await pairs(tx).where(open(tx)).orderBy(desc(likelyDuplicate.score), likelyDuplicate.id).limit(limit);
	return {
		total: rows[0]?.total ?? 0,
		pairs: rows.map(({ id, shared, first, second }) => ({ id, shared, sides: [first, second] })),
	};
}

/** @throws DomainError `duplicate.not_found` 404, also for one that has been decided */
export async function readDuplicate(tx: Tx, id: string): Promise<Duplicate> {
	const [row] = await pairs(tx).where(and(eq(likelyDuplicate.id, id), open(tx)));
	if (!row) throw notFound('duplicate');
	return { id, shared: row.shared, sides: [row.first, row.second] };
}

/** Remembers that two offers are different: they are not put before a coordinator again. */
export async function sayDistinct(tx: Tx, actor: StaffActor, a: string, b: string): Promise<void> {
	const [first, second] = a < b ? [a, b] : [b, a];
	await tx.insert(offerDistinct).values({ first, second }).onConflictDoNothing();
	for (const subjectId of [first, second])
		await audit(tx, actor, { action: 'offer.say_distinct', subjectType: 'offer', subjectId });
}
