/** What one can ask the log for: kinds of event, each the beginnings of the actions that belong to it. */
export const logKinds = {
	citizens: ['citizen.'],
	referrals: ['referral.', 'follow_up.', 'inbox.'],
	consents: ['consent.', 'link.'],
	messages: ['message.'],
	exports: ['export.', 'print.'],
	retention: ['retention.', 'citizen.hold', 'citizen.lift_hold', 'citizen.erase', 'referral.delete', 'key.'],
	catalogue: ['offer.', 'organisation.', 'word.'],
	users: ['user.', 'identity.'],
	log: ['log.'],
} as const satisfies Record<string, readonly string[]>;

export type LogKind = keyof typeof logKinds;

export const isLogKind = (text: string): text is LogKind => Object.hasOwn(logKinds, text);
