import { globSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOffer } from '../../src/lib/catalogue/offer-page.server.ts';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import { sayCapacity } from '../../src/lib/catalogue/upkeep/capacity.server.ts';
import { likelyDuplicate } from '../../src/lib/catalogue/duplicates/tables.server.ts';
import { createOwnOffer } from '../../src/lib/catalogue/upkeep/create.server.ts';
import { offerForm, type OfferInput } from '../../src/lib/catalogue/upkeep/offer-form.ts';
import { listWaiting, proposeChange } from '../../src/lib/catalogue/upkeep/changes.server.ts';
import { askToConfirm } from '../../src/lib/catalogue/upkeep/confirm-links.server.ts';
import { listOpenReports, reportPage } from '../../src/lib/catalogue/upkeep/reports.server.ts';
import { seedDemo } from '../../src/lib/demo.server.ts';
import { listMail } from '../../src/lib/notifications/mail.server.ts';
import { publicActor, systemActor } from '../../src/lib/identity/actor.ts';
import type { DemoKey } from '../../src/lib/identity/demo-people.ts';
import { askForReset, invite } from '../../src/lib/identity/credential-links.server.ts';
import { createSession } from '../../src/lib/identity/sessions.server.ts';
import { userAccount } from '../../src/lib/identity/tables.server.ts';
import { askObtaining } from '../../src/lib/referrals/ask-consent.server.ts';
import { consentOf } from '../../src/lib/referrals/stored-consent.server.ts';
import { receiptsOf } from '../../src/lib/referrals/receipts.server.ts';
import { addToList, holderOf, shareList } from '../../src/lib/lists/lists.server.ts';
import { makeLink } from '../../src/lib/referrals/links.server.ts';
import { referral } from '../../src/lib/referrals/tables.server.ts';
import type { State } from '../../src/lib/referrals/referral-codes.ts';
import { onEmbeddedDatabase } from '../database.ts';
import { makeOffer, makeStaff } from '../factories.ts';
import { giveApp, mailedLink } from '../sign-in.ts';
import { serveSite, type Site } from '../request.ts';
import { chromiumPath, faultsAt, faultsOf, launch, openPage, windowOf } from './browser.ts';
import { caseworkerOf, contactOf } from './demo-actors.ts';

/** Which demo person looks at a page; null is nobody, halfway is somebody who has given a password only. */
type Who = DemoKey | 'halfway' | 'halfway with an app' | null;
interface Look {
	who: Who;
	/** the address; `:state` is the id of the demo's referral in that state */
	path: string;
	/** its place in src/routes, so that no page is forgotten */
	route: string;
}

const looks: Look[] = [
	{ who: null, route: '(public)', path: '/' },
	{ who: 'maria', route: '(public)', path: '/' },
	{ who: 'maria', route: '(public)/account', path: '/account' },
	{ who: 'maria', route: '(public)/account/password', path: '/account/password' },
	{ who: 'maria', route: '(public)/account/app', path: '/account/app' },
	{ who: 'halfway', route: '(public)/sign-in/enrol', path: '/sign-in/enrol' },
	{ who: 'halfway with an app', route: '(public)/sign-in/code', path: '/sign-in/code' },
	{ who: null, route: '(public)/reset', path: '/reset' },
	{ who: null, route: '(public)/reset', path: '/reset?sent' },
	{ who: null, route: '(public)/reset/[token]', path: '/reset/:reset' },
	{ who: null, route: '(public)/invitation/[token]', path: '/invitation/:invitation' },
	{ who: null, route: '(public)/offers', path: '/offers' },
	{ who: null, route: '(public)/offers', path: '/offers?q=ensom&district=noerrebro' },
	{ who: null, route: '(public)/offers', path: '/offers?q=zzzxqj' },
	{ who: null, route: '(embed)/embed', path: '/embed?theme=housing' },
	{ who: null, route: '(public)/embed/code', path: '/embed/code?theme=housing' },
	{ who: null, route: '(public)/lists', path: '/lists' },
	{ who: null, route: '(public)/lists/[id=uuid]', path: '/lists/:list' },
	{ who: null, route: '(public)/lists/[id=uuid]/print', path: '/lists/:list/print?language=ar' },
	{ who: null, route: '(public)/shared-list/[token]', path: '/shared-list/:shared' },
	{ who: null, route: '(public)/shared-list/[token]/print', path: '/shared-list/:shared/print' },
	{ who: null, route: '(public)/offers/[slug]', path: '/offers/gaeldscafe' },
	{ who: null, route: '(public)/offers/[slug]/print', path: '/offers/gaeldscafe/print' },
	{ who: null, route: '(public)/organisations/[slug]', path: '/organisations/foelgesedlen' },
	{ who: null, route: '(public)/offers/[slug]/report', path: '/offers/gaeldscafe/report' },
	{ who: null, route: '(public)/organisations/[slug]/report', path: '/organisations/foelgesedlen/report' },
	{ who: null, route: '(public)/confirm/[token]', path: '/confirm/:confirm' },
	{ who: null, route: '(public)/confirm/[token]', path: '/confirm/thanks' },
	{ who: null, route: '(public)/about', path: '/about' },
	{ who: null, route: '(public)/accessibility', path: '/accessibility' },
	{ who: null, route: '(public)/api/hsds/docs', path: '/api/hsds/docs' },
	{ who: null, route: '(public)/sign-in', path: '/sign-in' },
	{ who: 'maria', route: '(staff)/citizens', path: '/citizens' },
	{ who: 'maria', route: '(staff)/citizens/new', path: '/citizens/new' },
	{ who: 'maria', route: '(staff)/citizens/[id=uuid]', path: '/citizens/:citizen' },
	{ who: 'maria', route: '(staff)/citizens/[id=uuid]/access', path: '/citizens/:citizen/access' },
	{ who: 'jens-ole', route: '(staff)/admin/access/[id=uuid]', path: '/admin/access/:citizen' },
	{ who: 'maria', route: '(staff)/citizens/[id=uuid]/edit', path: '/citizens/:citizen/edit' },
	{ who: 'maria', route: '(staff)/referrals', path: '/referrals' },
	{ who: 'maria', route: '(staff)/referrals', path: '/referrals?whose=centre' },
	{ who: 'maria', route: '(staff)/referrals/new', path: '/referrals/new?offer=budgetkammerat' },
	{ who: 'maria', route: '(staff)/referrals/hand-over', path: '/referrals/hand-over' },
	{ who: 'maria', route: '(staff)/referrals/[id=uuid]/(draft)/why', path: '/referrals/:draft/why' },
	{ who: 'maria', route: '(staff)/referrals/[id=uuid]/(draft)/accompaniment', path: '/referrals/:draft/accompaniment' },
	{ who: 'maria', route: '(staff)/referrals/[id=uuid]/(draft)/consent', path: '/referrals/:draft/consent' },
	{ who: 'maria', route: '(staff)/referrals/[id=uuid]/(draft)/review', path: '/referrals/:draft/review' },
	...(['seen', 'accepted', 'started', 'completed', 'declined', 'redirect_proposed', 'withdrawn'] as const).map(
		(state) => ({ who: 'maria' as const, route: '(staff)/referrals/[id=uuid]', path: `/referrals/:${state}` }),
	),
	{ who: 'maria', route: '(staff)/referrals/[id=uuid]/print/consent', path: '/referrals/:seen/print/consent' },
	{ who: 'karen', route: '(staff)/overview', path: '/overview' },
	{ who: 'karen', route: '(staff)/overview/gaps', path: '/overview/gaps' },
	{ who: 'karen', route: '(staff)/catalogue', path: '/catalogue' },
	{ who: 'karen', route: '(staff)/catalogue', path: '/catalogue?q=café' },
	{ who: 'karen', route: '(staff)/catalogue/new', path: '/catalogue/new' },
	{ who: 'karen', route: '(staff)/catalogue/[id=uuid]', path: '/catalogue/:offer' },
	{ who: 'karen', route: '(staff)/catalogue/[id=uuid]/capacity', path: '/catalogue/:offer/capacity' },
	{ who: 'karen', route: '(staff)/catalogue/[id=uuid]/history', path: '/catalogue/:offer/history' },
	{ who: 'karen', route: '(staff)/catalogue/changes/[id=uuid]', path: '/catalogue/changes/:change' },
	{ who: 'karen', route: '(staff)/catalogue/changes/[id=uuid]', path: '/catalogue/changes/:proposed' },
	{ who: 'karen', route: '(staff)/catalogue/duplicates/[id=uuid]', path: '/catalogue/duplicates/:duplicate' },
	{ who: 'karen', route: '(staff)/catalogue/reports/[id=uuid]', path: '/catalogue/reports/:report' },
	{ who: 'anette', route: '(staff)/admin/users', path: '/admin/users' },
	{ who: 'anette', route: '(staff)/admin/users/new', path: '/admin/users/new' },
	{ who: 'anette', route: '(staff)/admin/users/[id=uuid]', path: '/admin/users/:user' },
	{ who: 'anette', route: '(staff)/admin/users/[id=uuid]/close', path: '/admin/users/:user/close' },
	{ who: 'karen', route: '(staff)/admin/words', path: '/admin/words?q=regning&phrase=rykkerbrev&meaning=budget' },
	{ who: 'anette', route: '(staff)/admin/mail', path: '/admin/mail' },
	{ who: 'jens-ole', route: '(staff)/admin/log', path: '/admin/log' },
	{ who: 'jens-ole', route: '(staff)/admin/log', path: '/admin/log?citizen=x&from=i' },
	{ who: 'jens-ole', route: '(staff)/admin/retention', path: '/admin/retention' },
	{ who: 'hamid', route: '(organisation)/inbox', path: '/inbox' },
	{ who: 'hamid', route: '(organisation)/inbox/[id=uuid]', path: '/inbox/:seen' },
	{ who: 'hamid', route: '(organisation)/inbox/[id=uuid]', path: '/inbox/:seen?answer=decline' },
	{ who: 'hamid', route: '(organisation)/inbox/[id=uuid]', path: '/inbox/:withdrawn' },
	{ who: 'dennis', route: '(organisation)/inbox/declaration', path: '/inbox/declaration' },
	{ who: 'hamid', route: '(organisation)/our-offers', path: '/our-offers' },
	{ who: 'hamid', route: '(organisation)/our-offers/[id=uuid]', path: '/our-offers/:offer' },
	{ who: 'hamid', route: '(organisation)/our-offers/[id=uuid]/edit', path: '/our-offers/:offer/edit' },
	{ who: 'hamid', route: '(organisation)/our-offers/pause', path: '/our-offers/pause' },
	{ who: 'hamid', route: '(organisation)/our-offers/new', path: '/our-offers/new' },
	{ who: 'maria', route: '(staff)/referrals/[id=uuid]/obtain', path: '/referrals/:seen/obtain' },
	{ who: 'maria', route: '(staff)/referrals/[id=uuid]/obtain', path: '/referrals/:accepted/obtain' },
	{ who: null, route: '(citizen)/consent/[token]/obtaining', path: '/consent/:token/obtaining?lang=da' },
	{ who: null, route: '(citizen)/consent/[token]', path: '/consent/:token' },
	{
		who: null,
		route: '(citizen)/consent/[token]/receipt/[event=uuid]',
		path: '/consent/:token/receipt/:receipt?lang=ar',
	},
	{ who: null, route: '(public)/consent/check', path: '/consent/check' },
	{ who: null, route: '(public)/consent/check', path: '/consent/check?code=0000-0000-0000-0000-0000' },
	{
		who: 'maria',
		route: '(staff)/referrals/[id=uuid]/print/receipt/[event=uuid]',
		path: '/referrals/:seen/print/receipt/:receipt',
	},
	{ who: null, route: '(citizen)/consent/[token]', path: '/consent/:token?lang=ar' },
	{ who: null, route: '(citizen)/consent/[token]', path: '/consent/:token?lang=da&withdraw' },
];

describe('every page', () => {
	it('is looked at', () => {
		const pages = globSync('**/+page.svelte', { cwd: 'src/routes' }).map((file) =>
			file.replaceAll('\\', '/').replace(/\/?\+page\.svelte$/, ''),
		);
		const seen = new Set(looks.map((look) => look.route));
		expect(pages.filter((page) => !seen.has(page) && page !== '')).toEqual([]);
	});
});

describe.skipIf(!chromiumPath)('every page in a browser', () => {
	onEmbeddedDatabase('is for everyone', (open) => {
		let site: Site;
		let browser: Browser;
		let named: Record<string, string>;

		beforeAll(async () => {
			const { clock } = await open({ DEMO: 'true' });
			clock.set(new Date());
			await seedDemo();
			named = { ...(await nameRows()), ...(await newLinks()) };
			site = await serveSite();
			browser = await launch();
		}, 120_000);
		afterAll(async () => browser.close());

		/**
		 * Each language is looked at whole in one width and, for what that changes, in the other: what narrow is from the
		 * start, Danish shows, and English what is wide from the start.
		 */
		const ways = [
			{ locale: 'da', width: 360, other: 1280 },
			{ locale: 'en', width: 1280, other: 360 },
		] as const;
		for (const { locale, width, other } of ways) {
			const name = `${locale}, ${width} px made ${other} px: no fault that axe finds, no sideways scrolling`;
			it(name, { timeout: 300_000 }, async () => {
				const wrong: string[] = [];
				for (const who of new Set(looks.map((look) => look.who))) {
					const { page, faults } = await openPage(browser, site.url, { locale, width, javaScript: true });
					if (who === 'halfway' || who === 'halfway with an app') await comeHalfway(page, site.url, who);
					else if (who) await signIn(page, site.url, who);
					await page.context().addCookies([{ name: 'lists', value: listToken, url: site.url }]);
					for (const { path } of looks.filter((look) => look.who === who)) {
						const address = path.replaceAll(/:([a-z_]+)/g, (_, each: string) => named[each] ?? `no ${each}`);
						await page.setViewportSize(windowOf(width));
						const answer = await page.goto(site.url + address, { waitUntil: 'load' });
						if (answer?.status() !== 200) wrong.push(`${path}: ${answer?.status()}`);
						const tell = (at: number) => (fault: string) => wrong.push(`${path} at ${at} px: ${fault}`);
						(await faultsOf(page)).forEach(tell(width));
						(await faultsAt(page, other)).forEach(tell(other));
					}
					wrong.push(...faults.map((fault) => `${who}: ${fault}`));
					await page.context().close();
				}
				expect(wrong).toEqual([]);
			});
		}
	});
});

async function signIn(page: Page, base: string, who: DemoKey): Promise<void> {
	await page.goto(`${base}/sign-in`);
	await page.locator(`main button[name="person"][value="${who}"]`).click();
	await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** A browser of somebody invented for this, after the password. */
async function comeHalfway(page: Page, url: string, who: 'halfway' | 'halfway with an app'): Promise<void> {
	const { userId } = await makeStaff('leader', 'cabs');
	if (who === 'halfway with an app') await giveApp(userId);
	const { token } = await createSession(userId, null, undefined, { stage: 'halfway' });
	await page.context().addCookies([{ name: 'session', value: token, url }]);
}

/** Links that open pages; looking does not use them up. */
async function newLinks(): Promise<Record<string, string>> {
	const email = 'inviteret@test.example';
	const { userId } = await makeStaff('leader', 'cabs', { email });
	const invitation = await asActor(systemActor, (tx) => invite(tx, systemActor, userId));
	await askForReset({ email, from: '10.0.0.1' });
	const last = (path: string) => path.split('/').at(-1) ?? '';
	return { invitation: last(invitation), reset: last(await mailedLink(email, 'reset')) };
}

/** Something for the coordinator to do, and a link to confirm by. */
async function nameTasks(offerId: string): Promise<Record<string, string>> {
	const contact = await contactOf('hamid');
	const wanted = { gender: 'women', minimumAge: 30, targetGroups: ['women', 'debt'] } as const;
	await asActor(contact, async (tx) => {
		await sayCapacity(tx, contact, { offerId, capacity: 'few', available: 2, waitTime: null, pausedUntil: null });
		await proposeChange(tx, contact, offerId, { ...wanted, targetGroups: [...wanted.targetGroups] });
	});
	const input = offerForm.parse({ name: 'Gældscafé om aftenen', gender: 'everyone', eligibility: 'Alle over 18' });
	await asActor(contact, (tx) => createOwnOffer(tx, contact, input as OfferInput));
	const like = await makeOffer({ name: 'Gældscaféen', organisationId: contact.organisationId });
	const [first = '', second = ''] = [like.id, offerId].sort();
	const about = { offerId, organisationId: contact.organisationId, name: '' };
	await asActor(publicActor, (tx) => reportPage(tx, about, { kind: 'hours', words: 'Der er lukket om mandagen' }));
	return asActor(systemActor, async (tx) => {
		await askToConfirm(tx, systemActor);
		const waiting = await listWaiting(tx);
		const [pair] = await tx
			.insert(likelyDuplicate)
			.values({ first, second, shared: ['name', 'organisation'], score: 1, foundAt: tx.now })
			.returning();
		const asked = (await listMail(tx, 500)).find(({ kind }) => kind === 'offers_confirm');
		return {
			change: waiting.find(({ isNew }) => !isNew)?.id ?? '',
			proposed: waiting.find(({ isNew }) => isNew)?.id ?? '',
			duplicate: pair?.id ?? '',
			report: (await listOpenReports(tx))[0]?.id ?? '',
			confirm: /\/confirm\/(\S+)/.exec(asked?.body ?? '')?.[1] ?? '',
		};
	});
}

/** Whoever collected the list that is looked at. */
const listToken = 'den der samler i browseren';

/** A list of two offers, shared: its id, and the token of its link. */
async function makeList(slugs: readonly string[]): Promise<{ list: string; shared: string }> {
	const holder = holderOf(listToken);
	return asActor(holder, async (tx) => {
		let list = '';
		for (const slug of slugs) {
			const { id: offerId } = await readOffer(tx, slug);
			list = await addToList(tx, holder, { offerId, list, name: 'Til en, der søger selskab' });
		}
		const path = await shareList(tx, list);
		return { list, shared: path.split('/').at(-1) ?? '' };
	});
}

/** Ids of the demo's rows by the names the addresses use. */
async function nameRows(): Promise<Record<string, string>> {
	const caseworker = await caseworkerOf('maria');
	const rows = await asActor(caseworker, (tx) =>
		tx
			.select({
				id: referral.id,
				state: referral.state,
				citizen: referral.citizenId,
				offer: referral.offerId,
			})
			.from(referral)
			.where(eq(referral.caseworkerId, caseworker.userId)),
	);
	const inState = (state: State) => rows.find((row) => row.state === state);
	const seen = inState('seen');
	if (!seen) throw new Error('the demo has no referral that was seen');
	const link = await asActor(caseworker, async (tx) => {
		const whom = { language: 'da', interpreter: false, giver: 'citizen', guardianName: '' } as const;
		await askObtaining(tx, caseworker, { referralId: seen.id, fields: ['attendance', 'outcome'], ...whom });
		return makeLink(tx, caseworker, seen.id);
	});
	const [receipt] = await asActor(caseworker, async (tx) =>
		receiptsOf(tx, caseworker, (await consentOf(tx, caseworker, seen.id))?.id),
	);
	const [user] = await asActor(systemActor, (tx) =>
		tx.select({ id: userAccount.id }).from(userAccount).where(eq(userAccount.id, caseworker.userId)),
	);
	return {
		...(await nameTasks(seen.offer)),
		...(await makeList(['gaeldscafe', 'budgetkammerat'])),
		...Object.fromEntries(rows.map((row) => [row.state, row.id])),
		citizen: seen.citizen,
		offer: seen.offer,
		seen: seen.id,
		withdrawn: inState('withdrawn')?.id ?? '',
		token: link.split('/').at(-1) ?? '',
		receipt: receipt?.eventId ?? '',
		user: user?.id ?? '',
	};
}
