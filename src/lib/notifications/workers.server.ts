import { sealLogs } from '../audit/seal.server.ts';
import { asActor, services } from '../database/as-actor.server.ts';
import { systemActor } from '../identity/actor.ts';
import { runClock } from '../referrals/clock.server.ts';
import { runRetention } from '../retention/retention.server.ts';
import { enqueueForgotten } from './mail.server.ts';
import { tellCoordinators } from '../catalogue/upkeep/tell-coordinators.server.ts';
import { askToConfirm } from '../catalogue/upkeep/confirm-links.server.ts';
import { sendMail } from './send-mail.server.ts';

/** Begins to work on the queues; the clock looks every ten minutes, so nothing that is due waits longer than that. */
export async function startWorkers(): Promise<void> {
	const { jobs, log } = services();
	const forgotten = await asActor(systemActor, enqueueForgotten);
	if (forgotten > 0) log.info({ forgotten }, 'mail taken up again');
	await jobs.work<{ mailId: string }>('send-mail', sendMail, 5);
	await jobs.work('clock', async () => {
		const report = await asActor(systemActor, (tx) => runClock(tx, systemActor));
		const coordinators = await asActor(systemActor, (tx) => tellCoordinators(tx, systemActor));
		log.info({ clock: { ...report, coordinators } }, 'clock');
	});
	await jobs.schedule('clock', '*/10 * * * *');
	// Every minute: what is not chained yet could still be changed unseen by the owner of the database. The heads go to the
	// log as well, and with it to wherever the operator keeps logs.
	await jobs.work('seal-log', async () => {
		const { sealed, heads } = await sealLogs();
		if (sealed > 0) log.info({ sealed, heads }, 'log chained');
	});
	await jobs.schedule('seal-log', '* * * * *');
	// At night, when nobody waits for it.
	await jobs.work('retention', async () => log.info({ removed: await runRetention() }, 'retention'));
	await jobs.schedule('retention', '17 3 * * *');
	// On workdays before the day begins, so that a mail is read with the coffee.
	await jobs.work('confirm-offers', async () => {
		const asked = await asActor(systemActor, (tx) => askToConfirm(tx, systemActor));
		if (asked > 0) log.info({ asked }, 'organisations asked to confirm');
	});
	await jobs.schedule('confirm-offers', '40 7 * * 1-5');
}
