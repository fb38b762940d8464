import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import { confidentialAddress } from '../src/lib/catalogue/tables.server.ts';
import { refreshSnapshot } from '../src/lib/catalogue/search/catalogue-snapshot.server.ts';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { systemActor } from '../src/lib/identity/actor.ts';
import { hoursOnPaper, languages, paperIn } from '../src/lib/lists/paper-words.ts';
import type { ScheduleRecord } from '../src/lib/catalogue/hsds/record.ts';
import { monday, onEmbeddedDatabase } from './database.ts';
import { makeLocation, makeOffer, makeOrganisation } from './factories.ts';
import { serveSite, type Site } from './request.ts';

const soupHours: ScheduleRecord[] = [{ freq: 'WEEKLY', byday: 'TU', opensAt: '16:00', closesAt: '18:00' }];

/** The texts of a workbook: all XML in it that holds cells. */
async function workbookText(bytes: Buffer): Promise<string> {
	return new Promise((resolve, reject) => {
		fromBuffer(bytes, { lazyEntries: true }, (cause, zip) => {
			if (!zip) return reject(cause ?? new Error('no zip'));
			let text = '';
			zip.on('error', reject).on('end', () => resolve(text));
			zip.on('entry', (entry: { fileName: string }) => {
				if (!/sheet\d*\.xml$|sharedStrings\.xml$/.test(entry.fileName)) return zip.readEntry();
				zip.openReadStream(entry as never, (failed, stream) => {
					if (!stream) return reject(failed ?? new Error('no stream'));
					stream.on('data', (chunk: Buffer) => (text += chunk.toString())).on('end', () => zip.readEntry());
				});
			});
			zip.readEntry();
		});
	});
}

onEmbeddedDatabase('the catalogue, taken along', (open) => {
	let site: Site;
	beforeAll(async () => {
		await open();
		const { id: organisationId } = await makeOrganisation({ name: 'Foreningen; "Ærø"', slug: 'foreningen' });
		const soup = await makeOffer({
			organisationId,
			name: '=HYPERLINK("http://evil.example";"Suppe")',
			slug: 'suppe',
			summary: 'Suppe; og samvær,\nhver uge',
			schedules: soupHours,
		});
		await makeLocation(soup.id, { address: 'Blågårds Prøve 3' });
		const refuge = await makeOffer({
			organisationId,
			name: 'Ly om natten',
			slug: 'ly',
			schedules: [{ freq: 'DAILY', opensAt: '20:00', closesAt: '08:00' }],
		});
		const hidden = { address: null, postcode: null, city: null, district: null, latitude: null, longitude: null };
		const place = await makeLocation(refuge.id, { confidential: true, name: 'Huset bag porten', ...hidden });
		await asActor(systemActor, (tx) =>
			tx.insert(confidentialAddress).values({ locationId: place.id, address: 'Skjulestræde 7' }),
		);
		await makeOffer({
			name: 'Talværkstedet',
			minimumAge: 18,
			maximumAge: 65,
			capacity: 'few',
			capacityAvailable: 7,
			confirmed: '2026-10-30',
		});
		for (let number = 0; number < 30; number++) await makeOffer({ name: `Café ${number}`, slug: `cafe-${number}` });
		site = await serveSite();
	});
	const get = (path: string, locale: 'da' | 'en' = 'da') => site.client(locale).get(path);
	const rows = (text: string, delimiter: string) =>
		parse(text, { bom: true, delimiter, columns: true }) as Record<string, string>[];

	describe('as CSV', () => {
		it('has every offer of any search, not only those of the first page', async () => {
			const answer = await get('/offers.csv');
			expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
			expect(rows(answer.body, ';')).toHaveLength(33);
		});

		it('holds no formula, keeps every letter, and parts columns as Danish spreadsheets do', async () => {
			const found = rows((await get('/offers.csv?q=suppe')).body, ';');
			expect(found[0]).toMatchObject({
				Tilbud: `'=HYPERLINK("http://evil.example";"Suppe")`,
				Forening: 'Foreningen; "Ærø"',
				Hvor: 'Blågårds Prøve 3, 2200 København N',
				'Læs mere': 'http://localhost/offers/suppe',
			});
		});

		it('is in English, with commas, for those who read English', async () => {
			expect(rows((await get('/offers.csv?q=suppe', 'en')).body, ',')[0]).toHaveProperty('Organisation');
		});
	});

	describe('as an Excel workbook', () => {
		it('holds the same offers and no formula, its headings always in view', async () => {
			const response = await fetch(`${site.url}/offers.xlsx?q=suppe`);
			const text = await workbookText(Buffer.from(await response.arrayBuffer()));
			expect(text).toContain('Blågårds Prøve 3');
			expect(text).toContain('=HYPERLINK');
			expect(text).not.toMatch(/<f[ >]/u);
			expect(text).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/u);
		});

		it('has ages and places as numbers and days as days, which a spreadsheet can sort and count', async () => {
			const response = await fetch(`${site.url}/offers.xlsx?q=talværkstedet`);
			const text = await workbookText(Buffer.from(await response.arrayBuffer()));
			const numbers = [...text.matchAll(/<c r="[A-Z]+2"(?![^>]*t="s")[^>]*><v>(\d+)<\/v>/gu)].map(([, value]) => value);
			// A day is how many have passed since the last of 1899.
			const days = (Date.UTC(2026, 9, 30) - Date.UTC(1899, 11, 30)) / 86_400_000;
			expect(numbers).toEqual(['18', '65', '7', String(days)]);
			expect(rows((await get('/offers.csv?q=talværkstedet')).body, ';')[0]).toMatchObject({
				'Alder fra': '18',
				Ledige: '7',
				Plads: 'Få pladser',
				Bekræftet: '2026-10-30',
			});
		});
	});

	describe('as a calendar', () => {
		it('has an offer’s hours, and where it is', async () => {
			const { status, headers, body } = await get('/offers/suppe/calendar.ics');
			expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
			expect(body).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU');
			expect(body.replaceAll('\r\n ', '')).toContain('LOCATION:Blågårds Prøve 3\\, 2200 København N');
		});

		it('has everything an organisation offers in one', async () => {
			const { body } = await get('/organisations/foreningen/calendar.ics');
			expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(2);
		});

		it('is not found for what is not there', async () => {
			expect((await get('/offers/findes-ikke/calendar.ics')).status).toBe(404);
			expect((await get('/organisations/findes-ikke/calendar.ics')).status).toBe(404);
		});
	});

	it('never tells where a secret place is', async () => {
		for (const path of [
			'/offers.csv',
			'/offers/ly/calendar.ics',
			'/organisations/foreningen/calendar.ics',
			'/embed?q=ly',
		]) {
			const { status, body } = await get(path);
			expect([path, status]).toEqual([path, 200]);
			expect(body).not.toMatch(/Skjulestræde|Huset bag porten/);
		}
		const book = await fetch(`${site.url}/offers.xlsx`);
		expect(await workbookText(Buffer.from(await book.arrayBuffer()))).not.toMatch(/Skjulestræde|Huset bag porten/);
	});

	describe('as a list', () => {
		const collect = async (client = site.client()) => {
			const page = await client.get('/offers/suppe');
			const offer = /name="offer" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
			const { status, location = '' } = await client.post('/lists?/add', { offer });
			expect(status).toBe(303);
			return { client, list: location, offer };
		};

		it('is collected without an account and without any script, named, and deleted', async () => {
			const { client, list, offer } = await collect();
			expect((await client.get(list)).body).toContain('Blågårds Prøve 3');
			expect((await client.post(`${list}?/rename`, { name: 'Åbent om aftenen' })).status).toBe(200);
			expect((await client.get('/lists')).body).toContain('Åbent om aftenen');
			expect((await client.post(`${list}?/remove`, { offer })).body).toContain('Listen er tom');
			expect((await client.post(`${list}?/delete`)).location).toBe('/lists');
			expect((await client.get(list)).status).toBe(404);
		});

		it('keeps a name that is refused where it was typed, and says why', async () => {
			const { client, list } = await collect();
			const empty = await client.post(`${list}?/rename`, { name: ' ' });
			expect([empty.status, empty.body.includes('Giv listen et navn.')]).toEqual([400, true]);
			const cpr = await client.post(`${list}?/rename`, { name: 'Til 010190-1234' });
			expect(cpr.status).toBe(400);
			expect(cpr.body).toContain('Skriv ikke CPR-numre i navnet.');
			expect(cpr.body).toContain('value="Til 010190-1234"');
		});

		it('is shared by a link that stops at once', async () => {
			const { client, list } = await collect();
			const { body } = await client.post(`${list}?/share`);
			const link = /href="http:\/\/localhost(\/shared-list\/[^"]+)"/.exec(body)?.[1] ?? '';
			expect(link.length).toBeGreaterThan('/shared-list/'.length + 21);
			const reader = site.client();
			const shared = await reader.get(link);
			expect(shared.body).toContain('Blågårds Prøve 3');
			expect(shared.body).not.toContain('?/remove');
			expect(shared.headers.get('cache-control')).toBe('no-store');
			expect(shared.headers.get('x-robots-tag')).toBe('noindex, nofollow');
			await client.post(`${list}?/unshare`);
			expect((await reader.get(link)).status).toBe(404);
			expect((await reader.get(`${link}/print`)).status).toBe(404);
		});

		it('is nobody else’s', async () => {
			const { list } = await collect();
			const other = (await collect()).client;
			for (const path of [list, `${list}/print`]) expect((await other.get(path)).status).toBe(404);
			for (const action of ['rename', 'share', 'unshare', 'delete'])
				expect((await other.post(`${list}?/${action}`, { name: 'Mit' })).status).toBe(404);
			expect((await site.client().get(list)).status).toBe(404);
		});

		it('is printed with hours, map and code, its fixed words in the citizen’s language', async () => {
			const { client, list } = await collect();
			const danish = (await client.get(`${list}/print`)).body;
			expect(danish).toContain('Hvornår');
			expect(danish).toContain('tirsdag');
			expect(danish).toContain('map-sketch.svg');
			expect(danish).toContain('aria-label="QR-kode til');
			const arabic = (await client.get(`${list}/print?language=ar`)).body;
			expect(arabic).toContain('<html lang="ar" dir="rtl">');
			expect(arabic).toContain('الثلاثاء');
			expect(arabic).toContain('هذه الترجمة مسودة');
		});

		it.each(languages)('is printed in $name with every fixed word, map, code and hours', async ({ code }) => {
			const { client, list } = await collect();
			const { body } = await client.get(`${list}/print?language=${code}`);
			const { words, direction } = paperIn(code);
			expect(body).toContain(`<html lang="${code}" dir="${direction}">`);
			for (const name of ['where', 'when', 'scan', 'made', 'draft'] as const) expect(body).toContain(words[name]);
			const [tuesday] = hoursOnPaper(soupHours, monday, code);
			expect(body.replaceAll(/<!--.*?-->/gu, '')).toContain(`${tuesday?.day} <bdi>16:00–18:00</bdi>`);
			expect(body).toContain('map-sketch.svg');
			expect(body).toContain('aria-label="QR-kode til');
		});

		it('opens as a mail in one’s own mail program', async () => {
			const { client, list } = await collect();
			expect((await client.get(list)).body).toMatch(/href="mailto:\?subject=Min%20liste&amp;body=[^"]*offers%2Fsuppe/);
		});

		it('refuses an offer that is not there, and a list that is somebody’s', async () => {
			const { client, list } = await collect();
			const nothing = '00000000-0000-4000-8000-000000000000';
			expect((await client.post('/lists?/add', { offer: nothing })).status).toBe(404);
			expect((await client.post('/lists?/add', { offer: 'x' })).status).toBe(400);
			const other = await collect();
			const foreign = { offer: other.offer, list: list.split('/').at(-1) ?? '' };
			expect((await other.client.post('/lists?/add', foreign)).status).toBe(404);
		});
	});

	describe('in another site’s frame', () => {
		it('may be framed by anyone, which no other page may', async () => {
			const framed = await get('/embed?q=suppe');
			expect(framed.headers.get('content-security-policy')).toContain('frame-ancestors *');
			expect(framed.headers.get('x-frame-options')).toBeNull();
			const page = await get('/offers?q=suppe');
			expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
			expect(page.headers.get('x-frame-options')).toBe('DENY');
		});

		it('sets no cookie, runs no script, and keeps its filter when searched in', async () => {
			const response = await fetch(`${site.url}/embed?q=suppe&district=noerrebro`);
			const body = await response.text();
			expect(response.headers.getSetCookie()).toEqual([]);
			expect(body).not.toContain('<script');
			expect(body).toContain('<input type="hidden" name="district" value="noerrebro"');
			expect(body).toContain('href="/offers?q=suppe&amp;district=noerrebro"');
		});

		it('speaks the language of its address', async () => {
			const { body } = await get('/embed?q=suppe&lang=en');
			expect(body).toMatch(/\b\d+ offers?\b/u);
			expect(body).toContain('lang="en"');
		});

		it('comes as one line to copy, with the search in it', async () => {
			const { body } = await get('/embed/code?q=suppe&district=noerrebro&page=2');
			expect(body).toContain('/embed?q=suppe&amp;amp;district=noerrebro');
			expect(body).not.toContain('page=2&');
		});
	});
});

onEmbeddedDatabase('somebody who begins lists without end', (open) => {
	let site: Site;
	beforeAll(async () => {
		await open();
		site = await serveSite();
	});

	it('is told to wait; who has a list already, and others, are not', async () => {
		const { id: offer } = await makeOffer();
		const there = { 'x-forwarded-for': '10.7.7.1' };
		const first = site.client();
		const begin = (client = site.client(), headers: Record<string, string> = there) =>
			client.post('/lists?/add', { offer }, headers);
		expect((await begin(first)).status).toBe(303);
		for (let times = 1; times < 120; times += 1) await begin();
		expect((await begin()).status).toBe(429);
		expect((await begin(first)).status).toBe(303);
		expect((await begin(site.client(), { 'x-forwarded-for': '10.7.7.2' })).status).toBe(303);
	});
});

onEmbeddedDatabase('an offer among the results', (open) => {
	let site: Site;
	beforeAll(async () => {
		await open();
		site = await serveSite();
	});

	it('says places free, the waitlist with its expected time, how long it pauses, and nothing that has run out; so does the list it is put on, without JavaScript', async () => {
		const { id } = await makeOffer({ name: 'Ventesalen', capacity: 'waitlist', waitlistUntil: '2027-02-01' });
		await makeOffer({
			name: 'Sovesalen',
			capacity: 'few',
			capacityAvailable: 2,
			capacityMaximum: 12,
			capacityUnit: 'senge',
		});
		await makeOffer({ name: 'Ventilen', capacity: 'paused', pausedUntil: '2026-12-24' });
		await makeOffer({ name: 'Læsesalen', capacity: 'few', capacityAvailable: 3, capacityExpires: '2026-11-01' });
		await refreshSnapshot();
		const client = site.client();
		const seen = (body: string) => body.replaceAll(/<[^>]*>/gu, '').replaceAll(/\s+/gu, ' ');
		const results = (await client.get('/offers?q=ventesalen')).body;
		expect(seen(results)).toContain('Venteliste: Måske plads fra mandag 1. februar 2027');
		expect(results).toContain('<form id="collect" method="post" action="/lists?/add">');
		expect(results).toMatch(new RegExp(`<button[^>]*form="collect"[^>]*name="offer"[^>]*value="${id}"`, 'u'));
		expect((await client.get('/offers?q=sovesalen')).body).toContain('Ledige senge: 2 af 12');
		expect(seen((await client.get('/offers?q=ventilen')).body)).toMatch(/Holder pause.{0,20}24\. december/u);
		const expired = seen((await client.get('/offers?q=læsesalen')).body);
		expect(expired).toContain('Læsesalen');
		expect(expired).not.toMatch(/Ledige pladser: 3|Få pladser(?! \()/u);
		const added = await client.post('/lists?/add', { offer: id });
		expect(added.location).toMatch(/^\/lists\//u);
		expect(seen((await client.get(added.location ?? '')).body)).toContain('Måske plads fra mandag 1. februar 2027');
	});
});
