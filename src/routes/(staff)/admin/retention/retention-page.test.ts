import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import { days, onEachDatabase, type TestDatabase } from '../../../../../tests/database.ts';
import { makeMeeting, type Meeting } from '../../../../../tests/factories.ts';
import { makeCompletedReferral, makeDraftWithEverything, marker } from '../../../../../tests/referred-citizen.ts';
import { serveSite, type Client, type Site } from '../../../../../tests/request.ts';
import { readCitizen } from '../../../../lib/citizens/citizens.server.ts';
import { asActor } from '../../../../lib/database/as-actor.server.ts';
import { systemActor } from '../../../../lib/identity/actor.ts';
import { runRetention } from '../../../../lib/retention/retention.server.ts';

/** The files of a zip, by name. */
const unzip = (bytes: Buffer) =>
	new Promise<Map<string, Buffer>>((resolve, reject) => {
		const files = new Map<string, Buffer>();
		fromBuffer(bytes, { lazyEntries: true }, (failure, zip) => {
			if (failure) return reject(failure);
			zip.on('end', () => resolve(files));
			zip.on('error', reject);
			zip.on('entry', (entry: { fileName: string }) =>
				zip.openReadStream(entry as never, (cause, stream) => {
					if (cause) return reject(cause);
					const parts: Buffer[] = [];
					stream.on('data', (part: Buffer) => parts.push(part));
					stream.on('end', () => {
						files.set(entry.fileName, Buffer.concat(parts));
						zip.readEntry();
					});
				}),
			);
			zip.readEntry();
		});
	});

onEachDatabase('the page of retention', (open) => {
	let database: TestDatabase;
	let site: Site;
	let all: Meeting;
	let officer: Client;
	beforeAll(async () => {
		database = await open();
		site = await serveSite();
	});
	beforeEach(async () => {
		database = await open();
		all = await makeMeeting();
		officer = site.client();
		await officer.signInAs(all.staff.data_protection_officer);
	});

	/** The session does not outlive the years that pass. */
	async function after(passed: number): Promise<void> {
		database.clock.advance(passed * days);
		await officer.signInAs(all.staff.data_protection_officer);
	}
	const page = async () => (await officer.get('/admin/retention')).body;
	const logged = async () => {
		const { rows } = await asActor(systemActor, (tx) =>
			tx.execute(sql`select action from audit_entry where user_id = ${all.staff.data_protection_officer.userId}::uuid
				and role = 'data_protection_officer' order by id`),
		);
		return (rows as { action: string }[]).map(({ action }) => action).filter((action) => action !== 'retention.read');
	};
	async function download(): Promise<Map<string, Buffer>> {
		const cookie = [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const answer = await fetch(`${site.url}/admin/retention/case-files`, {
			method: 'POST',
			headers: { cookie, origin: site.url, 'content-type': 'application/x-www-form-urlencoded' },
		});
		expect(answer.status).toBe(200);
		return unzip(Buffer.from(await answer.arrayBuffer()));
	}

	it('shows what is due by number and name of kind, and names nobody', async () => {
		const { referralId } = await makeDraftWithEverything(all);
		await after(31);
		const body = await page();
		expect(body).toContain('Kladder til henvisninger');
		expect(body).toContain('Nu er 1 forbi fristen');
		expect(body).toContain(referralId.slice(0, 8));
		expect(body).not.toContain(marker);
		expect(body).toContain('href="/admin/retention"');
	});

	it('sets how long kinds are kept, says beside the field what is wrong, and logs what changed', async () => {
		const fields = Object.fromEntries(
			[...(await page()).matchAll(/name="([a-z_]+)"[^>]*inputmode="numeric"[^>]*value="(\d+)"/g)].map(
				([, name = '', value = '']) => [name, value],
			),
		);
		expect(Object.keys(fields)).toHaveLength(9);
		const wrong = await officer.post('/admin/retention?/days', { ...fields, drafts: 'en måned', mails: '-1' });
		expect(wrong.status).toBe(400);
		expect([...wrong.body.matchAll(/id="f-([a-z_]+)-error"/g)].map(([, name]) => name)).toEqual(['drafts', 'mails']);
		expect(wrong.body).toContain('Skriv et helt antal dage fra 0 til 36500.');
		expect(wrong.body).toContain('value="en måned"');
		const order = await officer.post('/admin/retention?/days', { ...fields, referral_texts: '1000' });
		expect([order.status, order.body.includes('href="#f-referral_texts"')]).toEqual([422, true]);
		expect(await logged()).toEqual([]);
		const saved = await officer.post('/admin/retention?/days', { ...fields, drafts: '14', mails: '60' });
		expect(saved.location).toBe('/admin/retention?done=days');
		expect(await logged()).toEqual(['retention.set_drafts', 'retention.set_mails']);
		expect(await page()).toMatch(/name="drafts"[^>]*value="14"/);
	});

	it('holds a citizen back by number and reason, so that nothing of them goes, and lifts it with a reason', async () => {
		const { citizenId } = await makeDraftWithEverything(all);
		const missing = await officer.post('/admin/retention?/hold', { citizen: 'Østergård' });
		expect(missing.status).toBe(400);
		expect(missing.body).toContain('Skriv borgerens nummer, som det står i loggen');
		expect(missing.body).toContain('Vælg, hvorfor alt skal blive.');
		const unknown = await officer.post('/admin/retention?/hold', { citizen: '00000000', reason: 'complaint' });
		expect([unknown.status, unknown.body.includes('Vi kender ingen borger med det nummer.')]).toEqual([422, true]);
		const form = { citizen: citizenId.slice(0, 8), reason: 'lawsuit' };
		for (const sent of [1, 2])
			expect([sent, (await officer.post('/admin/retention?/hold', form)).status]).toEqual([sent, 303]);
		const held = await page();
		expect(held).toContain('Retssag, siden 2. nov. 2026');
		await after(40);
		expect((await runRetention()).drafts).toBe(0);
		const reasonless = await officer.post('/admin/retention?/lift', { held: citizenId });
		expect([reasonless.status, reasonless.body.includes('Vælg, hvorfor det må slettes igen.')]).toEqual([400, true]);
		const lifted = await officer.post('/admin/retention?/lift', { held: citizenId, because: 'closed' });
		expect(lifted.location).toBe('/admin/retention?done=lifted');
		expect((await officer.post('/admin/retention?/lift', { held: citizenId, because: 'closed' })).status).toBe(409);
		expect(await logged()).toEqual(['citizen.hold', 'citizen.lift_hold']);
		expect((await runRetention()).drafts).toBe(1);
	});

	it('writes a citizen’s file out first, erases only what is confirmed to be in the case, and leaves counts', async () => {
		const { citizenId } = await makeCompletedReferral(all);
		await after(731);
		expect(await page()).toContain('1 borger er forbi fristen og venter på det.');
		const files = await download();
		expect([...files.keys()].sort()).toEqual([`${citizenId}.html`, `${citizenId}.json`, 'SHA256SUMS'].sort());
		const json = files.get(`${citizenId}.json`) ?? Buffer.from('');
		const hash = createHash('sha256').update(json).digest('hex');
		expect(json.toString('utf8')).toContain(`${marker}sen`);
		expect(files.get('SHA256SUMS')?.toString('utf8')).toBe(`${hash}  ${citizenId}.json\n`);

		// Downloaded is not in the case: the night goes by and the citizen is still there.
		expect((await runRetention()).citizens).toBe(0);
		const waiting = await page();
		expect(waiting).toContain(`SHA-256 ${hash}`);
		const receipt = /name="receipt"[^>]*value="([0-9a-f-]{36})"/.exec(waiting)?.[1] ?? '';
		const none = await officer.post('/admin/retention?/confirm', {});
		expect([none.status, none.body.includes('Sæt hak ved mindst én akt.')]).toEqual([400, true]);
		expect((await officer.post('/admin/retention?/confirm', { receipt })).location).toBe(
			'/admin/retention?done=confirmed',
		);
		expect((await officer.post('/admin/retention?/confirm', { receipt })).status).toBe(422);

		const unsure = await officer.post('/admin/retention?/run', {});
		expect([unsure.status, unsure.body.includes('Sæt hak, hvis det skal slettes for altid.')]).toEqual([400, true]);
		expect((await officer.post('/admin/retention?/run', { sure: 'yes' })).location).toBe(
			'/admin/retention?done=let_go',
		);
		await expect(asActor(all.caseworker, (tx) => readCitizen(tx, all.caseworker, citizenId))).rejects.toThrow();
		const counts = /Sluppet indtil nu[^]*<\/table>/.exec(await page())?.[0] ?? '';
		expect(counts).toMatch(/Borgere<\/th>\s*<td[^>]*>1<\/td>/);
		expect(counts).not.toContain(citizenId.slice(0, 8));
		expect(await logged()).toEqual(
			expect.arrayContaining(['export.case_file', 'export.confirm_file', 'retention.let_go', 'citizen.erase']),
		);
		expect((await officer.post('/admin/retention/case-files')).status).toBe(409);
	});

	it('is for the data-protection officer alone', async () => {
		const { citizenId } = await makeDraftWithEverything(all);
		for (const actor of [all.caseworker, all.staff.administrator, all.staff.leader, all.contact]) {
			const other = site.client();
			await other.signInAs(actor);
			expect((await other.get('/admin/retention')).status).toBe(403);
			expect((await other.post('/admin/retention?/hold', { citizen: citizenId, reason: 'archive' })).status).toBe(403);
			expect((await other.post('/admin/retention?/run', { sure: 'yes' })).status).toBe(403);
			expect((await other.post('/admin/retention/case-files')).status).toBe(403);
		}
		const { rows } = await asActor(systemActor, (tx) => tx.execute(sql`select count(*)::int as held from legal_hold`));
		expect(rows[0]).toEqual({ held: 0 });
	});
});
