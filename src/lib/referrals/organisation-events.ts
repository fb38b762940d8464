/**
 * What of a referral's history its organisation is told: its own steps, the sending, and what ends. The rest is between
 * the citizen and the municipality: how the yes was given, whether the citizen came, whether it helped, who follows up.
 * The database gives an organisation no other rows (`referral_event_organisation`).
 */
export const organisationEvents = [
	'send',
	'open',
	'accept',
	'waitlist',
	'decline',
	'propose',
	'start',
	'complete',
	'end',
	'expire',
	'withdraw',
	'consent_withdrawn',
	'consent_expired',
	'hand_over',
] as const;
export type OrganisationEvent = (typeof organisationEvents)[number];
