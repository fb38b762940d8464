import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { systemActor } from '../src/lib/identity/actor.ts';
import type { SubjectAccess } from '../src/lib/citizens/subject-access.ts';
import { onEachDatabase } from './database.ts';
import { makeMeeting, type Meeting } from './factories.ts';
import { makeSentReferral, marker, type Referred } from './referred-citizen.ts';
import { linkTo } from './referral-to-order.ts';
import { serveSite, type Client, type Site } from './request.ts';

onEachDatabase('all that is held on a citizen', (open) => {
	let site: Site;
	let all: Meeting;
	let sent: Referred;
	let client: Client;
	beforeAll(async () => {
		await open();
		site = await serveSite();
		all = await makeMeeting();
		sent = await makeSentReferral(all);
	});
	beforeEach(() => {
		client = site.client();
	});

	it('is read and taken along by a caseworker of the centre, and the log names who', async () => {
		await client.signInAs(all.caseworker);
		const path = `/citizens/${sent.citizenId}/access`;
		expect((await client.get(`/citizens/${sent.citizenId}`)).body).toContain(`href="${path}"`);
		const page = await client.get(path);
		expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
		expect(page.body).toContain(`${marker} sidder alene`);
		expect(page.body).toContain('Så en henvisning');
		const file = await client.get(`${path}/json`);
		expect(file.headers.get('content-disposition')).toBe('attachment; filename="indsigt.json"');
		const access = JSON.parse(file.body) as SubjectAccess;
		expect(access.records.length).toBeGreaterThan(8);
		expect((await client.get(`${path}/html`)).body).toContain('<h1>Det har vi om dig</h1>');
		expect((await client.get(`${path}/xml`)).status).toBe(404);
		const { rows } = await asActor(systemActor, (tx) =>
			tx.execute(sql`select count(*)::int as count from audit_entry where action = 'export.subject_access'
				and citizen_id = ${sent.citizenId}::uuid and user_id = ${all.caseworker.userId}::uuid`),
		);
		expect((rows[0] as { count: number }).count).toBe(3);
	});

	it('is not for other centres, and by id for the data-protection officer', async () => {
		await client.signInAs(all.stranger);
		expect((await client.get(`/citizens/${sent.citizenId}/access`)).status).toBe(404);
		expect((await client.get(`/citizens/${sent.citizenId}/access/json`)).status).toBe(404);
		await client.signInAs(all.staff.data_protection_officer);
		expect((await client.get(`/citizens/${sent.citizenId}/access`)).status).toBe(403);
		expect((await client.get(`/admin/access/${sent.citizenId}`)).body).toContain(`${marker} sidder alene`);
		expect((await client.get('/admin/access/00000000-0000-4000-8000-000000000000')).status).toBe(404);
		await client.signInAs(all.staff.administrator);
		expect((await client.get(`/admin/access/${sent.citizenId}`)).status).toBe(403);
	});

	it('tells the citizen by their link who has looked, as roles and days, in their language', async () => {
		const path = await linkTo(all, sent.referralId);
		const { body } = await client.get(`${path}?lang=da`);
		expect(body).toContain('Hvem har set noget om dig?');
		expect(body).toContain('2. november 2026: En medarbejder i kommunen');
		expect(body).toContain('2. november 2026: En kontakt i organisationen');
		expect(body.match(/: En medarbejder i kommunen/g)).toHaveLength(1);
		const looked = /Hvem har set noget om dig\?[^]*?<\/details>/.exec(body)?.[0] ?? '';
		expect(looked).toContain('En medarbejder i kommunen');
		expect(looked).not.toMatch(/Person \d|Forening/);
		expect((await client.get(`${path}?lang=so`)).body).toContain('Yaa wax kaa arkay?');
	});
});
