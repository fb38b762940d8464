import { z } from 'zod';
import { m } from '../paraglide/messages.js';
import { ownCapacities } from './own-offer-answers.ts';
import type { SaidCapacity } from './upkeep/capacity.server.ts';

/*
 * Checked on the server only: the page takes its answers from own-offer-answers.ts, so that Zod stays out of the browser.
 */

const longestWait = 120;

const day = z
	.literal('')
	.or(z.iso.date({ error: () => m.organisation_own_date_wrong() }))
	.default('');

const amount = z
	.string()
	.trim()
	.regex(/^\d{0,4}$/, { error: () => m.upkeep_own_available_wrong() })
	.transform((typed) => (typed === '' ? null : Number(typed)))
	.default(null);

export const ownOfferForm = z.object({
	capacity: z.enum(ownCapacities, { error: () => m.organisation_own_capacity_missing() }),
	wait_time: z
		.string()
		.trim()
		.max(longestWait, { error: () => m.organisation_own_wait_time_long() })
		.default(''),
	available: amount,
	maximum: amount,
	waitlist_until: day,
	capacity_expires: day,
	paused_until: day,
});

/** The filled form as what is said about one offer. */
export const saidCapacity = (offerId: string, form: z.output<typeof ownOfferForm>): SaidCapacity => ({
	offerId,
	capacity: form.capacity,
	available: form.available,
	maximum: form.maximum,
	waitlistUntil: form.waitlist_until || null,
	expires: form.capacity_expires || null,
	waitTime: form.wait_time || null,
	pausedUntil: form.paused_until || null,
});

export const pauseForm = z.object({
	paused_until: z
		.string({ error: () => m.organisation_own_pause_missing() })
		.min(1, { error: () => m.organisation_own_pause_missing() })
		.pipe(z.iso.date({ error: () => m.organisation_own_date_wrong() })),
});
