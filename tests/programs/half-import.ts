/**
 * A program to be killed: imports a made-up catalogue into the database of its environment, and stops for good in the
 * middle of the transaction, with `halfway` on its standard output.
 */
import { writeSync } from 'node:fs';
import { storeCatalogue } from '../../src/lib/catalogue/catalogue-store.server.ts';
import { parseConfig } from '../../src/lib/config.server.ts';
import { asActor } from '../../src/lib/database/as-actor.server.ts';
import { systemActor } from '../../src/lib/identity/actor.ts';
import { startServices } from '../../src/lib/services.server.ts';
import { manyOffers } from '../many-offers.ts';

await startServices(parseConfig(process.env), { work: false });
await asActor(systemActor, (tx) =>
	storeCatalogue(tx, 'test', manyOffers(1000), {
		onProgress: ({ stage, done, total }) => {
			if (stage !== 'offers' || done < total / 2) return;
			writeSync(1, 'halfway\n');
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
		},
	}),
);
