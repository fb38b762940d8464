import { commonWords } from './common-words.ts';
import { commonEnglish } from './english-forms.ts';
import { stem } from './stem.ts';
import { wordSet } from './words.ts';

/**
 * Articles, pronouns, auxiliaries and prepositions: so small that a set phrase is the same with or without them.
 * Danish and English, folded.
 */
export const fillers = wordSet(`
	af at da de dem den denne der deres det dette dig din dine disse dit du eller en er et for få får fået fik gør gøre ham
	han hans har have haft hende hendes hos hun hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår i
	jeg jer jeres jo kan kunne lige man mig min mine mit må måtte nogen noget nogle og også om os på selv sig sin sine
	sit skal skulle som så til var ved vi vil ville vores være været bliver blev blevet blive bare
	a am an and any are as be but can could do does has he his how if in is its me my of on or she some that the their
	them there they this to was we were what when where which who would you your our me him us we they m re ve ll d ours mine yours theirs
`);

/** Words that turn the next one round; they matter in set phrases (»kan ikke sove«) and nowhere else. */
export const negations = wordSet(
	`ikke uden ingen intet aldrig not no without never cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt
	couldnt hasnt havent shouldnt`,
);

/**
 * Words that say nothing about a need by themselves, among them those with which caseworkers begin a question (»hvem
 * kan hjælpe en borger med …«). They count in set phrases, and when a query has nothing else.
 */
export const stopWords: ReadonlySet<string> = new Set([
	...fillers,
	...negations,
	...commonWords,
	...commonEnglish,
	...wordSet(`
		al alle allerede alt altid anden andet andre begge behøver behov brug bruge bør derfor dog efter egen eget egne
		eks eksempel end endnu enten eventuelt findes finde flere fordi fra ganske gang gange gennem gerne giver give gå går
		gik hedder hele heller hellere helt hen her ind ja kommer komme lave laver ledt leder lidt mange med meget mellem
		mens mere mod måske ned nej nu når op over ønske ønsker prøve prøver rigtig samme ses skriv slags slet stadig
		sted steder stedet sådan søger tage tager taler talende tilbud tilbuddet ud under vor
		borger borgeren borgere borgerne vedkommende person personer mennesker menneske folk københavn kommune kommunen
		finder fandt fundet begynde begynder starte starter fortsætte tidligere forhenværende måde måder slags type ting
		snart straks virkelig egentlig konstant hurtigst hurtigt lang langt lidt mest mindre hel halv ny nyt nye rigtigt
		godt god gode bedst bedste dag dage igen ellers nogensinde sammen
		åben åbent åbne åbner open
		holde holder holdt føle føler følt mangle mangler trænge trænger sige siger fortælle fortæller se ser sætte sætter
		lægge lægger ligge ligger stå står sidde sidder vise viser forklare forklarer selvom mens imens inden alting vide tro tror synes virker bag
		forskellige særligt især faktisk måtte foregår hjemme
		at by find for from get give good has help i'm it's need needs offer our please someone somewhere want wants with
		people person place places near
	`),
]);

/**
 * How help is given rather than with what: beside a word for the matter these hardly count, since nearly every offer is
 * counselling, a group or support.
 */
export const formWords = wordSet(`
	rådgivning rådgiver rådgive vejledning vejleder vejlede hjælp hjælpe hjælper støtte støtter gruppe grupper gruppen
	forløb kursus kurser hold aktivitet aktiviteter tilbud projekt indsats ordning mulighed muligheder behandling
	samtale samtaler snak møde møder mødes center centre centeret forening foreninger råd
	advice counselling counseling support group groups service services program programs help guidance
`);

/** Words that begin or end Danish compounds without being a thing of their own; never cut off as a part. */
export const boundParts = wordSet(`
	for over under ud ind op ned til fra af an på be ge mis sam fore efter mod med om ved hen igen gen u gennem mellem
	løs fuld bar hed skab som mæssig agtig vis dom ing ning else ende ede eren erne isk ist tion ment ism tid lig sig
	den det der her man min din sin kan vil har var van tal end men ser del ens ale ann mark all and ene sjæl syn
	når nør syd nord øst vest stor lille ny små høj lav hel halv halve hver alt lige sted stand gang hold alen les
	forbi inden oven neden uden bag bort frem
`);

/** Ends of compounds that name only their form; what such a word is about is its beginning: svømmehold, ventetid. */
export const emptyHeads = wordSet(`
	hold holdet holdene sted stedet steder stederne tid tiden tider gang gangen gange række rækken del delen
`);

/** Stems of further ends that name only how, where or with whom; such a compound is about its beginning: kræftpatient. */
export const formHeads: ReadonlySet<string> = new Set(
	[
		...formWords,
		...wordSet(`
			hus klub plads netværk team linje telefon medarbejder guide patient menneske folk tilfælde problem problematik sag
			situation symptom plage ramt ramte truet truede udsat udsatte præget besvær vanskelighed lidelse lidende syg klinik
			afdeling enhed butik depot uddeling udlevering pulje penge bidrag ansøgning aften dag eftermiddag formiddag morgen
			uge weekend træf arrangement tur spørgsmål emne sted hjørne vogn kasse pose pakke ekspert tid rum stue kreds
			fællesskab tilværelse liv historie oplevelse tanker forening indsatser ydelse
		`),
	].map(stem),
);

/** Names and words that only look like compounds. */
export const wholeWords = wordSet(`
	mandag tirsdag onsdag torsdag fredag lørdag søndag mandagen tirsdagen onsdagen torsdagen fredagen lørdagen søndagen
	mandage tirsdage onsdage torsdage fredage lørdage søndage januar februar september oktober november december
	københavn østerbro nørrebro vesterbro amager valby vanløse brønshøj husum bispebjerg christianshavn sydhavn sydhavnen
	nordvest danmark dansk engelsk frivillig frivillige frivilligt fællesskab forening hverdag sammen måned
	bistand forstand modstand alting ingenting hinanden samtidig alligevel måltid
`);
