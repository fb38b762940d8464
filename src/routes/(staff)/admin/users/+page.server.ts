import { assertStaff } from '$lib/identity/actor.ts';
import { load as loadAs } from '$lib/web/request.server.ts';
import { listUsers } from '$lib/identity/users.server.ts';
import { pageOf } from '$lib/ui/pages.ts';
import type { PageServerLoad } from './$types';

const size = 50;

export const load: PageServerLoad = (event) =>
	loadAs(event, 'user.manage', async (tx, actor) => {
		const { searchParams } = event.url;
		const q = searchParams.get('q') ?? '';
		const closed = searchParams.has('closed');
		const page = pageOf(searchParams.get('page'));
		const { users, total } = await listUsers(tx, assertStaff(actor), { q, page, size, closed });
		return {
			q,
			closed,
			page,
			pages: Math.max(1, Math.ceil(total / size)),
			total,
			users,
			done: searchParams.get('done'),
		};
	});
