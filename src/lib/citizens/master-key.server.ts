import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Config } from '../config.server.ts';
import type { Database } from '../database/connection.server.ts';
import { setting } from '../database/tables.server.ts';
import { DomainError } from '../errors.ts';
import { masterKey, type MasterKey } from './encryption.server.ts';

const howTo = 'Make one with: openssl rand -hex 32';
const newKey = () => `${randomBytes(32).toString('hex')}\n`;

function decode(text: string, from: string): Buffer {
	const trimmed = text.trim();
	const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64');
	if (key.length !== 32) {
		throw new DomainError('config.master_key', 500, `${from} must be 32 bytes as hex or base64. ${howTo}`);
	}
	return key;
}

async function fromFile(path: string, name: string): Promise<Buffer> {
	const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
		throw new DomainError('config.master_key', 500, `${name} cannot be read (${cause.code}).`);
	});
	return decode(text, name);
}

/** The content of a file; undefined when there is none. */
async function ifThere(path: string): Promise<string | undefined> {
	try {
		return await readFile(path, 'utf8');
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
		return undefined;
	}
}

const keyFile = (dataDir: string) => join(dataDir, 'master.key');
const alsoFile = (dataDir: string) => join(dataDir, 'master.key.also');

async function embeddedKey(dataDir: string): Promise<string> {
	const known = await ifThere(keyFile(dataDir));
	if (known !== undefined) return known;
	await mkdir(dataDir, { recursive: true, mode: 0o700 });
	const made = newKey();
	await writeFile(keyFile(dataDir), made, { mode: 0o600, flag: 'wx' });
	return made;
}

/** Whether the key is a file of our own in the data folder. */
export const keepsOwnKey = (config: Config): boolean =>
	!config.masterKey && !config.masterKeyFile && !config.databaseUrl;

/**
 * Finds the master key: MASTER_KEY, MASTER_KEY_FILE, or, for the embedded database only, a file made on its first run.
 * While it is exchanged there is another one that opens as well: MASTER_KEY_ALSO, MASTER_KEY_ALSO_FILE, or the file's
 * neighbour.
 * @throws DomainError `config.master_key` with what to do.
 */
export async function loadMasterKey(config: Config): Promise<MasterKey> {
	let also: Buffer | undefined;
	if (config.masterKeyAlso) also = decode(config.masterKeyAlso, 'MASTER_KEY_ALSO');
	else if (config.masterKeyAlsoFile) also = await fromFile(config.masterKeyAlsoFile, 'MASTER_KEY_ALSO_FILE');
	if (config.masterKey) return masterKey(decode(config.masterKey, 'MASTER_KEY'), also);
	if (config.masterKeyFile) return masterKey(await fromFile(config.masterKeyFile, 'MASTER_KEY_FILE'), also);
	if (config.databaseUrl) {
		throw new DomainError('config.master_key', 500, `MASTER_KEY is missing: it protects the citizens’ data. ${howTo}`);
	}
	const key = decode(await embeddedKey(config.dataDir), keyFile(config.dataDir));
	const neighbour = await ifThere(alsoFile(config.dataDir));
	if (neighbour !== undefined) also ??= decode(neighbour, alsoFile(config.dataDir));
	return masterKey(key, also);
}

/**
 * Makes a new key in the data folder and keeps the old one beside it, for the rotation to begin. There is a usable key
 * file at every moment; when an earlier rotation was broken off, its keys are kept and it goes on.
 */
export async function beginOwnKey(dataDir: string): Promise<void> {
	const known = await embeddedKey(dataDir);
	const also = await ifThere(alsoFile(dataDir));
	// The two alike: it was broken off before the new one was there.
	if (also !== undefined && also !== known) return;
	const next = `${keyFile(dataDir)}.next`;
	await writeFile(next, newKey(), { mode: 0o600 });
	await copyFile(keyFile(dataDir), alsoFile(dataDir));
	await rename(next, keyFile(dataDir));
}

/** Destroys the old key in the data folder: nothing is sealed with it any more. */
export const endOwnKey = (dataDir: string): Promise<void> => rm(alsoFile(dataDir), { force: true });

/** Whether a citizen's key is wrapped by a master key that is none of these. */
async function hasStrangeKeys(database: Database, ids: readonly string[]): Promise<boolean> {
	const client = await database.pool.connect();
	try {
		await client.query(`begin; set local role socialkompas_system`);
		const { rows } = await client.query('select from citizen_key where master_key_id <> all($1::text[]) limit 1', [
			ids,
		]);
		return rows.length > 0;
	} finally {
		await client.query('rollback');
		client.release();
	}
}

/**
 * Refuses to start with another key than the one the data was sealed with: better no service than unreadable names.
 * @throws DomainError `config.master_key`
 */
export async function checkMasterKey(database: Database, key: MasterKey): Promise<void> {
	await database.orm.insert(setting).values({ key: 'master_key_id', value: key.id }).onConflictDoNothing();
	const [row] = await database.orm.select().from(setting).where(eq(setting.key, 'master_key_id'));
	if (!row || !key.ids.includes(row.value)) {
		throw new DomainError(
			'config.master_key',
			500,
			'This master key is not the one the database was made with. Give the right MASTER_KEY or MASTER_KEY_FILE.',
		);
	}
	if (await hasStrangeKeys(database, key.ids)) {
		throw new DomainError(
			'config.master_key',
			500,
			'Some citizens’ keys are still under another master key. Give that one as MASTER_KEY_ALSO, and run: npm run cli -- rotate-master-key',
		);
	}
}
