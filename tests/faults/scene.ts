import { createSession } from '../../src/lib/identity/sessions.server.ts';
import { parseConfig } from '../../src/lib/config.server.ts';
import { startServices } from '../../src/lib/services.server.ts';
import type { OrganisationActor, StaffActor } from '../../src/lib/identity/actor.ts';
import { makeContact, makeOffer, makeStaff } from '../factories.ts';

/** A caseworker, an organisation's contact and the offer between them, each with a session. */
export interface Pair {
	offerSlug: string;
	caseworker: StaffActor;
	contact: OrganisationActor;
	caseworkerToken: string;
	contactToken: string;
}

/**
 * Runs work with the application's services opened in this process. No server may have the embedded database meanwhile.
 */
export async function within<T>(environment: Record<string, string>, work: () => Promise<T>): Promise<T> {
	const services = await startServices(parseConfig({ LOG_LEVEL: 'error', ...environment }), { work: false });
	try {
		return await work();
	} finally {
		await services.stop();
	}
}

async function makePair(): Promise<Pair> {
	const offer = await makeOffer();
	const caseworker = await makeStaff('caseworker');
	const contact = await makeContact(offer.organisationId);
	const session = async ({ userId, membershipId }: StaffActor | OrganisationActor) =>
		(await createSession(userId, membershipId)).token;
	return {
		offerSlug: offer.slug,
		caseworker,
		contact,
		caseworkerToken: await session(caseworker),
		contactToken: await session(contact),
	};
}

/** Makes so many pairs of people in the database of an environment, migrating it first where that is to be done. */
export function makePairs(environment: Record<string, string>, count: number): Promise<Pair[]> {
	return within(environment, async () => {
		const pairs: Pair[] = [];
		for (let each = 0; each < count; each++) pairs.push(await makePair());
		return pairs;
	});
}
