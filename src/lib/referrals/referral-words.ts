/** What the codes of a referral are called on the caseworker's pages, in the language of the request. */
import { m } from '../paraglide/messages.js';
import type { ConsentMethod, ConsentState } from './consent.ts';
import type { DraftStep } from './draft-steps.ts';
import type { DoorFault } from './offer-open.ts';
import type {
	Attendance,
	DeclineReason,
	EndReason,
	ErrorReason,
	FollowUpKind,
	Helped,
	Outcome,
	Purpose,
	State,
} from './referral-codes.ts';
import type { WorklistGroup } from './worklist-groups.ts';
import type { NextStep } from './worklist.ts';

type Words<Code extends string> = Readonly<Record<Code, () => string>>;

export const stateWords: Words<State> = {
	draft: () => m.referrals_state_draft(),
	sent: () => m.referrals_state_sent(),
	seen: () => m.referrals_state_seen(),
	waitlisted: () => m.referrals_state_waitlisted(),
	accepted: () => m.referrals_state_accepted(),
	redirect_proposed: () => m.referrals_state_redirect_proposed(),
	started: () => m.referrals_state_started(),
	completed: () => m.referrals_state_completed(),
	not_completed: () => m.referrals_state_not_completed(),
	declined: () => m.referrals_state_declined(),
	expired: () => m.referrals_state_expired(),
	withdrawn: () => m.referrals_state_withdrawn(),
	entered_in_error: () => m.referrals_state_entered_in_error(),
};

export const purposeWords: Words<Purpose> = {
	accompaniment: () => m.referrals_purpose_accompaniment(),
	contact: () => m.referrals_purpose_contact(),
	information: () => m.referrals_purpose_information(),
};

export const shortPurposeWords: Words<Purpose> = {
	accompaniment: () => m.referrals_purpose_short_accompaniment(),
	contact: () => m.referrals_purpose_short_contact(),
	information: () => m.referrals_purpose_short_information(),
};

/** What the purpose can't do without, in words. */
export const neededWords: Words<Purpose> = {
	accompaniment: () => m.referrals_consent_needed_accompaniment(),
	contact: () => m.referrals_consent_needed_contact(),
	information: () => m.referrals_consent_needed_information(),
};

export const stepWords: Words<DraftStep> = {
	citizen: () => m.referrals_step_citizen(),
	why: () => m.referrals_step_why(),
	accompaniment: () => m.referrals_step_accompaniment(),
	consent: () => m.referrals_step_consent(),
	review: () => m.referrals_step_review(),
};

export const declineWords: Words<DeclineReason> = {
	no_capacity: () => m.referrals_decline_no_capacity(),
	wrong_target_group: () => m.referrals_decline_wrong_target_group(),
	wrong_area: () => m.referrals_decline_wrong_area(),
	language: () => m.referrals_decline_language(),
	safety: () => m.referrals_decline_safety(),
	other: () => m.referrals_decline_other(),
};

export const endWords: Words<EndReason> = {
	not_reached: () => m.referrals_end_not_reached(),
	no_show: () => m.referrals_end_no_show(),
	citizens_wish: () => m.referrals_end_citizens_wish(),
	moved: () => m.referrals_end_moved(),
	died: () => m.referrals_end_died(),
	other: () => m.referrals_end_other(),
};

export const outcomeWords: Words<Outcome> = {
	goals_met: () => m.referrals_outcome_goals_met(),
	partly: () => m.referrals_outcome_partly(),
	moved_on: () => m.referrals_outcome_moved_on(),
	other: () => m.referrals_outcome_other(),
};

export const helpedWords: Words<Helped> = {
	yes: () => m.referrals_helped_yes(),
	partly: () => m.referrals_helped_partly(),
	no: () => m.referrals_helped_no(),
	rather_not_say: () => m.referrals_helped_rather_not_say(),
};

export const errorWords: Words<ErrorReason> = {
	wrong_citizen: () => m.referrals_error_wrong_citizen(),
	wrong_organisation: () => m.referrals_error_wrong_organisation(),
	duplicate: () => m.referrals_error_duplicate(),
	citizen_said_no: () => m.referrals_error_citizen_said_no(),
	other: () => m.referrals_error_other(),
};

export const followUpWords: Words<FollowUpKind> = {
	first_contact: () => m.referrals_follow_up_first_contact(),
	thirty_days: () => m.referrals_follow_up_thirty_days(),
	ninety_days: () => m.referrals_follow_up_ninety_days(),
};

export const attendanceWords: Words<Attendance> = {
	attended: () => m.referrals_attendance_attended(),
	sometimes: () => m.referrals_attendance_sometimes(),
	no_show: () => m.referrals_attendance_no_show(),
	not_started: () => m.referrals_attendance_not_started(),
	unknown: () => m.referrals_attendance_unknown(),
};

export const methodWords: Words<ConsentMethod> = {
	oral: () => m.referrals_method_oral(),
	signed_screen: () => m.referrals_method_signed_screen(),
	signed_paper: () => m.referrals_method_signed_paper(),
	digital: () => m.referrals_method_digital(),
};

export const consentWords: Words<ConsentState> = {
	none: () => m.referrals_consent_none(),
	requested: () => m.referrals_consent_state_requested(),
	given: () => m.referrals_consent_state_given(),
	renewed: () => m.referrals_consent_state_given(),
	refused: () => m.referrals_consent_state_refused(),
	withdrawn: () => m.referrals_consent_state_withdrawn(),
	expired: () => m.referrals_consent_state_expired(),
	invalidated: () => m.referrals_consent_state_invalidated(),
};

export const groupWords: Words<WorklistGroup> = {
	today: () => m.referrals_group_today(),
	drafts: () => m.referrals_group_drafts(),
	waiting: () => m.referrals_group_waiting(),
	waitlist: () => m.referrals_group_waitlist(),
	agreed: () => m.referrals_group_agreed(),
	under_way: () => m.referrals_group_under_way(),
	closed: () => m.referrals_group_closed(),
};

/** The next step as a button says it. */
export const nextWords: Words<NextStep> = {
	finish_draft: () => m.referrals_next_finish_draft(),
	wait_for_citizen: () => m.referrals_next_wait_for_citizen(),
	citizen_refused: () => m.referrals_next_citizen_refused(),
	send_draft: () => m.referrals_next_send_draft(),
	wait_for_answer: () => m.referrals_next_wait_for_answer(),
	call_organisation: () => m.referrals_next_call_organisation(),
	see_answer: () => m.referrals_next_see_answer(),
	follow_up: () => m.referrals_next_follow_up(),
	start: () => m.referrals_next_start(),
	wait_for_place: () => m.referrals_next_wait_for_place(),
	wait: () => m.referrals_next_wait(),
	find_another: () => m.referrals_next_find_another(),
	hear_citizen: () => m.referrals_next_hear_citizen(),
	read_message: () => m.referrals_next_read_message(),
	none: () => m.referrals_next_none(),
};

/** Why an offer takes no referral today. @param date until when it pauses, in words; empty when it isn't known */
export const doorWords: Readonly<Record<DoorFault, (about: { organisation: string; date: string }) => string>> = {
	'offer.closed': () => m.referrals_door_closed(),
	'offer.no_referrals': () => m.referrals_door_no_referrals(),
	'offer.full': () => m.referrals_door_full(),
	'offer.paused': ({ date }) => (date ? m.referrals_door_paused_until({ date }) : m.referrals_door_paused()),
	'offer.organisation_paused': (about) => m.referrals_door_organisation_paused(about),
};

/** A list of codes as the answers of a question. */
export const options = <Code extends string>(words: Words<Code>): { value: Code; label: string }[] =>
	(Object.keys(words) as Code[]).map((value) => ({ value, label: words[value]() }));

/** How the caseworker heard it. */
export const heardWords = {
	in_person: () => m.referrals_heard_in_person(),
	phone: () => m.referrals_heard_phone(),
	letter: () => m.referrals_heard_letter(),
};
