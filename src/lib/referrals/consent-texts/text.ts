/**
 * The shape of a versioned text that a citizen says yes or no to.
 *
 * One file is one version in one language, with every word that belongs to it: what is read, what is read aloud, what
 * the fields and purposes are called, the questions and the answers. A published file is never edited: a new wording is
 * a new version, so that the hash stored with a consent always leads back to what that person was told.
 */
import type { ConsentPurpose, ObtainedField, SharedField } from '../shared-fields.ts';
import type { Direction, Language } from './languages.ts';

/** draft: the Danish original, not approved. draft_translation: a translation nobody has approved. */
export type TextStatus = 'draft' | 'draft_translation' | 'approved';

/** A piece of a text, with `{placeholders}`. An instruction is for the one who reads aloud, and is not read aloud. */
export type SourceBlock =
	| { readonly heading: string }
	| { readonly paragraph: string }
	| { readonly instruction: string }
	| { readonly list: readonly string[] }
	/** the names of the consent's fields, filled in */
	| { readonly show: 'fields' }
	/** the question in its place; on paper and screen the page asks it after the text */
	| { readonly ask: 'main' | 'feedback' };

export interface Question {
	readonly ask: string;
	readonly yes: string;
	readonly no: string;
}

interface VersionedText {
	/** `disclosure-1`: the kind and its number, counting up */
	readonly version: string;
	readonly language: Language;
	readonly direction: Direction;
	/** not part of the hash: approving a text doesn't change a word of it */
	readonly status: TextStatus;
	readonly title: string;
	readonly body: readonly SourceBlock[];
}

interface AskingText extends VersionedText {
	readonly intro: string;
	/** the same said by the caseworker or an interpreter */
	readonly oral: readonly SourceBlock[];
	readonly question: Question;
}

export interface DisclosureText extends AskingText {
	readonly kind: 'disclosure';
	readonly purposes: Readonly<Record<Exclude<ConsentPurpose, 'coordination'>, string>>;
	readonly fields: Readonly<Record<SharedField, string>>;
	/** a yes of its own: the organisation may tell the administration how it goes */
	readonly feedbackQuestion: Question;
}

export interface ObtainingText extends AskingText {
	readonly kind: 'obtaining';
	readonly purposes: Readonly<Record<'coordination', string>>;
	readonly fields: Readonly<Record<ObtainedField, string>>;
	readonly feedbackQuestion: null;
}

export type ConsentText = DisclosureText | ObtainingText;

/** What GDPR articles 13 and 14 want people told; nothing is asked in it. */
export interface NoticeText extends VersionedText {
	readonly kind: 'notice';
}
