import { is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import * as audit from '../audit/tables.server.ts';
import * as catalogue from '../catalogue/tables.server.ts';
import * as duplicates from '../catalogue/duplicates/tables.server.ts';
import * as harvest from '../catalogue/hsds/harvest/tables.server.ts';
import * as upkeep from '../catalogue/upkeep/tables.server.ts';
import * as citizens from '../citizens/tables.server.ts';
import * as identity from '../identity/tables.server.ts';
import * as lists from '../lists/tables.server.ts';
import * as notifications from '../notifications/tables.server.ts';
import * as referrals from '../referrals/tables.server.ts';
import * as retention from '../retention/tables.server.ts';
import * as database from './tables.server.ts';

const modules = [
	audit,
	catalogue,
	duplicates,
	harvest,
	upkeep,
	citizens,
	identity,
	lists,
	notifications,
	referrals,
	retention,
	database,
];

/** Every table of every domain, for what must hold for all of them. A test compares it with the migrated database. */
export const allTables: readonly PgTable[] = modules.flatMap((module) =>
	Object.values(module).filter((value) => is(value, PgTable)),
);
