import { randomUUID } from 'node:crypto';
import type { Ledger } from './ledger.ts';
import { Person, TimeIsUp, type Answer, type Manner } from './person.ts';
import type { Pair } from './scene.ts';

/** The value of a hidden field of a page. */
export const hidden = (body: string, name: string): string =>
	new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';

const idIn = (location: string) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(location)?.[0] ?? '';
const day = (inDays: number) => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);

/**
 * A step that was refused. When the form had gone out before without an answer, that may be because it had worked then,
 * and the person goes on by what the next page says; the first time it is a fault.
 */
function refused(ledger: Ledger, what: string, answer: Answer): boolean {
	if (answer.status === 303) return false;
	if (!answer.resent) ledger.surprises.push(`${what}: ${answer.status}`);
	return true;
}

/** @returns the draft's id; undefined when something was refused */
async function begin(pair: Pair, caseworker: Person, ledger: Ledger): Promise<string | undefined> {
	const citizen = randomUUID();
	ledger.triedCitizens.add(citizen);
	const person = { given_name: 'Prøve', family_name: 'Ærlig', phone: '00 11 22 33', language: 'da', adult: 'yes' };
	const made = await caseworker.post('/citizens/new', { request_id: citizen, ...person });
	if (refused(ledger, 'citizen', made)) return undefined;
	ledger.citizens.add(idIn(made.location));
	const request = randomUUID();
	ledger.triedDrafts.add(request);
	const begun = { request_id: request, offer: pair.offerSlug, citizen };
	const draft = await caseworker.post('/referrals/new?/create', begun);
	if (refused(ledger, 'draft', draft)) return undefined;
	const id = idIn(draft.location);
	ledger.drafts.set(request, id);
	return id;
}

/** Asks the citizen and notes the yes. */
export async function askAndAnswer(id: string, caseworker: Person, ledger: Ledger): Promise<void> {
	const question = { fields: ['given_name', 'phone', 'need'], language: 'da', giver: 'citizen' };
	refused(ledger, 'question', await caseworker.post(`/referrals/${id}/consent?/ask`, question));
	const consent = hidden((await caseworker.get(`/referrals/${id}/consent`)).body, 'consent');
	const yes = { consent, answer: 'yes', feedback: 'yes', method: 'oral' };
	refused(ledger, 'consent', await caseworker.post(`/referrals/${id}/consent?/answer`, yes));
}

/** One referral from the citizen's name to the organisation's yes, page by page. */
async function oneReferral(pair: Pair, caseworker: Person, contact: Person, ledger: Ledger): Promise<void> {
	const id = await begin(pair, caseworker, ledger);
	if (!id) return;
	const why = { purpose: 'contact', need: 'Vil gerne møde andre', goals: '', practical: '' };
	if (refused(ledger, 'why', await caseworker.post(`/referrals/${id}/why`, why))) return;
	ledger.written.add(id);
	await askAndAnswer(id, caseworker, ledger);
	const review = await caseworker.get(`/referrals/${id}/review`);
	const sent = await caseworker.post(`/referrals/${id}/review`, { version: hidden(review.body, 'version') });
	if (refused(ledger, 'send', sent)) return;
	ledger.sent.add(id);
	const inbox = await contact.get(`/inbox/${id}?answer=accept`);
	const yes = { version: hidden(inbox.body, 'version'), contact_plan: 'Vi ringer', contact_by: day(3) };
	if (refused(ledger, 'accept', await contact.post(`/inbox/${id}?/accept`, yes))) return;
	ledger.accepted.add(id);
}

/** Every pair works until the time is up, one referral after another. */
export async function workUntil(
	pairs: readonly Pair[],
	server: () => string,
	ledger: Ledger,
	until: AbortSignal,
	manner: Manner = {},
): Promise<void> {
	const work = async (pair: Pair) => {
		const caseworker = new Person(pair.caseworkerToken, server, until, manner);
		const contact = new Person(pair.contactToken, server, until, manner);
		try {
			while (!until.aborted) {
				await manner.first?.(caseworker);
				await oneReferral(pair, caseworker, contact, ledger);
			}
		} catch (cause) {
			if (!(cause instanceof TimeIsUp)) throw cause;
		}
	};
	await Promise.all(pairs.map(work));
}
