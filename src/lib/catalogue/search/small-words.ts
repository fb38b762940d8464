import { stem } from './stem.ts';

/*
 * »Gøre en forskel«, »tror på mig«: sayings of words so small that at most one says something alone. They mean the same
 * whoever speaks and whenever it was.
 */

/** Forms of one small word; the first stands for all. */
const forms = `
	være er var været
	blive bliver blev blevet
	have har havde haft
	få får fik fået
	gøre gør gjorde gjort
	kunne kan
	ville vil
	skulle skal
	måtte må
	komme kommer kom kommet
	gå går gik gået
	stå står stod stået
	se ser så set
	tage tager tog taget
	give giver gav givet
	vide ved vidste
	tro tror troede
	lave laver lavede lavet
	finde finder fandt fundet
	sige siger sagde sagt
	høre hører hørte
	holde holder holdt
	ham mig dig hende os jer dem
	man jeg du han hun de vi
	nogen nogle
	mere længere
`;

const standsFor: ReadonlyMap<string, string> = new Map(
	forms
		.trim()
		.split('\n')
		.flatMap((line) => {
			const all = line.trim().split(' ');
			return all.map((form) => [form, all[0] ?? form] as const);
		}),
);

/**
 * Words with the forms of small ones and persons evened out, so that »har gjort en forskel« is »have gøre en forskel«.
 * @param said folded
 * @returns the others by their stems
 */
export const evened = (said: readonly string[]): string[] => said.map((word) => standsFor.get(word) ?? stem(word));
