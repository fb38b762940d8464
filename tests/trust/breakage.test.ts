import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import { systemActor } from '../../src/lib/identity/actor.ts';
import { listMail } from '../../src/lib/notifications/mail.server.ts';
import { sendMail } from '../../src/lib/notifications/send-mail.server.ts';
import { runClock } from '../../src/lib/referrals/clock.server.ts';
import { days, onEachDatabase, type TestDatabase } from '../database.ts';
import { makeMeeting, type Meeting } from '../factories.ts';
import { breakUnderLoad, type Break } from '../faults/breaks.ts';
import { canMakeCluster } from '../faults/cluster.ts';
import { onlooker } from '../faults/looks.ts';
import { startMailServer, type MailServer, type Manner } from '../faults/mail-server.ts';
import { embeddedDiskFull, postgresDiskFull } from '../faults/places.ts';
import { mountSmallDisk, type SmallDisk } from '../faults/small-disk.ts';
import { migratedFolder, temporaryFolder } from '../process.ts';
import { makeSentReferralOf } from '../referral-to-order.ts';
import { serveSite, type Site } from '../request.ts';
import { statement } from './statements.ts';

/** A disk of so many megabytes; without the right to mount one the test is skipped, with CI=true it fails. */
async function smallDisk(context: TestContext, megabytes: number): Promise<SmallDisk> {
	const disk = mountSmallDisk(await temporaryFolder(), megabytes);
	if (disk) return disk;
	const why = 'This user may not mount a small disk, which takes root on Linux.';
	if (process.env.CI === 'true') throw new Error(`${why} With CI=true nothing is skipped.`);
	return context.skip(why);
}

/** Nothing is acknowledged that is not there, the form says why and keeps what was typed, and it goes on by itself. */
async function expectHonesty(what: Break): Promise<void> {
	let told = false;
	const row = await breakUnderLoad(
		{
			...what,
			async meanwhile(server, pair) {
				const person = onlooker(server, pair);
				for (const end = Date.now() + 30_000; !told && Date.now() < end; await wait(50)) {
					const { status, body } = await person.addCitizen({ note: 'Ring først, æøå '.repeat(18) });
					if (status === 303) continue;
					expect(status).toBe(503);
					told = body.includes('no room left') && body.includes('Øjvind');
				}
			},
		},
		{ times: 1, seconds: 3 },
	);
	expect(told).toBe(true);
	// The onlooker's citizens are in no ledger.
	const duplicated = row.duplicated.filter((each) => !each.startsWith('citizen nobody made'));
	expect({ ...row, duplicated }).toMatchObject({ lost: [], duplicated: [], untold: [], surprises: [], neverSent: 0 });
	expect(row.found).toBeGreaterThan(10);
}

describe(statement(30), () => {
	it('a full disk (embedded)', { timeout: 180_000 }, async (context) => {
		const disk = await smallDisk(context, 128);
		const place = embeddedDiskFull(disk);
		await migratedFolder(place.environment.DATA_DIR)
			.then(() => expectHonesty(place))
			.finally(() => disk.remove());
	});

	it.skipIf(!canMakeCluster())('a full disk (PostgreSQL)', { timeout: 180_000 }, async (context) => {
		const disk = await smallDisk(context, 192);
		try {
			const place = await postgresDiskFull(disk);
			await expectHonesty(place).finally(() => place.end());
		} finally {
			disk.remove();
		}
	});
});

onEachDatabase(statement(30), (open) => {
	let database: TestDatabase;
	let all: Meeting;
	let site: Site;
	let mailServer: MailServer;
	let manner: Manner;

	beforeEach(async () => {
		await mailServer?.close();
		mailServer = await startMailServer(() => manner);
		database = await open({ SMTP_URL: mailServer.url });
		all = await makeMeeting();
		site = await serveSite();
	});

	const mails = () => asActor(systemActor, (tx) => listMail(tx));

	it('a mail server that refuses, hangs up and takes its time: tried again, taken once, and nobody waits for it', async () => {
		await makeSentReferralOf(all);
		const [mail] = await mails();
		const mailId = mail?.id ?? '';
		for (const bad of ['refuses', 'hangs up'] as const) {
			manner = bad;
			await expect(sendMail({ mailId })).rejects.toThrow('mail server');
		}
		expect(await mails()).toMatchObject([{ status: 'queued', attempts: 2 }]);
		expect(mailServer.taken.size).toBe(0);
		manner = { waits: 4000 };
		const sending = sendMail({ mailId });
		const client = site.client();
		await client.signInAs(all.caseworker);
		const began = performance.now();
		expect((await client.get('/referrals')).status).toBe(200);
		expect(performance.now() - began).toBeLessThan(3000);
		await sending;
		await sendMail({ mailId });
		expect([...mailServer.taken.values()]).toEqual([1]);
		expect(await mails()).toMatchObject([{ status: 'sent', attempts: 3 }]);
		await mailServer.close();
	});

	it('a clock moved by a day, forward and back: each reminder and each end comes once', async () => {
		await makeSentReferralOf(all);
		const kinds = async () => (await mails()).map(({ kind }) => kind).sort();
		const tickAround = async () => {
			for (const move of [0, -days, days, days, -days, 0]) {
				database.clock.advance(move);
				await asActor(systemActor, (tx) => runClock(tx, systemActor));
			}
		};
		// Monday nine o'clock and a day around it: nothing is due.
		database.clock.advance(days);
		await asActor(systemActor, (tx) => runClock(tx, systemActor));
		expect(await kinds()).toEqual(['referral_sent']);
		database.clock.advance(days);
		await tickAround();
		expect(await kinds()).toEqual(['referral_reminder', 'referral_sent']);
		database.clock.advance(14 * days);
		await tickAround();
		const ended = (await kinds()).filter((kind) => kind.startsWith('referral_expired'));
		expect(ended).toEqual(['referral_expired', 'referral_expired_organisation']);
		expect(new Set(await kinds()).size).toBe((await kinds()).length);
	});
});
