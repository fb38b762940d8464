import { districts, targetGroups, themes } from '../vocabulary.ts';
import { count, countCommon, fullBitset, intersect, without } from './bitset.ts';
import { facetsOn } from './day-facets.ts';
import type { Snapshot } from './snapshot.ts';
import { withAny } from './value-set.ts';

/** What there is for a theme or a target group, and where. */
export interface LandscapeRow {
	readonly facet: 'theme' | 'target_group';
	readonly code: string;
	/** published offers */
	readonly offers: number;
	/** those of them that do not say they have no room: open, few places, or not told */
	readonly taking: number;
	/** …by district, in the order of the vocabulary; an offer in two districts counts in both */
	readonly districts: readonly number[];
	/** …without a district of Copenhagen: by telephone, online, at home or elsewhere */
	readonly elsewhere: number;
}

const saysNo = ['waitlist', 'full', 'paused'];

/** The whole vocabulary, also what no offer has: a gap is where nothing stands. */
export function landscapeOf(snapshot: Snapshot, now: Date): LandscapeRow[] {
	const size = snapshot.entries.length;
	const { facets } = snapshot;
	const taking = without(fullBitset(size), withAny(facetsOn(snapshot, now).capacity, saysNo, size));
	const places = districts.map(({ code }) => withAny(facets.district, [code], size));
	const placed = withAny(
		facets.district,
		districts.map(({ code }) => code),
		size,
	);
	const row = (facet: LandscapeRow['facet'], code: string): LandscapeRow => {
		const all = withAny(facets[facet], [code], size);
		const offers = count(all);
		const left = intersect(all, taking);
		return {
			facet,
			code,
			offers,
			taking: count(left),
			districts: places.map((place) => countCommon(place, left)),
			elsewhere: count(without(left.slice(), placed)),
		};
	};
	return [
		...themes.map(({ code }) => row('theme', code)),
		...targetGroups.map(({ code }) => row('target_group', code)),
	];
}
