import { beforeAll, expect, it } from 'vitest';
import { onEmbeddedDatabase } from '../../../../../tests/database.ts';
import { makeOffer, makeStaff } from '../../../../../tests/factories.ts';
import { serveSite, type Client, type Site } from '../../../../../tests/request.ts';

onEmbeddedDatabase('the page of words', (open) => {
	let site: Site;
	let coordinator: Client;

	beforeAll(async () => {
		await open({ DEMO: 'false' });
		await makeOffer({ name: 'Gældsrådgivning på Ærø Plads' });
		site = await serveSite();
		coordinator = site.client();
		await coordinator.signInAs(await makeStaff('coordinator'));
	});

	it('shows what a word would find before it is saved, and then finds it', async () => {
		const tried = await coordinator.get('/admin/words?phrase=glimmerkuvert&meaning=g%C3%A6ldsr%C3%A5dgivning');
		expect(tried.body).toContain('Gældsrådgivning på Ærø Plads');
		expect((await site.client().get('/offers?q=glimmerkuvert%20')).body).not.toContain('Ærø Plads');

		const saved = await coordinator.post('/admin/words?/add', { phrase: 'Glimmerkuvert', meaning: 'gældsrådgivning' });
		expect(saved).toMatchObject({ status: 303, location: '/admin/words?done=added' });
		expect((await coordinator.get('/admin/words?done=added')).body).toContain('glimmerkuvert');
		expect((await site.client().get('/offers?q=glimmerkuvert%20')).body).toContain('Ærø Plads');
	});

	it('says beside the field what is wrong, and keeps what was typed', async () => {
		const refused = await coordinator.post('/admin/words?/add', { phrase: 'åh, nej', meaning: '' });
		expect(refused.status).toBe(400);
		expect(refused.body).toContain('Skriv ét ord eller én vending uden komma.');
		expect(refused.body).toContain('Skriv, hvad det skal finde.');
		expect(refused.body).toContain('value="åh, nej"');
	});

	it('counts what is told to be missing, and thanks for it', async () => {
		const anyone = site.client();
		const told = await anyone.post('/offers/missed', { q: 'glasharmonika', told: '1' });
		expect(told).toMatchObject({ status: 303, location: '/offers?q=glasharmonika&told=1' });
		expect((await anyone.get(told.location ?? '')).body).toContain('Nu er det talt med');
		expect((await anyone.post('/offers/missed', { q: 'glasharmonika' })).status).toBe(204);
	});
});
