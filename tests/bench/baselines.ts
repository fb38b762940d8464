import pg from 'pg';

/*
 * What PostgreSQL finds by itself in the same offers, to set our figures beside: the `danish` configuration with all
 * words of the query and with any, and trigrams alone.
 */

const texts = `
	select
		o.source_id as id, o.name,
		concat_ws(' ', o.alternate_name, o.summary, t.words, g.name) as main,
		concat_ws(' ', o.description, o.eligibility, o.application_process, o.fees, o.interpretation, p.words) as rest
	from offer o
	join organisation g on g.id = o.organisation_id
	left join lateral (
		select string_agg(term.name, ' ') as words
		from offer_term join term on term.id = offer_term.term_id where offer_term.offer_id = o.id
	) t on true
	left join lateral (
		select string_agg(concat_ws(' ', l.name, l.address, l.district), ' ') as words
		from offer_location join location l on l.id = offer_location.location_id where offer_location.offer_id = o.id
	) p on true
	where o.status in ('active', 'temporarily closed')`;

const table = `
	create table bench_relevance as
	select id, name, concat_ws(' ', name, main, rest) as whole,
		setweight(to_tsvector('danish', name), 'A') || setweight(to_tsvector('danish', main), 'B')
			|| to_tsvector('danish', rest) as document
	from (${texts}) as texts`;

/** By name, what asks with the query as $1 and gives ids, best first. */
const statements = {
	'danish, all words': `
		select id from bench_relevance, plainto_tsquery('danish', $1) as query where document @@ query
		order by ts_rank(document, query) desc, id limit 20`,
	'danish, any word': `
		select id from bench_relevance,
			to_tsquery('danish', coalesce(nullif(replace(plainto_tsquery('danish', $1)::text, ' & ', ' | '), ''), '''''')) as query
		where document @@ query
		order by ts_rank(document, query) desc, id limit 20`,
	trigrams: `
		select id from (
			select id, avg(word_similarity(word, whole)) as in_all, avg(word_similarity(word, name)) as in_name
			from bench_relevance, regexp_split_to_table($1, '\\s+') as word
			group by id
		) as each
		where in_all >= 0.3
		order by in_all + in_name desc, id limit 20`,
} as const;

export type Baseline = keyof typeof statements;
export const baselines = Object.keys(statements) as Baseline[];

/** Makes the table that the baselines search, in the benchmark's database only, and gives what asks them. */
export async function openBaselines(
	databaseUrl: string,
): Promise<{ ask(baseline: Baseline, q: string): Promise<string[]>; close(): Promise<void> }> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	await client.query('create extension if not exists pg_trgm');
	await client.query(table);
	return {
		async ask(baseline, q) {
			const { rows } = await client.query<{ id: string }>(statements[baseline], [q]);
			return rows.map(({ id }) => id);
		},
		close: () => client.end(),
	};
}
