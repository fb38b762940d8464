import { z } from 'zod';
import { m } from '../../paraglide/messages.js';
import { reportKinds } from './report-kinds.ts';

const words = 1000;

/** “Meld fejl”: what is wrong, and what is right instead. `website` is a field that only a robot fills in. */
export const reportForm = z.object({
	kind: z.enum(reportKinds, { error: () => m.upkeep_report_kind_missing() }),
	words: z
		.string({ error: () => m.upkeep_report_words_missing() })
		.trim()
		.min(3, { error: () => m.upkeep_report_words_missing() })
		.max(words, { error: () => m.upkeep_too_long() }),
	website: z.string().default(''),
});

export const reportAnswerForm = z.object({
	note: z
		.string()
		.trim()
		.max(words, { error: () => m.upkeep_too_long() })
		.default(''),
});
