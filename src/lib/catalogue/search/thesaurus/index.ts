import { belonging } from './belonging.ts';
import { bilingual } from './bilingual.ts';
import { community } from './community.ts';
import type { Concept } from './concept.ts';
import { economy } from './economy.ts';
import { withEveryday } from './everyday.ts';
import { families } from './families.ts';
import { health } from './health.ts';
import { home } from './home.ts';

/** The vocabulary of the field, as the application is delivered. */
export const concepts: readonly Concept[] = withEveryday([
	...economy,
	...home,
	...health,
	...community,
	...families,
	...belonging,
	...bilingual,
]);

/** A list as written in a concept. */
export const phrases = (list: string | undefined): string[] =>
	(list ?? '')
		.split(',')
		.map((phrase) => phrase.trim())
		.filter((phrase) => phrase !== '');
