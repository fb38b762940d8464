import type { ObtainingText } from './text.ts';

/** The original: the other languages are translated from this one. Obtaining rests on retssikkerhedsloven § 11 a. */
export const obtaining1da: ObtainingText = {
	kind: 'obtaining',
	version: 'obtaining-1',
	language: 'da',
	direction: 'ltr',
	status: 'draft',
	title: 'Må vi spørge {organisation} om dig?',
	intro: 'Du bestemmer selv. Læs det her, eller få det læst op. Spørg, hvis der er noget, du vil vide.',
	body: [
		{ heading: 'Hvem vil spørge hvem?' },
		{ paragraph: 'Vi er {centre} i {authority}. Hos os er det {caseworker}, der hjælper dig.' },
		{ paragraph: 'Vi vil gerne spørge {organisation} om dig. Det handler om det her tilbud: {offer}.' },
		{ paragraph: '{purpose}' },
		{ heading: 'Det spørger vi om' },
		{ show: 'fields' },
		{ paragraph: 'Vi spørger ikke om andet. Når vi spørger, får de at vide, at vi hjælper dig.' },
		{ heading: 'Du må gerne sige nej' },
		{ paragraph: 'Det koster dig ikke noget at sige nej. Du får stadig al den anden hjælp, du har ret til.' },
		{ heading: 'Så længe gælder dit ja' },
		{ paragraph: 'Dit ja gælder til {expires}. Så stopper det af sig selv.' },
		{ heading: 'Du kan trække dit ja tilbage' },
		{ paragraph: 'Det kan du gøre når som helst. Det er lige så let som at sige ja:' },
		{
			list: [
				'Brug dit link eller koden på dit papir.',
				'Ring til os på {phone}.',
				'Sig det til {caseworker} eller en anden hos os.',
			],
		},
		{
			paragraph:
				'Du skal ikke sige hvorfor. Så spørger vi ikke {organisation} mere. Det ændrer ikke på det, der er sket før.',
		},
		{ heading: 'Vi skriver det ned' },
		{ paragraph: 'Vi skriver ned, hvad du svarer, og hvornår. Vi skriver også, hvem der har forklaret dig det her.' },
		{ heading: 'Dine rettigheder' },
		{
			paragraph:
				'Det er {authority}, der passer på det, vi ved om dig. Du kan få det at se. Du kan bede os rette det eller slette det.',
		},
		{
			paragraph:
				'Er du ikke tilfreds? Så kan du klage til os eller til Datatilsynet. Deres nummer er 33 19 32 00. Du kan også se på datatilsynet.dk.',
		},
	],
	oral: [
		{ instruction: 'Læs højt i roligt tempo. Stop, når borgeren vil spørge. Forklar det, der er svært.' },
		{ paragraph: 'Jeg hedder {caseworker}. Jeg kommer fra {centre} i {authority}.' },
		{ paragraph: 'Jeg vil gerne spørge {organisation} om dig. Det handler om det her tilbud: {offer}.' },
		{ paragraph: '{purpose}' },
		{ paragraph: 'Det her vil jeg spørge om:' },
		{ show: 'fields' },
		{ paragraph: 'Jeg spørger ikke om andet. Når jeg spørger, får de at vide, at vi hjælper dig.' },
		{ paragraph: 'Du bestemmer selv. Siger du nej, får du stadig al den anden hjælp, du har ret til.' },
		{ paragraph: 'Dit ja gælder til {expires}. Så stopper det af sig selv.' },
		{
			paragraph:
				'Du kan trække dit ja tilbage når som helst. Brug linket, ring på {phone}, eller sig det til mig. Du skal ikke sige hvorfor. Så spørger vi ikke {organisation} mere. Det ændrer ikke på det, der er sket før.',
		},
		{ paragraph: 'Jeg skriver ned, hvad du svarer, hvornår du gør det, og at det er mig, der har forklaret det.' },
		{
			paragraph:
				'Det er {authority}, der passer på det, vi ved om dig. Du kan få det at se, og du kan bede os rette det eller slette det. Du kan klage til os eller til Datatilsynet.',
		},
		{ instruction: 'Spørg, om borgeren vil vide mere. Vent på svaret.' },
		{ ask: 'main' },
		{ instruction: 'Vent på et klart ja eller nej. Er du i tvivl om svaret, er det et nej.' },
		{ instruction: 'Skriv svaret ned med det samme. Giv borgeren papiret, eller send linket.' },
	],
	purposes: {
		coordination: 'Så kan vi hjælpe dig bedre. Og du slipper for at fortælle det samme to gange.',
	},
	fields: {
		attendance: 'Om du kommer, og hvornår',
		progress: 'Hvordan det går',
		support: 'Hvad du har brug for hjælp til',
		outcome: 'Hvad der kom ud af det',
	},
	question: {
		ask: 'Må vi spørge {organisation} om det, der står her?',
		yes: 'Ja, det må I',
		no: 'Nej, det må I ikke',
	},
	feedbackQuestion: null,
};
