import { beforeAll, describe, expect, it } from 'vitest';
import { offerSource, snapshotOf } from '../../../../tests/offer-sources.ts';
import { explain } from './explain.ts';
import type { OfferSource } from './offer-source.ts';
import { everything, type SearchRequest } from './request.ts';
import { search } from './search.ts';
import type { Snapshot } from './snapshot.ts';

/** A Monday at nine in Copenhagen. */
const now = new Date('2026-11-02T08:00:00Z');

const named = (snapshot: Snapshot, documents: readonly number[]) =>
	documents.map((document) => snapshot.entries[document]?.name ?? '');
const find = (snapshot: Snapshot, request: Partial<SearchRequest>) =>
	search(snapshot, { ...everything, ...request }, now);
const names = (snapshot: Snapshot, request: Partial<SearchRequest>) =>
	named(snapshot, find(snapshot, request).documents);

const at = (district: string, latitude = 55.69, longitude = 12.55): OfferSource['places'][number] => ({
	district,
	latitude,
	longitude,
	confidential: false,
});

describe('words', () => {
	let snapshot: Snapshot;
	beforeAll(async () => {
		snapshot = await snapshotOf([
			offerSource('Gældsrådgivning', { description: 'Et budget og en aftale med kreditorer. Du er ikke alene.' }),
			offerSource('Besøgsvenner', { summary: 'For dig, der er ensom' }),
			offerSource('Værestedet', { description: 'Kaffe, bad og en stol. Vi snakker også om gæld.' }),
			offerSource('Lektiehjælp', { places: [at('valby')] }),
			offerSource('Lektiecafé', { places: [at('noerrebro')] }),
			offerSource('Pårørendegruppe alkohol', {}),
			offerSource('Ædru sammen', { description: 'Alkoholrådgivning uden løftede pegefingre' }),
			offerSource('Kvindekrisecenter', { gender: 'women', description: 'Vold i hjemmet. Ring døgnet rundt.' }),
			offerSource('Mandelinjen', { gender: 'men', description: 'Mænd udsat for vold i hjemmet.' }),
			offerSource('Åben svømmehal', {
				schedules: [{ freq: 'WEEKLY', byday: 'SU', opensAt: '10:00', closesAt: '14:00' }],
			}),
			offerSource('Svømmeklub', { schedules: [{ freq: 'WEEKLY', byday: 'TU', opensAt: '17:00', closesAt: '19:00' }] }),
		]);
	});

	it.each([
		['rådgivning', 'Gældsrådgivning'],
		['gæld', 'Gældsrådgivning'],
		['besøgsven', 'Besøgsvenner'],
		['ensomhed', 'Besøgsvenner'],
		['regninger', 'Gældsrådgivning'],
		['druk', 'Ædru sammen'],
		['gaeldsraadgivning', 'Gældsrådgivning'],
		['gælsrådgivnig', 'Gældsrådgivning'],
		['debt', 'Gældsrådgivning'],
		['hvem kan hjælpe min borger med regningerne?', 'Gældsrådgivning'],
		['svømmehaller', 'Åben svømmehal'],
	])('»%s« finds %s first', (q, name) => expect(names(snapshot, { q })[0]).toBe(name));

	it('takes no ordinary word for a slip of one that an offer has', () => {
		expect(find(snapshot, { q: 'gælsrådgivnig' }).query?.corrections).not.toEqual([]);
		// a letter from »gæld«, »svømme« and »vold«
		for (const q of ['hæld', 'skyer', 'huden']) expect(find(snapshot, { q }).query?.corrections).toEqual([]);
	});

	it('finds the compound by its part and the part by its compound', () => {
		expect(names(snapshot, { q: 'gæld' })).toEqual(['Gældsrådgivning', 'Værestedet']);
		expect(names(snapshot, { q: 'gældsrådgivning' })).toContain('Værestedet');
	});

	it('leaves out what hardly has to do with it, once there is a page of what has', async () => {
		const about = Array.from({ length: 25 }, (_, number) => offerSource(`Gældsrådgivning ${number}`));
		const aside = Array.from({ length: 40 }, (_, number) =>
			offerSource(`Café ${number}`, {
				description: `${'Kom forbi til kaffe, kage og gode historier fra gaden, og tag en ven med. '.repeat(6)} Vi kan også lægge et budget.`,
			}),
		);
		const many = find(await snapshotOf([...about, ...aside]), { q: 'gæld' });
		expect(many.total).toBe(25);
		expect(many.facets().mode).toBeDefined();
		const few = find(await snapshotOf([...about.slice(0, 3), ...aside]), { q: 'gæld' });
		expect(few.total).toBe(20);
		expect(few.pages).toBe(1);
	});

	it('looks for what suits the years that were said', async () => {
		const grief = await snapshotOf([
			offerSource('Sorggruppe', { description: 'Sorg' }),
			offerSource('Sorggruppe for ældre', { description: 'Sorg' }),
			offerSource('Sorggruppe for unge', { description: 'Sorg' }),
		]);
		expect(names(grief, { q: 'sorg hos en på 82' })[0]).toBe('Sorggruppe for ældre');
		expect(names(grief, { q: 'sorg hos en på 17' })[0]).toBe('Sorggruppe for unge');
	});

	it('is about the trouble and not about whom or how', () => {
		expect(names(snapshot, { q: 'min mand har gæld' })[0]).toBe('Gældsrådgivning');
		expect(names(snapshot, { q: 'alkohol rådgivning' })[0]).toBe('Ædru sammen');
	});

	it('finds a compound whose end no other offer has', async () => {
		const mould = await snapshotOf([offerSource('Xylofonpatruljen'), offerSource('Andet')]);
		const found = find(mould, { q: 'xylofon ' });
		expect(named(mould, found.documents)).toEqual(['Xylofonpatruljen']);
		expect(found.query?.unknown).toEqual([]);
	});

	it('finishes the word that is being typed, and only that', () => {
		expect(names(snapshot, { q: 'svøm' })).toContain('Svømmeklub');
		expect(names(snapshot, { q: 'kvindek' })[0]).toBe('Kvindekrisecenter');
		expect(find(snapshot, { q: 'kvindek ' }).query?.corrections).not.toEqual([]);
	});

	it('sets back what is elsewhere without hiding it', () => {
		expect(names(snapshot, { q: 'lektiehjælp nørrebro' })).toEqual(['Lektiecafé', 'Lektiehjælp']);
		expect(names(snapshot, { q: 'lektiehjælp valby' })).toEqual(['Lektiehjælp', 'Lektiecafé']);
	});

	it('prefers offers that are open on the day asked for', () => {
		expect(names(snapshot, { q: 'svømning om søndagen' })[0]).toBe('Åben svømmehal');
		expect(names(snapshot, { q: 'svømning om tirsdagen' })[0]).toBe('Svømmeklub');
	});

	it('puts an offer for the person before one for others, and before one for relatives', () => {
		expect(names(snapshot, { q: 'mand udsat for vold' })[0]).toBe('Mandelinjen');
		expect(names(snapshot, { q: 'kvinde udsat for vold' })[0]).toBe('Kvindekrisecenter');
		expect(names(snapshot, { q: 'alkohol' })[0]).toBe('Ædru sammen');
		expect(names(snapshot, { q: 'pårørende alkohol' })[0]).toBe('Pårørendegruppe alkohol');
	});

	it('finds what has a fact when nothing but the fact was asked for, whether or not it speaks of it', () => {
		expect(names(snapshot, { q: 'åbent søndag' })).toEqual(['Åben svømmehal']);
		expect(names(snapshot, { q: 'rådgivning i Valby' })).toContain('Lektiehjælp');
	});

	it('is not led astray by the words that every conversation consists of', () => {
		const asked =
			'Jeg sidder med en borger som lige er kommet hjem og ikke kan betale sine regninger, hvad kan vi tilbyde?';
		const { query, documents } = find(snapshot, { q: asked });
		expect(named(snapshot, documents)[0]).toBe('Gældsrådgivning');
		expect(query?.needs.map(({ typed }) => typed)).not.toContain('tilbyde');
		expect(query?.unknown).toEqual([]);
	});

	it('asks for a chat when nothing but for whom is said beside it', async () => {
		const some = await snapshotOf([
			offerSource('Ungdomshuset', { description: 'For unge', terms: [{ taxonomy: 'theme', code: 'x', name: 'Unge' }] }),
			offerSource('Natlinjen', { description: 'Skriv til os.', modes: ['online'] }),
		]);
		expect(names(some, { q: 'unge chat eller online' })[0]).toBe('Natlinjen');
	});

	it('knows whom somebody is drawn to from whom an offer is for', () => {
		const { query } = find(snapshot, { q: 'er jeg vist nok til piger ' });
		expect(query?.needs[0]?.alternatives.map(({ terms }) => terms[0])).toContain('#lgbt');
		expect(query?.person).toEqual({});
		expect(find(snapshot, { q: 'noget til piger ' }).query?.person.gender).toBe('women');
	});

	it('takes a hint for less than a word that means it', () => {
		const factor = (q: string, concept: string) =>
			find(snapshot, { q }).query?.needs[0]?.alternatives.find(({ terms }) => terms[0] === concept)?.factor ?? 0;
		expect(factor('rykker ', '#debt')).toBeGreaterThan(factor('faktura ', '#debt'));
		expect(factor('faktura ', '#debt')).toBeGreaterThan(0);
	});

	it('tells what a slip was taken for, and what nothing is known of', () => {
		expect(find(snapshot, { q: 'gældsrådgivnig' }).query?.corrections).toEqual([
			{ typed: 'gældsrådgivnig', meant: 'gældsrådgivning' },
		]);
		const nonsense = find(snapshot, { q: 'xyzzy' });
		expect(nonsense.total).toBe(0);
		expect(nonsense.query?.unknown).toEqual(['xyzzy']);
	});

	it('puts an offer whose text has sent the wrong people after one like it, and the more often the further', async () => {
		const trusted = await snapshotOf([
			offerSource('Gældscafé to', { doubts: 2 }),
			offerSource('Gældscafé en', { doubts: 1 }),
			offerSource('Gældscafé nul', {}),
		]);
		expect(names(trusted, { q: 'gældscafé' })).toEqual(['Gældscafé nul', 'Gældscafé en', 'Gældscafé to']);
	});

	it('lets an offer sink that nobody has confirmed for a year', async () => {
		const snapshotOfAges = await snapshotOf([
			offerSource('Gældscafé gammel', { confirmed: '2025-11-01' }),
			offerSource('Gældscafé ny', { confirmed: '2025-11-03' }),
		]);
		expect(names(snapshotOfAges, { q: 'gældscafé' })).toEqual(['Gældscafé ny', 'Gældscafé gammel']);
		const score = (q: string) => names(snapshotOfAges, { q })[0];
		expect(score('gældscafé gammel')).toBe('Gældscafé gammel');
	});

	it('asks for the thing and not for what goes on meanwhile', async () => {
		const both = await snapshotOf([
			offerSource('Tandlæge', { description: 'Gratis tandlæge' }),
			offerSource('Børnepasning', { description: 'Vi passer børnene en eftermiddag' }),
		]);
		expect(names(both, { q: 'hvem kan passe mine børn mens jeg er til tandlæge' })[0]).toBe('Børnepasning');
		expect(names(both, { q: 'tandlæge mens nogen passer mine børn' })[0]).toBe('Tandlæge');
	});

	it('says why an offer was found that does not say the word', () => {
		const reasons = (q: string) => {
			const { documents, query } = find(snapshot, { q });
			const [first = 0] = documents;
			const entry = snapshot.entries[first];
			return query && entry ? explain(snapshot.text, query, entry, first) : [];
		};
		expect(reasons('regninger')).toEqual([{ typed: 'regninger', found: 'gældsrådgivning' }]);
		expect(reasons('druk')).toEqual([{ typed: 'druk', found: 'ædru' }]);
		expect(reasons('gældsrådgivning')).toEqual([]);
	});

	it('gives no reason that brought next to nothing', async () => {
		const cafe = await snapshotOf([
			offerSource('Gældscafé', { description: 'Hver mandag. Kvinder mødes her også om onsdagen.' }),
			offerSource('Andet', {}),
		]);
		const { query, documents } = find(cafe, { q: 'min mor har rudekuverter ' });
		const entry = cafe.entries[documents[0] ?? 0];
		expect(query && entry && explain(cafe.text, query, entry, documents[0] ?? 0)).toEqual([
			{ typed: 'rudekuverter', found: 'gældscafé' },
		]);
	});

	it('answers anything', () => {
		for (const q of ['', ' ', '?!', 'og', 'er der noget', '💛', 'a'.repeat(500), 'æøå', '"\\%_\'', '12']) {
			expect(find(snapshot, { q }).total).toBeGreaterThanOrEqual(0);
		}
	});
});

describe('filters', () => {
	let snapshot: Snapshot;
	const theme = (code: string) => ({ taxonomy: 'theme', code, name: code });
	beforeAll(async () => {
		snapshot = await snapshotOf([
			offerSource('a', { terms: [theme('economy')], places: [at('noerrebro')], minimumAge: 18, free: true }),
			offerSource('b', {
				terms: [theme('economy'), theme('health')],
				places: [at('valby', 55.66, 12.51)],
				maximumAge: 30,
			}),
			offerSource('c', { terms: [theme('health')], languages: ['da', 'ar'], capacity: 'full' }),
			offerSource('d', {
				capacity: 'open',
				pausedUntil: '2026-11-02',
				schedules: [{ freq: 'WEEKLY', byday: 'MO', opensAt: '08:30', closesAt: '12:00' }],
			}),
			offerSource('e', {
				confirmed: '2026-10-30',
				places: [{ district: 'valby', confidential: true }],
				schedules: [{ freq: 'WEEKLY', byday: 'SA', opensAt: '18:00', closesAt: '23:30' }],
			}),
		]);
	});
	const found = (request: Partial<SearchRequest>) => [...names(snapshot, request)].sort().join('');

	it('either of several values, and all of several filters', () => {
		expect(found({ filters: { theme: ['economy'] } })).toBe('ab');
		expect(found({ filters: { theme: ['economy', 'health'] } })).toBe('abc');
		expect(found({ filters: { theme: ['economy', 'health'], district: ['noerrebro'] } })).toBe('a');
		expect(found({ filters: { free: ['1'] } })).toBe('a');
		expect(found({ filters: { language: ['ar'] } })).toBe('c');
	});

	it('age by the limits that are told', () => {
		expect(found({ age: 17 })).toBe('bcde');
		expect(found({ age: 40 })).toBe('acde');
	});

	it('a part of the map, by places that may be shown', () => {
		expect(found({ bbox: [12.5, 55.65, 12.52, 55.67] })).toBe('b');
		expect(found({ bbox: [12, 55, 13, 56] })).toBe('ab');
	});

	it('what is open now, in the evening, at the weekend, or not told', () => {
		expect(found({ filters: { open: ['now'] } })).toBe('d');
		expect(found({ filters: { open: ['evening'] } })).toBe('e');
		expect(found({ filters: { open: ['weekend', 'now'] } })).toBe('de');
		expect(found({ filters: { open: ['unknown'] } })).toBe('abc');
	});

	it('capacity as it is today: a pause lasts through its day', () => {
		expect(found({ filters: { capacity: ['paused'] } })).toBe('d');
		const tomorrow = search(
			snapshot,
			{ ...everything, filters: { capacity: ['open'] } },
			new Date('2026-11-03T08:00:00Z'),
		);
		expect(named(snapshot, tomorrow.documents)).toContain('d');
	});

	it('counts each value under the other filters and not under its own', () => {
		const { facets } = find(snapshot, { filters: { theme: ['economy'] } });
		const count = (facet: 'theme' | 'district' | 'open', value: string) =>
			facets()[facet].find((each) => each.value === value)?.count;
		expect(count('theme', 'economy')).toBe(2);
		expect(count('theme', 'health')).toBe(2);
		expect(count('district', 'valby')).toBe(1);
		expect(count('open', 'now')).toBe(0);
		expect(facets().theme.find(({ value }) => value === 'economy')?.selected).toBe(true);
	});

	it('counts what each value would really find', () => {
		for (const q of ['', 'a b c']) {
			const base = { q, filters: { theme: ['health'] }, age: 25 };
			const counts = find(snapshot, base).facets();
			for (const facet of ['district', 'language', 'capacity', 'open', 'gender'] as const) {
				for (const { value, count } of counts[facet]) {
					expect(find(snapshot, { ...base, filters: { ...base.filters, [facet]: [value] } }).total).toBe(count);
				}
			}
		}
	});

	it('shows those that take people before those that do not, or the freshest first', () => {
		expect(names(snapshot, {}).at(-1)).toBe('c');
		expect(names(snapshot, { sort: 'freshness' })[0]).toBe('e');
	});
});

describe('pages', () => {
	it('hold every offer once, and end where the offers end', async () => {
		const snapshot = await snapshotOf(Array.from({ length: 45 }, (_, index) => offerSource(`Café ${index}`)));
		for (const request of [{}, { q: 'café' }, { sort: 'freshness' }, { q: 'café', sort: 'freshness' }] as const) {
			const pages = [1, 2, 3].map((page) => names(snapshot, { ...request, page }));
			expect(pages.map(({ length }) => length)).toEqual([20, 20, 5]);
			expect(new Set(pages.flat()).size).toBe(45);
			expect(find(snapshot, { ...request, page: 99 })).toMatchObject({ total: 45, pages: 3, page: 3 });
		}
	});

	it('of an empty catalogue are one empty page', async () => {
		const snapshot = await snapshotOf([]);
		expect(find(snapshot, { q: 'gæld' })).toMatchObject({ total: 0, pages: 1, page: 1, documents: [] });
		expect(find(snapshot, {}).facets().theme).toEqual([]);
	});
});
