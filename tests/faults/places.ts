import { setTimeout as wait } from 'node:timers/promises';
import type { Break } from './breaks.ts';
import { makeCluster } from './cluster.ts';
import { waitingMail } from './outbox.ts';
import type { SmallDisk } from './small-disk.ts';

const key = '07'.repeat(32);

/** A PostgreSQL that is stopped and started again; every second time as by a power cut. @param folder empty */
export async function postgresAway(folder: string): Promise<Break & { end(): void }> {
	const cluster = await makeCluster(folder, ['fsync=off']);
	const url = await cluster.makeDatabase('kompas');
	let times = 0;
	return {
		scenario: 'PostgreSQL away',
		environment: { DATABASE_URL: url, MASTER_KEY: key },
		waitingMail: () => waitingMail(url),
		takeAway: () => cluster.stop(times++ % 2 === 0 ? 'fast' : 'immediate'),
		giveBack: () => cluster.start(),
		end: () => cluster.end(),
	};
}

/** The embedded database on a disk that is filled and freed again. */
export function embeddedDiskFull(disk: SmallDisk): Break & { environment: { DATA_DIR: string } } {
	return {
		scenario: 'disk full, embedded database',
		environment: { DATA_DIR: `${disk.folder}/data` },
		takeAway: () => disk.fill(),
		giveBack: () => disk.free(),
	};
}

/** PostgreSQL on such a disk. When it gives up because it cannot write its log, its operator starts it again. */
export async function postgresDiskFull(disk: SmallDisk): Promise<Break & { end(): void }> {
	const cluster = await makeCluster(disk.folder, ['fsync=off', 'max_wal_size=32MB', 'min_wal_size=32MB']);
	const url = await cluster.makeDatabase('kompas');
	return {
		scenario: 'disk full, PostgreSQL',
		environment: { DATABASE_URL: url, MASTER_KEY: key },
		waitingMail: () => waitingMail(url),
		takeAway: () => disk.fill(),
		async giveBack() {
			disk.free();
			for (let look = 0; look < 10; look++) {
				if (await cluster.answers()) return;
				await wait(500);
			}
			cluster.start();
		},
		end: () => cluster.end(),
	};
}
