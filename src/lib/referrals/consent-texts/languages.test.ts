import { expect, test } from 'vitest';
import { centreNameIn, languages } from './languages.ts';

test('a centre is called what stands on its door, and has a translation in English only', () => {
	const centre = { name: 'Din Sociale Indgang – Voksne', nameEn: 'Your Social Entrance – Adults' };
	for (const { code } of languages) {
		expect(centreNameIn(code, centre), code).toBe(code === 'en' ? centre.nameEn : centre.name);
	}
});
