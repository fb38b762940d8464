import type { Answer } from './words.ts';

/** Where a referral is answered: its page with that form open. Asking happens among the messages. */
export const answerHref = (id: string, answer: Answer): string =>
	`/inbox/${id}?answer=${answer}#${answer === 'ask' ? 'messages' : 'answer'}`;
