import { m } from '../../paraglide/messages.js';
import { weekdayName, type Locale } from '../../ui/dates.ts';
import { languageName } from '../../ui/language-name.ts';
import { weekdays } from '../opening-hours.ts';
import {
	capacities,
	districts,
	genders,
	modes,
	organisationKinds,
	targetGroups,
	termName,
	themes,
	transitions,
	waysIn,
	type Term,
} from '../vocabulary.ts';
import { ageGroups } from './age-groups.ts';
import type { Fact } from './facts.ts';
import type { FacetName } from './request.ts';

const vocabularies: Partial<Record<FacetName, readonly Term[]>> = {
	theme: themes,
	target_group: targetGroups,
	transition: transitions,
	district: districts,
	age_group: ageGroups,
	way_in: waysIn,
	capacity: capacities,
	gender: genders,
	mode: modes,
	kind: organisationKinds,
};

const headings: Readonly<Record<FacetName, () => string>> = {
	theme: () => m.catalogue_facet_theme(),
	target_group: () => m.catalogue_facet_target_group(),
	transition: () => m.catalogue_facet_transition(),
	district: () => m.catalogue_facet_district(),
	age_group: () => m.catalogue_facet_age_group(),
	way_in: () => m.catalogue_facet_way_in(),
	capacity: () => m.catalogue_facet_capacity(),
	open: () => m.catalogue_facet_open(),
	language: () => m.catalogue_facet_language(),
	gender: () => m.catalogue_facet_gender(),
	mode: () => m.catalogue_facet_mode(),
	free: () => m.catalogue_facet_free(),
	step_free: () => m.catalogue_facet_step_free(),
	peers: () => m.catalogue_facet_peers(),
	user_organisation: () => m.catalogue_facet_user_organisation(),
	kind: () => m.catalogue_facet_kind(),
};

const openWords: Readonly<Record<string, () => string>> = {
	now: () => m.catalogue_open_now(),
	evening: () => m.catalogue_open_evening(),
	weekend: () => m.catalogue_open_weekend(),
	night: () => m.catalogue_open_night(),
	unknown: () => m.catalogue_open_unknown(),
};

/** 2024 began on a Monday. */
const someMonday = '2024-01-0';

export const facetHeading = (facet: FacetName): string => headings[facet]();

/** The word shown for a value; a value that is a yes is called as its facet. */
export function facetValueName(facet: FacetName, value: string, locale: Locale): string {
	if (facet === 'language') return capital(languageName(value, locale));
	if (facet === 'open') {
		const weekday = weekdays.findIndex((each) => each === value);
		return weekday >= 0 ? capital(weekdayName(`${someMonday}${weekday + 1}`, locale)) : (openWords[value]?.() ?? value);
	}
	const vocabulary = vocabularies[facet];
	return vocabulary ? termName(vocabulary, value, locale) : facetHeading(facet);
}

/** A filter that a word has become: »Sprog: arabisk«, »Kvinder«, »Nørrebro«, »65 år«. */
export function factName(fact: Fact, locale: Locale): string {
	if (fact.facet === 'age') {
		const [from, to] = fact.years;
		if (from === to) return m.catalogue_facet_age_years({ age: from });
		return to >= 100 ? m.catalogue_said_age_from({ from }) : m.catalogue_said_age({ from, to });
	}
	const { facet, values } = fact;
	if (facet === 'gender') return values.map((value) => termName(targetGroups, value, locale)).join(', ');
	const names = values.map((value) => facetValueName(facet, value, locale)).join(' / ');
	return facet === 'language' ? `${facetHeading(facet)}: ${names.toLowerCase()}` : names;
}

/** As the other values are written; languages and weekdays are small in Danish. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The order of the values of a facet whose order means something; the others go by how many offers they have. */
export function facetOrder(facet: FacetName): readonly string[] {
	if (facet === 'open') return ['now', 'evening', 'weekend', 'night', ...weekdays, 'unknown'];
	return vocabularies[facet]?.map(({ code }) => code) ?? [];
}
