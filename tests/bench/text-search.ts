import pg from 'pg';
import { closedLoop, shareOf, type Figures } from './figures.ts';

/*
 * The limit to measure against: PostgreSQL's own full-text search over the same offers, asked straight through the
 * driver. It knows stems but no synonyms, compounds or misspellings, and gives what a list shows, best first, with how
 * many there are. The table is made in the benchmark's own database only.
 */

const table = `
	create table bench_text as
	select
		o.id, o.slug, o.name, o.summary, g.name as organisation,
		setweight(to_tsvector($config, o.name), 'A')
			|| setweight(to_tsvector($config, concat_ws(' ', o.summary, t.words, g.name)), 'B')
			|| to_tsvector($config, concat_ws(' ', o.description, o.eligibility, p.words)) as document
	from offer o
	join organisation g on g.id = o.organisation_id
	left join lateral (
		select string_agg(term.name, ' ') as words
		from offer_term join term on term.id = offer_term.term_id where offer_term.offer_id = o.id
	) t on true
	left join lateral (
		select string_agg(concat_ws(' ', location.name, location.address, location.city), ' ') as words
		from offer_location join location on location.id = offer_location.location_id where offer_location.offer_id = o.id
	) p on true
	where o.status = 'active'`;

const search = `
	select slug, name, summary, organisation, ts_rank(document, query) as rank, count(*) over () as found
	from bench_text, websearch_to_tsquery($config, $1) as query
	where document @@ query
	order by rank desc, id
	limit 20`;

type Language = 'danish' | 'english';
const inLanguage = (text: string, language: Language) => text.replaceAll('$config', `'${language}'`);

/** Makes the table and its index in the benchmark's database. */
export async function prepareTextSearch(databaseUrl: string, language: Language): Promise<void> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	try {
		await client.query(inLanguage(table, language));
		await client.query('create index bench_text_document on bench_text using gin (document)');
		await client.query('vacuum analyze bench_text');
	} finally {
		await client.end();
	}
}

/** Asks from so many connections at once; the statement is prepared once for each. */
export async function textSearchLoad(
	databaseUrl: string,
	language: Language,
	queries: readonly string[],
	options: { clients: number; seconds: number },
): Promise<Figures> {
	const text = inLanguage(search, language);
	const shares = Array.from({ length: options.clients }, (_, which) => shareOf(queries, which, options.clients));
	const clients = Array.from({ length: options.clients }, () => new pg.Client({ connectionString: databaseUrl }));
	try {
		await Promise.all(clients.map((client) => client.connect()));
		return await closedLoop(options.clients, options.seconds, async (which, request) => {
			const own = shares[which] ?? [];
			await clients[which]?.query({ name: 'search', text, values: [own[request % own.length]] });
		});
	} finally {
		await Promise.all(clients.map((client) => client.end()));
	}
}
