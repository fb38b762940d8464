import { organisation } from '../catalogue/tables.server.ts';
import type { Tx } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';

export interface OrganisationChoice {
	id: string;
	/** its name; with its address on the site where two have the same */
	label: string;
}

/** The organisations somebody may be a contact of, by name. */
export async function organisationChoices(tx: Tx): Promise<OrganisationChoice[]> {
	const rows = await tx
		.select({ id: organisation.id, name: organisation.name, slug: organisation.slug })
		.from(organisation);
	const count = new Map<string, number>();
	for (const { name } of rows) count.set(name, (count.get(name) ?? 0) + 1);
	const collator = new Intl.Collator('da');
	return rows
		.map(({ id, name, slug }) => ({ id, label: count.get(name) === 1 ? name : `${name} (${slug})` }))
		.sort((a, b) => collator.compare(a.label, b.label));
}

/**
 * The organisation that was chosen by its label.
 * @returns undefined when nothing was written
 * @throws DomainError `identity.organisation_unknown` 422 (field organisation)
 */
export async function chosenOrganisation(tx: Tx, label: string): Promise<string | undefined> {
	const wanted = label.trim().toLocaleLowerCase('da');
	if (wanted === '') return undefined;
	const found = (await organisationChoices(tx)).find((choice) => choice.label.toLocaleLowerCase('da') === wanted);
	if (found) return found.id;
	throw new DomainError('identity.organisation_unknown', 422, 'identity.organisation_unknown', {
		field: 'organisation',
	});
}
