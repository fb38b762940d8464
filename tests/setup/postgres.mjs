import { existsSync, readdirSync } from 'node:fs';
import { installDebianPackage, onPath } from './debian.mjs';

/** pg_virtualenv comes with Debian's postgresql-common, the server with a package of its own. */
function canMakeCluster() {
	const versions = '/usr/lib/postgresql';
	const hasServer = () =>
		existsSync(versions) && readdirSync(versions).some((version) => existsSync(`${versions}/${version}/bin/initdb`));
	return onPath('pg_virtualenv') && hasServer();
}

/** Nothing that tests write needs to survive a power cut. */
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Tells the tests where pg_virtualenv has made its cluster. */
const handOver = 'TEST_DATABASE_URL="postgres://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/postgres" exec "$@"';

/**
 * What to put before a command so that it finds a PostgreSQL at TEST_DATABASE_URL: nothing when there is one, else
 * pg_virtualenv, which makes a throw-away cluster and removes it afterwards.
 * @param {readonly string[]} [settings] of the cluster; the benchmark has none, and waits for the disk as real ones do
 * @returns {string[] | undefined} undefined when no PostgreSQL can be had
 */
export function postgresCommand(settings = fast) {
	if (process.env.TEST_DATABASE_URL) return [];
	if (!canMakeCluster() && !(installDebianPackage('postgresql') && canMakeCluster())) return undefined;
	const options = settings.flatMap((setting) => ['-o', setting]);
	// -t: in a folder of its own, so that one that was killed is in nobody's way.
	return ['pg_virtualenv', '-t', ...options, 'sh', '-c', handOver, 'sh'];
}
