import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The part of a postcss tree that is used here; postcss itself comes with Vite. */
interface Node {
	source?: { input: { file?: string } };
	remove(): void;
}
interface Rule extends Node {
	selectors: string[];
}
interface AtRule extends Node {
	name: string;
	nodes?: unknown[];
}
interface Root {
	walkRules(visit: (rule: Rule) => void): void;
	walkAtRules(visit: (rule: AtRule) => void): void;
}

function sources(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter(
			(entry) => entry.isFile() && /\.(svelte|ts|html)$/.test(entry.name) && !entry.parentPath.includes('paraglide'),
		)
		.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

/** Every word of the sources that may be a class name, and the beginnings of composed ones (`alert-{tone}`). */
export function classWords(texts: readonly string[]): (name: string) => boolean {
	const words = new Set<string>();
	const beginnings = new Set<string>();
	for (const text of texts) {
		for (const [, word = '', brace] of text.matchAll(/([A-Za-z][\w-]*)(\$?\{)?/g)) {
			if (brace && word.endsWith('-')) beginnings.add(word);
			else words.add(word);
		}
	}
	return (name) => words.has(name) || [...beginnings].some((beginning) => name.startsWith(beginning));
}

/** Whether a selector can match anything: all classes that it asks for (not those it excludes) are in use. */
export function isUsed(selector: string, used: (name: string) => boolean): boolean {
	const asked = selector.replaceAll(/:not\([^)]*\)/g, '');
	return [...asked.matchAll(/\.([A-Za-z][\w-]*)/g)].every(([, name = '']) => used(name));
}

function withoutUnused(root: Root, folder: string): void {
	const used = classWords(sources(folder));
	const ofDkfds = (node: Node) => /[\\/]dkfds[\\/]dist[\\/]css/.test(node.source?.input.file ?? '');
	root.walkRules((rule) => {
		if (!ofDkfds(rule)) return;
		const kept = rule.selectors.filter((selector) => isUsed(selector, used));
		if (kept.length === 0) rule.remove();
		else if (kept.length < rule.selectors.length) rule.selectors = kept;
	});
	root.walkAtRules((rule) => {
		if (ofDkfds(rule) && (rule.name === 'font-face' || rule.nodes?.length === 0)) rule.remove();
	});
}

/**
 * Leaves out of the design system's stylesheet what no page of ours uses: 215 kB, and an image for each of its 150
 * icons, become what the pages need. Its fonts are replaced by the split ones in styles/fonts.css. Only when building: while
 * developing, a class is there as soon as it is written.
 * @param folder of the sources, searched for class names
 */
export function dkfdsSubset(folder: string): Plugin {
	const plugin = { postcssPlugin: 'dkfds-subset', Once: (root: Root) => withoutUnused(root, folder) };
	return {
		name: 'dkfds-subset',
		apply: 'build',
		config: () => ({ css: { postcss: { plugins: [plugin as never] } } }),
	};
}
