import { services } from '$lib/database/as-actor.server.ts';
import type { Account } from '$lib/identity/account.ts';
import { demoChoices } from '$lib/identity/demo-choices.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	const { locale, signedIn, actor } = locals;
	let account: Account | null = null;
	if (signedIn) {
		const hats = signedIn.memberships.map(({ id, role, place }) => ({ id, role, place: place?.[locale] ?? null }));
		const worn = 'membershipId' in actor ? hats.find(({ id }) => id === actor.membershipId) : undefined;
		account = { name: signedIn.user.name, hats, worn };
	}
	return { locale, account, demo: services().config.demo ? demoChoices(locale) : null };
};
