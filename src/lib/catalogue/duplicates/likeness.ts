import type { PhoneRecord } from '../hsds/record.ts';
import { stem } from '../search/stem.ts';
import { stopWords } from '../search/stop-words.ts';
import { words } from '../search/words.ts';

/*
 * Whether two offers look like the same. A name alone says little: there is a homework café in every district. So the
 * names must be near each other, and something else must be shared: who offers it, a phone, an address.
 */

/** What two offers are compared by. */
export interface Traits {
	name: string;
	organisation: string;
	organisationId: string;
	phones: readonly PhoneRecord[];
	email: string | null;
	url: string | null;
	/** street and number with the postcode; of places whose address is secret there is none */
	addresses: readonly { address: string | null; postcode: string | null }[];
}

/** What two offers share. */
export const sharedTraits = ['name', 'organisation', 'phone', 'email', 'website', 'address'] as const;
export type SharedTrait = (typeof sharedTraits)[number];

export interface Likeness {
	/** 0–1 for the names, and a tenth more for everything else they share: only for putting the surest first */
	score: number;
	shared: SharedTrait[];
}

/** Traits as they are compared. */
export interface Signature {
	organisationId: string;
	organisation: ReadonlySet<string>;
	name: ReadonlySet<string>;
	nameParts: ReadonlySet<string>;
	/** numbers in the name: `18`, `2` */
	numbers: string;
	phones: ReadonlySet<string>;
	emails: ReadonlySet<string>;
	/** page of the offer itself, not the front page of a website */
	pages: ReadonlySet<string>;
	addresses: ReadonlySet<string>;
}

/** Words that half of all organisations have in their name, in Danish and in English. */
const common = new Set(
	(
		'forening foreningen fonden center centret københavn danmark dansk danske aps ' +
		'inc foundation project program services organization association community church'
	).split(' '),
);

const telling = (text: string) => words(text).filter((word) => !stopWords.has(word) && !common.has(word));

/** Parts of three letters, the words' ends among them: they survive typing errors, endings and another order. */
function partsOf(list: Iterable<string>): Set<string> {
	const parts = new Set<string>();
	for (const word of list) {
		const padded = ` ${word} `;
		for (let at = 0; at + 3 <= padded.length; at += 1) parts.add(padded.slice(at, at + 3));
	}
	return parts;
}

/** Dice's coefficient: 1 the same, 0 nothing in common. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const [small, large] = a.size < b.size ? [a, b] : [b, a];
	if (small.size === 0) return 0;
	let both = 0;
	for (const part of small) if (large.has(part)) both += 1;
	return (2 * both) / (small.size + large.size);
}

/** Without country code; what is shorter than eight digits is a short number of somebody's switchboard. */
function phoneKey({ number, extension = '' }: PhoneRecord): string | undefined {
	const digits = number.replaceAll(/\D/gu, '').replace(/^(?:00)?45(?=\d{8}$)/u, '');
	return digits.length < 8 ? undefined : `${digits}${extension && `x${extension}`}`;
}

/** @returns undefined for the front page of a website: its organisation's offers share that */
function pageKey(url: string): string | undefined {
	const plain = url
		.trim()
		.toLowerCase()
		.replace(/^https?:\/\//u, '')
		.replace(/^www\./u, '')
		.replace(/[#?].*$/u, '')
		.replace(/\/+(?:index\.\w+)?$/u, '');
	return plain.includes('/') ? plain : undefined;
}

/** Street and first number, `nørrebrogade 9` of `Nørrebrogade 9, st. tv.`, with the postcode. */
function addressKey({ address, postcode }: Traits['addresses'][number]): string | undefined {
	const street = /^(\D*)(\d+)\s?([a-z](?![a-z]))?/iu.exec(address?.trim() ?? '');
	if (!street?.[1]) return undefined;
	return [...words(street[1]), `${street[2]}${(street[3] ?? '').toLowerCase()}`, postcode ?? ''].join(' ');
}

/** `2`, `18`, `1b`, `iii` */
const number = /\d|^(?:i{2,3}|i?[vx]|vi{1,3})$/u;

const known = (keys: Iterable<string | undefined>) =>
	new Set([...keys].filter((key): key is string => key !== undefined && key !== ''));

/** The words of an organisation's name that tell it from others; all of them where none does. */
export function organisationWords(name: string): Set<string> {
	const own = telling(name);
	return new Set(own.length > 0 ? own : words(name));
}

export function signatureOf(traits: Traits): Signature {
	const organisation = telling(traits.organisation);
	const all = words(traits.name);
	// `Gældscafé – Den Blå Bænk` is called Gældscafé.
	const own = all.filter((word) => !stopWords.has(word) && !common.has(word) && !organisation.includes(word));
	const name = own.length > 0 ? own : all;
	return {
		organisationId: traits.organisationId,
		organisation: organisationWords(traits.organisation),
		name: new Set(name),
		nameParts: partsOf(name.map(stem)),
		numbers: all.filter((word) => number.test(word)).join(' '),
		phones: known(traits.phones.map(phoneKey)),
		emails: known([traits.email?.trim().toLowerCase()]),
		pages: known([traits.url === null ? undefined : pageKey(traits.url)]),
		addresses: known(traits.addresses.map(addressKey)),
	};
}

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((key) => b.has(key));

/** Letters that a name inside another must have to mean the same: `Red Barnet` in `Red Barnet Ungdom`. */
const lettersThatTell = 6;
/** How near two names of organisations must be; tried on the directories that the tests use. */
const sameOrganisation = 0.8;

/** Whether two names stand for the same organisation, as far as names tell. */
export function organisationsAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	const [small, large] = a.size < b.size ? [a, b] : [b, a];
	const letters = [...small].join('').length;
	if (letters >= lettersThatTell && small.size * 2 >= large.size && [...small].every((word) => large.has(word)))
		return true;
	return alike(partsOf(a), partsOf(b)) >= sameOrganisation;
}

/** Nearly the same letters. */
const sameName = 0.78;
/** A word more or less, or another ending. */
const nearName = 0.68;
/** Two names of what has one page, and one phone. */
const relatedName = 0.5;

/**
 * Compares two offers.
 * @param sameOwner whether their organisations are the same, when the caller knows already
 * @returns undefined when they don't look like the same
 */
export function likeness(a: Signature, b: Signature, sameOwner?: boolean): Likeness | undefined {
	// Four groups of the same club have four names that differ by a number.
	if (a.numbers !== '' && b.numbers !== '' && a.numbers !== b.numbers) return undefined;
	const nameMost = (2 * Math.min(a.nameParts.size, b.nameParts.size)) / (a.nameParts.size + b.nameParts.size || 1);
	if (nameMost < relatedName) return undefined;
	const name = alike(a.nameParts, b.nameParts);
	if (name < relatedName) return undefined;
	const shared: SharedTrait[] = [];
	const owner =
		sameOwner ?? (a.organisationId === b.organisationId || organisationsAlike(a.organisation, b.organisation));
	if (owner) shared.push('organisation');
	if (meet(a.phones, b.phones)) shared.push('phone');
	if (meet(a.emails, b.emails)) shared.push('email');
	const page = meet(a.pages, b.pages);
	if (page) shared.push('website');
	const place = meet(a.addresses, b.addresses);
	if (place) shared.push('address');
	if (shared.length === 0) return undefined;
	// A chain has an offer of the same name, with the same phone, in each of its houses.
	const elsewhere = !place && a.addresses.size > 0 && b.addresses.size > 0;
	const isLikely =
		(name >= sameName && shared.length >= 1) ||
		(name >= nearName && shared.length >= 2) ||
		(page && shared.some((trait) => trait !== 'website' && trait !== 'organisation'));
	if (!isLikely || (elsewhere && !page)) return undefined;
	return { score: name + shared.length / 10, shared: [...(name >= nearName ? (['name'] as const) : []), ...shared] };
}
