import { services } from '../database/as-actor.server.ts';

/** A load balancer that waits longer than this has given up on us anyway. */
const patience = 2000;

/** Whether this process is about to stop. */
export const isStopping = (): boolean => services().stopping === true;

/** Whether the database answers, in time. */
export async function databaseAnswers(): Promise<boolean> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<false>((resolve) => {
		timer = setTimeout(() => resolve(false), patience);
	});
	const answer = services()
		.database.pool.query('select 1')
		.then(
			() => true,
			() => false,
		);
	const answered = await Promise.race([answer, late]);
	clearTimeout(timer);
	return answered;
}
