import { describe, expect, it } from 'vitest';
import { soundOf } from './phonetic.ts';

describe('words spelled by ear', () => {
	it.each([
		['sykolog', 'psykolog'],
		['jeld', 'gæld'],
		['vålld', 'vold'],
		['krefft', 'kræft'],
		['flyktning', 'flygtning'],
		['missbruk', 'misbrug'],
		['advågat', 'advokat'],
		['hjæmløs', 'hjemløs'],
	])('%s sounds like %s', (heard, spelled) => expect(soundOf(heard)).toBe(soundOf(spelled)));

	it.each([
		['vold', 'valg'],
		['gæld', 'guld'],
		['sorg', 'sang'],
	])('%s does not sound like %s', (one, other) => expect(soundOf(one)).not.toBe(soundOf(other)));
});
