import { availableParallelism, cpus, totalmem } from 'node:os';
import { administer } from '../setup/templates.ts';

/** What it was measured on: figures without it say nothing. */
export interface Machine {
	date: string;
	processor: string;
	cores: number;
	/** bytes */
	memory: number;
	node: string;
	postgres: string;
	/** whether PostgreSQL waits for the disk, as it must where data is real */
	durable: boolean;
}

export async function describeMachine(databaseUrl: string): Promise<Machine> {
	const show = async (name: string) => {
		const { rows } = await administer(databaseUrl, `select current_setting('${name}') as value`);
		return String((rows[0] as { value: string } | undefined)?.value);
	};
	return {
		date: new Date().toISOString().slice(0, 10),
		processor: cpus()[0]?.model.trim() ?? 'unknown',
		cores: availableParallelism(),
		memory: totalmem(),
		node: process.versions.node,
		postgres: await show('server_version'),
		durable: (await show('fsync')) === 'on' && (await show('synchronous_commit')) !== 'off',
	};
}
