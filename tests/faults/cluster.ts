import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { administer } from '../setup/templates.ts';
import { freePort } from './server.ts';

/** A PostgreSQL of its own that can be stopped and started like a real one. */
export interface Cluster {
	/** address of a database in it. @param name as made by `makeDatabase` */
	url(name: string): string;
	/** makes an empty database. @returns its address */
	makeDatabase(name: string): Promise<string>;
	start(): void;
	/** @param how `immediate` is what a power cut leaves; a new start recovers from it */
	stop(how?: 'fast' | 'immediate'): void;
	/** stops it for good, running or not */
	end(): void;
	/** whether it takes connections */
	answers(): Promise<boolean>;
}

/** Where Debian has the programs of the newest PostgreSQL; undefined where there is none. */
export function programs(): string | undefined {
	const versions = '/usr/lib/postgresql';
	const newest = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0] : undefined;
	return newest && existsSync(`${versions}/${newest}/bin/initdb`) ? `${versions}/${newest}/bin` : undefined;
}

/** Whether `makeCluster` can work here. */
export const canMakeCluster = (): boolean => programs() !== undefined;

/** PostgreSQL refuses to run as root: it is Debian's user for it, else nobody. @returns undefined when we are not root */
function owner(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const id = (flag: string, name: string) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim());
	const uid = id('-u', 'postgres');
	return uid > 0 ? { uid, gid: id('-g', 'postgres') } : { uid: 65_534, gid: 65_534 };
}

/**
 * Makes a cluster and starts it.
 * @param folder empty, and to be reached by everybody; the cluster's data goes into it
 * @param settings as `name=value`
 */
export async function makeCluster(folder: string, settings: readonly string[] = []): Promise<Cluster> {
	const bin = programs();
	if (!bin) throw new Error('No PostgreSQL server is installed.');
	const as = owner();
	const data = join(folder, 'cluster');
	mkdirSync(data);
	if (as) for (const each of [folder, data]) chownSync(each, as.uid, as.gid);
	// Its output goes nowhere: a server that is started keeps what it was given, and a pipe would be waited for.
	const attempt = (program: string, args: readonly string[]) =>
		spawnSync(join(bin, program), args, { cwd: folder, stdio: 'ignore', ...as }).status;
	const run = (program: string, args: readonly string[]) => {
		const status = attempt(program, args);
		if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}`);
	};
	run('initdb', ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust', '--no-sync']);
	const port = await freePort();
	const options = [
		`-p ${port}`,
		`-k ${data}`,
		...['listen_addresses=127.0.0.1', ...settings].map((each) => `-c ${each}`),
	];
	const url = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`;
	const cluster: Cluster = {
		url,
		async makeDatabase(name) {
			await administer(url('postgres'), `create database ${name}`);
			return url(name);
		},
		start: () =>
			run('pg_ctl', ['-D', data, '-w', '-t', '60', '-l', join(data, 'log'), '-o', options.join(' '), 'start']),
		stop: (how = 'fast') => run('pg_ctl', ['-D', data, '-w', '-t', '60', '-m', how, 'stop']),
		end: () => void attempt('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']),
		answers: () =>
			administer(url('postgres'), 'select 1').then(
				() => true,
				() => false,
			),
	};
	cluster.start();
	return cluster;
}
