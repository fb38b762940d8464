import { describe, expect, it } from 'vitest';
import { membershipsOf, parseGroups } from './oidc-groups.ts';

describe('groups of the provider', () => {
	it('become roles in places, each once', () => {
		const mappings = parseGroups('CN=Sager;OU=x=caseworker@cabs, it=administrator,it2=administrator');
		expect(membershipsOf(['it', 'it2', 'ukendt'], mappings)).toEqual([
			{ role: 'administrator', centreId: null, organisationId: null },
		]);
		expect(membershipsOf(['CN=Sager;OU=x'], mappings)).toMatchObject([{ role: 'caseworker', centreId: 'cabs' }]);
	});

	it.each([
		['x=king', 'no group=role@centre'],
		['x=organisation_contact', 'no group=role@centre'],
		['x=caseworker', 'needs a centre'],
		['x=leader@månen', 'no group=role@centre'],
		['x=leader@nowhere', 'no centre is called nowhere'],
	])('are refused in one sentence: %s', (text, part) => {
		expect(() => parseGroups(text)).toThrow(part);
	});
});
