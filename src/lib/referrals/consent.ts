/**
 * The consent: one citizen says yes to one organisation learning (disclosure) or being asked about (obtaining) exactly
 * these fields, for one purpose. GDPR articles 4(11) and 7; terms follow ISO/IEC TS 27560, statuses map to FHIR R5
 * Consent. Events are append-only and are the truth: what a consent permits is always folded from them.
 */
import { DomainError } from '../errors.ts';
import { isFieldOf, kindOf, missingFields, type ConsentKind, type ConsentPurpose } from './shared-fields.ts';

export const consentMethods = ['oral', 'signed_screen', 'signed_paper', 'digital'] as const;
export type ConsentMethod = (typeof consentMethods)[number];
/** How a caseworker may note an answer, and the same yes for another year, on the citizen's word. */
export const answerMethods = ['oral', 'signed_screen', 'signed_paper'] as const satisfies readonly ConsentMethod[];
export const renewMethods = ['oral', 'signed_paper'] as const satisfies readonly ConsentMethod[];

/** Who may say yes for an adult: the person, or an appointed guardian (værge). Relatives and friends may not. */
export const consentGivers = ['citizen', 'guardian'] as const;
export type ConsentGiver = (typeof consentGivers)[number];

export const consentEventTypes = [
	'requested',
	'given',
	'refused',
	'renewed',
	'withdrawn',
	'expired',
	'invalidated',
] as const;
export type ConsentEventType = (typeof consentEventTypes)[number];

/** none: nothing has happened yet; every other state is named after the event that led to it. */
export type ConsentState = 'none' | ConsentEventType;
export type ConsentParty = 'staff' | 'organisation' | 'citizen' | 'system';

export interface Consent {
	readonly citizenId: string;
	readonly giver: ConsentGiver;
	/** who the guardian is; null when the citizen decides */
	readonly guardianName: string | null;
	readonly organisationId: string;
	readonly offerId: string;
	readonly kind: ConsentKind;
	readonly purpose: ConsentPurpose;
	/** exactly these, no others */
	readonly fields: readonly string[];
	/** the organisation may tell the administration how it goes; asked for separately, so a yes of its own */
	readonly feedbackAllowed: boolean;
	/** the language it was read or read aloud in, ISO 639-1 */
	readonly language: string;
	/** which text, e.g. `disclosure-1`, and the SHA-256 of its words, hex */
	readonly textVersion: string;
	readonly textHash: string;
	readonly interpreter: boolean;
	readonly method: ConsentMethod;
	/** the member of staff who explained it, or who sent the link */
	readonly explainedBy: string;
	readonly witness: string | null;
}

export interface ConsentEvent {
	readonly event: ConsentEventType;
	readonly at: Date;
	readonly party: ConsentParty;
	/** first instant at which a given or renewed consent no longer holds; null for the other events */
	readonly expiresAt: Date | null;
}

/** What each state means: may we share, and what FHIR calls it (Consent.status). */
export const consentStates = {
	none: { sharing: false, fhir: 'draft' },
	requested: { sharing: false, fhir: 'draft' },
	given: { sharing: true, fhir: 'active' },
	renewed: { sharing: true, fhir: 'active' },
	refused: { sharing: false, fhir: 'not-done' },
	withdrawn: { sharing: false, fhir: 'inactive' },
	expired: { sharing: false, fhir: 'inactive' },
	invalidated: { sharing: false, fhir: 'entered-in-error' },
} as const satisfies Record<ConsentState, { sharing: boolean; fhir: string }>;

/**
 * Which event may follow which state, and who may record it.
 * - Someone who said no may say yes on their own; asking again is a new consent, so that it shows how often one was asked.
 * - Withdrawing is open as long as anything was ever shared: nobody is told that they can't (GDPR 7(3)).
 * - After withdrawal or expiry a new yes is a new consent: the text may have changed, and so may what is shared.
 * - Invalidated: it should never have counted (wrong person, giver had no right). Possible at any time, and final.
 * - The organisation records nothing here.
 */
export const consentEventRules = {
	requested: { after: ['none'], by: ['staff'] },
	given: { after: ['none', 'requested', 'refused'], by: ['staff', 'citizen'] },
	refused: { after: ['none', 'requested'], by: ['staff', 'citizen'] },
	renewed: { after: ['given', 'renewed'], by: ['staff', 'citizen'] },
	withdrawn: { after: ['given', 'renewed', 'expired'], by: ['staff', 'citizen'] },
	expired: { after: ['given', 'renewed'], by: ['system'] },
	invalidated: { after: ['none', 'requested', 'given', 'renewed', 'refused', 'withdrawn', 'expired'], by: ['staff'] },
} as const satisfies Record<ConsentEventType, { after: readonly ConsentState[]; by: readonly ConsentParty[] }>;

/** Whether the event may come next in this state. */
export function mayFollow(state: ConsentState, event: ConsentEventType): boolean {
	return (consentEventRules[event].after as readonly ConsentState[]).includes(state);
}

/**
 * Our policy, not the law's: a yes lasts 12 months.
 * @returns the same time of day (UTC) twelve months on; 29 February becomes 28 February
 */
export function defaultExpiry(givenAt: Date): Date {
	const expiry = new Date(givenAt);
	expiry.setUTCFullYear(givenAt.getUTCFullYear() + 1);
	if (expiry.getUTCDate() !== givenAt.getUTCDate()) expiry.setUTCDate(0);
	return expiry;
}

/** For how many days before it ends a yes may be renewed: long enough to meet, short enough that it is about now. */
export const renewalDays = 60;

/** Whether a yes that holds is so near its end that one may ask for another year. */
export function mayRenew(state: ConsentState, expiresAt: Date | null, now: Date): boolean {
	return permitsSharing(state) && expiresAt !== null && expiresAt.getTime() - now.getTime() <= renewalDays * 86_400_000;
}

/**
 * What the consent is worth now.
 * Events are taken in the order they were recorded, whatever their clocks say: a withdrawal stamped a second ahead of us
 * counts at once. A yes whose time is up is expired even before the clock has written it down.
 * @throws DomainError `consent.impossible_history` 500 when the events can't have been recorded in this order
 */
export function consentState(events: readonly ConsentEvent[], now: Date): ConsentState {
	const { state, expiresAt } = recorded(events);
	return isOver(state, expiresAt, now) ? 'expired' : state;
}

/** A question that waits, or a yes that holds: what a new question takes the place of. */
export const isPending = (state: ConsentState): boolean => state === 'requested' || permitsSharing(state);

/** Only a yes that still holds. */
export function permitsSharing(state: ConsentState): boolean {
	return consentStates[state].sharing;
}

/** What someone wants to do, to be held against the consent. */
export interface SharingRequest {
	readonly organisationId: string;
	readonly offerId: string;
	readonly kind: ConsentKind;
	readonly purpose: ConsentPurpose;
	readonly fields: readonly string[];
}

export type CoverageFault =
	| 'consent.other_kind'
	| 'consent.other_recipient'
	| 'consent.other_offer'
	| 'consent.other_purpose'
	| 'consent.no_fields'
	| 'consent.field_missing';

export type Coverage =
	| { readonly covered: true }
	/** fields: those asked for that are not in the consent, for `consent.field_missing` */
	| { readonly covered: false; readonly reason: CoverageFault; readonly fields: readonly string[] };

/**
 * Whether the consent is about this request: same kind, organisation, offer and purpose, and every field of it.
 * Says nothing about whether the consent is in force: see `assertSharing`.
 */
export function covers(consent: SharingRequest, request: SharingRequest): Coverage {
	const refused = (reason: CoverageFault, fields: readonly string[] = []): Coverage => ({
		covered: false,
		reason,
		fields,
	});
	if (request.kind !== consent.kind) return refused('consent.other_kind');
	if (request.organisationId !== consent.organisationId) return refused('consent.other_recipient');
	if (request.offerId !== consent.offerId) return refused('consent.other_offer');
	if (request.purpose !== consent.purpose) return refused('consent.other_purpose');
	if (request.fields.length === 0) return refused('consent.no_fields');
	const beyond = request.fields.filter((field) => !consent.fields.includes(field));
	return beyond.length > 0 ? refused('consent.field_missing', beyond) : { covered: true };
}

/**
 * The gate before anything is shared: in force, and about exactly this.
 * @throws DomainError `consent.not_in_force` 409 (details: state) or a `CoverageFault` 409 (details: fields)
 */
export function assertSharing(
	consent: SharingRequest,
	events: readonly ConsentEvent[],
	request: SharingRequest,
	now: Date,
): void {
	const state = consentState(events, now);
	if (!permitsSharing(state)) {
		throw new DomainError('consent.not_in_force', 409, `The consent is ${state}.`, { state });
	}
	const coverage = covers(consent, request);
	if (!coverage.covered) {
		throw new DomainError(coverage.reason, 409, coverage.reason, { fields: coverage.fields });
	}
}

/**
 * Checks an event before it is appended; returns nothing when it may be recorded.
 * @param history all events of this consent so far, oldest first
 * @throws DomainError `consent.invalid_event` 409, `consent.wrong_party` 403, `consent.in_future` 422,
 * `consent.not_expired_yet` 409, and for a yes any `consent.*` 422 of `assertGivable`
 */
export function canRecord(next: ConsentEvent, consent: Consent, history: readonly ConsentEvent[], now: Date): void {
	const { state: written, expiresAt } = recorded(history);
	// The clock writes down an expiry that has already taken effect, so it is judged by what was written before.
	const state = next.event === 'expired' ? written : consentState(history, now);
	if (!mayFollow(state, next.event)) {
		throw new DomainError('consent.invalid_event', 409, `${next.event} can't follow ${state}.`, {
			state,
			event: next.event,
		});
	}
	if (!(consentEventRules[next.event].by as readonly ConsentParty[]).includes(next.party)) {
		throw new DomainError('consent.wrong_party', 403, `${next.event} is not for ${next.party}.`, { party: next.party });
	}
	if (next.at > now) throw new DomainError('consent.in_future', 422);
	if (next.event === 'expired' && !isOver(written, expiresAt, now)) {
		throw new DomainError('consent.not_expired_yet', 409);
	}
	if (next.event === 'given' || next.event === 'renewed') assertGivable(consent, next.expiresAt, now);
}

/**
 * Whether a yes to this would be a valid consent: specific, informed, given by someone who may.
 * @throws DomainError 422: `consent.no_fields`, `consent.unknown_field`, `consent.other_kind` (the purpose belongs to the
 * other kind), `consent.minimum_missing`, `consent.giver_not_entitled`, `consent.guardian_name_missing`,
 * `consent.explained_by_missing`, `consent.text_missing`, `consent.expiry_missing`, `consent.expiry_passed`
 */
export function assertGivable(consent: Consent, expiresAt: Date | null, now: Date): void {
	const refuse = (code: string, details: Readonly<Record<string, unknown>> = {}): never => {
		throw new DomainError(`consent.${code}`, 422, `consent.${code}`, details);
	};
	if (consent.fields.length === 0) refuse('no_fields');
	const unknown = consent.fields.filter((field) => !isFieldOf(consent.kind, field));
	if (unknown.length > 0) refuse('unknown_field', { fields: unknown });
	if (kindOf(consent.purpose) !== consent.kind) refuse('other_kind');
	const missing = missingFields(consent.purpose, consent.fields);
	if (missing.length > 0) refuse('minimum_missing', { missing });
	if (!consentGivers.includes(consent.giver)) refuse('giver_not_entitled');
	if (consent.giver === 'guardian' && !consent.guardianName?.trim()) refuse('guardian_name_missing');
	if (!consent.explainedBy.trim()) refuse('explained_by_missing');
	if (!consent.textVersion || !consent.language || !/^[0-9a-f]{64}$/.test(consent.textHash)) refuse('text_missing');
	if (expiresAt === null) refuse('expiry_missing');
	else if (expiresAt <= now) refuse('expiry_passed');
}

/** The last event's state, and until when the latest yes was to hold. */
function recorded(events: readonly ConsentEvent[]): { state: ConsentState; expiresAt: Date | null } {
	let state: ConsentState = 'none';
	let expiresAt: Date | null = null;
	for (const { event, expiresAt: until } of events) {
		if (!mayFollow(state, event)) {
			throw new DomainError('consent.impossible_history', 500, `${event} can't follow ${state}.`, { state, event });
		}
		state = event;
		if (event === 'given' || event === 'renewed') expiresAt = until;
	}
	return { state, expiresAt };
}

/** A yes without an end never was valid here, so it is over too: better to ask again than to share without an end. */
function isOver(state: ConsentState, expiresAt: Date | null, now: Date): boolean {
	return consentStates[state].sharing && (expiresAt === null || expiresAt <= now);
}
