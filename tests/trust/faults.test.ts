import { describe, expect, it } from 'vitest';
import { breakUnderLoad } from '../faults/breaks.ts';
import { canMakeCluster } from '../faults/cluster.ts';
import { onFreshPostgres, withPostgres } from '../faults/fresh-database.ts';
import { killUnderLoad, type Row } from '../faults/kills.ts';
import { onlooker } from '../faults/looks.ts';
import { waitingMail } from '../faults/outbox.ts';
import { postgresAway } from '../faults/places.ts';
import { migratedFolder, temporaryFolder } from '../process.ts';
import { statement } from './statements.ts';

/*
 * Statements 27 and 29 with real processes: the built server, PostgreSQL, a mail server. `npm run faults` does the same
 * for longer and prints what it counted.
 */

function expectNothingLost(row: Row): void {
	expect(row).toMatchObject({ lost: [], duplicated: [], untold: [], surprises: [], neverSent: 0 });
	expect(row.acknowledged).toBeGreaterThan(20);
	expect(row.found).toBe(row.acknowledged);
	expect(row.mails).toBeGreaterThan(2);
}

describe(statement(27), () => {
	it.skipIf(!withPostgres())('five kills (PostgreSQL)', { timeout: 180_000 }, () =>
		onFreshPostgres(async (environment) => {
			const place = { scenario: 'kills', environment, waitingMail: () => waitingMail(environment.DATABASE_URL) };
			expectNothingLost(await killUnderLoad(place, { kills: 5, pairs: 3, longest: 1000, least: 30 }));
		}),
	);

	it('three kills (embedded)', { timeout: 180_000 }, async () => {
		const place = { scenario: 'kills', environment: { DATA_DIR: await migratedFolder() } };
		expectNothingLost(await killUnderLoad(place, { kills: 3, pairs: 2, longest: 1000, least: 30 }));
	});
});

describe.skipIf(!canMakeCluster())(statement(29), () => {
	it('stopped, and started again (PostgreSQL)', { timeout: 180_000 }, async () => {
		const away = await postgresAway(await temporaryFolder());
		const row = await breakUnderLoad(
			{
				...away,
				async meanwhile(server, pair) {
					const person = onlooker(server, pair);
					const page = await person.get('/citizens/new');
					expect(page.status).toBe(503);
					expect(page.body).toContain('We cannot reach the database right now');
					const form = await person.addCitizen();
					expect(form.status).toBe(503);
					expect(form.body).toContain('go back in your browser: it is still there');
					const byScript = await person.addCitizen({ script: true });
					expect(JSON.parse(byScript.body)).toMatchObject({ type: 'failure', status: 503 });
					expect(byScript.body).toContain('what you typed is still there');
					for (const { body } of [page, form, byScript]) expect(body).not.toMatch(/ECONNREFUSED|postgres|at .*\.js/);
					expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
					expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
				},
			},
			{ times: 1, seconds: 6 },
		).finally(() => away.end());
		expectNothingLost(row);
	});
});
