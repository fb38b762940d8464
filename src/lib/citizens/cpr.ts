/**
 * A CPR number is never stored and never sent. People write one out of habit, so every free text is looked through.
 * @returns whether the text holds something that reads as one: a day and month, a year, and four digits. A telephone
 * number with its country code (`4512345678`) is none: there is no 45th of any month.
 */
export function holdsCpr(text: string): boolean {
	return [...text.matchAll(/(?<!\d)(\d{2})(\d{2})\d{2}[-–. ]?\d{4}(?!\d)/g)].some(([, day, month]) => {
		const inMonth = Number(day) >= 1 && Number(day) <= 31;
		return inMonth && Number(month) >= 1 && Number(month) <= 12;
	});
}
