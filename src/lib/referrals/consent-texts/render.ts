import { DomainError } from '../../errors.ts';
import { inFieldOrder } from '../shared-fields.ts';
import { dateInWords, type Direction, type Language } from './languages.ts';
import { fill, type Placeholder } from './placeholders.ts';
import type { ConsentText, NoticeText, Question, SourceBlock, TextStatus } from './text.ts';

/** A piece of a rendered text: plain data that page, print and mail share. */
export type Block =
	| { readonly kind: 'heading' | 'paragraph' | 'instruction'; readonly text: string }
	| { readonly kind: 'list'; readonly items: readonly string[] }
	| { readonly kind: 'question'; readonly about: 'main' | 'feedback'; readonly text: string };

interface Rendered {
	readonly version: string;
	readonly language: Language;
	readonly direction: Direction;
	readonly status: TextStatus;
	readonly title: string;
	readonly blocks: readonly Block[];
}

export interface RenderedConsent extends Rendered {
	readonly intro: string;
	/** the names of the fields alone, for the list of what was shared */
	readonly fields: readonly string[];
	readonly question: Question;
	/** null when the kind of consent has none (obtaining) */
	readonly feedbackQuestion: Question | null;
}

export interface ConsentValues {
	/** the municipality, e.g. Københavns Kommune */
	readonly authority: string;
	readonly centre: string;
	readonly caseworker: string;
	readonly organisation: string;
	readonly offer: string;
	/** where one calls to withdraw */
	readonly phone: string;
	/** code of a purpose that the text has words for */
	readonly purpose: string;
	/** codes; shown in the one order of shared-fields.ts, whatever the order here */
	readonly fields: readonly string[];
	readonly expiresAt: Date;
}

export interface NoticeValues {
	readonly authority: string;
	readonly centre: string;
	readonly organisation: string;
	readonly phone: string;
	/** how to reach the data-protection officer: an e-mail or postal address */
	readonly dpo: string;
	/** for how many days after closing the organisation may still look */
	readonly days: number;
}

/**
 * The words as this citizen reads them (written) or hears them (oral).
 * @throws DomainError `consent.unknown_placeholder` or `consent.missing_value` 500; `consent.no_fields`,
 * `consent.unknown_field` or `consent.unknown_purpose` 422
 */
export function renderConsent(
	text: ConsentText,
	values: ConsentValues,
	form: 'written' | 'oral' = 'written',
): RenderedConsent {
	const { authority, centre, caseworker, organisation, offer, phone } = values;
	const names = { authority, centre, caseworker, organisation, offer, phone };
	const purpose = fill(wordFor(text.purposes, values.purpose, 'consent.unknown_purpose'), names, text.direction);
	const filled = { ...names, purpose, expires: dateInWords(text.language, values.expiresAt) };
	const say = (template: string) => fill(template, filled, text.direction);
	const question = ({ ask, yes, no }: Question): Question => ({ ask: say(ask), yes: say(yes), no: say(no) });

	const fields = fieldWords(text, values.fields);
	const asked = question(text.question);
	const askedFeedback = text.feedbackQuestion && question(text.feedbackQuestion);
	const source = form === 'oral' ? text.oral : text.body;
	return {
		...heads(text),
		title: say(text.title),
		intro: say(text.intro),
		fields,
		question: asked,
		feedbackQuestion: askedFeedback,
		blocks: source.map((piece) => block(piece, say, fields, { main: asked, feedback: askedFeedback })),
	};
}

/** The notice as it is handed over. @throws DomainError as `renderConsent` for placeholders */
export function renderNotice(text: NoticeText, values: NoticeValues): Rendered {
	const filled: Partial<Record<Placeholder, string>> = { ...values, days: String(values.days) };
	const say = (template: string) => fill(template, filled, text.direction);
	const nothingAsked = { main: null, feedback: null };
	return {
		...heads(text),
		title: say(text.title),
		blocks: text.body.map((piece) => block(piece, say, [], nothingAsked)),
	};
}

/**
 * What a text calls these fields, in their one order; for showing years later what was shared.
 * @throws DomainError `consent.no_fields`, `consent.unknown_field` 422
 */
export function fieldWords(text: ConsentText, codes: readonly string[]): string[] {
	if (codes.length === 0) throw new DomainError('consent.no_fields', 422);
	for (const code of codes) wordFor(text.fields, code, 'consent.unknown_field');
	return inFieldOrder(codes).map((code) => wordFor(text.fields, code, 'consent.unknown_field'));
}

function heads(text: ConsentText | NoticeText) {
	const { version, language, direction, status } = text;
	return { version, language, direction, status };
}

function block(
	piece: SourceBlock,
	say: (template: string) => string,
	fields: readonly string[],
	questions: Readonly<Record<'main' | 'feedback', Question | null>>,
): Block {
	if ('heading' in piece) return { kind: 'heading', text: say(piece.heading) };
	if ('paragraph' in piece) return { kind: 'paragraph', text: say(piece.paragraph) };
	if ('instruction' in piece) return { kind: 'instruction', text: say(piece.instruction) };
	if ('list' in piece) return { kind: 'list', items: piece.list.map(say) };
	if ('show' in piece) return { kind: 'list', items: fields };
	const question = questions[piece.ask];
	if (!question) throw new DomainError('consent.no_question', 500, `The text has no question about ${piece.ask}.`);
	return { kind: 'question', about: piece.ask, text: question.ask };
}

function wordFor(words: Readonly<Record<string, string>>, code: string, fault: string): string {
	const word = Object.hasOwn(words, code) ? words[code] : undefined;
	if (word === undefined) throw new DomainError(fault, 422, `The text has no word for ${code}.`, { code });
	return word;
}
