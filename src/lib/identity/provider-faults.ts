import { m } from '../paraglide/messages.js';

/** Why signing in with the municipality's own account came to nothing, as the address of the sign-in page says it. */
export const providerFaults = ['away', 'failed', 'no_role', 'closed', 'email_taken', 'no_second_factor'] as const;
export type ProviderFault = (typeof providerFaults)[number];

const sentences: Record<ProviderFault, () => string> = {
	away: () => m.identity_provider_away(),
	failed: () => m.identity_provider_failed(),
	no_role: () => m.identity_provider_no_role(),
	closed: () => m.identity_provider_closed(),
	email_taken: () => m.identity_provider_email_taken(),
	no_second_factor: () => m.identity_provider_no_second_factor(),
};

/** @param code from the address, where anything may stand */
export const providerFault = (code: string): string =>
	(Object.hasOwn(sentences, code) ? sentences[code as ProviderFault] : sentences.failed)();
