import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { logKinds } from './log-kinds.ts';
import { actionWords, resultWords } from './log-words.ts';

/** What the code writes into the log, read from the code; what is put together at run time is left out. */
const written = globSync('src/lib/**/*.ts')
	.filter((file) => !file.includes('paraglide') && !file.endsWith('.test.ts'))
	.flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/action: '([a-z_]+\.[a-z_]+)'/g)].map(([, action]) => action ?? ''),
	);

it('has words for everything that is written into it, and a kind to ask for it by', () => {
	expect(written.length).toBeGreaterThan(30);
	const wordless = written.filter((action) => actionWords(action) === action);
	expect([...new Set(wordless)].sort()).toEqual([]);
	const beginnings = Object.values(logKinds).flat();
	const kindless = written.filter((action) => !beginnings.some((beginning) => action.startsWith(beginning)));
	expect([...new Set(kindless)].sort()).toEqual([]);
});

it('says where and why somebody was refused without the names of folders and codes', () => {
	expect(actionWords('denied /(staff)/referrals/[id=uuid]/(draft)/why')).toBe('Afvist: /referrals/[id]/why');
	expect(actionWords('denied /(public)')).toBe('Afvist: /');
	expect(resultWords('identity.not_allowed')).toBe('måtte ikke');
	expect(resultWords('citizen.not_found')).toBe('ikke deres, eller findes ikke');
	expect(resultWords('unheard.of')).toBe('unheard.of');
});

it('shows an action without words as it stands', () => {
	expect(actionWords('unheard.of')).toBe('unheard.of');
	expect(actionWords('retention.set_drafts')).toBe('Opbevaring: antal dage ændret');
});
