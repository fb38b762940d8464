import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../../database/as-actor.server.ts';
import { isShown } from '../published.server.ts';
import { organisationsAlike, organisationWords, type Traits } from './likeness.ts';
import { mostSharing } from './pairs.ts';

/*
 * Which offers one that is being typed can be like at all: those that share an owner, a telephone, a mail address, a
 * page or a street with it. The database finds them by its indexes (drizzle/0018, 0020), so that the answer to a form does not
 * wait for a whole catalogue to be read; what is like it is decided in likeness.ts.
 */

/** Organisations that share a telling word with a name; of a word that very many share, only their own. */
async function alikeOwners(tx: Tx, typed: Traits): Promise<string[]> {
	const own = organisationWords(typed.organisation);
	const { rows } = await tx.execute<{ word: string; id: string; name: string }>(sql`
		select w.word, g.id, g.name
		from unnest(${sql.param([...own])}::text[]) w (word)
		cross join lateral (
			select o.id, o.name from organisation o
			where to_tsvector('simple', folded(o.name)) @@ plainto_tsquery('simple', w.word)
			limit ${mostSharing + 1}
		) g`);
	const alike = new Set([typed.organisationId]);
	for (const sharing of Map.groupBy(rows, ({ word }) => word).values()) {
		if (sharing.length > mostSharing) continue;
		for (const { id, name } of sharing) if (organisationsAlike(own, organisationWords(name))) alike.add(id);
	}
	return [...alike];
}

/** @returns ids of published offers, each at least one thing in common with what is typed */
export async function nearOffers(tx: Tx, typed: Traits): Promise<string[]> {
	const owners = await alikeOwners(tx, typed);
	const ways: SQL[] = [sql`select id from offer where organisation_id = any(${sql.param(owners)}::uuid[])`];
	if (typed.phones.length > 0) {
		ways.push(sql`select id from offer where phone_keys(phones) && phone_keys(${JSON.stringify(typed.phones)}::jsonb)`);
	}
	if (typed.email !== null) ways.push(sql`select id from offer where folded(email) = folded(${typed.email.trim()})`);
	if (typed.url !== null) ways.push(sql`select id from offer where page_key(url) = page_key(${typed.url})`);
	for (const { address } of typed.addresses) {
		if (!address) continue;
		ways.push(sql`
			select ol.offer_id from location l join offer_location ol on ol.location_id = l.id
			where street_key(l.address) = street_key(${address}) and not l.confidential`);
	}
	const { rows } = await tx.execute<{ id: string }>(sql`
		select o.id from offer o
		where o.id in (${sql.join(ways, sql` union `)}) and ${isShown(sql`o.status`)}`);
	return rows.map(({ id }) => id);
}
