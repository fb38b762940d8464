import { expect, it } from 'vitest';
import { offerSource, snapshotOf } from '../../../../tests/offer-sources.ts';
import { districts } from '../vocabulary.ts';
import { landscapeOf } from './landscape.ts';
import type { OfferSource } from './offer-source.ts';

const now = new Date('2026-11-02T17:30:00Z');
const about = (code: string) => [{ taxonomy: 'theme', code, name: code }];
const at = (district: string): OfferSource['places'] => [{ district, confidential: false }];

it('what there is for a theme is counted where it is, without what takes nobody today', async () => {
	const snapshot = await snapshotOf([
		offerSource('åben', { terms: about('housing'), places: at('valby') }),
		offerSource('uoplyst', {
			terms: about('housing'),
			places: [...at('valby'), ...at('indre_by')],
			capacity: 'unknown',
		}),
		offerSource('fuld', { terms: about('housing'), places: at('amager_oest'), capacity: 'full' }),
		offerSource('pause', { terms: about('housing'), places: at('amager_oest'), pausedUntil: '2026-11-02' }),
		offerSource('telefon', { terms: about('housing'), modes: ['phone'] }),
		offerSource('andet', { terms: about('health'), places: at('valby') }),
	]);
	const rows = landscapeOf(snapshot, now);
	const housing = rows.find(({ code }) => code === 'housing');
	const by = Object.fromEntries(districts.map(({ code }, place) => [code, housing?.districts[place]]));
	expect(housing).toMatchObject({ facet: 'theme', offers: 5, taking: 3, elsewhere: 1 });
	expect(by).toMatchObject({ valby: 2, indre_by: 1, amager_oest: 0, oesterbro: 0 });
	expect(rows.find(({ code }) => code === 'grief')).toMatchObject({ offers: 0, taking: 0, elsewhere: 0 });
});
