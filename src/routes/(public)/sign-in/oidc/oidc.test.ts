import { and, eq, isNull } from 'drizzle-orm';
import { generateKeyPair, SignJWT } from 'jose';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onEmbeddedDatabase, type TestDatabase } from '../../../../../tests/database.ts';
import { makeMeeting, makeStaff, type Meeting } from '../../../../../tests/factories.ts';
import {
	clientId,
	clientSecret,
	otherClientId,
	providerBrowser,
	startProvider,
	type TestProvider,
} from '../../../../../tests/provider.ts';
import { makeDraftWithEverything, makeSentReferral } from '../../../../../tests/referred-citizen.ts';
import { serveSite, type Site } from '../../../../../tests/request.ts';
import { asActor } from '../../../../lib/database/as-actor.server.ts';
import { systemActor, type StaffActor } from '../../../../lib/identity/actor.ts';
import { beginAtProvider, personFromProvider } from '../../../../lib/identity/oidc.server.ts';
import { deactivateUser } from '../../../../lib/identity/users.server.ts';
import { hashPassword } from '../../../../lib/identity/passwords.server.ts';
import { membership, session, userAccount } from '../../../../lib/identity/tables.server.ts';
import { listMail } from '../../../../lib/notifications/mail.server.ts';
import { followUp, referral } from '../../../../lib/referrals/tables.server.ts';

const origin = 'http://localhost';
const groups = 'sk-cabs=caseworker@cabs, sk-ledere=leader@cfr, sk-it=administrator';

onEmbeddedDatabase('signing in with the municipality’s own account', (open) => {
	let database: TestDatabase;
	let provider: TestProvider;
	let site: Site;

	let environment: Record<string, string>;
	beforeAll(async () => {
		provider = await startProvider(origin);
		environment = {
			DEMO: 'false',
			OIDC_ISSUER: provider.issuer,
			OIDC_CLIENT_ID: clientId,
			OIDC_CLIENT_SECRET: clientSecret,
			OIDC_GROUPS: groups,
		};
		database = await open(environment);
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
	/** Signs in at the provider, and stops where it sends the browser back. */
	async function answered(as: string) {
		const { url, step } = await beginAtProvider(undefined);
		let answer = '';
		const watching = providerBrowser((address) => {
			if (address.includes('/callback?')) answer = address;
			return address.startsWith(`${origin}/`) ? `${site.url}/healthz` : address;
		});
		await watching.go(url.href, as);
		return { url, search: new URL(answer).search, step };
	}
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

	describe('when a group is lost', () => {
		let all: Meeting;
		/** a caseworker by their group, with something in hand */
		let leaver: StaffActor;
		let email: string;
		let people = 0;

		async function comeInAs(centre: string): Promise<StaffActor> {
			await enter('gro');
			return asActor(systemActor, async (tx) => {
				const [row] = await tx
					.select({ userId: userAccount.id, membershipId: membership.id, authorityId: userAccount.authorityId })
					.from(membership)
					.innerJoin(userAccount, eq(userAccount.id, membership.userId))
					.where(and(eq(userAccount.email, email), isNull(membership.endedAt)));
				if (!row) throw new Error('gro has no role');
				return { kind: 'staff', role: 'caseworker', centreId: centre, ...row };
			});
		}
		const give = (groups: string[]) => provider.accounts.set('gro', { email, name: 'Gro Ærø', groups });
		const holders = async () =>
			Object.fromEntries(
				await asActor(systemActor, async (tx) =>
					(await tx.select().from(referral)).map((row) => [row.id, row.caseworkerId] as const),
				),
			);
		const mailsTo = async (userId: string) =>
			asActor(systemActor, async (tx) => {
				const [user] = await tx.select().from(userAccount).where(eq(userAccount.id, userId));
				return (await listMail(tx)).filter(({ to }) => to === user?.email).map(({ kind }) => kind);
			});

		beforeEach(async () => {
			await database.close();
			database = await open(environment);
			all = await makeMeeting();
			email = `gro-${(people += 1)}@kk.example`;
			give(['sk-cabs']);
			leaver = await comeInAs('cabs');
		});

		it('hands what is in hand to the freest colleagues, follow-ups too, and tells them', async () => {
			const theirs = await makeSentReferral({ ...all, caseworker: leaver });
			const draft = await makeDraftWithEverything({ ...all, caseworker: leaver }, theirs.citizenId);
			const other = await makeSentReferral({ ...all, caseworker: leaver });
			// One colleague has a lot to do already; the other has not.
			const busy = [await makeSentReferral(all), await makeSentReferral(all), await makeSentReferral(all)];
			give(['sk-ledere']);
			expect((await enter('gro')).status).toBe(200);
			const now = await holders();
			const { colleague, caseworker } = all;
			for (const { referralId } of [theirs, draft, other]) expect(now[referralId]).toBe(colleague.userId);
			for (const { referralId } of busy) expect(now[referralId]).toBe(caseworker.userId);
			const due = await asActor(colleague, (tx) => tx.$count(followUp, eq(followUp.referralId, theirs.referralId)));
			expect(due).toBeGreaterThan(0);
			expect((await mailsTo(colleague.userId)).filter((kind) => kind === 'handed_over')).toHaveLength(1);
			const client = site.client();
			await client.signInAs(colleague);
			expect((await client.get(`/referrals/${theirs.referralId}`)).body).toContain(
				'Sagsbehandleren er ikke længere i centeret, og en kollega overtog henvisningen',
			);
			const old = site.client();
			await old.signInAs(leaver);
			expect((await old.get(`/referrals/${theirs.referralId}`)).status).toBe(403);
		});

		it('hands over once, however often they sign in, and nothing while the role is kept', async () => {
			const { referralId } = await makeSentReferral({ ...all, caseworker: leaver });
			give(['sk-cabs', 'sk-ledere']);
			await enter('gro');
			expect((await holders())[referralId]).toBe(leaver.userId);
			give([]);
			expect((await enter('gro')).url.search).toBe('?provider=no_role');
			const [first] = [(await holders())[referralId]];
			expect([all.caseworker.userId, all.colleague.userId]).toContain(first);
			give(['sk-ledere']);
			await enter('gro');
			expect((await holders())[referralId]).toBe(first);
		});

		it('without a colleague lets it stay, and the coordinator who is told can give it away', async () => {
			const { referralId } = await makeSentReferral({ ...all, caseworker: leaver });
			const administrator = all.staff.administrator;
			for (const { userId } of [all.caseworker, all.colleague]) {
				await asActor(administrator, (tx) => deactivateUser(tx, administrator, userId));
			}
			give([]);
			await enter('gro');
			expect((await holders())[referralId]).toBe(leaver.userId);
			expect(await mailsTo(all.staff.coordinator.userId)).toContain('without_caseworker');
			const successor = await makeStaff();
			const client = site.client();
			await client.signInAs(all.staff.coordinator);
			expect((await client.get('/referrals/hand-over')).body).toContain('Gro Ærø (1 åbne)');
			const given = await client.post('/referrals/hand-over', { from: leaver.userId, to: successor.userId });
			expect(given.location).toBe('/referrals/hand-over?done=1');
			expect((await holders())[referralId]).toBe(successor.userId);
		});
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

	it('believes an answer only to what it has asked itself: state, nonce and verifier, each by itself', async () => {
		provider.accounts.set('liv', { email: 'liv@kk.example', groups: ['sk-cabs'] });
		const right = await answered('liv');
		expect(right.url.searchParams.get('code_challenge_method')).toBe('S256');
		expect(await personFromProvider(right.search, right.step)).toMatchObject({ subject: 'liv', groups: ['sk-cabs'] });
		for (const part of ['state', 'nonce', 'verifier'] as const) {
			const { search, step } = await answered('liv');
			const other = { ...step, [part]: right.step[part] };
			await expect(personFromProvider(search, other), part).rejects.toMatchObject({ code: 'identity.provider_failed' });
		}
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
		// Over there, too: the provider asks anew who it is.
		const again = await hers.once(`${origin}/sign-in/oidc`);
		const asked = await hers.once(again.headers.get('location') ?? '');
		expect(asked.headers.get('location')).toContain('/interaction/');
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
		const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
		const word = { iss: provider.issuer, aud: clientId, sub: 'kaj', iat: Math.floor(Date.now() / 1000), events };
		const forged = [{ alg: 'none' }, word].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
		expect((await tell(`${forged.join('.')}.`)).status).toBe(400);
		const { privateKey } = await generateKeyPair('RS256');
		const ours = await new SignJWT(word).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
		expect((await tell(ours)).status, 'signed by somebody else').toBe(400);
		// The provider’s own signature, on another word: that somebody has come in.
		const { search, step } = await answered('kaj');
		expect((await tell((await personFromProvider(search, step)).idToken)).status).toBe(400);
		expect(await provider.signOutEverywhere('kaj', undefined, otherClientId), 'meant for another system').toBe(400);
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
