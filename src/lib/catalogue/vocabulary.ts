/**
 * The controlled vocabulary of the catalogue: codes that are stored, with the words shown for them.
 * Themes, transitions and kinds of actor follow the City of Copenhagen's partnership strategy.
 */

export interface Term {
	readonly code: string;
	readonly da: string;
	readonly en: string;
}

export const themes = [
	{ code: 'economy', da: 'Økonomi og beskæftigelse', en: 'Economy and employment' },
	{ code: 'health', da: 'Forebyggelse og sundhed', en: 'Prevention and health' },
	{ code: 'community', da: 'Netværk, fællesskaber og brobygning', en: 'Networks, communities and bridging' },
	{ code: 'leisure', da: 'Fritid og sociale aktiviteter', en: 'Leisure and social activities' },
	{ code: 'housing', da: 'Bolig', en: 'Housing' },
	{ code: 'family', da: 'Børn, unge og familier', en: 'Children, young people and families' },
] as const satisfies readonly Term[];

export const transitions = [
	{ code: 'child_to_adult', da: 'Fra barn til voksen', en: 'From child to adult' },
	{
		code: 'institution_to_own_life',
		da: 'Fra institution til eget liv',
		en: 'From institution to a life of one’s own',
	},
	{
		code: 'shelter_to_home',
		da: 'Fra herberg eller behandling til egen bolig',
		en: 'From shelter or treatment to own home',
	},
] as const satisfies readonly Term[];

export const targetGroups = [
	{ code: 'loneliness', da: 'Mennesker, der er ensomme', en: 'People who are lonely' },
	{ code: 'homelessness', da: 'Mennesker i hjemløshed', en: 'People experiencing homelessness' },
	{ code: 'substance_use', da: 'Mennesker med rusmiddelproblemer', en: 'People with drug or alcohol problems' },
	{ code: 'mental_health', da: 'Mennesker med psykisk sårbarhed', en: 'People with mental health problems' },
	{ code: 'young_people', da: 'Unge', en: 'Young people' },
	{ code: 'families', da: 'Familier med børn', en: 'Families with children' },
	{ code: 'single_parents', da: 'Enlige forældre', en: 'Single parents' },
	{ code: 'women', da: 'Kvinder', en: 'Women' },
	{ code: 'men', da: 'Mænd', en: 'Men' },
	{ code: 'older_people', da: 'Ældre', en: 'Older people' },
	{ code: 'refugees_migrants', da: 'Flygtninge og migranter', en: 'Refugees and migrants' },
	{ code: 'lgbt', da: 'LGBT+ personer', en: 'LGBT+ people' },
	{ code: 'violence', da: 'Mennesker udsat for vold', en: 'People exposed to violence' },
	{ code: 'relatives', da: 'Pårørende', en: 'Relatives' },
	{ code: 'disability', da: 'Mennesker med handicap', en: 'People with disabilities' },
	{ code: 'autism_adhd', da: 'Mennesker med autisme eller ADHD', en: 'People with autism or ADHD' },
	{ code: 'debt', da: 'Mennesker med gæld', en: 'People in debt' },
	{ code: 'unemployed', da: 'Mennesker uden arbejde', en: 'People out of work' },
	{ code: 'released', da: 'Løsladte og mennesker på vej ud af kriminalitet', en: 'People leaving prison or crime' },
	{ code: 'sex_work', da: 'Mennesker i sexarbejde eller prostitution', en: 'People in sex work' },
	{ code: 'grief', da: 'Mennesker i sorg', en: 'People in grief' },
] as const satisfies readonly Term[];

/** The ten districts (bydele) of Copenhagen. */
export const districts = [
	{ code: 'indre_by', da: 'Indre By', en: 'Indre By' },
	{ code: 'oesterbro', da: 'Østerbro', en: 'Østerbro' },
	{ code: 'noerrebro', da: 'Nørrebro', en: 'Nørrebro' },
	{ code: 'vesterbro', da: 'Vesterbro/Kongens Enghave', en: 'Vesterbro/Kongens Enghave' },
	{ code: 'valby', da: 'Valby', en: 'Valby' },
	{ code: 'vanloese', da: 'Vanløse', en: 'Vanløse' },
	{ code: 'broenshoej_husum', da: 'Brønshøj-Husum', en: 'Brønshøj-Husum' },
	{ code: 'bispebjerg', da: 'Bispebjerg', en: 'Bispebjerg' },
	{ code: 'amager_oest', da: 'Amager Øst', en: 'Amager Øst' },
	{ code: 'amager_vest', da: 'Amager Vest', en: 'Amager Vest' },
] as const satisfies readonly Term[];

export const organisationKinds = [
	{ code: 'large_organisation', da: 'Stor organisation', en: 'Large organisation' },
	{ code: 'local_association', da: 'Lokal forening', en: 'Local association' },
	{ code: 'voluntary_community', da: 'Frivilligt fællesskab', en: 'Voluntary community' },
	{ code: 'activism', da: 'Aktivisme', en: 'Activism' },
	{ code: 'solo_volunteer', da: 'Solofrivillig', en: 'Solo volunteer' },
	{ code: 'relatives_friends', da: 'Pårørende og venner', en: 'Relatives and friends' },
	{ code: 'social_enterprise', da: 'Socialøkonomisk virksomhed', en: 'Social enterprise' },
	{ code: 'residents_democracy', da: 'Beboerdemokrati', en: 'Residents’ democracy' },
	{ code: 'user_organisation', da: 'Brugerorganisation', en: 'User organisation (experts by experience)' },
	{ code: 'volunteer_centre', da: 'Frivilligcenter', en: 'Volunteer centre' },
	{ code: 'coalition', da: 'Samvirke', en: 'Coalition' },
] as const satisfies readonly Term[];

/** How one gets in. An offer may have several. */
export const waysIn = [
	{ code: 'open_access', da: 'Bare mød op', en: 'Just come' },
	{ code: 'referral', da: 'Med henvisning', en: 'By referral' },
	{ code: 'contact_first', da: 'Kontakt først', en: 'Contact first' },
	{ code: 'application', da: 'Med ansøgning', en: 'By application' },
] as const satisfies readonly Term[];

export const capacities = [
	{ code: 'open', da: 'Ledige pladser', en: 'Places available' },
	{ code: 'few', da: 'Få pladser', en: 'Few places' },
	{ code: 'waitlist', da: 'Venteliste', en: 'Waitlist' },
	{ code: 'full', da: 'Fuldt', en: 'Full' },
	{ code: 'paused', da: 'Holder pause', en: 'Paused' },
	{ code: 'unknown', da: 'Ukendt', en: 'Unknown' },
] as const satisfies readonly Term[];

/** How the offer reaches the citizen. An offer may have several. */
export const modes = [
	{ code: 'in_person', da: 'Fremmøde', en: 'In person' },
	{ code: 'home_visit', da: 'Kommer hjem til borgeren', en: 'Comes to the citizen’s home' },
	{ code: 'phone', da: 'Telefon', en: 'Phone' },
	{ code: 'online', da: 'Online', en: 'Online' },
] as const satisfies readonly Term[];

export const genders = [
	{ code: 'everyone', da: 'Alle', en: 'Everyone' },
	{ code: 'women', da: 'Kun kvinder', en: 'Women only' },
	{ code: 'men', da: 'Kun mænd', en: 'Men only' },
] as const satisfies readonly Term[];

export type ThemeCode = (typeof themes)[number]['code'];
export type TransitionCode = (typeof transitions)[number]['code'];
export type TargetGroupCode = (typeof targetGroups)[number]['code'];
export type DistrictCode = (typeof districts)[number]['code'];
export type OrganisationKind = (typeof organisationKinds)[number]['code'];
export type WayIn = (typeof waysIn)[number]['code'];
export type Capacity = (typeof capacities)[number]['code'];
export type Mode = (typeof modes)[number]['code'];
export type Gender = (typeof genders)[number]['code'];

/** The codes of a vocabulary, as the non-empty tuple that database enums and Zod want. */
export function codes<const T extends readonly Term[]>(terms: T): [T[number]['code'], ...T[number]['code'][]] {
	return terms.map((term) => term.code) as [T[number]['code'], ...T[number]['code'][]];
}

/**
 * The word shown for a code.
 * @returns the code itself when the vocabulary does not know it (imported terms).
 */
export function termName(terms: readonly Term[], code: string, locale: 'da' | 'en'): string {
	return terms.find((term) => term.code === code)?.[locale] ?? code;
}
