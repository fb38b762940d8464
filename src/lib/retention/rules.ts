import { DomainError } from '../errors.ts';

/** What a kind's ids stand for, where they may be shown; a session's or a link's id is a secret's hash. */
export type RetentionSubject = 'referral' | 'citizen';

interface Rule {
	/** kept so long */
	readonly days: number;
	/** for the operator */
	readonly does: string;
	readonly of?: RetentionSubject;
}

/**
 * How long each kind of record is kept here, in days, and from when on. The first two are the strategy's; the others are our
 * proposal, for the data-protection officer to decide before real use, at /admin/retention or by
 * `npm run cli -- retention --set citizens=1825`.
 */
export const retentionRules = {
	/** from when it was begun: nobody was told of it */
	drafts: { days: 30, does: 'drafts taken out', of: 'referral' },
	/** from when the referral was closed: the organisation's own copy is its reading here */
	organisation_reading: { days: 90, does: 'organisations’ reading ended', of: 'referral' },
	/** from when the referral was closed: what people wrote goes, states and dates stay */
	referral_texts: { days: 365, does: 'closed referrals emptied of texts', of: 'referral' },
	/** from the last thing set going or ended for the citizen: the key is destroyed */
	citizens: { days: 730, does: 'citizens erased', of: 'citizen' },
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
} as const satisfies Record<string, Rule>;

export type RetentionKind = keyof typeof retentionRules;
export const retentionKinds = Object.keys(retentionRules) as RetentionKind[];
export type RetentionDays = Record<RetentionKind, number>;

export const isRetentionKind = (text: string): text is RetentionKind => Object.hasOwn(retentionRules, text);

/** What the ids of a kind stand for; undefined where they stand for nothing that may be shown. */
export const subjectOf = (kind: RetentionKind): RetentionSubject | undefined => {
	const rule: Rule = retentionRules[kind];
	return rule.of;
};

/** A hundred years: longer than anybody decides for. */
export const mostDays = 36_500;

/** @returns whole days from 0 to `mostDays`; undefined for anything else that was typed */
export function daysTyped(text: string): number | undefined {
	if (!/^\d{1,5}$/.test(text.trim())) return undefined;
	const days = Number(text);
	return days <= mostDays ? days : undefined;
}

/**
 * What must hold between the kinds: a citizen whose key is destroyed has no texts left to be emptied later.
 * @throws DomainError `retention.order` 422 (details: field, the kind that is longer than the citizen's)
 */
export function assertInOrder(days: RetentionDays): void {
	for (const kind of ['drafts', 'organisation_reading', 'referral_texts'] as const) {
		if (days[kind] > days.citizens) {
			throw new DomainError('retention.order', 422, `${kind} would outlive the citizen they are about.`, {
				field: kind,
			});
		}
	}
}
