import { describe, expect, it } from 'vitest';
import { idsBeginning, readQuestion } from './log-question.ts';

const read = (query: string) => readQuestion(new URLSearchParams(query));

describe('a question to the log', () => {
	it('takes the first eight characters of a citizen’s number, or all of it, with or without hyphens', () => {
		expect(idsBeginning('3F2a91c0')).toEqual({
			first: '3f2a91c0-0000-0000-0000-000000000000',
			last: '3f2a91c0-ffff-ffff-ffff-ffffffffffff',
		});
		const whole = '3f2a91c0-1b2c-4d3e-8f90-a1b2c3d4e5f6';
		expect(idsBeginning(whole)).toEqual({ first: whole, last: whole });
		expect(idsBeginning(whole.replaceAll('-', ''))).toEqual({ first: whole, last: whole });
	});

	it('says what is no citizen’s number: a name, too few characters, too many', () => {
		for (const typed of ['Amina', '3f2a91c', '0'.repeat(33), '3f2a91cø']) {
			expect(idsBeginning(typed)).toBeUndefined();
			expect(read(`citizen=${encodeURIComponent(typed)}`).wrong).toEqual({ citizen: 'citizen' });
		}
		expect(read('citizen=').wrong).toEqual({});
	});

	it('says when a day is none, and when a period ends before it begins', () => {
		expect(read('from=i+går').wrong).toEqual({ from: 'from' });
		expect(read('from=2026-11-20&to=2026-11-19').wrong).toEqual({ to: 'period' });
		const one = read('from=2026-11-20&to=2026-11-20');
		expect(one.wrong).toEqual({});
		expect(one.question.from?.toISOString()).toBe('2026-11-19T23:00:00.000Z');
		expect(one.question.before?.toISOString()).toBe('2026-11-20T23:00:00.000Z');
	});

	it('leaves out what no link of ours holds', () => {
		const { question, typed, wrong } = read('kind=x&role=king&person=me&older=-3&denied=maybe');
		expect(question).toMatchObject({ kind: undefined, role: undefined, userId: undefined, olderThan: undefined });
		expect([typed.kind, typed.role, typed.person, question.denied, wrong]).toEqual(['', '', '', false, {}]);
	});
});
