import { chainEnd } from '$lib/audit/chain-end.server.ts';
import { readQuestion } from '$lib/audit/log-question.ts';
import { logPeople, readLog } from '$lib/audit/read-log.server.ts';
import { assertStaff } from '$lib/identity/actor.ts';
import { load as loadAs } from '$lib/web/request.server.ts';
import type { PageServerLoad } from './$types';

const size = 50;

/** What is asked stands in the address. */
export const load: PageServerLoad = async (event) => {
	const { typed, question, wrong } = readQuestion(event.url.searchParams);
	const page = await loadAs(event, 'audit.read', async (tx, by) => {
		const actor = assertStaff(by);
		const nothing = { lines: [], more: false };
		const found = Object.keys(wrong).length > 0 ? nothing : await readLog(tx, actor, question, size);
		return { ...found, people: await logPeople(tx, actor), authorityId: actor.authorityId };
	});
	const { citizens, olderThan } = question;
	return {
		...page,
		typed,
		wrong,
		/** the one citizen who is meant, when it is one */
		citizenId: citizens && citizens.first === citizens.last ? citizens.first : undefined,
		older: olderThan !== undefined,
		// After the transaction: the embedded database has one connection.
		chain: await chainEnd(page.authorityId),
	};
};
