import { type Capacity, districts, type DistrictCode, type Gender, type Mode, type WayIn } from '../vocabulary.ts';

/*
 * What HSDS says in sentences and we keep as codes. Only a clear signal counts: no code is better than a wrong one,
 * and the sentence itself is always shown.
 */

const noReferral =
	/(?:ikke|uden|ingen)\s(?:krav om )?(?:en )?(?:henvisning|visitation)|uvisiteret|visiteres ikke|(?:no|without)(?: a)? referral|self[- ]referr/iu;
const referralWords: readonly RegExp[] = [
	/(?:kun|kræver|via|efter|gennem)\s(?:via\s|med\s|efter\s)?(?:\p{L}+\s)?henvisning/iu,
	/henvisning (?:fra|kræves|er nødvendig|påkrævet)|(?:kan|må gerne|skal) (?:selv )?(?:henvise|indstille)|skal (?:være|være\s)?(?:henvist|visiteret)/iu,
	/(?:must|need(?:s)? to|ha(?:s|ve) to|can|may) be referred|referred by|(?:by|through) referral|accepts? referrals/iu,
	/referrals? (?:is |are |must |needed|required|only|basis|accepted|from|made)|(?:need|require|receive)s?(?: an?)? referral/iu,
];
const openWords: readonly RegExp[] = [
	/\b(?:bare (?:mød op|kom)|mød op\b|kom (?:bare )?(?:forbi|ind ad døren)|drop ?-?ind?\b|kommer bare)/iu,
	/(?:ingen|uden|kræver ikke) (?:tilmelding|tidsbestilling|visitation)|ingen tid nødvendig|uvisiteret/iu,
	/\b(?:just come|no (?:appointment|registration)|drop[- ]?ins? (?:are )?welcome)/iu,
	/(?<!\bno )\bwalk[- ]?ins?\b(?! (?:not|to (?:register|apply|complete)))/iu,
];
const contactWords: readonly RegExp[] = [
	/(?:^|[.!?–\n,]\s*|\b(?:eller|og|så)\s)(?:ring(?! på(?!\p{L}))|skriv|mail|sms|send en (?:sms|mail)|book|bestil|aftal|kontakt|tilmeld)\b/iu,
	/\btilmelding (?:på|hos|via|pr|til|fra|i|senest)(?!\p{L})|\bforsamtale\b|\bring til\b/iu,
	/\b(?:make|schedule|set ?up|call for|by|must call for) (?:an? )?(?:\p{L}+ )?appointment|appointments? (?:is |are )?(?:required|only)/iu,
	/\b(?:must|please) (?:call|phone|contact|e?-?mail|register)|\bcall (?:or \p{L}+ )?to (?:register|enroll|schedule|make|set)/iu,
];
const applicationWords =
	/(?<!\p{L})ansøg(?!er(?!\p{L}))|ansøgningsskema|(?<!\p{L})søg (?:om )?(?:plads|bolig|legat|optagelse)|\b(?:fill (?:out|in)|complete|submit|send)(?: in)? an? (?:\p{L}+ )?application|\bapply (?:for|online|in writing)|\bapplication (?:form|required)|\bby application/iu;
const noApplication = /(?:ingen|uden|ikke (?:en )?)\s?ansøgning|\bno application/iu;
const anyOf = (patterns: readonly RegExp[], text: string) => patterns.some((pattern) => pattern.test(text));

/**
 * @param application HSDS application_process
 * @param eligibility HSDS eligibility_description, which only counts where it speaks of referral itself
 */
export function waysInOf(application: string | undefined, eligibility: string | undefined): WayIn[] {
	const ways = new Set<WayIn>();
	const how = application ?? '';
	if (anyOf(openWords, how)) ways.add('open_access');
	if (anyOf(referralWords, how.replace(new RegExp(noReferral, 'giu'), ''))) ways.add('referral');
	if (anyOf(contactWords, how)) ways.add('contact_first');
	if (applicationWords.test(how) && !noApplication.test(how)) ways.add('application');
	const who = eligibility ?? '';
	if (/uvisiteret|visiteres ikke/iu.test(who)) ways.add('open_access');
	else if (/kræver henvisning|kun (?:med|efter|via) henvisning|must be referred|referral required/iu.test(who))
		ways.add('referral');
	return [...ways];
}

export interface ModeSigns {
	hasPlace: boolean;
	/** the source calls one of its places virtual */
	virtual: boolean;
	/** name, other name, service areas, how one attends: short texts in which a word is a clear signal */
	labels: string;
	description: string;
}

/** How the offer reaches the citizen. */
export function modesOf({ hasPlace, virtual, labels, description }: ModeSigns): Mode[] {
	const modes: Mode[] = [];
	if (hasPlace) modes.push('in_person');
	if (/hjemmebesøg|hjemme hos|kommer hjem til|home visit|in[- ]home|in the home/iu.test(`${labels}\n${description}`))
		modes.push('home_visit');
	if (/telefon|hotline|helpline|\bhot line|crisis line|by phone|\bring (?:om|til)\b|opkald/iu.test(labels))
		modes.push('phone');
	if (virtual || /\bonline\b|\bchat|virtual|videosamtale|video conferenc/iu.test(labels)) modes.push('online');
	return modes;
}

/** An explicit bar: "only", or a text that begins with one sex and never names the other. */
export function genderOf(eligibility: string | undefined): Gender | undefined {
	const text = eligibility ?? '';
	const women =
		/\bkun (?:for )?kvinder\b|\bwomen only\b|\bonly (?:for )?women\b|^(?:voksne |alle |unge |adult )?(?:kvinder|women|females?)\b/iu.test(
			text,
		);
	const men =
		/\bkun (?:for )?mænd\b|(?<!wo)\bmen only\b|\bonly (?:for )?men\b|^(?:voksne |alle |unge |adult )?(?:mænd|men|males?)\b/iu.test(
			text,
		);
	if (women && !/\b(?:mænd|drenge|alle køn|men|males?|boys)\b/iu.test(text)) return 'women';
	if (men && !/\b(?:kvinder|piger|alle køn|women|females?|girls)\b/iu.test(text)) return 'men';
	return undefined;
}

/** @returns true or false where the words about access are clear, undefined where they are not (a step with a ramp) */
export function stepFreeOf(accessibility: string | undefined): boolean | undefined {
	const text = accessibility ?? '';
	const ramp = /\brampe|\bramp\b/iu.test(text);
	const steps =
		/trapper? uden elevator|\btrin (?:ned|op|ved)|ikke (?:\p{L}+ )?(?:egnet|tilgængelig|adgang)|kan ikke tage imod \p{L}*kørestol/iu.test(
			text,
		) ||
		/\bnot (?:\p{L}+ )?accessible|\bno (?:wheelchair|step-free|elevator|lift)|inaccessible|stairs only/iu.test(text);
	if (steps) return ramp ? undefined : false;
	const free =
		/niveaufri|trinfri|rampe ved|elevator til alle|kørestols(?:egnet|venlig|adgang)|tilgængelig for kørestol/iu.test(
			text,
		) ||
		/(?:handicap|wheelchair|ada|disab)\p{L}*[- ](?:access|compliant)|step[- ]free|level access|wheelchair access/iu.test(
			text,
		);
	return free || undefined;
}

/** Words that say an address must not be shown. */
export function isConfidential(...texts: (string | undefined)[]): boolean {
	return texts.some((text) =>
		/(?:hemmelig|fortrolig|beskyttet|anonym) (?:adresse|beliggenhed|placering)|adressen er (?:hemmelig|fortrolig|beskyttet)|(?:confidential|undisclosed|secret) (?:address|location|site|shelter)|(?:address|location) is (?:kept )?(?:confidential|undisclosed|secret)|^(?:confidential|undisclosed|hemmelig|fortrolig)$/iu.test(
			text ?? '',
		),
	);
}

const plainName = (text: string) =>
	text
		.toLowerCase()
		.replaceAll(/[^\p{L}]+/gu, ' ')
		.trim();
const districtByName: ReadonlyMap<string, DistrictCode> = new Map(
	districts.flatMap(({ code, da }) => [da, ...da.split('/')].map((name) => [plainName(name), code] as const)),
);

/** @returns the code of one of the ten districts, else the source's own words */
export function districtOf(region: string | undefined): string | undefined {
	return region === undefined ? undefined : (districtByName.get(plainName(region)) ?? region);
}

/** So many free places are few: one or two are gone by the time a referral is read. */
const fewPlaces = 2;

/**
 * @param units HSDS 3.1 service_capacity: what is free and at most, one for each kind of place
 * @returns undefined when nothing is said
 */
export function capacityOf(units: readonly { available: number; maximum: number | undefined }[]): Capacity | undefined {
	if (units.length === 0) return undefined;
	const available = units.reduce((sum, unit) => sum + unit.available, 0);
	if (available <= 0) return 'full';
	return available <= fewPlaces ? 'few' : 'open';
}

interface Cost {
	amount: number | undefined;
}

/** @returns true when every price is nothing, false when one is not, undefined when no price is told */
export function freeOf(costs: readonly Cost[], fees: string | undefined): boolean | undefined {
	const amounts = costs.flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
	if (amounts.some((amount) => amount > 0)) return false;
	if (amounts.length > 0) return true;
	return /^(?:det er |all services are )?(?:gratis|free(?: of charge)?|no (?:fee|cost|charge)s?|ingen (?:udgift|betaling))\.?$/iu.test(
		fees ?? '',
	)
		? true
		: undefined;
}
