import { sql, type AnyColumn, type SQL } from 'drizzle-orm';

/**
 * Whether a text holds these words somewhere, in whatever letters: as `ilike`, which leaves Æ, Ø and Å as they are where
 * the database's locale is C. What means something in a pattern stands for itself.
 */
export const holdsWords = (text: AnyColumn | SQL, words: string): SQL =>
	sql`folded(${text}) like folded(${`%${words.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`})`;
