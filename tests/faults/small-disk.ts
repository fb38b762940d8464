import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A disk so small that it can be filled. */
export interface SmallDisk {
	readonly folder: string;
	/** writes until nothing more goes onto it */
	fill(): void;
	/** takes away what `fill` wrote */
	free(): void;
	remove(): void;
}

/**
 * Mounts a small disk in memory.
 * @param folder empty
 * @param megabytes its size
 * @returns undefined where this user may not mount
 */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | undefined {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
	const mount = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder];
	if (spawnSync('mount', mount, { stdio: 'ignore' }).status !== 0) return undefined;
	const ballast = join(folder, 'ballast');
	return {
		folder,
		fill() {
			const file = openSync(ballast, 'a');
			try {
				for (const size of [1_048_576, 4096]) writeUntilFull(file, Buffer.alloc(size));
			} finally {
				closeSync(file);
			}
		},
		free: () => rmSync(ballast, { force: true }),
		remove: () => void spawnSync('umount', ['--lazy', folder], { stdio: 'ignore' }),
	};
}

function writeUntilFull(file: number, piece: Buffer): void {
	try {
		for (;;) writeSync(file, piece);
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code !== 'ENOSPC') throw cause;
	}
}
