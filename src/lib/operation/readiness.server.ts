import { services } from '../database/as-actor.server.ts';

/** A load balancer that waits longer than this has given up on us anyway. */
const patience = 2000;

/** Whether this process is about to stop. */
export const isStopping = (): boolean => services().stopping === true;

/** Whether something comes about in the time that a load balancer waits. */
export async function comesInTime(work: Promise<unknown>): Promise<boolean> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<false>((resolve) => {
		timer = setTimeout(() => resolve(false), patience);
	});
	const done = work.then(
		() => true,
		() => false,
	);
	const came = await Promise.race([done, late]);
	clearTimeout(timer);
	return came;
}

/** Whether the database answers, in time. */
export const databaseAnswers = (): Promise<boolean> => comesInTime(services().database.pool.query('select 1'));
