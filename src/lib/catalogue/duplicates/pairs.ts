import { likeness, organisationsAlike, type Likeness, type Signature } from './likeness.ts';

/** Two offers that may be the same, of two lists. */
export interface Pair<T> extends Likeness {
	one: T;
	other: T;
}

/** What more offers than this share (a municipality's switchboard, a house of associations) says nothing about any. */
export const mostSharing = 200;

type WithSignature = { readonly signature: Signature };

function grouped<T>(items: readonly T[], keysOf: (item: T) => Iterable<string>): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		for (const key of keysOf(item)) {
			const group = groups.get(key);
			if (group) group.push(item);
			else groups.set(key, [item]);
		}
	}
	return groups;
}

function* contactKeys({ signature: { phones, emails, pages, addresses } }: WithSignature): Generator<string> {
	for (const key of phones) yield `phone ${key}`;
	for (const key of emails) yield `email ${key}`;
	for (const key of pages) yield `page ${key}`;
	for (const key of addresses) yield `address ${key}`;
}

/** Organisations of the one list with those of the other that are called the same; names are compared once for all. */
function sameOwners<T extends WithSignature>(ours: readonly T[], theirs: readonly T[]): [T[], T[]][] {
	const byId = (list: readonly T[]) => [...grouped(list, ({ signature }) => [signature.organisationId]).values()];
	const wordsOf = ([first]: T[]) => first?.signature.organisation ?? new Set<string>();
	const theirOwners = byId(theirs);
	const byWord = grouped(theirOwners, wordsOf);
	const found: [T[], T[]][] = [];
	for (const own of byId(ours)) {
		const near = new Set<T[]>();
		for (const word of wordsOf(own)) {
			const with_ = byWord.get(word) ?? [];
			if (with_.length <= mostSharing) for (const owner of with_) near.add(owner);
		}
		for (const owner of near) if (organisationsAlike(wordsOf(own), wordsOf(owner))) found.push([own, owner]);
	}
	return found;
}

/**
 * The likely duplicates between two lists, the surest first. Only offers are compared that share a contact or an owner,
 * so that the work grows with the catalogue and not with its square.
 */
export function likelyPairs<T extends WithSignature>(ours: readonly T[], theirs: readonly T[]): Pair<T>[] {
	const seen = new Map<T, Set<T>>();
	const pairs: Pair<T>[] = [];
	const compare = (one: T, other: T, sameOwner?: boolean) => {
		const compared = seen.get(one) ?? new Set();
		seen.set(one, compared);
		if (compared.has(other)) return;
		compared.add(other);
		const found = likeness(one.signature, other.signature, sameOwner);
		if (found) pairs.push({ one, other, ...found });
	};
	for (const [own, their] of sameOwners(ours, theirs))
		for (const one of own) for (const other of their) compare(one, other, true);
	const byContact = grouped(theirs, contactKeys);
	for (const one of ours) {
		for (const key of contactKeys(one)) {
			const sharing = byContact.get(key) ?? [];
			if (sharing.length <= mostSharing) for (const other of sharing) compare(one, other);
		}
	}
	return pairs.sort((a, b) => b.score - a.score);
}
