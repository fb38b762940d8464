import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { iconNames } from './icon-names.ts';

it('every icon that can be named is drawn, and the other way round', () => {
	const svg = readFileSync(new URL('./icons.svg', import.meta.url), 'utf8');
	expect([...svg.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id)).toEqual([...iconNames]);
});
