import { assertStaff } from '$lib/identity/actor.ts';
import { states, type State } from '$lib/referrals/referral-codes.ts';
import { groupWorklist, matchesWish } from '$lib/referrals/worklist-groups.ts';
import { listWorklist } from '$lib/referrals/worklist.server.ts';
import { load as loadAs } from '$lib/web/request.server.ts';
import type { PageServerLoad } from './$types';

const isState = (text: string): text is State => (states as readonly string[]).includes(text);

export const load: PageServerLoad = (event) => {
	const { searchParams } = event.url;
	const state = searchParams.get('state') ?? '';
	const wish = {
		citizen: searchParams.get('citizen') ?? '',
		state: isState(state) ? state : ('' as const),
		organisation: (searchParams.get('organisation') ?? '').slice(0, 100),
	};
	const whose = searchParams.get('whose') === 'centre' ? 'centre' : 'mine';
	return loadAs(event, 'referral.list', async (tx, actor) => {
		const rows = await listWorklist(tx, assertStaff(actor), { whose });
		const byName = new Intl.Collator('da');
		const citizens = [...new Map(rows.map(({ citizen: { id, name } }) => [id, { id, name }])).values()];
		return {
			whose,
			wish,
			now: tx.now,
			total: rows.length,
			groups: groupWorklist(rows.filter((row) => matchesWish(row, wish))),
			citizens: citizens.sort((a, b) => byName.compare(a.name, b.name)),
		} as const;
	});
};
