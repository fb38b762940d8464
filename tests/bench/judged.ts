import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A query with what answers it, as somebody who has read all offers judged. */
export interface JudgedQuery {
	readonly q: string;
	/** what the query tests: `typo`, `everyday`, … */
	readonly kind: string;
	/** offer id → 1 marginal, 2 good, 3 ideal; an offer not listed does not answer it */
	readonly relevant: Readonly<Record<string, number>>;
}

const schema = z
	.array(
		z.object({
			q: z.string().min(1),
			kind: z.string().min(1),
			relevant: z.record(z.string(), z.number().min(0).max(3)),
		}),
	)
	.min(1);

/** Reads a set of judged queries. @throws Error that names the file when it is not one */
export function readJudged(file: string): JudgedQuery[] {
	const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
	if (!parsed.success) throw new Error(`${file} is no list of judged queries: ${z.prettifyError(parsed.error)}`);
	return parsed.data.filter(({ relevant }) => Object.values(relevant).some((grade) => grade > 0));
}

/** What a list of found offers is worth for one query. */
export interface Worth {
	/** 0 to 1 */
	readonly ndcg: number;
	/** which part of all that is relevant is among the first twenty, 0 to 1 */
	readonly recall: number;
	/** nothing at all was found */
	readonly none: boolean;
}

const gain = (grade: number, rank: number) => (2 ** grade - 1) / Math.log2(rank + 2);

/** Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002, with 2^grade − 1). */
export function ndcg(found: readonly string[], relevant: JudgedQuery['relevant']): number {
	const got = found.slice(0, 10).reduce((sum, id, rank) => sum + gain(relevant[id] ?? 0, rank), 0);
	const best = Object.values(relevant).sort((a, b) => b - a);
	return got / best.slice(0, 10).reduce((sum, grade, rank) => sum + gain(grade, rank), 0);
}

/** @param found ids, best first */
export function worthOf(found: readonly string[], { relevant }: JudgedQuery): Worth {
	const wanted = Object.entries(relevant).filter(([, grade]) => grade > 0);
	const first = new Set(found.slice(0, 20));
	const recalled = wanted.filter(([id]) => first.has(id)).length;
	return { ndcg: ndcg(found, relevant), recall: recalled / wanted.length, none: found.length === 0 };
}

export const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
