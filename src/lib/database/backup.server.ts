import { openAsBlob } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DomainError } from '../errors.ts';
import { lockFolder } from './folder-lock.server.ts';

const isThere = (path: string): Promise<boolean> =>
	access(path).then(
		() => true,
		() => false,
	);

/** Opens a copy in memory and looks into it: what can't be opened is no backup. @returns how many migrations it has had */
async function look(file: string): Promise<number> {
	let pglite: PGlite | undefined;
	try {
		pglite = await PGlite.create({ loadDataDir: await openAsBlob(file) });
		const { rows } = await pglite.query<{ count: number }>(
			'select count(*)::int as count from drizzle.__drizzle_migrations',
		);
		return rows[0]?.count ?? 0;
	} catch (cause) {
		throw new DomainError(
			'backup.unreadable',
			400,
			`${file} is no backup that can be opened: ${(cause as Error).message}`,
		);
	} finally {
		await pglite?.close();
	}
}

/** Written whole and on the disk before it has its name. */
async function writeWhole(file: string, content: Blob): Promise<void> {
	const part = `${file}.part`;
	const handle = await open(part, 'w', 0o600);
	try {
		await handle.writeFile(new Uint8Array(await content.arrayBuffer()));
		await handle.sync();
	} finally {
		await handle.close();
	}
	await look(part);
	await rename(part, file);
}

/**
 * Copies the embedded database into one file, as it is at this moment, and opens the copy to see that it is one. The
 * folder is held meanwhile, so no server can be writing. The master key is not in it.
 * @param file must not be there yet
 * @throws DomainError `database.in_use` 503, `backup.no_database` 404, `backup.exists` 409
 */
export async function backUp(dataDir: string, file: string): Promise<void> {
	const folder = join(dataDir, 'database');
	if (!(await isThere(folder))) throw new DomainError('backup.no_database', 404, `There is no database in ${dataDir}.`);
	if (await isThere(file))
		throw new DomainError('backup.exists', 409, `${file} is there already. Choose another name.`);
	const release = await lockFolder(dataDir);
	try {
		const pglite = await PGlite.create(folder);
		try {
			await writeWhole(file, await pglite.dumpDataDir('gzip'));
		} finally {
			await pglite.close();
		}
	} finally {
		await release();
	}
}

/**
 * Puts a backup into a data folder that has no database. Broken off, there is still none.
 * @throws DomainError `database.in_use` 503, `restore.not_empty` 409, `backup.unreadable` 400
 */
export async function restore(dataDir: string, file: string): Promise<void> {
	if (!(await isThere(file))) throw new DomainError('backup.unreadable', 404, `There is no file ${file}.`);
	await mkdir(dataDir, { recursive: true, mode: 0o700 });
	const folder = join(dataDir, 'database');
	const release = await lockFolder(dataDir);
	try {
		if (await isThere(folder)) {
			throw new DomainError(
				'restore.not_empty',
				409,
				`There is a database in ${dataDir} already. Restore into an empty folder: DATA_DIR=…`,
			);
		}
		await look(file);
		const part = `${folder}.part`;
		await rm(part, { recursive: true, force: true });
		const pglite = await PGlite.create({ dataDir: part, loadDataDir: await openAsBlob(file) });
		await pglite.close();
		await rename(part, folder);
	} finally {
		await release();
	}
}
