/** The pages of a referral that is being made: which there are, which are answered, where to go on. Pure rules. */
import { permitsSharing, type ConsentState } from './consent.ts';
import type { Purpose } from './referral-codes.ts';

export const draftSteps = ['citizen', 'why', 'accompaniment', 'consent', 'review'] as const;
export type DraftStep = (typeof draftSteps)[number];

/** What is answered so far. Absent before there is a draft at all. */
export interface DraftFacts {
	purpose: Purpose | null;
	need: string;
	accompaniment: string;
	consent: ConsentState;
}

/** The steps of this referral, in order: who goes along is asked only where somebody does. */
export function stepsFor(purpose: Purpose | null): DraftStep[] {
	const accompanied = purpose === null || purpose === 'accompaniment';
	return draftSteps.filter((step) => step !== 'accompaniment' || accompanied);
}

const isDone: Readonly<Record<DraftStep, (facts: DraftFacts) => boolean>> = {
	citizen: () => true,
	why: ({ purpose, need }) => purpose !== null && need !== '',
	accompaniment: ({ accompaniment }) => accompaniment !== '',
	consent: ({ consent }) => permitsSharing(consent),
	review: () => false,
};

export const stepDone = (step: DraftStep, facts: DraftFacts): boolean => isDone[step](facts);

/** Where to go on: the first step that isn't answered. */
export function nextDraftStep(facts: DraftFacts): DraftStep {
	return stepsFor(facts.purpose).find((step) => !stepDone(step, facts)) ?? 'review';
}

/** A step can be opened when all before it are answered; earlier ones can always be gone back to. */
export function mayOpenStep(step: DraftStep, facts: DraftFacts): boolean {
	const steps = stepsFor(facts.purpose);
	return steps.includes(step) && steps.indexOf(step) <= steps.indexOf(nextDraftStep(facts));
}
