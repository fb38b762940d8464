import { m } from '../paraglide/messages.js';
import type { AgeBand } from '../referrals/shared-fields.ts';

/** `25–39 år`, `65 år eller ældre`. */
export const ageBandName = (band: AgeBand): string =>
	band === '65+' ? m.citizens_age_65() : m.citizens_age_span({ span: band.replace('-', '–') });
