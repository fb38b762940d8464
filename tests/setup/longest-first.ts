import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders by how long their tests take. */
const order = [/^tests\/e2e\//, /^tests\/trust\//, /^tests\//];

/** @param path relative to the project */
function place(path: string): number {
	const found = order.findIndex((folder) => folder.test(path.replaceAll('\\', '/')));
	return found === -1 ? order.length : found;
}

/**
 * Begins with browsers and whole processes, so that no long file is left over for one core at the end. Vitest itself
 * knows how long each took the last time, which in a fresh clone is nothing; then it goes by size, as this does within a
 * folder.
 */
export class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const bySize = await super.sort(files);
		const at = (file: TestSpecification) => place(relative(this.ctx.config.root, file.moduleId));
		return bySize.toSorted((a, b) => at(a) - at(b));
	}
}
