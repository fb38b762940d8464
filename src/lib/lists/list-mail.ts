import type { ListedOffer } from './listed-offer.ts';

/** Mail programs cut addresses longer than this (Outlook's limit is 2,048 characters). */
const longest = 1_900;

/**
 * A list as the address of a mail that is not sent yet: the person's own mail program opens with it.
 * @param link to the shared list; then the mail says no more than that
 */
export function listMail(name: string, offers: readonly ListedOffer[], origin: string, link?: string): string {
	const start = `mailto:?subject=${encodeURIComponent(name)}&body=`;
	if (link) return start + encodeURIComponent(`${name}\n${link}\n`);
	let body = '';
	for (const { name: offer, organisation, phone, slug } of offers) {
		const next = encodeURIComponent(
			[`${offer} – ${organisation}`, phone, `${origin}/offers/${slug}`, ''].filter((line) => line !== '').join('\n') +
				'\n\n',
		);
		if (start.length + body.length + next.length > longest) break;
		body += next;
	}
	return start + body;
}
