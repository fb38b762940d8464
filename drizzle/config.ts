import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --config drizzle/config.ts --name what_changed` writes a migration from the tables. */
export default defineConfig({
	dialect: 'postgresql',
	schema: './src/lib/**/tables.server.ts',
	out: './drizzle',
	entities: { roles: false },
});
