/** The coded values of a referral: stored, counted and sent; the words for them are messages. */

export const states = [
	'draft',
	'sent',
	'seen',
	'waitlisted',
	'accepted',
	'redirect_proposed',
	'started',
	'completed',
	'not_completed',
	'declined',
	'expired',
	'withdrawn',
	'entered_in_error',
] as const;
export type State = (typeof states)[number];

/** why the citizen is referred: to be brought across into a community, to be contacted, or only told about it */
export const purposes = ['accompaniment', 'contact', 'information'] as const;
export type Purpose = (typeof purposes)[number];

export const declineReasons = [
	'no_capacity',
	'wrong_target_group',
	'wrong_area',
	'language',
	'safety',
	'other',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const endReasons = ['not_reached', 'no_show', 'citizens_wish', 'moved', 'died', 'other'] as const;
export type EndReason = (typeof endReasons)[number];

export const outcomes = ['goals_met', 'partly', 'moved_on', 'other'] as const;
export type Outcome = (typeof outcomes)[number];

/** what the citizen says came of it */
export const helpedAnswers = ['yes', 'partly', 'no', 'rather_not_say'] as const;
export type Helped = (typeof helpedAnswers)[number];

export const followUpKinds = ['first_contact', 'thirty_days', 'ninety_days'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

export const attendances = ['attended', 'sometimes', 'no_show', 'not_started', 'unknown'] as const;
export type Attendance = (typeof attendances)[number];

/** why a referral is cancelled: it should never have been made, or the citizen said no before it was sent */
export const errorReasons = ['wrong_citizen', 'wrong_organisation', 'duplicate', 'citizen_said_no', 'other'] as const;
export type ErrorReason = (typeof errorReasons)[number];

/** How the caseworker heard the citizen's word when a consent was withdrawn. */
export const heardWays = ['in_person', 'phone', 'letter'] as const;
export type HeardWay = (typeof heardWays)[number];
