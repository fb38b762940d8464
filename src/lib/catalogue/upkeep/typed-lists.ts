/** Telephones and languages as an offer's form shows and reads them. */
import { getLocale } from '../../paraglide/runtime.js';
import { languageName } from '../../ui/language-name.ts';
import { readLanguage } from '../hsds/languages.ts';
import type { PhoneRecord } from '../hsds/record.ts';

/** `33 12 34 56 (hverdage)`, one a line. */
const phoneLine = ({ number, description }: PhoneRecord) => (description ? `${number} (${description})` : number);

export const phonesText = (phones: readonly PhoneRecord[]): string => phones.map(phoneLine).join('\n');

/** One that stays as it was keeps what the form does not show. */
export function phonesOf(typed: string | null, before: readonly PhoneRecord[]): PhoneRecord[] {
	return (typed ?? '')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => {
			const known = before.find((phone) => phoneLine(phone) === line);
			if (known) return known;
			const [, number = line, description] = /^([^(]+)(?:\((.*)\))?$/.exec(line) ?? [];
			return { number: number.trim(), type: 'voice', ...(description && { description }) };
		});
}

/** By name, in the language of the page. */
export const languagesText = (codes: readonly string[]): string =>
	codes.map((code) => languageName(code, getLocale())).join(', ');

/** By name or code, in Danish or English; one that stays as it was keeps the code it has. */
export function languagesOf(typed: string | null, before: readonly string[]): string[] {
	return (typed ?? '')
		.split(/[,;\n]/)
		.map((name) => name.trim())
		.filter((name) => name !== '')
		.flatMap((name) => {
			const known = before.find((code) => languageName(code, getLocale()) === name);
			return known ?? readLanguage(name, /^[a-z]{2}$/i.test(name) ? name.toLowerCase() : undefined).languages;
		});
}
