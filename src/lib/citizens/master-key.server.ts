import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Config } from '../config.server.ts';
import type { Database } from '../database/connection.server.ts';
import { setting } from '../database/tables.server.ts';
import { DomainError } from '../errors.ts';
import { masterKey, type MasterKey } from './encryption.server.ts';

const howTo = 'Make one with: openssl rand -hex 32';

function decode(text: string, from: string): Buffer {
	const trimmed = text.trim();
	const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64');
	if (key.length !== 32) {
		throw new DomainError('config.master_key', 500, `${from} must be 32 bytes as hex or base64. ${howTo}`);
	}
	return key;
}

async function embeddedKey(dataDir: string): Promise<string> {
	const path = join(dataDir, 'master.key');
	try {
		return await readFile(path, 'utf8');
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
	}
	await mkdir(dataDir, { recursive: true, mode: 0o700 });
	const made = randomBytes(32).toString('hex');
	await writeFile(path, `${made}\n`, { mode: 0o600, flag: 'wx' });
	return made;
}

/**
 * Finds the master key: MASTER_KEY, MASTER_KEY_FILE, or, for the embedded database only, a file made on its first run.
 * @throws DomainError `config.master_key` with what to do.
 */
export async function loadMasterKey(config: Config): Promise<MasterKey> {
	if (config.masterKey) return masterKey(decode(config.masterKey, 'MASTER_KEY'));
	if (config.masterKeyFile) {
		const text = await readFile(config.masterKeyFile, 'utf8').catch((cause: NodeJS.ErrnoException) => {
			throw new DomainError('config.master_key', 500, `MASTER_KEY_FILE cannot be read (${cause.code}).`);
		});
		return masterKey(decode(text, 'MASTER_KEY_FILE'));
	}
	if (config.databaseUrl) {
		throw new DomainError('config.master_key', 500, `MASTER_KEY is missing: it protects the citizens’ data. ${howTo}`);
	}
	return masterKey(decode(await embeddedKey(config.dataDir), join(config.dataDir, 'master.key')));
}

/**
 * Refuses to start with another key than the one the data was sealed with: better no service than unreadable names.
 * @throws DomainError `config.master_key`
 */
export async function checkMasterKey(database: Database, key: MasterKey): Promise<void> {
	await database.orm.insert(setting).values({ key: 'master_key_id', value: key.id }).onConflictDoNothing();
	const [row] = await database.orm.select().from(setting).where(eq(setting.key, 'master_key_id'));
	if (row?.value !== key.id) {
		throw new DomainError(
			'config.master_key',
			500,
			'This master key is not the one the database was made with. Give the right MASTER_KEY or MASTER_KEY_FILE.',
		);
	}
}
