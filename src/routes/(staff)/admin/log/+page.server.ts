import { isLogKind } from '$lib/audit/log-kinds.ts';
import { logPeople, readLog } from '$lib/audit/read-log.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { dayStart } from '$lib/ui/dates.ts';
import { load as loadAs } from '$lib/web/request.server.ts';
import type { PageServerLoad } from './$types';

const size = 50;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is asked stands in the address; what makes no sense there is left out. */
export const load: PageServerLoad = (event) =>
	loadAs(event, 'audit.read', async (tx, by) => {
		const actor = assertStaff(by);
		const asked = (name: string) => event.url.searchParams.get(name) ?? '';
		const id = (name: string) => (uuid.test(asked(name)) ? asked(name) : undefined);
		const older = Number(asked('older'));
		const kind = isLogKind(asked('kind')) ? asked('kind') : '';
		const { lines, more } = await readLog(tx, actor, {
			from: dayStart(asked('from')),
			before: dayStart(asked('to'), 1),
			kind: isLogKind(kind) ? kind : undefined,
			userId: id('person'),
			citizenId: id('citizen'),
			olderThan: Number.isSafeInteger(older) && older > 0 ? older : undefined,
			size,
		});
		const question = {
			from: asked('from'),
			to: asked('to'),
			kind,
			person: id('person') ?? '',
			citizen: id('citizen') ?? '',
		};
		return { lines, more, question, older: older > 0, people: await logPeople(tx, actor) };
	});
