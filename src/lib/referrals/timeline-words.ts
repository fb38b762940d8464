import { m } from '../paraglide/messages.js';
import {
	attendanceWords,
	declineWords,
	endWords,
	errorWords,
	followUpWords,
	heardWords,
	helpedWords,
	methodWords,
	outcomeWords,
} from './referral-words.ts';
import type { TimelineEvent } from './timeline.server.ts';

/** A code in words, in the middle of a sentence; a code that is not among them as it is. */
function inWords(words: Readonly<Record<string, () => string>>, code: string | null): string {
	const word = code === null ? undefined : words[code];
	return (word?.() ?? code ?? '').toLocaleLowerCase();
}

type Sentence = (who: string, event: TimelineEvent) => string;

const sentences: Readonly<Record<string, Sentence>> = {
	send: (who) => m.referrals_event_send({ who }),
	open: (who) => m.referrals_event_open({ who }),
	accept: (who) => m.referrals_event_accept({ who }),
	waitlist: (who) => m.referrals_event_waitlist({ who }),
	decline: (who, { code }) => m.referrals_event_decline({ who, code: inWords(declineWords, code) }),
	propose: (who) => m.referrals_event_propose({ who }),
	expire: () => m.referrals_event_expire(),
	start: (who) => m.referrals_event_start({ who }),
	complete: (who, { code }) =>
		code
			? m.referrals_event_complete_code({ who, code: inWords(outcomeWords, code) })
			: m.referrals_event_complete({ who }),
	end: (who, { code }) => m.referrals_event_end({ who, code: inWords(endWords, code) }),
	confirm: (who, { code, party }) => {
		const answer = inWords(helpedWords, code);
		return party === 'citizen'
			? m.referrals_event_confirm({ who, code: answer })
			: m.referrals_event_confirm_staff({ who, code: answer });
	},
	withdraw: () => m.referrals_event_withdraw(),
	mark_error: (who, { code }) => m.referrals_event_mark_error({ who, code: inWords(errorWords, code) }),
	hand_over: (who, { party }) =>
		party === 'system' ? m.referrals_event_hand_over_role_ended() : m.referrals_event_hand_over({ who }),
	consent_requested: (who) => m.referrals_event_consent_requested({ who }),
	consent_given: (_, { code }) =>
		code
			? m.referrals_event_consent_given({ code: inWords(methodWords, code) })
			: m.referrals_event_consent_given_plain(),
	consent_refused: () => m.referrals_event_consent_refused(),
	consent_renewed: () => m.referrals_event_consent_renewed(),
	consent_withdrawn: (who, { party, code }) =>
		code
			? m.referrals_event_consent_withdrawn_heard({ who, heard: inWords(heardWords, code) })
			: party === 'staff'
				? m.referrals_event_consent_withdrawn_staff({ who })
				: m.referrals_event_consent_withdrawn(),
	consent_expired: () => m.referrals_event_consent_expired(),
	consent_invalidated: () => m.referrals_event_consent_invalidated(),
	obtaining_requested: (who) => m.rights_event_obtaining_requested({ who }),
	obtaining_given: () => m.rights_event_obtaining_given(),
	obtaining_refused: () => m.rights_event_obtaining_refused(),
	obtaining_renewed: () => m.rights_event_obtaining_renewed(),
	obtaining_withdrawn: (who, { party, code }) =>
		code
			? m.rights_event_obtaining_withdrawn_heard({ who, heard: inWords(heardWords, code) })
			: party === 'staff'
				? m.rights_event_obtaining_withdrawn_staff({ who })
				: m.rights_event_obtaining_withdrawn(),
	obtaining_expired: () => m.rights_event_obtaining_expired(),
	obtaining_invalidated: () => m.rights_event_obtaining_invalidated(),
};

/**
 * What happened, as a sentence: `Hamid Fares (Den Blå Bænk) sagde ja`.
 * @param organisation its name, put behind the name of whoever did something there
 */
export function eventText(event: TimelineEvent, organisation: string): string {
	const who = actorName(event, organisation);
	const followUp = /^follow_up_(.+)$/.exec(event.action)?.[1];
	if (followUp) {
		const kind = inWords(followUpWords, followUp);
		return m.referrals_event_follow_up({ who, kind, code: inWords(attendanceWords, event.code) });
	}
	return sentences[event.action]?.(who, event) ?? m.referrals_event_other({ who, action: event.action });
}

function actorName({ party, name }: TimelineEvent, organisation: string): string {
	if (party === 'citizen') return m.referrals_by_citizen();
	if (party === 'system') return m.referrals_by_clock();
	if (party === 'organisation') return name ? `${name} (${organisation})` : organisation;
	return name ?? m.referrals_by_clock();
}
