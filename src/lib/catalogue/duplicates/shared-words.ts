import { m } from '../../paraglide/messages.js';
import type { SharedTrait } from './likeness.ts';

const words: Record<SharedTrait, () => string> = {
	name: () => m.duplicates_shared_name(),
	organisation: () => m.duplicates_shared_organisation(),
	phone: () => m.duplicates_shared_phone(),
	email: () => m.duplicates_shared_email(),
	website: () => m.duplicates_shared_website(),
	address: () => m.duplicates_shared_address(),
};

/** What two offers share, in words: `Navn, telefon`. */
export function sharedWords(shared: readonly SharedTrait[]): string {
	const text = shared.map((trait) => words[trait]()).join(', ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}
