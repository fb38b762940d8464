/** The consent as the citizen's page shows it: the text they can say yes to, with what each field holds. */
import type { StoredConsent } from '../stored-consent.server.ts';
import type { CitizenPage } from '../citizen-page.server.ts';
import { defaultExpiry } from '../consent.ts';
import {
	consentText,
	directionOf,
	isLanguage,
	languages,
	renderConsent,
	type Language,
} from '../consent-texts/index.ts';
import { citizenWord, draftNotice } from '../consent-texts/citizen-words.ts';
import { centreNameIn } from '../consent-texts/languages.ts';
import { fieldWords, type Block, type RenderedConsent } from '../consent-texts/render.ts';
import { unbroken } from './callable.ts';
import { inFieldOrder } from '../shared-fields.ts';

/** What the text needs to know of a referral, whoever reads it: the citizen's page and their paper. */
export type Told = Pick<
	CitizenPage,
	'authority' | 'centre' | 'caseworker' | 'organisation' | 'offer' | 'shared' | 'needsInterpreter'
>;

export interface ShownField {
	name: string;
	/** as the caseworker wrote it; null where nothing is written */
	value: string | null;
}

export type ShownBlock = Block | { readonly kind: 'fields'; readonly fields: readonly ShownField[] };

export interface ShownConsent extends Omit<RenderedConsent, 'blocks' | 'fields'> {
	consentId: string;
	fields: ShownField[];
	blocks: ShownBlock[];
	/** what is said as long as no person has approved the words */
	notice: string | null;
}

/** A language in the reader's own: `somali`. Where the platform does not know the word, the language's own name. */
function languageIn(language: Language, code: string): string {
	const own = languages.find((each) => each.code === code)?.name;
	const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(code);
	return name ?? own ?? code;
}

/** The language field holds two things: the language, and whether an interpreter is needed. */
function fieldValue(language: Language, page: Told, code: string): string | null {
	const value = page.shared.find((field) => field.code === code)?.value;
	if (value === undefined) return null;
	if (code !== 'language') return value;
	const interpreter = citizenWord(language, page.needsInterpreter ? 'yes' : 'no');
	return `${languageIn(language, value)} · ${citizenWord(language, 'label_interpreter')}: ${interpreter}`;
}

/**
 * @param language the one it is read in
 * @param now a yes said now would hold for as long from here
 */
export function shownConsent(page: Told, consent: StoredConsent, language: Language, now: Date): ShownConsent {
	const text = consentText(consent.kind, language, consent.textVersion);
	const rendered = renderConsent(text, {
		authority: page.authority.name,
		centre: centreNameIn(language, page.centre),
		caseworker: page.caseworker.name,
		organisation: page.organisation.name,
		offer: page.offer.name,
		phone: unbroken(page.centre.phone),
		purpose: consent.purpose,
		fields: consent.fields,
		expiresAt: consent.expiresAt ?? defaultExpiry(now),
	});
	const fields = inFieldOrder(consent.fields).map((code) => ({
		name: fieldWords(text, [code])[0] ?? code,
		value: fieldValue(language, page, code),
	}));
	// The list of fields is the very list that the text holds at its place.
	const isFields = (block: Block) => block.kind === 'list' && block.items === rendered.fields;
	return {
		...rendered,
		consentId: consent.id,
		fields,
		blocks: rendered.blocks.map((block) => (isFields(block) ? { kind: 'fields', fields } : block)),
		notice: draftNotice(language, text.status),
	};
}

/** The language to begin in: the one asked for, else the one of the question, else the one the citizen reads best. */
export function pageLanguage(asked: string | null, page?: CitizenPage): Language {
	const wishes = [asked, page?.consent?.language, page?.language];
	return wishes.find((code): code is Language => typeof code === 'string' && isLanguage(code)) ?? 'da';
}

/** What the html element says of it. */
export const spoken = (language: Language): { code: string; direction: 'ltr' | 'rtl' } => ({
	code: language,
	direction: directionOf(language),
});
