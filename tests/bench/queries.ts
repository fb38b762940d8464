import { pick, seeded, shuffled, zipf } from './catalogue/random.ts';

/** How many different things people ask for. */
export const differentQueries = 200;

/** What people type when they look for help, the commonest first. */
const danish = {
	needs: `
		ensom|lektiehjælp|gældsrådgivning|bolig|en at snakke med|værested|mad|hjælp til breve fra kommunen|job|herberg|
		sorggruppe|besøgsven|mentor|cafe for unge|alkohol|misbrug|psykisk sårbar|angst|fællesspisning|cykelværksted|
		enlig mor|vold i hjemmet|retshjælp|netværk|motion|svømning|dansk undervisning|flygtning|tolk|følgeskab til læge|
		tandlæge uden penge|pårørende|autisme|adhd|handicap fritid|kor|strikkeklub|hundeklub|tøj til børn|ferie for familier|
		julehjælp|legestue|fædregruppe|fritidsjob til 16-årig|udskrevet fra hospitalet|flytte hjemmefra|løsladt|prostitution|
		lgbt ung|krisecenter|natcafé|stofmisbrug behandling|hjælp til økonomi og budget|computerhjælp|brætspil|kolonihave|
		frivillig|skrive jobansøgning|bange for at gå ud|kan ikke sove`,
	places: 'nørrebro|amager|valby|vesterbro|østerbro|bispebjerg|vanløse|tingbjerg|sydhavnen|indre by',
	groups:
		'for unge|for mænd|for kvinder|for ældre|for familier|gratis|uden henvisning|om aftenen|på arabisk|for voksne',
};

const english = {
	needs: `
		food|food pantry|shelter|homeless shelter|rent assistance|legal aid|after school program|child care|counseling|
		mental health|substance abuse treatment|alcohol|domestic violence|job training|employment|english classes|immigration|
		health clinic|dental care|hiv testing|support group|grief|mentoring|tutoring|summer camp|head start|parenting classes|
		foster care|adoption|pregnancy|family planning|senior center|meals on wheels|home care|hospice|disability services|
		autism|deaf|blind|transportation|wheelchair|veterans|ex offenders|youth center|runaway|teen pregnancy|library|
		sports for kids|swimming|music lessons|clothing|furniture|emergency assistance|electric bill|tax help|credit counseling|
		housing|rehabilitation|volunteer|crisis hotline`,
	places: 'miami|hialeah|homestead|little havana|coral gables|north miami|kendall|opa locka|liberty city|key west',
	groups: 'for women|for men|for teens|for children|for seniors|free|in spanish|in creole|for families|evening',
};

const listed = (text: string) => text.split('|').map((each) => each.trim());

/** Two hundred different queries: a need, then needs with a place or a group, as people narrow down. */
function different({ needs, places, groups }: typeof danish): string[] {
	const random = seeded(200);
	const simple = listed(needs);
	const queries = new Set(simple);
	while (queries.size < differentQueries) {
		queries.add(`${pick(random, simple)} ${pick(random, listed(random() < 0.5 ? places : groups))}`);
	}
	return [...queries];
}

export interface Queries {
	/** in the order in which they are asked: the second commonest half as often as the commonest, and so on */
	varied: readonly string[];
	/** the one that is asked again and again */
	repeated: string;
	/** thousands, each other than all before: what an answer costs that nothing was remembered of */
	fresh: readonly string[];
}

/** Every need with every place and every group. */
function combined({ needs, places, groups }: typeof danish): string[] {
	const queries = listed(needs).flatMap((need) =>
		listed(places).flatMap((place) => listed(groups).map((group) => `${need} ${place} ${group}`)),
	);
	return shuffled(seeded(4), queries);
}

/** @param language of the offers that are searched */
export function makeQueries(language: 'danish' | 'english', asked = 5000): Queries {
	const words = language === 'danish' ? danish : english;
	const all = different(words);
	const draw = zipf(all);
	const random = seeded(1);
	return {
		varied: Array.from({ length: asked }, () => draw(random)),
		repeated: all[1] ?? '',
		fresh: combined(words),
	};
}
