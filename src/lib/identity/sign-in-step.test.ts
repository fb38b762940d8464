import { beforeAll, expect, it } from 'vitest';
import { minutes, onEachDatabase, type TestDatabase } from '../../../tests/database.ts';
import { keepStep, takeStep, type Step } from './sign-in-step.server.ts';

onEachDatabase('what was asked on the way in', (open) => {
	let database: TestDatabase;
	beforeAll(async () => void (database = await open()));

	const asked: Step = { kind: 'passkey', challenge: 'hvem er du' };

	it('is given back once', async () => {
		const key = await keepStep(asked);
		expect(await takeStep(key, 'passkey')).toEqual(asked);
		expect(await takeStep(key, 'passkey')).toBeUndefined();
	});

	it('to one of two who ask at the same moment', async () => {
		const key = await keepStep(asked);
		const both = await Promise.all([takeStep(key, 'passkey'), takeStep(key, 'passkey')]);
		expect(both.filter((step) => step !== undefined)).toEqual([asked]);
	});

	it('for ten minutes', async () => {
		const [early, late] = [await keepStep(asked), await keepStep(asked)];
		database.clock.advance(10 * minutes - 1);
		expect(await takeStep(early, 'passkey')).toEqual(asked);
		database.clock.advance(1);
		expect(await takeStep(late, 'passkey')).toBeUndefined();
	});

	it('and only for what it was: an answer for another use finds nothing, and uses it up', async () => {
		const key = await keepStep(asked);
		expect(await takeStep(key, 'new passkey')).toBeUndefined();
		expect(await takeStep(key, 'passkey')).toBeUndefined();
		for (const nothing of [undefined, '', 'x', 'A'.repeat(43)])
			expect(await takeStep(nothing, 'passkey')).toBeUndefined();
	});
});
