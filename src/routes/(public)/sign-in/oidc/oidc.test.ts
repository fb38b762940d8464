import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { onEmbeddedDatabase, type TestDatabase } from '../../../../../tests/database.ts';
import { makeStaff } from '../../../../../tests/factories.ts';
import {
	clientId,
	clientSecret,
	providerBrowser,
	startProvider,
	type TestProvider,
} from '../../../../../tests/provider.ts';
import { serveSite, type Site } from '../../../../../tests/request.ts';
import { asActor } from '../../../../lib/database/as-actor.server.ts';
import { systemActor } from '../../../../lib/identity/actor.ts';
import { hashPassword } from '../../../../lib/identity/passwords.server.ts';
import { membership, session, userAccount } from '../../../../lib/identity/tables.server.ts';

const origin = 'http://localhost';
const groups = 'sk-cabs=caseworker@cabs, sk-ledere=leader@cfr, sk-it=administrator';

onEmbeddedDatabase('signing in with the municipality’s own account', (open) => {
	let database: TestDatabase;
	let provider: TestProvider;
	let site: Site;

	beforeAll(async () => {
		provider = await startProvider(origin);
		database = await open({
			DEMO: 'false',
			OIDC_ISSUER: provider.issuer,
			OIDC_CLIENT_ID: clientId,
			OIDC_CLIENT_SECRET: clientSecret,
			OIDC_GROUPS: groups,
		});
		site = await serveSite();
		provider.serve(site.url);
	});
	beforeEach(() => provider.accounts.clear());

	const browser = () =>
		providerBrowser((address) => (address.startsWith(`${origin}/`) ? address.replace(origin, site.url) : address));
	const enter = (as: string, using = browser()) => using.go(`${origin}/sign-in/oidc?return=%2Faccount`, as);
	const rolesOf = (email: string) =>
		asActor(systemActor, (tx) =>
			tx
				.select({ role: membership.role, centreId: membership.centreId, endedAt: membership.endedAt })
				.from(membership)
				.innerJoin(userAccount, eq(userAccount.id, membership.userId))
				.where(eq(userAccount.email, email)),
		);
	const sessions = () => asActor(systemActor, (tx) => tx.select().from(session));

	it('makes an account of the groups at the first time, and follows them at every next', async () => {
		const email = 'ane@kk.example';
		provider.accounts.set('ane', { email, name: 'Ane Åkær', groups: ['sk-cabs', 'andet'] });
		const first = await enter('ane');
		expect(first).toMatchObject({ status: 200 });
		expect(first.url.pathname).toBe('/account');
		expect(first.body).toContain('Ane Åkær');
		expect(await rolesOf(email)).toMatchObject([{ role: 'caseworker', centreId: 'cabs', endedAt: null }]);

		provider.accounts.set('ane', { email, name: 'Ane Åkær', groups: ['sk-ledere'] });
		const old = (await sessions()).length;
		expect((await enter('ane')).status).toBe(200);
		expect((await sessions()).length).toBeLessThanOrEqual(old);
		const held = (await rolesOf(email)).filter(({ endedAt }) => endedAt === null);
		expect(held).toMatchObject([{ role: 'leader', centreId: 'cfr' }]);

		provider.accounts.set('ane', { email, groups: [] });
		const out = await enter('ane');
		expect(out.url.href).toBe(`${origin}/sign-in?provider=no_role`);
		expect(out.body).toContain('Din kommunale konto giver ikke adgang til Socialkompas.');
		expect((await rolesOf(email)).filter(({ endedAt }) => endedAt === null)).toEqual([]);
	});

	it('makes nobody of somebody in none of the groups', async () => {
		provider.accounts.set('bo', { email: 'bo@kk.example', groups: ['andet'] });
		expect((await enter('bo')).url.search).toBe('?provider=no_role');
		expect(await rolesOf('bo@kk.example')).toEqual([]);
	});

	it('knows a person by the provider’s name for them, and takes over no account by its address alone', async () => {
		const email = 'lokal@kk.example';
		await makeStaff('caseworker', 'cabs', { email, passwordHash: await hashPassword('rød cykel over broen') });
		provider.accounts.set('fremmed', { email, groups: ['sk-it'] });
		expect((await enter('fremmed')).url.search).toBe('?provider=email_taken');
		provider.accounts.set('lokal', { email, email_verified: true, groups: ['sk-cabs'] });
		expect((await enter('lokal')).url.pathname).toBe('/account');
		provider.accounts.set('anden', { email, email_verified: true, groups: ['sk-it'] });
		expect((await enter('anden')).url.search).toBe('?provider=email_taken');
	});

	it('lets nobody in whose account is closed here', async () => {
		provider.accounts.set('lukket', { email: 'lukket@kk.example', groups: ['sk-cabs'] });
		await enter('lukket');
		await asActor(systemActor, (tx) =>
			tx.update(userAccount).set({ active: false }).where(eq(userAccount.email, 'lukket@kk.example')),
		);
		expect((await enter('lukket')).url.search).toBe('?provider=closed');
	});

	it('takes an answer only in the browser that was asked, and only once', async () => {
		provider.accounts.set('eva', { email: 'eva@kk.example', groups: ['sk-cabs'] });
		const hers = browser();
		let answer = '';
		const watching = providerBrowser((address) => {
			if (address.includes('/callback?')) answer = address;
			return address.startsWith(`${origin}/`) ? address.replace(origin, site.url) : address;
		});
		expect((await enter('eva', watching)).url.pathname).toBe('/account');
		expect(answer).toContain('code=');
		expect((await hers.go(answer, 'eva')).url.search).toBe('?provider=failed');
		expect((await watching.once(answer)).headers.get('location')).toBe('/sign-in?provider=failed');
	});

	it('signs out at both ends', async () => {
		provider.accounts.set('ida', { email: 'ida@kk.example', groups: ['sk-cabs'] });
		const hers = browser();
		await enter('ida', hers);
		const before = (await sessions()).length;
		const out = await hers.once(`${origin}/sign-out`, { method: 'POST' });
		expect(out.headers.get('location')).toContain(`${provider.issuer}/session/end?`);
		expect((await sessions()).length).toBe(before - 1);
		const there = await hers.go(out.headers.get('location') ?? '', 'ida');
		expect(there.url.href).toBe(`${origin}/`);
		const policy = (await site.client().get('/sign-in')).headers.get('content-security-policy');
		expect(policy).toContain(`form-action ${provider.issuer} 'self'`);
	});

	it('ends the session when the provider says so, and believes nobody else', async () => {
		provider.accounts.set('kaj', { email: 'kaj@kk.example', groups: ['sk-cabs'] });
		await enter('kaj');
		const mine = (await sessions()).find(({ providerSession }) => providerSession !== null);
		const tell = (token: string) =>
			fetch(`${site.url}/sign-in/oidc/logout`, { method: 'POST', body: new URLSearchParams({ logout_token: token }) });
		expect((await tell('x.y.z')).status).toBe(400);
		const forged = [{ alg: 'none' }, { iss: provider.issuer, aud: clientId, sub: 'kaj', events: {} }]
			.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
			.join('.');
		expect((await tell(`${forged}.`)).status).toBe(400);
		expect((await sessions()).some(({ id }) => id === mine?.id)).toBe(true);
		expect(await provider.signOutEverywhere('kaj', undefined)).toBe(200);
		const left = await asActor(systemActor, (tx) =>
			tx
				.select({ id: session.id })
				.from(session)
				.innerJoin(userAccount, eq(userAccount.id, session.userId))
				.where(eq(userAccount.oidcSubject, 'kaj')),
		);
		expect(left).toEqual([]);
	});

	it('asks for the second factor that is required', async () => {
		const { oidc } = database.services.config;
		if (!oidc) throw new Error('not configured');
		oidc.requiredAcr = 'to-trin';
		provider.accounts.set('ole', { email: 'ole@kk.example', groups: ['sk-cabs'] });
		expect((await enter('ole')).url.search).toBe('?provider=no_second_factor');
		oidc.requiredAcr = undefined;
	});

	it('can be the only way in for staff', async () => {
		const { oidc } = database.services.config;
		if (!oidc) throw new Error('not configured');
		const email = 'kun@kk.example';
		const password = 'rød cykel over broen';
		await makeStaff('caseworker', 'cabs', { email, passwordHash: await hashPassword(password) });
		const give = () => site.client().post('/sign-in?/password', { email, password });
		expect((await give()).status).toBe(303);
		oidc.only = true;
		expect((await give()).status).toBe(422);
		oidc.only = false;
	});

	it('says on the sign-in page when the provider is away, where the other way in still is', async () => {
		const { oidc } = database.services.config;
		if (!oidc) throw new Error('not configured');
		const { issuer } = oidc;
		oidc.issuer = 'http://127.0.0.1:1';
		const answer = await site.client().get('/sign-in/oidc');
		expect(answer.location).toBe('/sign-in?provider=away');
		const { body, status } = await site.client().get('/sign-in?provider=away');
		expect(status).toBe(200);
		expect(body).toContain('Kommunens log ind svarer ikke lige nu.');
		expect(body).toContain('name="password"');
		oidc.issuer = issuer;
		expect((await site.client().get('/sign-in/oidc')).location).toContain(`${issuer}/auth?`);
	});
});
