/** Below this a count could point to a person: it is shown as "under 5". */
export const smallest = 5;

/** A count as it may be shown: the number, `few` when it is 1 to 4. */
export type ShownCount = number | 'few';

export const shown = (count: number): ShownCount => (count > 0 && count < smallest ? 'few' : count);

/**
 * A share in whole percent.
 * @returns undefined when there are too few for a share to say anything, or to hide anyone
 */
export function share(part: number, whole: number): number | undefined {
	return whole < smallest ? undefined : Math.round((100 * part) / whole);
}
