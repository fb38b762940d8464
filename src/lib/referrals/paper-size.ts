/**
 * How large the letters on the citizen's paper can be. The paper is one A4: what is said in few words is set large, what
 * takes more words smaller. Computed from the words rather than fitted in the browser, so that it holds without scripts;
 * tests/e2e/paper.test.ts prints the papers and counts their pages.
 */
import type { ShownBlock } from './citizen-page/shown.ts';

/** One heading of the text with what stands under it. */
export interface PaperSection {
	heading: string;
	blocks: readonly ShownBlock[];
}

/** What was written in several lines, in one: who goes along · when · where. */
export const oneLine = (text: string): string => text.split(/\s*\n\s*/).join(' · ');

/** The text under its headings. What the citizen is asked about stands in one line each. */
export function paperSections(blocks: readonly ShownBlock[]): PaperSection[] {
	const sections: { heading: string; blocks: ShownBlock[] }[] = [];
	for (const asked of blocks) {
		const block =
			asked.kind === 'fields'
				? { ...asked, fields: asked.fields.map((field) => ({ ...field, value: field.value && oneLine(field.value) })) }
				: asked;
		if (block.kind === 'heading') sections.push({ heading: block.text, blocks: [] });
		else if (sections.length === 0) sections.push({ heading: '', blocks: [block] });
		else sections.at(-1)?.blocks.push(block);
	}
	return sections;
}

export interface PaperWords {
	language: string;
	title: string;
	sections: readonly PaperSection[];
	/** what stands across the sheet around the sections: the lines of facts, notices, what to keep it for */
	lines: readonly string[];
	/** what is ticked and signed; none when there is nothing to sign */
	questions: readonly string[];
	/** what is said under the QR code; null: the citizen's link is not on it */
	underCode: string | null;
}

/** Of a letter's height, how wide letters are on the average; measured on the printed papers. */
const letterWidth: Readonly<Record<string, number>> = { ar: 0.425, uk: 0.5, so: 0.475, pl: 0.49 };

/** Points: what is left of an A4 inside the margins of print.css (12 mm and 14 mm). */
const sheet = { width: 515, height: 773 };

const largest = 14;
const smallest = 7.5;

/** @returns points (1/72 inch) for the running text; never under 7.5, where even this paper would need a second page */
export function paperPoints(words: PaperWords): number {
	for (let points = largest; points > smallest; points -= 0.25) {
		if (heightAt(words, points) <= sheet.height * (words.underCode === null ? 0.955 : 0.925)) return points;
	}
	return smallest;
}

/** The height of the whole paper in points when its text is set in letters of so many points. */
function heightAt({ language, title, sections, lines, questions, underCode }: PaperWords, points: number): number {
	const letter = points * (letterWidth[language] ?? 0.455);
	const line = points * 1.3;
	const rows = (text: string, width: number) => Math.max(1, Math.ceil((text.length * letter) / width));
	const beside = sheet.width * 0.72;

	const contents = (block: ShownBlock): number => {
		if (block.kind === 'list') return block.items.reduce((sum, item) => sum + rows(item, beside - 15), 0);
		if (block.kind === 'fields') {
			return block.fields.reduce((sum, { name, value }) => {
				// What the caseworker wrote is bold, and in Danish or whatever was written.
				const width = name.length * letter + (value ?? '').length * points * 0.51;
				return sum + Math.max(1, Math.ceil(width / (beside - 15)));
			}, 0);
		}
		return block.kind === 'paragraph' ? rows(block.text, beside) : 0;
	};
	const section = ({ heading, blocks }: PaperSection) => {
		const text = blocks.reduce((sum, block) => sum + contents(block) * line + 1.5, 0);
		// Headings are bold, and a word is never broken.
		return Math.max(rows(heading, sheet.width * 0.21) * line, text) + 5;
	};

	const withLink = underCode !== null;
	const head = rows(title, (sheet.width * (withLink ? 0.7 : 1)) / 1.75) * line * 1.6 + line;
	const across = lines.reduce((sum, text) => sum + rows(text, sheet.width * (withLink ? 0.74 : 1)) * line + 2, 0);
	const signed =
		questions.length > 0
			? Math.max(...questions.map((text) => rows(text, sheet.width * 0.42))) * line + line * 2 + 50
			: 0;
	// The code is 150 px wide, and what is said under it a fifth smaller.
	const code = withLink ? 115 + Math.ceil((underCode.length * letter * 0.8) / 100) * line * 0.8 : 0;
	return Math.max(head + across, code) + sections.reduce((sum, each) => sum + section(each), 0) + signed;
}
