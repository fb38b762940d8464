import type { Tx } from '../../database/as-actor.server.ts';
import { m } from '../../paraglide/messages.js';
import type { Locale } from '../../ui/dates.ts';
import { differenceRows, versionWords, type DifferenceRow } from './change-words.ts';
import type { ContentPatch } from './content.ts';
import type { OfferVersion } from './history.server.ts';
import { readPlaces } from './places.server.ts';

/** What the places of some changes are called for whoever looks: a secret address only where the database gives it. */
async function placeNames(tx: Tx, patches: readonly ContentPatch[]): Promise<Map<string, string>> {
	const ids = [...new Set(patches.flatMap(({ places }) => places ?? []))];
	const places = await readPlaces(tx, ids);
	return new Map(
		places.map((place) => {
			const parts = [place.name, place.address, [place.postcode, place.city].filter(Boolean).join(' ')];
			const secret = place.confidential ? [m.upkeep_secret_place()] : [];
			return [place.id, [...secret, ...parts.filter(Boolean)].join(', ') || m.upkeep_nothing()];
		}),
	);
}

/** A difference as rows of words. */
export async function showDifference(
	tx: Tx,
	change: { before: ContentPatch; after: ContentPatch },
	locale: Locale,
): Promise<DifferenceRow[]> {
	return differenceRows(change, locale, await placeNames(tx, [change.before, change.after]));
}

export interface ShownVersion {
	id: string;
	at: Date;
	title: string;
	rows: DifferenceRow[];
	/** whether there is anything to give back */
	undoable: boolean;
}

/** A history as a page shows it. */
export async function showVersions(tx: Tx, versions: readonly OfferVersion[], locale: Locale): Promise<ShownVersion[]> {
	const names = await placeNames(
		tx,
		versions.flatMap(({ before, after }) => [before, after]),
	);
	return versions.map(({ id, at, by, act, before, after }) => ({
		id,
		at,
		title: versionWords(by, act),
		rows: differenceRows({ before, after }, locale, names),
		undoable: Object.keys(before).length > 0,
	}));
}
