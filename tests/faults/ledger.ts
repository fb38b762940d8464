/**
 * What people tried and what they were told is done, by the ids of the things. Only an answer counts as told: a
 * request that was cut off may have had its effect or not, but not twice.
 */
export class Ledger {
	/** ids of the forms that were sent at all; a citizen's is the citizen's own */
	readonly triedCitizens = new Set<string>();
	readonly triedDrafts = new Set<string>();
	readonly citizens = new Set<string>();
	/** the referral's id by the id of the form that began it */
	readonly drafts = new Map<string, string>();
	/** referrals whose reason was saved, that were sent, that were said yes to */
	readonly written = new Set<string>();
	readonly sent = new Set<string>();
	readonly accepted = new Set<string>();
	/** answers nobody should get, as `what: status` */
	readonly surprises: string[] = [];

	/** How many changes were told to be done. */
	get acknowledged(): number {
		return this.citizens.size + this.drafts.size + this.written.size + this.sent.size + this.accepted.size;
	}
}
