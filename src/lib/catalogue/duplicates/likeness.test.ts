import { describe, expect, it } from 'vitest';
import { likeness, signatureOf, type Traits } from './likeness.ts';
import { likelyPairs } from './pairs.ts';

const gaeldscafe: Traits = {
	name: 'Gældscafé',
	organisation: 'Den Blå Bænk',
	organisationId: 'a',
	phones: [{ number: '+45 33 12 34 56' }],
	email: 'gaeld@blaabaenk.example',
	url: 'https://www.blaabaenk.example/tilbud/gaeld/',
	addresses: [{ address: 'Nørrebrogade 9, st. tv.', postcode: '2200' }],
};
/** nothing in common with it */
const nothing = { phones: [], email: null, url: null, addresses: [] };
const shared = (a: Partial<Traits>, b: Partial<Traits>) =>
	likeness(signatureOf({ ...gaeldscafe, ...a }), signatureOf({ ...gaeldscafe, organisationId: 'b', ...b }))?.shared;

describe('two offers', () => {
	it.each([
		['written alike', {}, ['name', 'organisation', 'phone', 'email', 'website', 'address']],
		['with the organisation in the name', { ...nothing, name: 'Den blå bænk – Gældscafé' }, ['name', 'organisation']],
		[
			'in another spelling',
			{ ...nothing, name: 'Gældscaféen', organisation: 'Foreningen Den Blå Bænk' },
			['name', 'organisation'],
		],
		[
			'of an organisation called something else, by phone',
			{ ...nothing, organisation: 'Bænken', phones: [{ number: '33123456' }] },
			['name', 'phone'],
		],
		[
			'at the same door',
			{ ...nothing, organisation: 'Bænken', addresses: [{ address: 'Nørrebrogade 9', postcode: '2200' }] },
			['name', 'address'],
		],
		[
			'with a page of its own',
			{
				...nothing,
				name: 'Gældscafé og råd',
				organisation: 'Bænken',
				url: 'blaabaenk.example/tilbud/gaeld',
				email: gaeldscafe.email,
			},
			['name', 'email', 'website'],
		],
	])('may be the same: %s', (_, other, expected) => {
		expect(shared({}, other)).toEqual(expected);
	});

	it.each([
		['called the same by two organisations', { ...nothing, organisation: 'Røde Tråd' }],
		['of one organisation with other names', { name: 'Lektiehjælp', url: null }],
		['one for each age', { name: 'Gældscafé 18-25' }, { name: 'Gældscafé 26-40' }],
		[
			'one in each part of town',
			{ url: 'https://www.blaabaenk.example', addresses: [{ address: 'Amagerbrogade 2', postcode: '2300' }] },
			{ url: null },
		],
		[
			'that share the front page of a website',
			{ ...nothing, organisation: 'Røde Tråd', url: 'https://by.example/' },
			{ ...nothing, url: 'https://by.example' },
		],
	] as [string, Partial<Traits>, Partial<Traits>?][])('are not the same: %s', (_, one, other = {}) => {
		expect(shared(other, one)).toBeUndefined();
	});
});

describe('finding pairs', () => {
	const many = (owner: string, count: number, traits: (index: number) => Partial<Traits>) =>
		Array.from({ length: count }, (_, index) => ({
			index,
			signature: signatureOf({ ...gaeldscafe, ...nothing, organisationId: `${owner}${index}`, ...traits(index) }),
		}));

	it('gives each pair once, the surest first', () => {
		const ours = many('a', 2, (index) => ({
			name: index === 0 ? 'Gældscafé' : 'Gældscaféen',
			phones: gaeldscafe.phones,
		}));
		const theirs = many('b', 1, () => ({ phones: gaeldscafe.phones }));
		const pairs = likelyPairs(ours, theirs);
		expect(pairs.map(({ one }) => one.index)).toEqual([0, 1]);
	});

	it('compares no offer with all others: five thousand with five thousand take seconds, not minutes', () => {
		const named = (index: number) => ({
			name: `Tilbud for folk nummer ${index}`,
			organisation: `Forening ${index} i byen`,
		});
		const [ours, theirs] = [many('a', 5000, named), many('b', 5000, named)];
		const started = performance.now();
		expect(likelyPairs(ours, theirs)).toHaveLength(5000);
		// Some 300 ms on two shared cores; 25 million comparisons would take minutes.
		expect(performance.now() - started).toBeLessThan(10_000);
	});
});
