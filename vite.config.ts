import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { messages } from './src/cli/prepare/paraglide.mjs';
import { dkfdsSubset } from './src/lib/ui/dkfds-subset.ts';

/** What every page carries goes in few files: thirty of a hundred bytes each compress badly. */
const shared = [
	{
		name: 'library',
		test: /node_modules.(?:svelte|@sveltejs|esm-env)\b/u,
		priority: 2,
		entriesAware: true,
		entriesAwareMergeThreshold: 1_000,
	},
	{ name: 'shell', test: /lib.(?:identity.Shell|ui.Title)\.svelte$/u, priority: 1 },
];

/** A build knows no tests. */
const sequencer = process.env.VITEST ? (await import('./tests/setup/longest-first.ts')).LongestFirst : undefined;

export default defineConfig(({ command }) => ({
	plugins: [messages(command === 'serve' && !process.env.VITEST), sveltekit(), dkfdsSubset('src')],
	resolve: {
		alias: [
			{
				find: /^\.\/(?:SVG\.VML|Marker\.Drag)$/u,
				replacement: fileURLToPath(new URL('src/lib/catalogue/map/left-out.ts', import.meta.url)),
			},
		],
	},
	build: {
		rolldownOptions: { checks: { pluginTimings: false } },
		// The lists of every page's scripts were 4 kB of what the first page sends; the server names a page's own.
		modulePreload: { resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) },
	},
	environments: {
		client: {
			build: {
				// A page's scripts are 2 % less than with the bundler's own, and the map's page is held to 90 kB.
				minify: 'terser',
				terserOptions: { module: true, ecma: 2022, safari10: false, compress: { passes: 3, sequences: false } },
				rolldownOptions: { output: { codeSplitting: { groups: shared } } },
			},
		},
	},
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		globalSetup: ['tests/setup/templates.ts'],
		// One process a file, three at a time: on two cores, because each now and then waits for a database or a browser.
		// The built server is run as it is, not transformed once more.
		server: { deps: { external: [/\/build\/(handler|server)/] } },
		pool: 'forks',
		maxWorkers: 3,
		sequence: { sequencer },
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
}));
