/**
 * How long each kind of record is kept, in days, and from when on. The first two are the strategy's; the others are our
 * proposal, for the data-protection officer to decide before real use: `npm run cli -- retention --set citizens=1825`.
 */
export const retentionRules = {
	/** from when it was begun: nobody was told of it */
	drafts: { days: 30, does: 'drafts taken out' },
	/** from when the referral was closed: the organisation's own copy is its reading here */
	organisation_reading: { days: 90, does: 'organisations’ reading ended' },
	/** from when the referral was closed: what people wrote goes, states and dates stay */
	referral_texts: { days: 365, does: 'closed referrals emptied of texts' },
	/** from the last thing set going or ended for the citizen: the key is destroyed */
	citizens: { days: 730, does: 'citizens erased' },
	/** from when it was written, once it is no longer waiting to be sent */
	mails: { days: 90, does: 'mails taken out' },
	/** from when it stopped working */
	links: { days: 30, does: 'citizens’ links taken out' },
	/** from when it ran out */
	sessions: { days: 0, does: 'sessions taken out' },
	/** from when its owner last did something with it */
	lists: { days: 180, does: 'lists of offers taken out' },
	/** from when it ran out */
	pending_forms: { days: 0, does: 'kept forms taken out' },
} as const satisfies Record<string, { days: number; does: string }>;

export type RetentionKind = keyof typeof retentionRules;
export const retentionKinds = Object.keys(retentionRules) as RetentionKind[];

export const isRetentionKind = (text: string): text is RetentionKind => Object.hasOwn(retentionRules, text);
