import { beforeAll, describe, expect, it } from 'vitest';
import { offerSource, snapshotOf } from '../../../../tests/offer-sources.ts';
import { everything } from './request.ts';
import { search } from './search.ts';
import type { Snapshot } from './snapshot.ts';

const now = new Date('2026-11-02T08:00:00Z');

describe('whole sentences', () => {
	let snapshot: Snapshot;
	beforeAll(async () => {
		snapshot = await snapshotOf([
			offerSource('Skimmelpatruljen', { summary: 'Vi måler fugt og skimmelsvamp i boligen' }),
			offerSource('Ædru sammen', { summary: 'For dig, der vil drikke mindre alkohol' }),
			offerSource('Cykelskole', { gender: 'women', summary: 'Lær at cykle' }),
			offerSource('Mandeværksted', { gender: 'men', summary: 'Mænd laver ting af træ' }),
			offerSource('Sorggruppe', { summary: 'For dig, der har mistet' }),
			offerSource('Kreativt værksted', { summary: 'Brug hænderne' }),
			offerSource('Ungebolig', { summary: 'Bolig til unge' }),
			offerSource('Samværsfædre', { minimumAge: 18, summary: 'Når du ikke må se dine børn: samvær og familieret' }),
			offerSource('Lektiecafé', { summary: 'Lærere hjælper elever med lektier' }),
			offerSource('Døren på klem', { summary: 'For pårørende, der er ved at køre træt' }),
			offerSource('Rusporten', { summary: 'Rådgivning om kokain og andre stoffer' }),
			offerSource('Boligvagten', { summary: 'Når du står til udsættelse' }),
			offerSource('Seniorhuset', { summary: 'Fællesskab for ældre mænd' }),
			offerSource('Vejviseren', { summary: 'Overblik over tilbud og vejledning til foreninger' }),
			offerSource('Morgenmad', { summary: 'Mad før skole' }),
			offerSource('Besøgsven', { summary: 'Mod ensomhed' }),
			offerSource('Efter krigen', { summary: 'For dig med PTSD' }),
			offerSource('Social kontrol', { summary: 'Om æresrelaterede konflikter' }),
			offerSource('Bostøtte', { summary: 'Hjælp i egen bolig' }),
			offerSource('Legestue', { maximumAge: 6, summary: 'For børn' }),
		]);
	});
	const first = (q: string) => {
		const [best = -1] = search(snapshot, { ...everything, q: `${q} ` }, now).documents;
		return snapshot.entries[best]?.name;
	};

	it.each([
		['hvem kan hjælpe hvis min lejlighed er fuld af skimmel', 'Skimmelpatruljen'],
		['hvor kan man lære at cykle', 'Cykelskole'],
		['hvor kan jeg bo', 'Ungebolig'],
		['hvem hjælper når man ikke må se sine børn', 'Samværsfædre'],
		['jeg er lærer og har en dreng der aldrig har mad med', 'Morgenmad'],
		['der vokser noget grønt i hjørnerne og børnene hoster hjemme', 'Skimmelpatruljen'],
		['flyttet til byen og ikke mødt en sjæl', 'Besøgsven'],
		['han farer sammen ved høje lyde og skriger i søvne', 'Efter krigen'],
		['hun skal giftes med en fætter mod sin vilje', 'Social kontrol'],
		['støtte efter § 85', 'Bostøtte'],
		['familien har fået at vide at de skal være ude på fredag, hvem kan nå at gøre noget', 'Boligvagten'],
		['min søn på 24 er på kokain, og jeg ved snart ikke hvad jeg skal gøre af mig selv', 'Døren på klem'],
		['min søn er på kokain og vil gerne ud af det', 'Rusporten'],
		['hvad findes der for ældre mænd', 'Seniorhuset'],
		['hvad findes der', 'Vejviseren'],
		['jeg har mistet min bror og ved ikke hvad jeg skal gøre med mine hænder', 'Sorggruppe'],
	])('»%s« finds %s first', (q, name) => expect(first(q)).toBe(name));
});
