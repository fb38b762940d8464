import { setTimeout as wait } from 'node:timers/promises';
import { Command } from 'commander';
import { defaultFetchLimits } from '../lib/catalogue/hsds/harvest/fetch-json.server.ts';
import { harvestCatalogue } from '../lib/catalogue/hsds/harvest/harvest.server.ts';
import { DomainError } from '../lib/errors.ts';
import { importReport } from './import-report.ts';
import { withServices } from './with-services.ts';

interface Options {
	source?: string;
	allowPrivate?: boolean;
	allowRemovals?: boolean;
	restart?: boolean;
}

/** The root of an API, without query and without a slash at the end. */
function rootOf(address: string): string {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (!url || !/^https?:$/u.test(url.protocol))
		throw new DomainError('harvest.address', 400, `${address} is no http or https address.`);
	return `${url.origin}${url.pathname.replace(/\/+$/u, '')}`;
}

async function runHarvest(address: string, options: Options): Promise<void> {
	const started = performance.now();
	const root = rootOf(address);
	const source = options.source ?? new URL(root).host;
	if (['', 'demo', 'socialkompas'].includes(source.trim()))
		throw new DomainError('harvest.source', 400, 'Choose a --source: a name of its own, not “demo” or “socialkompas”.');
	const limits = { ...defaultFetchLimits, allowPrivate: options.allowPrivate ?? false };
	const result = await withServices(() =>
		harvestCatalogue(
			{ root, limits, wait: (milliseconds) => wait(milliseconds) },
			{
				source,
				restart: options.restart ?? false,
				allowRemovals: options.allowRemovals ?? false,
				onPage: (collection, page) => process.stderr.write(`${collection}: page ${page}\n`),
			},
		),
	);
	if (result.resumed) console.log('Went on where the last run had broken off.');
	console.log(
		result.changedAfter
			? `Fetched ${result.fetched} objects: what has changed since ${result.changedAfter.toISOString()}.`
			: `Fetched ${result.fetched} objects: everything.`,
	);
	console.log(importReport(result.report, result.stored, source, (performance.now() - started) / 1000));
}

export const harvestCommand = new Command('harvest')
	.description(
		'Follow another HSDS API (3.0): the first time everything, then what has changed. Broken off, the next run goes ' +
			'on where it was. What was corrected here stays.',
	)
	.argument('<url>', 'root of the API, such as https://example.org/api/hsds')
	.option('--source <name>', 'what its offers are marked with, the same name each time (default: the host)')
	.option('--restart', 'fetch everything anew')
	.option('--allow-removals', 'more than half of its offers may disappear')
	.option('--allow-private', 'the server may be on this machine or in a private network')
	.action(runHarvest);
