import { between, pick, seeded, shuffled, zipf, type Random } from './random.ts';
import { adjectives, beginnings, endings, everyday, people, things, verbs } from './words.ts';

/*
 * In braces: x, xd, xs one of the put-together words (indefinite, definite, plural), n a noun in the plural, a an
 * adjective, v a verb, g whom it is for, day, hour, few a number.
 */
const body = [
	'Vi mødes hver {day} klokken {hour} til {x} og {x}.',
	'Hos os kan du {v} og {v} sammen med andre {a} mennesker.',
	'{X} er for {g}, men alle er velkomne.',
	'Der er altid {n} på bordet og nogen, der har tid til at {v}.',
	'En frivillig hjælper dig med {n}, {n} og {n}.',
	'Du behøver ikke kunne {v} på forhånd.',
	'Vi begyndte som {x} i en kælder, og nu er vi {few} {a} frivillige.',
	'Mange kommer for at {v} og bliver på grund af {xd}.',
	'Første gang tager en af vores frivillige imod dig og viser rundt i {xd}.',
	'Det koster ikke noget at være med til {x}.',
	'Sammen med {xd} holder vi {xs} om {n} og {n}.',
	'Vi kan også følge med til {x}, hvis det er svært at komme ud ad døren.',
	'Om {daytime} er der {x}, og om {daytime} kan man {v}.',
	'Ingen spørger til din sag, og vi skriver ikke noget ned.',
	'Vi har {a} {n} og {a} {n}, som man må låne med hjem.',
	'Hvis du har brug for hjælp til {n}, så sig det til {xd}.',
	'Man må gerne tage {n} med.',
	'Gruppen er på højst {few} {a} deltagere.',
	'I ferien laver vi {x} og {x} for {g}.',
	'Det er {g}, der selv bestemmer, hvad {xd} skal handle om.',
	'Vi arbejder sammen med kommunen, {xd} og de andre {xs} i bydelen.',
	'Nogle vil {v}, andre vil hellere {v} i fred.',
	'Du kan komme helt ned i gear med {x} og {n}.',
	'Når man har været med et stykke tid, kan man selv blive frivillig i {xd}.',
	'Vores {x} har åbent, også når andre {xs} holder lukket.',
	'Her taler vi om {n}, og her er plads til {a} {n}.',
	'Til {x} lærer du at {v}, {v} og {v}.',
	'Vi hjælper med at {v}, så {n} ikke vokser én over hovedet.',
];

const summaries = [
	'{X} og {x} for {g}',
	'Kom og {v} med andre: {x} hver {day} for {g}',
	'Hjælp til {n} og {n} for {g}',
	'{X}, hvor man kan {v} og møde {a} {n}',
	'En {a} flok, der mødes til {x}',
	'Gratis {x} om {daytime}, for {g}',
];

const eligibility = [
	'Du skal have lyst til at {v}.',
	'For {g}.',
	'Du skal bo i kommunen og kunne være med til {x}.',
	'Alle over 18 år, særligt {g}.',
];

const application = [
	'Ring til os en {day} efter klokken {hour}, så aftaler vi en dag.',
	'Bare mød op. Vi giver kaffe.',
	'Sagsbehandleren henviser, og vi ringer inden for {few} dage.',
	'Skriv en mail om, hvad du gerne vil {v}, så svarer {xd}.',
];

const beliefs = ['Vi tror på {n} og {a} {n}.', 'Alle kan {v}.', 'Ingen skal stå alene med {n}.'];

const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
const daytimes = ['morgenen', 'formiddagen', 'eftermiddagen', 'aftenen', 'vinteren', 'sommeren'];

type Compound = readonly [indefinite: string, definite: string, plural: string];

// The order decides what is frequent: the everyday words first, then a long tail.
const compounds: readonly Compound[] = [
	...shuffled(seeded(2), everyday),
	...shuffled(
		seeded(1),
		beginnings.flatMap((first) => endings.map((forms) => forms.map((form) => first + form) as unknown as Compound)),
	),
];

const drawCompound = zipf(compounds);
const drawThing = zipf(things);
const drawVerb = zipf(verbs);
const drawAdjective = zipf(adjectives);

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Whoever writes about something says its name again and again. */
export interface Writer {
	random: Random;
	/** what the text is about */
	topics: readonly Compound[];
}

/** What offers are is spread wider than the words they use: half are something everyday, half are something else. */
const topic = (random: Random): Compound => pick(random, random() < 0.5 ? everyday : compounds);

export const writer = (random: Random): Writer => ({ random, topics: [topic(random), topic(random)] });

const compound = ({ random, topics }: Writer): Compound =>
	random() < 0.5 ? pick(random, topics) : drawCompound(random);

const slots: Readonly<Record<string, (writer: Writer) => string>> = {
	x: (writer) => compound(writer)[0],
	X: (writer) => capital(compound(writer)[0]),
	xd: (writer) => compound(writer)[1],
	xs: (writer) => compound(writer)[2],
	n: ({ random }) => drawThing(random),
	v: ({ random }) => drawVerb(random),
	a: ({ random }) => drawAdjective(random),
	g: ({ random }) => pick(random, people),
	day: ({ random }) => pick(random, weekdays),
	daytime: ({ random }) => pick(random, daytimes),
	hour: ({ random }) => String(between(random, 9, 19)),
	few: ({ random }) => String(between(random, 4, 40)),
};

const fill = (writer: Writer, template: string): string =>
	template.replaceAll(/\{(\w+)\}/gu, (whole, slot: string) => slots[slot]?.(writer) ?? whole);

const one = (templates: readonly string[]) => (writer: Writer) => fill(writer, pick(writer.random, templates));

/** At most 160 characters. */
export const summary = (writer: Writer): string => one(summaries)(writer).slice(0, 160);
export const eligibilityText = one(eligibility);
export const applicationText = one(application);
export const belief = one(beliefs);

/** `Gældsrådgivning og nabokaffe` */
export const offerName = ({ topics }: Writer): string => capital(topics.map(([indefinite]) => indefinite).join(' og '));

/** `Nabokaféen på hjørnet` */
export const organisationName = ({ random, topics: [topic] }: Writer): string =>
	`${capital(topic?.[1] ?? '')} ${pick(random, ['på hjørnet', 'i gården', 'for alle', 'København', 'i kvarteret'])}`;

/** Four to fourteen sentences: as in real directories about 30 to 110 words. */
export const description = (writer: Writer): string =>
	Array.from({ length: between(writer.random, 4, 14) }, () => one(body)(writer)).join(' ');
