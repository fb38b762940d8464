import { m } from '../paraglide/messages.js';
import { longDate, type Locale } from '../ui/dates.ts';
import type { StaffReferral } from './read-referral.server.ts';
import { declineWords, endWords } from './referral-words.ts';
import type { State } from './referral-codes.ts';

/** The other's words as a sentence: `Maria ringer` → `Maria ringer.` */
const asSentence = (text: string) => (text === '' || /[.!?…]$/.test(text) ? text : `${text}.`);

type Sentence = (referral: StaffReferral, name: string, day: (date: string) => string) => string[];

const sentences: Readonly<Record<State, Sentence>> = {
	draft: () => [m.referrals_is_draft()],
	sent: ({ offer }) => [m.referrals_is_sent({ organisation: offer.organisationName })],
	seen: ({ offer }) => [m.referrals_is_seen({ organisation: offer.organisationName })],
	accepted: ({ offer, contactPlan, contactBy }, _, day) => [
		m.referrals_is_accepted({ organisation: offer.organisationName }),
		asSentence(contactPlan.trim()),
		contactBy ? m.referrals_contact_by({ date: day(contactBy) }) : '',
	],
	waitlisted: ({ offer, expectedOn }, name, day) => [
		m.referrals_is_waitlisted({ organisation: offer.organisationName, name }),
		expectedOn ? m.referrals_expected_on({ date: day(expectedOn) }) : '',
	],
	redirect_proposed: ({ offer, proposedOffer }) => [
		proposedOffer
			? m.referrals_is_redirect_to({ organisation: offer.organisationName, offer: proposedOffer.name })
			: m.referrals_is_redirect_proposed({ organisation: offer.organisationName }),
	],
	started: ({ offer }, name) => [m.referrals_is_started({ organisation: offer.organisationName, name })],
	completed: ({ offer }) => [m.referrals_is_completed({ organisation: offer.organisationName })],
	not_completed: ({ offer, endReason }) => [
		m.referrals_is_not_completed({
			organisation: offer.organisationName,
			reason: endWords[endReason ?? 'other']().toLocaleLowerCase(),
		}),
	],
	declined: ({ offer, declineReason }) => [
		m.referrals_is_declined({
			organisation: offer.organisationName,
			reason: declineWords[declineReason ?? 'other']().toLocaleLowerCase(),
		}),
	],
	expired: ({ offer }) => [m.referrals_is_expired({ organisation: offer.organisationName })],
	withdrawn: ({ offer }, name) => [m.referrals_is_withdrawn({ organisation: offer.organisationName, name })],
	entered_in_error: () => [m.referrals_is_error()],
};

/** Where a referral is, in a sentence or two: “Café Exit har sagt ja. Maria ringer. Senest fredag 27. november.” */
export function stateSentence(referral: StaffReferral, locale: Locale, now: Date): string {
	const day = (date: string) => longDate(date, locale, now);
	return sentences[referral.state](referral, referral.citizen.givenName, day).filter(Boolean).join(' ');
}
