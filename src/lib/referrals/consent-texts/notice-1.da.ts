import type { NoticeText } from './text.ts';

/** GDPR articles 13 and 14, for the one page that is handed over with the consent. */
export const notice1da: NoticeText = {
	kind: 'notice',
	version: 'notice-1',
	language: 'da',
	direction: 'ltr',
	status: 'draft',
	title: 'Sådan passer vi på det, vi ved om dig',
	body: [
		{ heading: 'Hvem har ansvaret?' },
		{ paragraph: 'Det har {authority}. Du møder os i {centre}. Ring til os på {phone}.' },
		{ paragraph: 'Vi har en person, der holder øje med, at vi passer på det. Skriv til: {dpo}.' },
		{ heading: 'Hvad gemmer vi, og hvorfor?' },
		{
			paragraph:
				'Vi gemmer dit navn, hvordan vi kan nå dig, og hvad vi har aftalt med dig. Det gør vi for at kunne hjælpe dig. Det er en opgave, loven giver os.',
		},
		{ paragraph: 'Vi har fået det fra dig selv eller fra den, der hjælper dig hos os.' },
		{ heading: 'Hvem fortæller vi det til?' },
		{
			paragraph:
				'Har du sagt ja, fortæller vi {organisation} det, du har sagt ja til. De har selv ansvar for at passe på det, de får at vide.',
		},
		{ paragraph: 'Vi sender det ikke ud af EU.' },
		{ heading: 'Hvor længe?' },
		{
			paragraph:
				'{organisation} kan se det hos os, så længe dit ja gælder, og højst {days} dage efter, at det er slut. Loven siger, hvor længe vi selv skal gemme det.',
		},
		{ heading: 'Hvad kan du kræve?' },
		{
			list: [
				'Du kan få at se, hvad vi har om dig, og hvem der har kigget.',
				'Du kan få rettet fejl.',
				'Du kan bede os slette eller holde pause med at bruge det.',
				'Du kan sige fra, hvis du ikke vil have, at vi bruger det.',
				'Du kan få det, du selv har givet os, med dig.',
				'Du kan trække dit ja tilbage når som helst. Det ændrer ikke på det, der er sket før.',
			],
		},
		{ paragraph: 'Ingen maskine bestemmer noget om dig. Det gør mennesker.' },
		{ heading: 'Er du ikke tilfreds?' },
		{
			paragraph:
				'Sig det til os. Du kan også klage til Datatilsynet: Carl Jacobsens Vej 35, 2500 Valby. Ring 33 19 32 00, eller se datatilsynet.dk.',
		},
		{ heading: 'Reglerne' },
		{
			paragraph:
				'Vi hjælper dig efter GDPR artikel 6, stk. 1, litra e, og artikel 9, stk. 2, litra f. Vi fortæller det videre efter dit ja: artikel 6, stk. 1, litra a, og artikel 9, stk. 2, litra a. Det her papir følger artikel 13 og 14.',
		},
	],
};
