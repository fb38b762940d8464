import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import { systemActor } from '../../src/lib/identity/actor.ts';
import { invite } from '../../src/lib/identity/credential-links.server.ts';
import { hashPassword } from '../../src/lib/identity/passwords.server.ts';
import { readFactors } from '../../src/lib/identity/second-factor.server.ts';
import { onEmbeddedDatabase } from '../database.ts';
import { makeStaff } from '../factories.ts';
import { serveSite } from '../request.ts';
import { chromiumPath, expectGood, launch, openPage } from './browser.ts';

/** An authenticator in the browser that knows its holder. @returns a switch: whether it recognises them */
async function plugIn(page: Page): Promise<(recognises: boolean) => Promise<void>> {
	const session = await page.context().newCDPSession(page);
	await session.send('WebAuthn.enable');
	const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	return async (isUserVerified) => {
		await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
	};
}

const password = 'rød cykel over broen';

describe.skipIf(!chromiumPath)('passkeys in a browser', () => {
	onEmbeddedDatabase('let a person in', (open) => {
		let browser: Browser;
		let base: string;

		beforeAll(async () => {
			const { services } = await open({ DEMO: 'false' });
			const site = await serveSite();
			// A passkey belongs to a host with a name.
			base = site.url.replace('127.0.0.1', 'localhost');
			services.config.origin = base;
			browser = await launch();
		});
		afterAll(async () => browser.close());

		const newPage = async () => {
			const { page } = await openPage(browser, base, { locale: 'da', width: 1280, javaScript: true });
			return { page, recognise: await plugIn(page) };
		};
		const signOut = (page: Page) => page.context().clearCookies({ name: 'session' });

		it('from the invitation on, without any password, as both factors at once', async () => {
			const { page, recognise } = await newPage();
			const { userId } = await makeStaff('leader', 'cabs', { email: 'inger@test.example' });
			const link = await asActor(systemActor, (tx) => invite(tx, systemActor, userId));
			await page.goto(base + link);
			await page.getByRole('button', { name: 'Lav en adgangsnøgle' }).click();
			await page.waitForURL(`${base}/overview`);
			expect(await readFactors(userId)).toEqual({ totp: false, passkeys: 1 });
			await page.goto(`${base}/account`);
			await expectGood(page);
			expect((await page.goto(base + link))?.status()).toBe(404);

			await signOut(page);
			await page.goto(`${base}/sign-in?return=/account`);
			await page.getByRole('button', { name: 'Log ind med adgangsnøgle' }).click();
			await page.waitForURL(`${base}/account`);

			await signOut(page);
			await recognise(false);
			await page.goto(`${base}/sign-in`);
			await page.getByRole('button', { name: 'Log ind med adgangsnøgle' }).click();
			await page.getByText('Vi fik ingen adgangsnøgle.').waitFor();
			expect(new URL(page.url()).pathname).toBe('/sign-in');
			await page.context().close();
		});

		it('after a password, where it is the second factor, and only their own', async () => {
			const { page } = await newPage();
			const email = 'otto@test.example';
			const { userId } = await makeStaff('leader', 'cabs', { email, passwordHash: await hashPassword(password) });
			const givePassword = async (to: Page) => {
				await to.goto(`${base}/sign-in`);
				await to.getByLabel('Mailadresse').fill(email);
				await to.getByLabel('Adgangskode', { exact: true }).fill(password);
				await to.getByRole('button', { name: 'Log ind', exact: true }).click();
			};
			await givePassword(page);
			await page.waitForURL(/\/sign-in\/enrol/);
			await page.getByRole('button', { name: 'Lav en adgangsnøgle' }).click();
			await page.waitForURL(`${base}/overview`);
			expect(await readFactors(userId)).toEqual({ totp: false, passkeys: 1 });
			await page.goto(`${base}/account`);
			await page.getByRole('button', { name: 'Fjern nøglen' }).click();
			await page.getByText('Det er den eneste, du har.').first().waitFor();

			await signOut(page);
			await givePassword(page);
			await page.waitForURL(/\/sign-in\/code/);
			await expectGood(page);
			await page.getByRole('button', { name: 'Log ind med adgangsnøgle' }).click();
			await page.waitForURL(`${base}/overview`);
			await page.context().close();

			// Somebody else's authenticator has no such key.
			const stranger = await newPage();
			await givePassword(stranger.page);
			await stranger.page.waitForURL(/\/sign-in\/code/);
			await stranger.page.getByRole('button', { name: 'Log ind med adgangsnøgle' }).click();
			await stranger.page.getByText('Vi fik ingen adgangsnøgle.').waitFor();
			await stranger.page.context().close();
		});

		it('once for each question: an answer that was seen is worth nothing', async () => {
			const { page } = await newPage();
			const { userId } = await makeStaff('leader', 'cabs', { email: 'bodil@test.example' });
			const link = await asActor(systemActor, (tx) => invite(tx, systemActor, userId));
			await page.goto(base + link);
			await page.getByRole('button', { name: 'Lav en adgangsnøgle' }).click();
			await page.waitForURL(`${base}/overview`);
			await signOut(page);
			await page.goto(`${base}/sign-in`);
			const posted = page.waitForRequest((request) => request.url().endsWith('?/passkey'));
			await page.getByRole('button', { name: 'Log ind med adgangsnøgle' }).click();
			const seen = (await posted).postData() ?? '';
			await page.waitForURL(`${base}/overview`);
			await page.context().close();
			const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: base, accept: 'text/html' };
			const again = await fetch(`${base}/sign-in?/passkey`, {
				method: 'POST',
				headers,
				body: seen,
				redirect: 'manual',
			});
			expect(again.status).toBe(422);
		});
	});
});
