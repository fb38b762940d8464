import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { messages } from './src/cli/prepare/paraglide.mjs';
import { dkfdsSubset } from './src/lib/ui/dkfds-subset.ts';

export default defineConfig(({ command }) => ({
	plugins: [messages(command === 'serve' && !process.env.VITEST), sveltekit(), dkfdsSubset('src')],
	build: {
		rolldownOptions: { checks: { pluginTimings: false } },
		// The lists of every page's scripts were 4 kB of what the first page sends; the server names a page's own.
		modulePreload: { resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) },
	},
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		globalSetup: ['tests/setup/templates.ts'],
		// One process a file, two at a time: the databases and browsers are the work, not the tests.
		// The built server is run as it is, not transformed once more.
		server: { deps: { external: [/\/build\/(handler|server)/] } },
		pool: 'forks',
		maxWorkers: 2,
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
}));
