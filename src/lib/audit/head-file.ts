import { z } from 'zod';
import { DomainError } from '../errors.ts';
import type { Head } from './seal.server.ts';

const format = z.object({
	kind: z.literal('socialkompas audit head'),
	at: z.iso.datetime(),
	heads: z.array(
		z.object({
			authorityId: z.string().min(1),
			seq: z.number().int().positive(),
			hash: z.string().regex(/^[0-9a-f]{64}$/),
		}),
	),
});

/** The ends of the chains as they are kept outside the database. It holds no personal data. */
export const writeHeads = (heads: Head[], at: Date): string =>
	`${JSON.stringify({ kind: 'socialkompas audit head', at: at.toISOString(), heads }, null, '\t')}\n`;

/**
 * @param name of the file, for the error's sentence
 * @throws DomainError `audit.head_file` 400
 */
export function readHeads(text: string, name: string): Head[] {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		data = undefined;
	}
	const parsed = format.safeParse(data);
	if (!parsed.success) throw new DomainError('audit.head_file', 400, `${name} is no head written by verify-audit.`);
	return parsed.data.heads;
}
