/** Who goes along, when, and where one meets: asked one by one, kept and shown as three lines. */
export interface Accompaniment {
	who: string;
	when: string;
	where: string;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

export function accompanimentText({ who, when, where }: Accompaniment): string {
	return [who, when, where].map(oneLine).join('\n').trim();
}

/** @param text as kept; more lines than three belong to where */
export function accompanimentOf(text: string): Accompaniment {
	const [who = '', when = '', ...where] = text.split('\n');
	return { who, when, where: where.join(' ') };
}
