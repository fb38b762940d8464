import { describe, expect, it } from 'vitest';
import { strainAt } from './strain.ts';
import { words } from './words.ts';

const strain = (text: string) => strainAt(words(text))?.map((at) => words(text)[at]);

describe('those near', () => {
	it('are worn down by what is the matter with somebody', () => {
		expect(strain('far har fået alzheimer og mor er ved at gå ned')).toEqual(['ved', 'at', 'gå', 'ned']);
		expect(strain('min søn er på kokain og jeg ved snart ikke hvad jeg skal gøre')).toEqual(['ved', 'snart', 'ikke']);
		expect(strain('hun har sin mand med parkinson hjemme og er helt slidt op')).toEqual(['slidt', 'op']);
		expect(strain('vi er som forældre helt kørt ned')).toEqual(['kørt', 'ned']);
	});

	it('are not meant when it is the citizen who is worn down', () => {
		expect(strain('jeg er ved at gå ned på arbejdet')).toBeUndefined();
		expect(strain('min datter kan ikke mere')).toBeUndefined();
	});
});
