import { unbroken } from './citizen-page/callable.ts';
import { consentText, directionOf, type Language } from './consent-texts/index.ts';
import { citizenWord, draftNotice, type CitizenWord } from './consent-texts/citizen-words.ts';
import { fieldWords } from './consent-texts/render.ts';
import type { StoredConsent } from './stored-consent.server.ts';
import type { Receipt } from './receipts.server.ts';

/** What a receipt says of the referral it belongs to. */
export interface ReceiptAbout {
	organisation: string;
	offer: string;
	authority: string;
	phone: string;
	consent: StoredConsent;
}

export interface ReceiptPaper {
	language: Language;
	direction: 'ltr' | 'rtl';
	title: string;
	/** what was said and when, as a sentence */
	happened: string;
	/** said as long as no person has approved the words */
	notice: string | null;
	facts: { label: string; value: string }[];
	/** the heading of the fields, and what they are called */
	about: string;
	fields: string[];
	code: { label: string; value: string };
	/** how anyone can see that it is genuine */
	check: string;
	keep: string;
}

/** The receipt in the citizen's words: the same for whoever prints it. */
export function receiptPaper(about: ReceiptAbout, receipt: Receipt, language: Language): ReceiptPaper {
	const { organisation, offer, authority, consent } = about;
	const phone = unbroken(about.phone);
	const expires = receipt.expiresAt ?? consent.expiresAt;
	const values = { organisation, phone, date: receipt.at, ...(expires && { expires }) };
	const word = (name: CitizenWord) => citizenWord(language, name, values);
	const text = consentText(consent.kind, language, consent.textVersion);
	return {
		language,
		direction: directionOf(language),
		title: word('receipt_title'),
		happened: receipt.event === 'requested' ? '' : word(`consent_${receipt.event}`),
		notice: draftNotice(language, text.status),
		facts: [
			{ label: word('label_organisation'), value: organisation },
			{ label: word('label_offer'), value: offer },
			{ label: word('label_centre'), value: authority },
			{ label: word('label_phone'), value: phone },
			{ label: word('label_method'), value: receipt.method ? word(`method_${receipt.method}`) : '' },
			{ label: word('label_text_version'), value: consent.textVersion },
		].filter(({ value }) => value !== ''),
		about: word('receipt_agreed'),
		fields: fieldWords(text, consent.fields),
		code: { label: word('receipt_code'), value: receipt.code.toUpperCase() },
		check: word('receipt_check'),
		keep: `${word('receipt_keep')} ${word('questions_call')}`,
	};
}
