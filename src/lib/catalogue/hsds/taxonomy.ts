import { type Term, targetGroups, themes, transitions } from '../vocabulary.ts';
import type { ReportBuilder } from './report.ts';
import type { TermRecord } from './record.ts';
import type { Tables } from './tables.ts';

/** Our own taxonomies and what others call them, as slugs. */
const ownTaxonomies: readonly { taxonomy: string; terms: readonly Term[]; names: readonly string[] }[] = [
	{
		taxonomy: 'theme',
		terms: themes,
		names: ['theme', 'themes', 'tema', 'temaer', 'indsatsomraade', 'indsatsomraader'],
	},
	{
		taxonomy: 'target_group',
		terms: targetGroups,
		names: ['target_group', 'target_groups', 'maalgruppe', 'maalgrupper', 'personas'],
	},
	{ taxonomy: 'transition', terms: transitions, names: ['transition', 'transitions', 'overgang', 'overgange'] },
];

/** @returns lower case ASCII with underscores: `Målgruppe` → `maalgruppe` */
export function slugOf(name: string): string {
	return name
		.toLowerCase()
		.replaceAll('æ', 'ae')
		.replaceAll('ø', 'oe')
		.replaceAll('å', 'aa')
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^a-z0-9]+/gu, '_')
		.replaceAll(/^_|_$/gu, '');
}

/**
 * @param names what the source calls the taxonomy, the surest first
 * @returns one of ours where a name says so, else a slug of the first name
 */
export function taxonomyOf(names: readonly (string | undefined)[]): string {
	const slugs = names.flatMap((name) => (name ? [slugOf(name)] : [])).filter((slug) => slug !== '');
	return ownTaxonomies.find((own) => slugs.some((slug) => own.names.includes(slug)))?.taxonomy ?? slugs[0] ?? 'other';
}

/** Our own term of that name in either language, so that "Kvinder" does not stand twice in the same filter. */
function ownTerm(taxonomy: string, name: string): Term | undefined {
	const wanted = name.toLowerCase();
	return ownTaxonomies
		.find((own) => own.taxonomy === taxonomy)
		?.terms.find(({ da, en }) => da.toLowerCase() === wanted || en.toLowerCase() === wanted);
}

/**
 * Reads the terms and who they are to the source.
 * @returns the terms, and them again by the source's id
 */
export function readTerms(
	tables: Tables,
	report: ReportBuilder,
): { terms: TermRecord[]; byId: Map<string, TermRecord> } {
	const taxonomyNames = new Map(tables.taxonomies.map(({ cells }) => [cells['id'], cells['name']] as const));
	const linkTypes = new Map(
		tables.attributes.map(({ cells }) => [cells['taxonomy_term_id'], cells['link_type']] as const),
	);
	const byId = new Map<string, TermRecord>();
	const byCode = new Map<string, TermRecord>();
	const parents: { term: TermRecord; parent: string; name: string }[] = [];
	for (const row of tables.taxonomy_terms) {
		const { cells } = row;
		const { id, name } = cells;
		if (!id) report.refuse(row, 'no_id', name);
		else if (!name) report.refuse(row, 'no_name', id);
		else if (byId.has(id)) report.refuse(row, 'duplicate_id', `${id} ${name}`);
		else {
			const taxonomy = taxonomyOf([taxonomyNames.get(cells['taxonomy_id']), cells['taxonomy'], linkTypes.get(id)]);
			const own = ownTerm(taxonomy, name);
			const code = own?.code ?? cells['code'] ?? id;
			const key = `${taxonomy} ${code}`;
			const known = byCode.get(key);
			if (own && own.code !== cells['code']) report.repair('own_term', `${name} → ${own.code}`);
			if (known && (own || known.name === name)) {
				byId.set(id, known);
				continue;
			}
			const term: TermRecord = { taxonomy, code: known ? id : code, name: own?.da ?? name };
			if (own) term.nameEn = own.en;
			else if (/^en/iu.test(cells['language'] ?? '')) term.nameEn = name;
			if (cells['description']) term.description = cells['description'];
			if (cells['parent_id']) parents.push({ term, parent: cells['parent_id'], name });
			byId.set(id, term);
			byCode.set(`${taxonomy} ${term.code}`, term);
		}
	}
	for (const { term, parent, name } of parents) {
		const found = byId.get(parent);
		if (found && found.taxonomy === term.taxonomy && found !== term) term.parent = found.code;
		else report.repair('parent_dropped', `${name} ← ${parent}`);
	}
	return { terms: [...byCode.values()], byId };
}
