import { organisationKinds } from '../../vocabulary.ts';
import { extensionKey } from '../extension.ts';
import { known, standardEmail, standardUri, type HsdsObject } from './object.ts';
import { contactObjects, phoneObjects } from './parts.server.ts';
import type { OrganisationRow } from './rows.ts';

/** The organisation with what belongs to it, without its services. */
export function organizationObject(row: OrganisationRow): HsdsObject {
	const email = standardEmail(row.email);
	const website = standardUri(row.website);
	return {
		...organizationItem(row),
		...known({
			phones: phoneObjects(row.id, row.phones),
			contacts: contactObjects(row.id, row.contacts),
		}),
		[extensionKey]: known({
			kind: row.kind,
			values: row.values,
			pausedUntil: row.pausedUntil,
			email: row.email === (email ?? null) ? undefined : row.email,
			website: row.website === (website ?? null) ? undefined : row.website,
			phones: row.phones,
			contacts: row.contacts,
		}),
	};
}

/** What a list of organisations says of one. */
export function organizationItem(row: OrganisationRow): HsdsObject {
	return {
		id: row.id,
		name: row.name,
		// Required by the standard, also where nobody has written one.
		description: row.description ?? '',
		...known({
			alternate_name: row.alternateName,
			email: standardEmail(row.email),
			website: standardUri(row.website),
			year_incorporated: row.yearFounded,
			legal_status: organisationKinds.find(({ code }) => code === row.kind)?.en,
		}),
	};
}
