import { randomUUID } from 'node:crypto';
import type { Form } from '../request.ts';

/** What forms speak of: ids and versions of what is in the world. */
export interface Spoken {
	readonly membershipId: string;
	readonly caseworkerId: string;
	readonly colleagueId: string;
	readonly offerId: string;
	readonly offerSlug: string;
	readonly citizenId: string;
	readonly consentId: string;
	/** the consent to obtaining, which was asked for */
	readonly obtainingId: string;
	readonly followUp: string;
	/** of the referral that was sent, and of the draft */
	readonly version: string;
	readonly draftVersion: string;
}

const person = { language: 'da', adult: 'yes', given_name: 'Ny', family_name: 'Åberg', phone: '00 11 22 33' };
const password = 'tolv grønne elge danser';

/** A form that is right in shape for each action that looks at its form before it looks anything up. */
export function formsOf(spoken: Spoken): Readonly<Record<string, Form>> {
	const { membershipId, caseworkerId, colleagueId, offerId, offerSlug, citizenId, consentId, followUp } = spoken;
	const { obtainingId, version, draftVersion } = spoken;
	return {
		'/language': { locale: 'da', return: '/offers' },
		'/sign-in?/password': { email: 'ingen@test.example', password: 'forkert kodeord her' },
		'/sign-in?/wear': { membership: membershipId },
		'/sign-in/code?/code': { code: '000000' },
		'/sign-in/enrol?/app': { code: '000000' },
		'/account/app?/app': { code: '000000' },
		'/account?/end': { session: 'others' },
		'/reset': { email: 'ingen@test.example' },
		'/reset/[token]?/password': { password, repeated: password },
		'/invitation/[token]?/password': { password, repeated: password },
		'/account/password': { current: 'forkert', password: 'et langt kodeord', repeated: 'et langt kodeord' },
		'/consent/[token]?/answer': { answer: 'no', language: 'da', consent: randomUUID() },
		'/consent/[token]?/helped': { helped: 'yes' },
		'/consent/[token]/obtaining?/answer': { answer: 'yes', language: 'da', consent: obtainingId },
		'/citizens': { q: 'Ny' },
		'/citizens/new': { ...person, request_id: randomUUID() },
		'/citizens/[id=uuid]/edit': person,
		'/referrals/new?/search': { q: 'Ny' },
		'/referrals/new?/create': { request_id: randomUUID(), offer: offerSlug, citizen: citizenId },
		'/referrals/[id=uuid]?/start': { version },
		'/referrals/[id=uuid]?/end': { version, end_reason: 'moved' },
		'/referrals/[id=uuid]?/confirm': { version, helped: 'yes' },
		'/referrals/[id=uuid]?/withdraw': { version, heard: 'in_person' },
		'/referrals/[id=uuid]?/renew': { renew_method: 'oral' },
		'/referrals/[id=uuid]?/error': { version, error_reason: 'duplicate' },
		'/referrals/[id=uuid]?/message': { request_id: randomUUID(), text: 'Hej' },
		'/referrals/[id=uuid]?/followUp': { follow_up: followUp, attendance: 'attended', note: 'Går godt' },
		'/referrals/[id=uuid]?/handOver': { to: colleagueId },
		'/referrals/[id=uuid]/why': { purpose: 'contact', need: 'Selskab', goals: 'Kaffe', practical: 'Stok' },
		'/referrals/[id=uuid]/accompaniment': { who: 'Lise', when: 'tirsdag', where: 'ved døren' },
		'/referrals/[id=uuid]/consent?/ask': { fields: ['given_name', 'phone', 'need'], language: 'da', giver: 'citizen' },
		'/referrals/[id=uuid]/consent?/answer': { consent: consentId, answer: 'yes', feedback: 'no', method: 'oral' },
		'/referrals/[id=uuid]/obtain?/ask': { fields: ['outcome'], language: 'da', giver: 'citizen', guardian_name: '' },
		'/referrals/[id=uuid]/obtain?/answer': {
			consent: obtainingId,
			answer: 'yes',
			method: 'oral',
			signature: '',
			witness: '',
		},
		'/referrals/[id=uuid]/obtain?/renew': { renew_method: 'oral' },
		'/referrals/[id=uuid]/review': { version: draftVersion },
		'/referrals/hand-over': { from: caseworkerId, to: colleagueId },
		'/inbox/declaration': { promise: 'yes' },
		'/inbox/[id=uuid]?/accept': { version, contact_plan: 'Vi ringer', contact_by: '2026-11-06' },
		'/inbox/[id=uuid]?/waitlist': { version, expected_on: '2026-12-01' },
		'/inbox/[id=uuid]?/decline': { version, reason: 'no_capacity' },
		'/inbox/[id=uuid]?/propose': { version, offer: '', note: 'Prøv et andet sted' },
		'/inbox/[id=uuid]?/find': { words: 'tilbud' },
		'/offers/missed': { q: 'ukendt', told: '1' },
		'/inbox/[id=uuid]?/start': { version },
		'/inbox/[id=uuid]?/complete': { version, outcome: 'goals_met', note: '' },
		'/inbox/[id=uuid]?/end': { version, reason: 'moved' },
		'/inbox/[id=uuid]?/ask': { request_id: randomUUID(), text: 'Hvornår?' },
		'/lists?/add': { offer: offerId },
		'/lists/[id=uuid]?/rename': { name: 'Åbent om aftenen' },
		'/lists/[id=uuid]?/remove': { offer: offerId },
		'/our-offers?/confirm': { offer: offerId },
		'/our-offers/[id=uuid]/edit': { name: 'Andet', gender: 'everyone' },
		'/our-offers/pause': { paused_until: '2026-12-24' },
		'/our-offers/[id=uuid]': { capacity: 'open', wait_time: '', paused_until: '' },
		'/catalogue/[id=uuid]/capacity': { capacity: 'few', available: '2' },
		'/admin/users/new': { name: 'Ny Kollega', email: `${randomUUID()}@test.example`, role: 'administrator' },
		'/admin/users/[id=uuid]?/role': { role: 'leader', centre: 'cabs' },
		'/admin/users/[id=uuid]/close': { to: '' },
		'/admin/retention?/hold': { citizen: citizenId, reason: 'lawsuit' },
		'/admin/retention?/lift': { held: citizenId, because: 'closed' },
		'/admin/retention?/confirm': { receipt: randomUUID() },
		'/admin/retention?/run': { sure: 'yes' },
	};
}
