import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../../../tests/database.ts';
import { makeMeeting } from '../../../tests/factories.ts';
import { createCitizen } from '../citizens/citizens.server.ts';
import { asActor } from '../database/as-actor.server.ts';
import { DomainError } from '../errors.ts';
import { systemActor } from '../identity/actor.ts';
import { createDraft } from './drafts.server.ts';
import { actorByToken, makeLink } from './links.server.ts';
import { move, type ReferralActor } from './move.server.ts';
import { actions, mayDo, parties, transitions, type Party } from './referral.ts';
import { states, type State } from './referral-codes.ts';
import { referral } from './tables.server.ts';

/** Thrown to undo a move that went through, so that every cell of the matrix starts alike. */
class Undo extends Error {}

onEachDatabase('the transition matrix', (open) => {
	let referralId: string;
	let actors: Record<Party, ReferralActor>;
	let outsiders: Record<string, ReferralActor>;

	beforeAll(async () => {
		await open();
		const all = await makeMeeting();
		const { caseworker } = all;
		const link = await asActor(caseworker, async (tx) => {
			const citizenId = await createCitizen(tx, caseworker, {
				givenName: 'Prøve',
				familyName: '',
				phone: '',
				email: '',
				safeContact: '',
				language: 'da',
				needsInterpreter: false,
				ageBand: '',
				adult: true,
			});
			referralId = await createDraft(tx, caseworker, {
				citizenId,
				offerSlug: all.offer.slug,
				requestId: randomUUID(),
			});
			return makeLink(tx, caseworker, referralId);
		});
		const citizen = await actorByToken(link.split('/').at(-1) ?? '');
		if (!citizen) throw new Error('no link');
		actors = { caseworker, organisation: all.contact, citizen, clock: systemActor };
		outsiders = {
			'another centre’s caseworker': all.stranger,
			'another organisation': all.otherContact,
			coordinator: all.staff.coordinator,
			leader: all.staff.leader,
			administrator: all.staff.administrator,
			'data-protection officer': all.staff.data_protection_officer,
		};
	});

	/** What became of one attempt: the new state, or the code it was refused with. Leaves no trace. */
	async function attempt(actor: ReferralActor, state: State, action: (typeof actions)[number]): Promise<string> {
		let result = '';
		await asActor(systemActor, async (tx) => {
			await tx.update(referral).set({ state: 'draft' }).where(eq(referral.id, referralId));
			// The database lets nothing become sent without a consent; here only the moves are looked at.
			if (state !== 'draft') await tx.update(referral).set({ state: 'seen' }).where(eq(referral.id, referralId));
			await tx.update(referral).set({ state }).where(eq(referral.id, referralId));
		});
		try {
			await asActor(actor, async (tx) => {
				result = (await move(tx, actor, { referralId, action })).state;
				throw new Undo();
			});
		} catch (cause) {
			if (cause instanceof DomainError) return cause.code;
			if (cause instanceof Undo) return result;
			return /consent in force/.test(String((cause as Error).cause)) ? 'sent' : String(cause);
		}
		return result;
	}

	for (const party of parties) {
		it(`is kept for ${party} in every state and action`, async () => {
			for (const state of states) {
				for (const action of actions) {
					const got = await attempt(actors[party], state, action);
					const unseen = party === 'organisation' && (state === 'draft' || state === 'entered_in_error');
					const expected = unseen
						? 'referral.not_found'
						: mayDo(state, action, party)
							? (transitions[action].to ?? state)
							: (transitions[action].by as readonly Party[]).includes(party)
								? 'referral.invalid_transition'
								: 'referral.wrong_party';
					expect(got, `${state} ${action} ${party}`).toBe(expected);
				}
			}
		});
	}

	it('is closed to everyone else', async () => {
		for (const [name, actor] of Object.entries(outsiders)) {
			for (const state of states) {
				for (const action of ['accept', 'withdraw', 'complete', 'confirm'] as const) {
					const got = await attempt(actor, state, action);
					expect(['referral.not_found', 'identity.not_allowed'], `${name} ${state} ${action}: ${got}`).toContain(got);
				}
			}
		}
	});
});
