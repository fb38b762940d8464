import regexp from 'eslint-plugin-regexp';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default typescript.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'.data/',
			'node_modules/',
			'static/',
			'src/lib/paraglide/',
			'src/lib/catalogue/map/generated/',
		],
	},
	...typescript.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		plugins: { regexp },
		rules: {
			// What somebody types must not keep the server busy: no expression that tries the same text in many ways.
			'regexp/no-super-linear-backtracking': 'error',
			eqeqeq: 'error',
			'no-cond-assign': 'error',
			'no-constant-condition': 'error',
			'no-control-regex': 'error',
			'no-fallthrough': 'error',
			'no-self-assign': 'error',
			'no-unreachable': 'error',
			'no-unsafe-finally': 'error',
			'no-useless-escape': 'error',
			'no-empty': 'error',
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
		},
	},
	{
		// What only types can tell: a promise that nobody waits for is a change that may be lost.
		files: ['**/*.ts'],
		ignores: ['**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				projectService: { allowDefaultProject: ['drizzle/*.ts'] },
				tsconfigRootDir: import.meta.dirname,
			},
		},
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': [
				'error',
				{ checksVoidReturn: { attributes: false, arguments: false } },
			],
			'@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
		},
	},
	{
		// Declarations are nothing but types, and say so by their name.
		files: ['**/*.d.ts'],
		rules: { '@typescript-eslint/consistent-type-imports': 'off' },
	},
	{
		files: ['**/*.ts', '**/*.svelte'],
		ignores: ['**/*.test.ts', 'tests/**'],
		rules: { '@typescript-eslint/no-non-null-assertion': 'error' },
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: typescript.parser, svelteConfig },
		},
		rules: {
			// The application is served from the root, and links are plain addresses.
			'svelte/no-navigation-without-resolve': 'off',
			// It takes the words that say why something is ignored for names of warnings.
			'svelte/no-unused-svelte-ignore': 'off',
			// A space at the beginning of a block has to be written like that.
			'svelte/no-useless-mustaches': 'off',
			// It takes every local URLSearchParams for state.
			'svelte/prefer-svelte-reactivity': 'off',
			// "Has JavaScript arrived?" is state that an effect sets, and nothing to derive.
			'svelte/prefer-writable-derived': 'off',
		},
	},
);
