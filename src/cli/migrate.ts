import { Command } from 'commander';
import { withServices } from './with-services.ts';

async function runMigrate(): Promise<void> {
	// Opening the services is what brings the database up to date.
	await withServices(async ({ database }) => {
		const { rows } = await database.pool.query('select count(*)::int as count from drizzle.__drizzle_migrations');
		const [found] = rows as { count: number }[];
		console.log(`The database is up to date (${found?.count} migrations).`);
	});
}

export const migrateCommand = new Command('migrate')
	.description('Bring the database up to date, and check its master key. The server does the same when it starts.')
	.action(runMigrate);
