import { z } from 'zod';
import { m } from '../paraglide/messages.js';
import { ownCapacities } from './own-offer-answers.ts';

/*
 * Checked on the server only: the page takes its answers from own-offer-answers.ts, so that Zod stays out of the browser.
 */

const longestWait = 120;

export const ownOfferForm = z.object({
	capacity: z.enum(ownCapacities, { error: () => m.organisation_own_capacity_missing() }),
	wait_time: z
		.string()
		.trim()
		.max(longestWait, { error: () => m.organisation_own_wait_time_long() })
		.default(''),
	paused_until: z
		.literal('')
		.or(z.iso.date({ error: () => m.organisation_own_date_wrong() }))
		.default(''),
});

export const pauseForm = z.object({
	paused_until: z
		.string({ error: () => m.organisation_own_pause_missing() })
		.min(1, { error: () => m.organisation_own_pause_missing() })
		.pipe(z.iso.date({ error: () => m.organisation_own_date_wrong() })),
});
