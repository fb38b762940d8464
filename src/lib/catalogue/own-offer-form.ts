import { z } from 'zod';
import { m } from '../paraglide/messages.js';

/** What an organisation can say about room: the vocabulary's codes but *unknown*, in the words of an answer. */
const answers = ['open', 'few', 'waitlist', 'full', 'paused'] as const;

const words: Record<(typeof answers)[number], () => string> = {
	open: () => m.organisation_own_capacity_open(),
	few: () => m.organisation_own_capacity_few(),
	waitlist: () => m.organisation_own_capacity_waitlist(),
	full: () => m.organisation_own_capacity_full(),
	paused: () => m.organisation_own_capacity_paused(),
};

export const capacityAnswers = () => answers.map((value) => ({ value, label: words[value]() }));

const longestWait = 120;

export const ownOfferForm = z.object({
	capacity: z.enum(answers, { error: () => m.organisation_own_capacity_missing() }),
	wait_time: z
		.string()
		.trim()
		.max(longestWait, { error: () => m.organisation_own_wait_time_long() })
		.default(''),
	paused_until: z.union([z.literal(''), z.iso.date()], { error: () => m.organisation_own_date_wrong() }).default(''),
});

export const pauseForm = z.object({
	paused_until: z
		.string()
		.min(1, { error: () => m.organisation_own_pause_missing() })
		.pipe(z.iso.date({ error: () => m.organisation_own_date_wrong() })),
});
