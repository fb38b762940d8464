/** What an organisation reads about a referral: where it stands, what happened, what a field is called. */
import { m } from '../../paraglide/messages.js';
import { isoDay, longDate, type Locale } from '../../ui/dates.ts';
import { languageName } from '../../ui/language-name.ts';
import type { InboxRow, SharedContent } from '../inbox.server.ts';
import type { InboxAction } from '../inbox.ts';
import type { DeclineReason, EndReason, Outcome, Purpose, State } from '../referral-codes.ts';
import type { SharedField } from '../shared-fields.ts';
import type { ToldEvent } from '../inbox.server.ts';
import type { OrganisationEvent } from '../organisation-events.ts';

type Words<Code extends string> = Readonly<Record<Code, () => string>>;

/** Asking is no step of the referral: it writes to the caseworker. */
export type Answer = InboxAction | 'ask';

export const answerWords: Words<Answer> = {
	accept: () => m.organisation_answer_accept(),
	waitlist: () => m.organisation_answer_waitlist(),
	decline: () => m.organisation_answer_decline(),
	propose: () => m.organisation_answer_propose(),
	start: () => m.organisation_answer_start(),
	complete: () => m.organisation_answer_complete(),
	end: () => m.organisation_answer_end(),
	ask: () => m.organisation_answer_ask(),
};

export const doneWords: Words<Answer> = {
	accept: () => m.organisation_done_accept(),
	waitlist: () => m.organisation_done_waitlist(),
	decline: () => m.organisation_done_decline(),
	propose: () => m.organisation_done_propose(),
	start: () => m.organisation_done_start(),
	complete: () => m.organisation_done_complete(),
	end: () => m.organisation_done_end(),
	ask: () => m.organisation_done_ask(),
};

export const declineWords: Words<DeclineReason> = {
	no_capacity: () => m.organisation_decline_no_capacity(),
	wrong_target_group: () => m.organisation_decline_wrong_target_group(),
	wrong_area: () => m.organisation_decline_wrong_area(),
	language: () => m.organisation_decline_language(),
	safety: () => m.organisation_decline_safety(),
	other: () => m.organisation_decline_other(),
};

export const endWords: Words<EndReason> = {
	not_reached: () => m.organisation_end_not_reached(),
	no_show: () => m.organisation_end_no_show(),
	citizens_wish: () => m.organisation_end_citizens_wish(),
	moved: () => m.organisation_end_moved(),
	died: () => m.organisation_end_died(),
	other: () => m.organisation_end_other(),
};

export const outcomeWords: Words<Outcome> = {
	goals_met: () => m.organisation_outcome_goals_met(),
	partly: () => m.organisation_outcome_partly(),
	moved_on: () => m.organisation_outcome_moved_on(),
	other: () => m.organisation_outcome_other(),
};

export const purposeWords: Words<Purpose> = {
	accompaniment: () => m.organisation_one_purpose_accompaniment(),
	contact: () => m.organisation_one_purpose_contact(),
	information: () => m.organisation_one_purpose_information(),
};

export const fieldWords: Words<SharedField> = {
	given_name: () => m.organisation_field_given_name(),
	family_name: () => m.organisation_field_family_name(),
	phone: () => m.organisation_field_phone(),
	email: () => m.organisation_field_email(),
	language: () => m.organisation_field_language(),
	age_band: () => m.organisation_field_age_band(),
	safe_contact: () => m.organisation_field_safe_contact(),
	need: () => m.organisation_field_need(),
	goals: () => m.organisation_field_goals(),
	accompaniment: () => m.organisation_field_accompaniment(),
	practical: () => m.organisation_field_practical(),
};

export const options = <Code extends string>(words: Words<Code>, without: readonly Code[] = []) =>
	(Object.keys(words) as Code[])
		.filter((value) => !without.includes(value))
		.map((value) => ({ value, label: words[value]() }));

/** Whom it is about, as far as the consent tells. */
export const whoWord = (row: Pick<InboxRow, 'who'>): string => row.who ?? m.organisation_someone();

/** The language, and whether an interpreter is needed. */
export function languageWord(
	{ code, needsInterpreter }: NonNullable<SharedContent['language']>,
	locale: Locale,
): string {
	const language = languageName(code, locale);
	return needsInterpreter ? m.organisation_interpreter_yes({ language }) : m.organisation_interpreter_no({ language });
}

const since: Partial<Record<State, (inputs: { date: string }) => string>> = {
	started: m.organisation_when_started,
	completed: m.organisation_when_completed,
	not_completed: m.organisation_when_not_completed,
	declined: m.organisation_when_declined,
	expired: m.organisation_when_expired,
	withdrawn: m.organisation_when_withdrawn,
};

/** Where it stands and what is awaited, in one sentence. */
export function whenWord(row: InboxRow, now: Date, locale: Locale): string {
	const today = isoDay(now);
	const date = (day: Date | string) => longDate(day, locale, now);
	const { answerBy, expectedOn, contactBy } = row;
	if (answerBy) {
		if (answerBy === today) return m.organisation_when_answer_today();
		return (answerBy < today ? m.organisation_when_answer_late : m.organisation_when_answer_by)({
			date: date(answerBy),
		});
	}
	if (row.state === 'waitlisted') {
		if (!expectedOn) return m.organisation_when_waitlisted();
		return (expectedOn <= today ? m.organisation_when_place_due : m.organisation_when_place_on)({
			date: date(expectedOn),
		});
	}
	if (row.state === 'accepted') {
		return contactBy ? m.organisation_when_contact_by({ date: date(contactBy) }) : m.organisation_when_accepted();
	}
	if (row.state === 'redirect_proposed') return m.organisation_when_proposed();
	return since[row.state]?.({ date: date(row.stateSince) }) ?? '';
}

const events: Readonly<Record<OrganisationEvent, (inputs: { name: string }) => string>> = {
	send: m.organisation_event_send,
	open: m.organisation_event_open,
	accept: m.organisation_event_accept,
	waitlist: m.organisation_event_waitlist,
	decline: m.organisation_event_decline,
	propose: m.organisation_event_propose,
	start: m.organisation_event_start,
	complete: m.organisation_event_complete,
	end: m.organisation_event_end,
	expire: () => m.organisation_event_expire(),
	withdraw: () => m.organisation_event_withdraw(),
	consent_withdrawn: () => m.organisation_event_consent_withdrawn(),
	consent_expired: () => m.organisation_event_consent_expired(),
	hand_over: () => m.organisation_event_hand_over(),
};

/** What happened, in a sentence. */
export const eventWord = ({ action, name }: ToldEvent): string =>
	events[action]({ name: name ?? m.organisation_event_nobody() });
