import { describe, expect, it } from 'vitest';
import { states } from './referral-codes.ts';
import { groupWorklist, matchesWish } from './worklist-groups.ts';

const row = (state: (typeof states)[number], today = false) => ({
	state,
	work: { today },
	citizen: { id: 'c1' },
	offerName: 'Gældscafé',
	organisationName: 'Den Blå Bænk',
});
const everything = { citizen: '', state: '', organisation: '' } as const;

describe('the worklist’s headings', () => {
	it('put what is due today first, whatever its state', () => {
		const groups = groupWorklist([row('draft'), row('started', true), row('sent', true)]);
		expect(groups.map(({ group, rows }) => [group, rows.length])).toEqual([
			['today', 2],
			['drafts', 1],
		]);
	});

	it('hold every referral exactly once', () => {
		const rows = states.flatMap((state) => [row(state), row(state, true)]);
		expect(groupWorklist(rows).flatMap((group) => group.rows)).toHaveLength(rows.length);
	});

	it('are left out when there is nothing under them', () => expect(groupWorklist([])).toEqual([]));
});

describe('the worklist’s filter', () => {
	it('finds an organisation or an offer by a part of its name, in any case', () => {
		expect(matchesWish(row('sent'), { ...everything, organisation: 'blå b' })).toBe(true);
		expect(matchesWish(row('sent'), { ...everything, organisation: 'GÆLD' })).toBe(true);
		expect(matchesWish(row('sent'), { ...everything, organisation: 'fodbold' })).toBe(false);
	});

	it('finds a citizen and a state', () => {
		expect(matchesWish(row('sent'), { ...everything, citizen: 'c1', state: 'sent' })).toBe(true);
		expect(matchesWish(row('sent'), { ...everything, citizen: 'c2' })).toBe(false);
		expect(matchesWish(row('sent'), { ...everything, state: 'seen' })).toBe(false);
	});
});
