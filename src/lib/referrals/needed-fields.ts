import type { Purpose } from './referral-codes.ts';
import { isSharedField, minimumFields, sharedFields, type SharedField } from './shared-fields.ts';

/**
 * The least a purpose can be reached with: of each group the first field that something is written in.
 * @param filled the fields that hold something
 * @returns in the order of the fields; `missing` is true when a group has nothing written in any of its fields
 */
export function neededFields(
	purpose: Purpose,
	filled: readonly SharedField[],
): { fields: SharedField[]; missing: boolean } {
	const chosen = minimumFields(purpose).map((group) =>
		group.filter(isSharedField).find((field) => filled.includes(field)),
	);
	return {
		fields: sharedFields.map(({ code }) => code).filter((code) => chosen.includes(code)),
		missing: chosen.includes(undefined),
	};
}
