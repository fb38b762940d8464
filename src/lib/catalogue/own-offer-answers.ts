import { m } from '../paraglide/messages.js';

/** What an organisation can say about room: the vocabulary's codes but *unknown*. */
export const ownCapacities = ['open', 'few', 'waitlist', 'full', 'paused'] as const;

const words: Record<(typeof ownCapacities)[number], () => string> = {
	open: () => m.organisation_own_capacity_open(),
	few: () => m.organisation_own_capacity_few(),
	waitlist: () => m.organisation_own_capacity_waitlist(),
	full: () => m.organisation_own_capacity_full(),
	paused: () => m.organisation_own_capacity_paused(),
};

/** The same as answers to “is there room?”. */
export const capacityAnswers = () => ownCapacities.map((value) => ({ value, label: words[value]() }));
