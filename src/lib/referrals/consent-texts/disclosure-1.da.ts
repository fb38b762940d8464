import type { DisclosureText } from './text.ts';

/** The original: the other languages are translated from this one. */
export const disclosure1da: DisclosureText = {
	kind: 'disclosure',
	version: 'disclosure-1',
	language: 'da',
	direction: 'ltr',
	status: 'draft',
	title: 'Må vi fortælle {organisation} om dig?',
	intro: 'Du bestemmer selv. Læs det her, eller få det læst op. Spørg, hvis der er noget, du vil vide.',
	body: [
		{ heading: 'Hvem vil fortælle hvad?' },
		{ paragraph: 'Vi er {centre} i {authority}. Hos os er det {caseworker}, der hjælper dig.' },
		{ paragraph: 'Vi vil gerne fortælle {organisation} noget om dig. Det handler om det her tilbud: {offer}.' },
		{ paragraph: '{purpose}' },
		{ heading: 'Det får de at vide' },
		{ show: 'fields' },
		{ paragraph: 'Vi fortæller dem ikke andet. De får aldrig dit CPR-nummer af os.' },
		{ heading: 'Du må gerne sige nej' },
		{ paragraph: 'Det koster dig ikke noget at sige nej. Du får stadig al den anden hjælp, du har ret til.' },
		{ heading: 'Må de fortælle os, hvordan det går?' },
		{ paragraph: 'Det spørger vi dig om for sig. Du kan sige ja til det ene og nej til det andet.' },
		{
			paragraph:
				'Siger du ja, må {organisation} fortælle os, om du kommer, hvordan det går, og hvad der kom ud af det. Siger du nej, må de kun fortælle os, om de kan tage imod dig, om I er gået i gang, og kort hvordan det endte.',
		},
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
				'Du skal ikke sige hvorfor. Så kan {organisation} ikke længere se det, vi har delt. Det ændrer ikke på det, der er sket før.',
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
		{ paragraph: 'Jeg vil gerne fortælle {organisation} noget om dig. Det handler om det her tilbud: {offer}.' },
		{ paragraph: '{purpose}' },
		{ paragraph: 'Det her vil jeg fortælle dem:' },
		{ show: 'fields' },
		{ paragraph: 'Jeg fortæller ikke andet. De får aldrig dit CPR-nummer af os.' },
		{ paragraph: 'Du bestemmer selv. Siger du nej, får du stadig al den anden hjælp, du har ret til.' },
		{ paragraph: 'Dit ja gælder til {expires}. Så stopper det af sig selv.' },
		{
			paragraph:
				'Du kan trække dit ja tilbage når som helst. Brug linket, ring på {phone}, eller sig det til mig. Du skal ikke sige hvorfor. Så kan {organisation} ikke længere se det, vi har delt. Det ændrer ikke på det, der er sket før.',
		},
		{ paragraph: 'Jeg skriver ned, hvad du svarer, hvornår du gør det, og at det er mig, der har forklaret det.' },
		{
			paragraph:
				'Det er {authority}, der passer på det, vi ved om dig. Du kan få det at se, og du kan bede os rette det eller slette det. Du kan klage til os eller til Datatilsynet.',
		},
		{ instruction: 'Spørg, om borgeren vil vide mere. Vent på svaret.' },
		{ ask: 'main' },
		{ instruction: 'Vent på et klart ja eller nej. Er du i tvivl om svaret, er det et nej.' },
		{
			paragraph:
				'Så spørger jeg om noget andet. Siger du ja, må {organisation} fortælle os, om du kommer, hvordan det går, og hvad der kom ud af det. Siger du nej, må de kun fortælle os, om de kan tage imod dig, om I er gået i gang, og kort hvordan det endte.',
		},
		{ ask: 'feedback' },
		{ instruction: 'Skriv svarene ned med det samme. Giv borgeren papiret, eller send linket.' },
	],
	purposes: {
		accompaniment: 'Så kan de tage godt imod dig, når du kommer. En går med dig derhen.',
		contact: 'Så kan de kontakte dig og aftale med dig, hvordan I kommer i gang.',
		information: 'Så ved de, at du måske kommer. De kontakter dig ikke.',
	},
	fields: {
		given_name: 'Dit fornavn',
		family_name: 'Dit efternavn',
		phone: 'Dit telefonnummer',
		email: 'Din e-mail',
		language: 'Dit sprog, og om du har brug for tolk',
		age_band: 'Din aldersgruppe, for eksempel 25-39 år',
		safe_contact: 'Hvordan og hvornår man trygt kan få fat i dig',
		need: 'Kort om, hvorfor vi spørger dem',
		goals: 'Hvad du selv ønsker',
		accompaniment: 'Hvem der går med dig, hvornår, og hvor I mødes',
		practical: 'Praktiske ting, for eksempel kørestol',
	},
	question: {
		ask: 'Må vi fortælle {organisation} det, der står her?',
		yes: 'Ja, det må I',
		no: 'Nej, det må I ikke',
	},
	feedbackQuestion: {
		ask: 'Må {organisation} fortælle os, hvordan det går?',
		yes: 'Ja, det må de',
		no: 'Nej, det må de ikke',
	},
};
