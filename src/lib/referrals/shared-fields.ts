/**
 * What one consent may be about: the fields, and the purposes they are needed for.
 *
 * There is no field for a CPR number, for criminal offences or for a diagnosis, and no field is chosen beforehand: the
 * caseworker picks what the purpose needs (least data, GDPR article 5), and the citizen says yes or no to exactly that
 * (no pre-ticked box, GDPR recital 32). The words the citizen is shown for a field are not here but in the versioned
 * consent texts, so that what was said yes to can be shown again years later.
 */
import { DomainError } from '../errors.ts';
import type { Purpose as ReferralPurpose } from './referral-codes.ts';

/** Disclosure: we tell the organisation. Obtaining: we ask the organisation. Two legal acts, never one consent. */
export const consentKinds = ['disclosure', 'obtaining'] as const;
export type ConsentKind = (typeof consentKinds)[number];

interface Field {
	readonly code: string;
	/** citizen: who it is. referral: what it is about. */
	readonly group: 'citizen' | 'referral';
	readonly da: string;
	readonly en: string;
}

/** What may be told to an organisation, in the order it is shown everywhere. */
export const sharedFields = [
	{ code: 'given_name', group: 'citizen', da: 'Fornavn', en: 'First name' },
	{ code: 'family_name', group: 'citizen', da: 'Efternavn', en: 'Last name' },
	{ code: 'phone', group: 'citizen', da: 'Telefon', en: 'Phone' },
	{ code: 'email', group: 'citizen', da: 'E-mail', en: 'E-mail' },
	{ code: 'language', group: 'citizen', da: 'Sprog og behov for tolk', en: 'Language and need of an interpreter' },
	{ code: 'age_band', group: 'citizen', da: 'Aldersgruppe', en: 'Age group' },
	{
		code: 'safe_contact',
		group: 'citizen',
		da: 'Hvordan og hvornår man trygt kan få fat i borgeren',
		en: 'How and when it is safe to get in touch',
	},
	{ code: 'need', group: 'referral', da: 'Kort om hvorfor', en: 'In short, why' },
	{ code: 'goals', group: 'referral', da: 'Hvad borgeren selv ønsker', en: 'What the citizen wants' },
	{
		code: 'accompaniment',
		group: 'referral',
		da: 'Hvem der går med, hvornår, og hvor man mødes',
		en: 'Who goes along, when, and where to meet',
	},
	{
		code: 'practical',
		group: 'referral',
		da: 'Praktiske behov, fx kørestol',
		en: 'Practical needs, e.g. a wheelchair',
	},
] as const satisfies readonly Field[];

/** What an organisation may be asked about, in the order it is shown. */
export const obtainedFields = [
	{ code: 'attendance', group: 'referral', da: 'Om borgeren kommer, og hvornår', en: 'Attendance, and when' },
	{ code: 'progress', group: 'referral', da: 'Hvordan det går', en: 'How it is going' },
	{ code: 'support', group: 'referral', da: 'Hvad borgeren har brug for hjælp til', en: 'What help is needed' },
	{ code: 'outcome', group: 'referral', da: 'Hvad der kom ud af det', en: 'What came of it' },
] as const satisfies readonly Field[];

export type SharedField = (typeof sharedFields)[number]['code'];
export type ObtainedField = (typeof obtainedFields)[number]['code'];
export type ConsentField = SharedField | ObtainedField;

/** Age is only ever shared as one of these; adults only in the first version. */
export const ageBands = ['18-24', '25-39', '40-64', '65+'] as const;
export type AgeBand = (typeof ageBands)[number];

interface PurposeRow {
	readonly code: ReferralPurpose | 'coordination';
	readonly kind: ConsentKind;
	/** at least one field of each group must be in the consent, else the purpose can't be reached */
	readonly minimum: readonly (readonly ConsentField[])[];
}

/** What it is for: the purposes of a referral, and one for asking. One consent has one purpose. */
export const consentPurposes = [
	{ code: 'accompaniment', kind: 'disclosure', minimum: [['given_name'], ['accompaniment']] },
	{ code: 'contact', kind: 'disclosure', minimum: [['given_name'], ['phone', 'email', 'safe_contact']] },
	{ code: 'information', kind: 'disclosure', minimum: [['given_name']] },
	{ code: 'coordination', kind: 'obtaining', minimum: [['attendance', 'progress', 'support', 'outcome']] },
] as const satisfies readonly PurposeRow[];

export type ConsentPurpose = (typeof consentPurposes)[number]['code'];

export function isSharedField(code: string): code is SharedField {
	return sharedFields.some((field) => field.code === code);
}

export function isObtainedField(code: string): code is ObtainedField {
	return obtainedFields.some((field) => field.code === code);
}

/** Whether a consent of this kind can be about this field. */
export function isFieldOf(kind: ConsentKind, code: string): code is ConsentField {
	return kind === 'disclosure' ? isSharedField(code) : isObtainedField(code);
}

export function isConsentPurpose(code: string): code is ConsentPurpose {
	return consentPurposes.some((purpose) => purpose.code === code);
}

/** The kind of consent a purpose belongs to. */
export function kindOf(purpose: ConsentPurpose): ConsentKind {
	return purposeRow(purpose).kind;
}

/**
 * What a purpose can't do without.
 * @returns groups of fields; at least one field of every group is needed. Contact: first name, and one way of contact.
 */
export function minimumFields(purpose: ConsentPurpose): readonly (readonly ConsentField[])[] {
	return purposeRow(purpose).minimum;
}

/** The groups of `minimumFields` of which none is among the fields; empty when the purpose can be reached. */
export function missingFields(
	purpose: ConsentPurpose,
	fields: readonly string[],
): readonly (readonly ConsentField[])[] {
	return minimumFields(purpose).filter((group) => !group.some((field) => fields.includes(field)));
}

/** The same fields once each, in the order of the tables above; unknown codes are left out. */
export function inFieldOrder(fields: readonly string[]): ConsentField[] {
	return [...sharedFields, ...obtainedFields].map((field) => field.code).filter((code) => fields.includes(code));
}

/**
 * The band shared in place of an age.
 * @param age in whole years
 * @returns null below 18: adults only
 */
export function ageBand(age: number): AgeBand | null {
	if (age < 18) return null;
	if (age < 25) return '18-24';
	if (age < 40) return '25-39';
	return age < 65 ? '40-64' : '65+';
}

function purposeRow(purpose: ConsentPurpose): PurposeRow {
	const row = consentPurposes.find(({ code }) => code === purpose);
	if (!row) throw new DomainError('consent.unknown_purpose', 422, `There is no purpose ${String(purpose)}.`);
	return row;
}
