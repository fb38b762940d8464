import { DomainError } from '../errors.ts';
import { staffRoles, type StaffRole } from './actor.ts';
import { centres } from './centres.ts';
import { inPlace, type MembershipInput } from './membership-place.ts';

/** What being in a group of the provider's makes somebody here. */
export interface GroupMapping {
	group: string;
	membership: MembershipInput;
}

const isStaffRole = (text: string): text is StaffRole => (staffRoles as readonly string[]).includes(text);

/**
 * Reads OIDC_GROUPS: `group=role@centre` or `group=role`, with commas between. A group may stand there several times.
 * @throws DomainError `config.invalid` with one sentence that names what is wrong
 */
export function parseGroups(text: string): GroupMapping[] {
	return text
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean)
		.map((part) => {
			const [, group = '', role = '', centreId] = /^(.+)=([a-z_]+)(?:@(\w+))?$/.exec(part) ?? [];
			if (!isStaffRole(role)) {
				const example = 'socialfaglig=caseworker@cabs';
				throw new DomainError('config.invalid', 500, `OIDC_GROUPS: ${part} is no group=role@centre, e.g. ${example}.`);
			}
			if (centreId !== undefined && !centres.some(({ id }) => id === centreId)) {
				throw new DomainError('config.invalid', 500, `OIDC_GROUPS: no centre is called ${centreId}.`);
			}
			try {
				return { group, membership: inPlace(role, { centreId }) };
			} catch {
				throw new DomainError('config.invalid', 500, `OIDC_GROUPS: ${role} needs a centre: ${part}@….`);
			}
		});
}

/** What these groups make somebody: each role in each place once. */
export function membershipsOf(groups: readonly string[], mappings: readonly GroupMapping[]): MembershipInput[] {
	const wanted = new Map<string, MembershipInput>();
	for (const { group, membership } of mappings) {
		if (groups.includes(group)) wanted.set(`${membership.role}@${membership.centreId ?? ''}`, membership);
	}
	return [...wanted.values()];
}
