import { describe, expect, it } from 'vitest';
import { liftAlike, themeMixes } from './alike.ts';
import { inSlices } from './slices.ts';

async function lifted(themes: readonly (readonly string[])[], before: readonly number[]): Promise<number[]> {
	const mixes = await inSlices(
		themeMixes(themes, (codes) => codes),
		async () => undefined,
	);
	const scores = Float32Array.from(before);
	liftAlike(mixes, { documents: Uint32Array.from(themes.keys()), length: themes.length, scores });
	return [...scores];
}

describe('an offer with the themes of the best answers', () => {
	it('goes before one that is as good and about something else', async () => {
		const [, , grief = 0, sport = 0, both = 0] = await lifted(
			[['grief'], ['grief'], ['grief'], ['sport'], ['grief', 'sport']],
			[10, 9, 4, 4, 4],
		);
		expect(grief).toBeGreaterThan(both);
		expect(both).toBeGreaterThan(sport);
		expect(grief).toBeCloseTo(4 * 1.6, 1);
	});

	it('gains nothing where nobody has told a theme', async () => {
		expect(await lifted([[], [], []], [3, 2, 1])).toEqual([3, 2, 1]);
		expect(await lifted([], [])).toEqual([]);
	});
});
