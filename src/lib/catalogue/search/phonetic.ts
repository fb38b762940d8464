/*
 * How a Danish word sounds, roughly: those who write by ear write »jeld«, »sykolog« and »hjæmløs«. Two words with the
 * same key sound alike to somebody who does not hear the letters that are silent.
 */

/** In this order. */
const sounds: readonly (readonly [spelled: RegExp, heard: string])[] = [
	[/^ps/u, 's'],
	[/^(?:hj|gj|g(?=[eæ]))/u, 'j'],
	[/^hv/u, 'v'],
	[/sch|sh|sj|sk(?=[iy])/gu, 'sj'],
	[/ph/gu, 'f'],
	[/th/gu, 't'],
	[/c(?=[eiyæø])|z/gu, 's'],
	[/[cq]/gu, 'k'],
	[/x/gu, 'ks'],
	[/w/gu, 'v'],
	[/eg(?=n)|aj/gu, 'ej'],
	[/(?<=[lnr])d(?!r)/gu, ''],
	[/(?<=[aeiouyæøå])v(?=[^aeiouyæøå]|$)/gu, ''],
	[/æ/gu, 'e'],
	[/å/gu, 'o'],
	[/y/gu, 'ø'],
	[/g/gu, 'k'],
	[/b/gu, 'p'],
	[/d/gu, 't'],
	[/(.)\1+/gu, '$1'],
];

/** @param word folded */
export const soundOf = (word: string): string =>
	sounds.reduce((heard, [spelled, sound]) => heard.replace(spelled, sound), word);
