import { partId, recordId } from '../../store/record-identity.server.ts';
import { extensionKey } from '../extension.ts';
import { known, type HsdsObject } from './object.ts';
import type { TermRow } from './rows.ts';

/** A taxonomy is known by its name; its id is made from it. */
export const taxonomyId = (taxonomy: string): string => partId('taxonomy', taxonomy);

/** What our own taxonomies are for; those that came with a source have only their name. */
const about: Readonly<Record<string, string>> = {
	theme: 'Socialkompas: temaer / themes',
	target_group: 'Socialkompas: målgrupper / target groups',
	transition: 'Socialkompas: overgange i livet / transitions',
};

export function taxonomyObject(taxonomy: string): HsdsObject {
	return { id: taxonomyId(taxonomy), name: taxonomy, description: about[taxonomy] ?? taxonomy, version: '1' };
}

export function termObject(row: TermRow): HsdsObject {
	return {
		id: row.id,
		code: row.code,
		name: row.name,
		description: row.description ?? '',
		...known({ parent_id: row.parent === null ? undefined : recordId('', 'term', row.taxonomy, row.parent) }),
		taxonomy: row.taxonomy,
		taxonomy_id: taxonomyId(row.taxonomy),
		taxonomy_detail: taxonomyObject(row.taxonomy),
		[extensionKey]: known({ nameEn: row.nameEn }),
	};
}
