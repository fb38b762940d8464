/** Makes the data folder given, with the embedded database as the first start leaves it: migrated and empty. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { fromPglite } from '../../src/lib/database/connection.server.ts';
import { fill } from '../setup/templates.ts';

const [folder = ''] = process.argv.slice(2);
await mkdir(folder);
const database = fromPglite(await PGlite.create(join(folder, 'database')));
await fill(database);
await database.close();
