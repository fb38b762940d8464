import { mkdir } from 'node:fs/promises';
import { Command } from 'commander';
import { beginOwnKey, endOwnKey, keepsOwnKey } from '../lib/citizens/master-key.server.ts';
import { rotateMasterKey } from '../lib/citizens/rotate-master-key.server.ts';
import { parseConfig } from '../lib/config.server.ts';
import { lockFolder } from '../lib/database/folder-lock.server.ts';
import { DomainError } from '../lib/errors.ts';
import { withServices } from './with-services.ts';

/** In the data folder the key is ours to exchange, while nobody else uses the folder. */
async function makeOwnKey(dataDir: string): Promise<void> {
	await mkdir(dataDir, { recursive: true, mode: 0o700 });
	const release = await lockFolder(dataDir);
	try {
		await beginOwnKey(dataDir);
	} finally {
		await release();
	}
}

async function runRotate(): Promise<void> {
	const config = parseConfig(process.env);
	const own = keepsOwnKey(config);
	if (own) await makeOwnKey(config.dataDir);
	const { keys, values } = await withServices(({ masterKey }) => {
		if (masterKey.ids.length < 2) {
			throw new DomainError(
				'config.master_key',
				400,
				'Give the new key as MASTER_KEY and the old one as MASTER_KEY_ALSO. Make a new one with: openssl rand -hex 32',
			);
		}
		return rotateMasterKey();
	});
	if (own) await endOwnKey(config.dataDir);
	console.log(`${keys} citizens’ keys and ${values} other values are now under the new master key.`);
	if (own) console.log('The old key is gone from the data folder; backups made before now need it.');
	else console.log('Start every server with MASTER_KEY alone, run verify-encryption, and then destroy the old key.');
}

export const rotateMasterKeyCommand = new Command('rotate-master-key')
	.description(
		'Bring everything under a new master key, while servers run. Start every server with MASTER_KEY (new) and ' +
			'MASTER_KEY_ALSO (old) first; several servers one by one: once with the two the other way round before that. ' +
			'The embedded database makes its new key by itself.',
	)
	.action(runRotate);
