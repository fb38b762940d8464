/** What one asks the log for, as it stands in the page's address; and what of it makes no sense. */
import { roles } from '../identity/actor.ts';
import { dayStart } from '../ui/dates.ts';
import { isLogKind, type LogKind } from './log-kinds.ts';

/** Who may be in the log: the roles of users, the holder of a citizen's link, and what runs by itself. */
export const loggedRoles = [...roles, 'citizen', 'system'] as const;
export type LoggedRole = (typeof loggedRoles)[number];
const isLoggedRole = (text: string): text is LoggedRole => (loggedRoles as readonly string[]).includes(text);

export interface LogQuestion {
	/** from this instant on, and before that one */
	from: Date | undefined;
	before: Date | undefined;
	kind: LogKind | undefined;
	role: LoggedRole | undefined;
	userId: string | undefined;
	/** the first and the last id there can be of the citizens who are meant: one citizen when they are alike */
	citizens: { first: string; last: string } | undefined;
	/** only what was refused */
	denied: boolean;
	/** only entries older than this one */
	olderThan: number | undefined;
}

export const asked = ['from', 'to', 'kind', 'role', 'person', 'citizen', 'denied'] as const;
export type Asked = Record<(typeof asked)[number], string>;
export type Mistake = 'citizen' | 'from' | 'to' | 'period';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Eight characters tell citizens apart in practice, and are what the log's lines show. */
const shortest = 8;
const pattern = '00000000-0000-0000-0000-000000000000';

/**
 * The ids that begin like this, as the first and last there can be: a look-up in the index of ids.
 * @param text as typed: the first eight characters at least, with or without hyphens
 * @returns undefined when it is no beginning of an id
 */
export function idsBeginning(text: string): { first: string; last: string } | undefined {
	const digits = text.trim().toLowerCase().replaceAll('-', '');
	if (!/^[0-9a-f]+$/.test(digits) || digits.length < shortest || digits.length > 32) return undefined;
	const filled = (with_: string) => {
		const all = digits.padEnd(32, with_);
		let next = 0;
		return pattern.replaceAll(/0/g, () => all[next++] ?? with_);
	};
	return { first: filled('0'), last: filled('f') };
}

/**
 * Reads the question. What a link of ours can't hold (an unknown kind) is left out without a word; what a person types
 * (a citizen's number, days) is told about.
 * @returns `wrong`: for each field what is the matter; the log is not asked then
 */
export function readQuestion(parameters: URLSearchParams): {
	typed: Asked;
	question: LogQuestion;
	wrong: Partial<Record<'citizen' | 'from' | 'to', Mistake>>;
} {
	const typed = Object.fromEntries(asked.map((name) => [name, parameters.get(name)?.trim() ?? ''])) as Asked;
	const older = Number(parameters.get('older') ?? '');
	const [from, before] = [dayStart(typed.from), dayStart(typed.to, 1)];
	const citizens = typed.citizen ? idsBeginning(typed.citizen) : undefined;
	const kind = isLogKind(typed.kind) ? typed.kind : undefined;
	const role = isLoggedRole(typed.role) ? typed.role : undefined;
	const userId = uuid.test(typed.person) ? typed.person : undefined;
	const wrong: Partial<Record<'citizen' | 'from' | 'to', Mistake>> = {};
	if (typed.citizen && !citizens) wrong.citizen = 'citizen';
	if (typed.from && !from) wrong.from = 'from';
	if (typed.to && !before) wrong.to = 'to';
	if (from && before && from >= before) wrong.to = 'period';
	return {
		typed: { ...typed, kind: kind ?? '', role: role ?? '', person: userId ?? '' },
		question: {
			from,
			before,
			kind,
			role,
			userId,
			citizens,
			denied: typed.denied === 'yes',
			olderThan: Number.isSafeInteger(older) && older > 0 ? older : undefined,
		},
		wrong,
	};
}
