import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { consent, consentEvent } from '../../src/lib/referrals/tables.server.ts';
import { makeLocation, makeMeeting, makeOffer, makeStaff, type Meeting } from '../factories.ts';
import { makeDraftWithEverything, makeSentReferral, type Referred } from '../referred-citizen.ts';
import { linkTo } from '../referral-to-order.ts';
import { askConsent, askObtaining } from '../../src/lib/referrals/ask-consent.server.ts';
import { consentOf } from '../../src/lib/referrals/stored-consent.server.ts';
import { asActor, type Tx } from '../../src/lib/database/as-actor.server.ts';
import { listWaiting, proposeChange } from '../../src/lib/catalogue/upkeep/changes.server.ts';
import { likelyDuplicate } from '../../src/lib/catalogue/duplicates/tables.server.ts';
import { listOpenReports, reportPage } from '../../src/lib/catalogue/upkeep/reports.server.ts';
import { publicActor, systemActor } from '../../src/lib/identity/actor.ts';
import { organisation } from '../../src/lib/catalogue/tables.server.ts';
import type { UserActor } from '../../src/lib/identity/actor.ts';
import { addToList, holderOf, shareList } from '../../src/lib/lists/lists.server.ts';
import { readReferral } from '../../src/lib/referrals/read-referral.server.ts';
import { listFollowUps } from '../../src/lib/referrals/follow-ups.server.ts';
import type { Client, Form, Site } from '../request.ts';
import { people, type Person } from './routes.ts';
import { formsOf } from './world-forms.ts';

/** One of everything, and everyone who may or may not see it. */
export interface World {
	readonly meeting: Meeting;
	readonly sent: Referred;
	/** of the same citizen, with its question put */
	readonly draft: Referred;
	/** `/consent/…` */
	readonly link: string;
	/** the browser of each of them, signed in */
	readonly clients: Readonly<Record<Person, Client>>;
	/** the address of a route, with this world's ids in it */
	address(route: string, person: Person): string;
	/** what a form action takes, right in shape; an empty one where nothing is known of it */
	form(action: string): Form;
}

/** Signs everyone in who has an account. */
async function signAllIn(site: Site, meeting: Meeting): Promise<Record<Person, Client>> {
	const actors: Partial<Record<Person, UserActor>> = {
		...meeting.staff,
		stranger: meeting.stranger,
		contact: meeting.contact,
		outsider: meeting.otherContact,
	};
	const clients = {} as Record<Person, Client>;
	for (const person of people) {
		clients[person] = site.client();
		const actor = actors[person];
		if (actor) await clients[person].signInAs(actor);
	}
	return clients;
}

/** A list collected in a browser, and shared. */
async function makeList(client: Client, offerId: string): Promise<{ id: string; token: string }> {
	const token = randomUUID();
	const holder = holderOf(token);
	client.cookies.set('lists', token);
	return asActor(holder, async (tx) => {
		const id = await addToList(tx, holder, { offerId, list: '', name: 'Min liste' });
		return { id, token: (await shareList(tx, id)).split('/').at(-1) ?? '' };
	});
}

/** Two offers that may be the same. */
async function makeDuplicate(offerId: string): Promise<string> {
	const { id } = await makeOffer();
	const [first = '', second = ''] = [id, offerId].sort();
	const [row] = await asActor(systemActor, (tx) =>
		tx
			.insert(likelyDuplicate)
			.values({ first, second, shared: ['name'], score: 1, foundAt: tx.now })
			.returning(),
	);
	return row?.id ?? '';
}

const draftSteps = /^\/referrals\/\[id=uuid\]\/(why|accompaniment|consent|review)/;

/** When the yes was given, as the receipt of it is called. */
async function givenEvent(tx: Tx, referralId: string): Promise<string> {
	const [row] = await tx
		.select({ id: consentEvent.id })
		.from(consentEvent)
		.innerJoin(consent, eq(consent.id, consentEvent.consentId))
		.where(and(eq(consent.referralId, referralId), eq(consentEvent.event, 'given')));
	if (!row) throw new Error('nobody said yes');
	return row.id;
}

/** Makes it all anew in the database that is open. */
export async function makeWorld(site: Site): Promise<World> {
	const meeting = await makeMeeting();
	const { caseworker, offer } = meeting;
	await makeLocation(offer.id);
	const other = await makeStaff();
	const sent = await makeSentReferral(meeting);
	const draft = await makeDraftWithEverything(meeting, sent.citizenId);
	const obtaining = await asActor(caseworker, (tx) =>
		askObtaining(tx, caseworker, {
			referralId: sent.referralId,
			fields: ['attendance', 'progress'],
			language: 'da',
			interpreter: false,
			giver: 'citizen',
			guardianName: '',
		}),
	);
	const found = await asActor(caseworker, async (tx) => {
		await askConsent(tx, caseworker, {
			referralId: draft.referralId,
			fields: ['given_name', 'phone', 'need'],
			language: 'da',
			interpreter: false,
			giver: 'citizen',
			guardianName: '',
		});
		return {
			consent: (await consentOf(tx, caseworker, draft.referralId))?.id ?? '',
			version: (await readReferral(tx, caseworker, sent.referralId)).version,
			draftVersion: (await readReferral(tx, caseworker, draft.referralId)).version,
			followUp: (await listFollowUps(tx, caseworker, sent.referralId))[0]?.id ?? '',
			event: await givenEvent(tx, sent.referralId),
			organisations: await tx.select({ id: organisation.id, slug: organisation.slug }).from(organisation),
		};
	});
	const { contact, organisationId } = meeting;
	await asActor(contact, (tx) => proposeChange(tx, contact, offer.id, { gender: 'women' }));
	const about = { offerId: offer.id, organisationId, name: offer.name };
	await asActor(publicActor, (tx) => reportPage(tx, about, { kind: 'moved', words: 'Flyttet til Jagtvej' }));
	const tasks = await asActor(meeting.staff.coordinator, async (tx) => ({
		change: (await listWaiting(tx))[0]?.id ?? '',
		report: (await listOpenReports(tx))[0]?.id ?? '',
	}));
	const duplicate = await makeDuplicate(offer.id);
	const link = await linkTo(meeting, sent.referralId);
	const clients = await signAllIn(site, meeting);
	const list = await makeList(clients.nobody, offer.id);
	const organisationSlug = found.organisations.find(({ id }) => id === meeting.organisationId)?.slug ?? '';
	/** what `[id=uuid]`, `[slug]` and `[token]` stand for, by how the route begins */
	const ids: readonly [RegExp, string][] = [
		[draftSteps, draft.referralId],
		[/^\/referrals/, sent.referralId],
		[/^\/inbox/, sent.referralId],
		[/^\/citizens/, sent.citizenId],
		[/^\/our-offers/, offer.id],
		[/^\/catalogue\/changes/, tasks.change],
		[/^\/catalogue\/duplicates/, duplicate],
		[/^\/catalogue\/reports/, tasks.report],
		[/^\/catalogue/, offer.id],
		[/^\/admin\/access/, sent.citizenId],
		[/^\/admin\/users/, other.userId],
		[/^\/api\/hsds/, offer.id],
		[/^\/offers/, offer.slug],
		[/^\/organisations/, organisationSlug],
		[/^\/lists/, list.id],
		[/^\/api\/hsds/, offer.id],
		[/^\/sitemaps/, '1'],
	];
	const forms = formsOf({
		membershipId: caseworker.membershipId,
		caseworkerId: caseworker.userId,
		colleagueId: meeting.colleague.userId,
		offerId: offer.id,
		offerSlug: offer.slug,
		citizenId: sent.citizenId,
		consentId: found.consent,
		obtainingId: obtaining,
		followUp: found.followUp,
		version: String(found.version),
		draftVersion: String(found.draftVersion),
	});
	return {
		meeting,
		sent,
		draft,
		link,
		clients,
		// Each time a form of its own: the same one sent twice is one.
		form: (action) => {
			const form = forms[action] ?? {};
			return 'request_id' in form ? { ...form, request_id: randomUUID() } : form;
		},
		address: (route, person) => {
			const consentToken = person === 'citizen' ? (link.split('/').at(-1) ?? '') : 'made-up';
			const token = route.startsWith('/shared-list') ? list.token : consentToken;
			const id = ids.find(([pattern]) => pattern.test(route))?.[1];
			if (/\[(id|slug)/.test(route) && !id) {
				throw new Error(`tests/trust/world.ts does not say which ${/\[\w+/.exec(route)?.[0]}] ${route} is about.`);
			}
			return route
				.replace('[token]', token)
				.replace('[collection=hsds]', 'services')
				.replace('[event=uuid]', found.event)
				.replace('[format]', 'json')
				.replace(/\[\w+(=\w+)?\]/, id ?? '');
		},
	};
}
