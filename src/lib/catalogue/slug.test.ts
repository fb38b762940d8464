import { describe, expect, it } from 'vitest';
import { claimSlug, slugify } from './slug.ts';

describe('a slug', () => {
	it.each([
		['Gældscafé på Nørrebro', 'gaeldscafe-paa-noerrebro'],
		['Ældre & Ånd – Østerbros Øjne', 'aeldre-aand-oesterbros-oejne'],
		['GIRL SCOUTS COUNCIL OF TROPICAL FLORIDA, INC.', 'girl-scouts-council-of-tropical-florida-inc'],
		['Børnenes 24/7-linje', 'boernenes-24-7-linje'],
		["Women's Aid – l’école", 'womens-aid-lecole'],
		['  Łódź, Đurđica, Straße ', 'lodz-durdica-strasse'],
		['A\u030Arhus', 'aarhus'],
		['مساعدة', ''],
		['🙂', ''],
	])('of %j is %j', (text, slug) => {
		expect(slugify(text)).toBe(slug);
	});

	it('ends between words when the name is long', () => {
		const slug = slugify('Rådgivning til mennesker som har mistet overblikket over deres økonomi og post fra kommunen');
		expect(slug.length).toBeLessThanOrEqual(70);
		expect(slug).toBe('raadgivning-til-mennesker-som-har-mistet-overblikket-over-deres');
	});

	it('is cut in the middle of a word that is longer than a slug', () => {
		expect(slugify('x'.repeat(200))).toBe('x'.repeat(70));
	});
});

describe('claiming a slug', () => {
	const id = '0f1e2d3c-4b5a-5678-9abc-def012345678';

	it('takes the name, then the name with the organisation, then the name with the id', () => {
		const taken = new Set<string>();
		const claim = () => claimSlug(['Gældscafé', 'Den Blå Bænk'], id, taken, 'tilbud');
		expect(claim()).toBe('gaeldscafe');
		expect(claim()).toBe('gaeldscafe-den-blaa-baenk');
		expect(claim()).toBe('gaeldscafe-0f1e2d');
		expect(claim()).toBe('gaeldscafe-0f1e2d3c4b5a');
	});

	it('is told apart by the id although the names are cut at the same place', () => {
		const name = 'ord '.repeat(40);
		const taken = new Set<string>();
		expect(claimSlug([name, 'Forening'], id, taken, 'tilbud')).not.toBe(
			claimSlug([name, 'Forening'], id, taken, 'tilbud'),
		);
	});

	it('is the kind of thing and the id when nothing of the name is Latin', () => {
		expect(claimSlug(['مساعدة'], id, new Set(), 'tilbud')).toBe('tilbud-0f1e2d');
	});
});
