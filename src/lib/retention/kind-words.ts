import { m } from '../paraglide/messages.js';
import type { HoldReason, LiftReason } from '../citizens/hold-reasons.ts';
import type { RetentionKind } from './rules.ts';

/** What a kind of record is called, and from when on its days are counted and what happens then. */
export const kindWords: Readonly<Record<RetentionKind, { name: () => string; from: () => string }>> = {
	drafts: { name: () => m.rights_kind_drafts(), from: () => m.rights_kind_drafts_from() },
	organisation_reading: { name: () => m.rights_kind_reading(), from: () => m.rights_kind_reading_from() },
	referral_texts: { name: () => m.rights_kind_texts(), from: () => m.rights_kind_texts_from() },
	citizens: { name: () => m.rights_kind_citizens(), from: () => m.rights_kind_citizens_from() },
	mails: { name: () => m.rights_kind_mails(), from: () => m.rights_kind_mails_from() },
	links: { name: () => m.rights_kind_links(), from: () => m.rights_kind_links_from() },
	sessions: { name: () => m.rights_kind_sessions(), from: () => m.rights_kind_sessions_from() },
	lists: { name: () => m.rights_kind_lists(), from: () => m.rights_kind_lists_from() },
	pending_forms: { name: () => m.rights_kind_forms(), from: () => m.rights_kind_forms_from() },
};

export const holdWords: Readonly<Record<HoldReason, () => string>> = {
	complaint: () => m.rights_hold_complaint(),
	lawsuit: () => m.rights_hold_lawsuit(),
	supervision: () => m.rights_hold_supervision(),
	archive: () => m.rights_hold_archive(),
};

export const liftWords: Readonly<Record<LiftReason, () => string>> = {
	closed: () => m.rights_lift_closed(),
	mistaken: () => m.rights_lift_mistaken(),
	other: () => m.rights_lift_other(),
};
