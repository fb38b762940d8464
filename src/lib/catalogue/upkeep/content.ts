import type { PhoneRecord, ScheduleRecord } from '../hsds/record.ts';
import type { Capacity, Gender, Mode, WayIn } from '../vocabulary.ts';

/*
 * An offer as one document: what a page shows of it, what a form edits, what its history compares. Named contacts are
 * left out on purpose, so that the history holds no persons; places stand as ids, so that it holds no secret address.
 */

/** `proposed`: an organisation has written it, and no coordinator has said yes yet. */
export type OfferStatus = 'active' | 'inactive' | 'defunct' | 'temporarily closed' | 'proposed';

/** Dates are ISO dates. */
export interface OfferContent {
	name: string;
	alternateName: string | null;
	summary: string | null;
	description: string | null;
	url: string | null;
	email: string | null;
	status: OfferStatus;
	eligibility: string | null;
	minimumAge: number | null;
	maximumAge: number | null;
	gender: Gender;
	applicationProcess: string | null;
	waysIn: WayIn[];
	modes: Mode[];
	fees: string | null;
	free: boolean | null;
	waitTime: string | null;
	interpretation: string | null;
	peers: boolean;
	serviceArea: string | null;
	languages: string[];
	phones: PhoneRecord[];
	schedules: ScheduleRecord[];
	capacity: Capacity;
	capacityUpdated: string | null;
	capacityAvailable: number | null;
	capacityMaximum: number | null;
	capacityUnit: string | null;
	capacityExpires: string | null;
	waitlistUntil: string | null;
	pausedUntil: string | null;
	confirmed: string | null;
	confirmedBy: 'organisation' | 'coordinator' | 'source' | null;
	/** the offer this one has been merged into */
	mergedInto: string | null;
	/** codes of our own vocabularies */
	themes: string[];
	targetGroups: string[];
	transitions: string[];
	/** ids of locations */
	places: string[];
}

export type ContentPatch = Partial<OfferContent>;
export type ContentField = keyof OfferContent;

/** Who may come, or where: an organisation proposes these, and the coordinator says yes. */
export const guardedFields = [
	'eligibility',
	'minimumAge',
	'maximumAge',
	'gender',
	'targetGroups',
	'waysIn',
	'modes',
	'serviceArea',
	'places',
	'themes',
	'transitions',
] as const satisfies readonly ContentField[];

const isGuarded = (field: string) => (guardedFields as readonly string[]).includes(field);

/** Lists whose order says nothing. */
const sets: readonly string[] = ['themes', 'targetGroups', 'transitions', 'places', 'waysIn', 'modes', 'languages'];

/** The same whatever order the database gives a document's properties. */
function stable(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(stable);
	if (typeof value !== 'object' || value === null) return value;
	const known = Object.entries(value).filter(([, each]) => each !== undefined);
	return Object.fromEntries(known.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, stable(each)]));
}

function same(field: string, a: unknown, b: unknown): boolean {
	const order = (value: unknown) => (sets.includes(field) && Array.isArray(value) ? [...value].sort() : stable(value));
	return JSON.stringify(order(a)) === JSON.stringify(order(b));
}

/** The fields of a patch that are other than they are: as they were, and as they become. */
export function difference(content: OfferContent, patch: ContentPatch): { before: ContentPatch; after: ContentPatch } {
	const changed = Object.entries(patch).filter(
		([field, value]) => value !== undefined && !same(field, content[field as ContentField], value),
	);
	return {
		before: Object.fromEntries(changed.map(([field]) => [field, content[field as ContentField]])),
		after: Object.fromEntries(changed),
	};
}

/** What a coordinator reads of a new offer: the fields that say something. */
export function filled({ status: _status, confirmed: _on, confirmedBy: _by, ...content }: OfferContent): ContentPatch {
	const says = (value: unknown) =>
		value !== null && value !== false && value !== 'unknown' && !(Array.isArray(value) && value.length === 0);
	return Object.fromEntries(Object.entries(content).filter(([, value]) => says(value)));
}

export const isEmpty = (patch: ContentPatch): boolean => Object.keys(patch).length === 0;

/** Parts what an organisation changes at once from what waits for the coordinator. */
export function partGuarded(patch: ContentPatch): { atOnce: ContentPatch; waits: ContentPatch } {
	const entries = Object.entries(patch);
	return {
		atOnce: Object.fromEntries(entries.filter(([field]) => !isGuarded(field))),
		waits: Object.fromEntries(entries.filter(([field]) => isGuarded(field))),
	};
}
