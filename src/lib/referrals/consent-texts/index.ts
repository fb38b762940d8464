/** All texts that were ever published, and how to find one. None is ever removed: consents point at them. */
import { DomainError } from '../../errors.ts';
import type { ConsentKind } from '../shared-fields.ts';
import { disclosure1ar } from './disclosure-1.ar.ts';
import { disclosure1da } from './disclosure-1.da.ts';
import { disclosure1en } from './disclosure-1.en.ts';
import { disclosure1pl } from './disclosure-1.pl.ts';
import { disclosure1so } from './disclosure-1.so.ts';
import { disclosure1uk } from './disclosure-1.uk.ts';
import type { Language } from './languages.ts';
import { notice1da } from './notice-1.da.ts';
import { notice1en } from './notice-1.en.ts';
import { obtaining1ar } from './obtaining-1.ar.ts';
import { obtaining1da } from './obtaining-1.da.ts';
import { obtaining1en } from './obtaining-1.en.ts';
import { obtaining1pl } from './obtaining-1.pl.ts';
import { obtaining1so } from './obtaining-1.so.ts';
import { obtaining1uk } from './obtaining-1.uk.ts';
import type { ConsentText, NoticeText } from './text.ts';

export { directionOf, isLanguage, languages, type Language } from './languages.ts';
export { renderConsent, renderNotice } from './render.ts';

export const consentTexts: readonly ConsentText[] = [
	disclosure1da,
	disclosure1en,
	disclosure1ar,
	disclosure1so,
	disclosure1pl,
	disclosure1uk,
	obtaining1da,
	obtaining1en,
	obtaining1ar,
	obtaining1so,
	obtaining1pl,
	obtaining1uk,
];

export const noticeTexts: readonly NoticeText[] = [notice1da, notice1en];

/**
 * The version a new consent is asked with: the one with the highest number.
 * @returns e.g. `disclosure-1`
 */
export function latestVersion(kind: ConsentKind | 'notice'): string {
	const number = (version: string) => Number(version.slice(version.lastIndexOf('-') + 1));
	const versions = [...consentTexts, ...noticeTexts].filter((text) => text.kind === kind).map((text) => text.version);
	const [latest] = versions.sort((a, b) => number(b) - number(a));
	if (latest === undefined) throw new DomainError('consent.unknown_text', 404, `There is no text for ${kind}.`);
	return latest;
}

/**
 * @param version that of a stored consent; the latest without it
 * @throws DomainError `consent.unknown_text` 404
 */
export function consentText(kind: ConsentKind, language: Language, version = latestVersion(kind)): ConsentText {
	const text = consentTexts.find(
		(candidate) => candidate.kind === kind && candidate.language === language && candidate.version === version,
	);
	if (!text) {
		throw new DomainError('consent.unknown_text', 404, `There is no ${version} in ${language}.`, { version, language });
	}
	return text;
}

/** The notice under GDPR articles 13 and 14: Danish, or English for every other language. */
export function noticeText(language: Language, version = latestVersion('notice')): NoticeText {
	const inLanguage = language === 'da' ? 'da' : 'en';
	const text = noticeTexts.find((candidate) => candidate.language === inLanguage && candidate.version === version);
	if (!text)
		throw new DomainError('consent.unknown_text', 404, `There is no ${version} in ${inLanguage}.`, { version });
	return text;
}
