/**
 * What mails say. None names the citizen, the need or the offer: a mail may be read over a shoulder, and by whoever runs
 * the mail server. It says that something waits, and where.
 */
export const mailTexts = {
	referral_sent: {
		subject: 'Der er en ny henvisning til jer',
		body: 'En sagsbehandler vil gerne bygge bro til jer. Log ind, så kan I se, hvem det er, og svare på et minut.',
	},
	referral_reminder: {
		subject: 'En henvisning venter på jeres svar',
		body: 'I har en henvisning, som ingen har svaret på endnu. Det er helt i orden at sige “ikke lige nu” – bare I svarer, så borgeren ikke venter forgæves.',
	},
	referral_answered: {
		subject: 'Der er svar på din henvisning',
		body: 'Organisationen har svaret. Log ind og se, hvad næste skridt er.',
	},
	referral_moved: {
		subject: 'Der er nyt om din henvisning',
		body: 'Organisationen har skrevet, hvordan det går. Log ind og se det.',
	},
	referral_escalated: {
		subject: 'Organisationen har ikke svaret endnu',
		body: 'En af dine henvisninger har ikke fået svar. Ring gerne til organisationen, eller find et andet tilbud.',
	},
	referral_expired: {
		subject: 'En henvisning er udløbet uden svar',
		body: 'Organisationen svarede ikke i tide, så henvisningen er lukket. Borgeren har stadig brug for et tilbud.',
	},
	referral_expired_organisation: {
		subject: 'En henvisning til jer er udløbet',
		body: 'Vi hørte ikke fra jer, så henvisningen er lukket. I behøver ikke gøre noget. Er I fyldt op, så sig det gerne under “Vores tilbud”.',
	},
	referral_withdrawn: {
		subject: 'En henvisning er trukket tilbage',
		body: 'Borgeren eller sagsbehandleren har trukket henvisningen tilbage. I kan ikke længere se oplysningerne. Slet venligst det, I selv har skrevet ned, og kontakt ikke borgeren.',
	},
	referral_ended_by_staff: {
		subject: 'En henvisning er afsluttet',
		body: 'Sagsbehandleren har afsluttet en henvisning til jer. Log ind og se hvorfor.',
	},
	message_received: {
		subject: 'Du har en ny besked',
		body: 'Der er en besked til dig om en henvisning. Log ind og læs den.',
	},
	follow_up_due: {
		subject: 'Det er tid til en opfølgning',
		body: 'Du har planlagt at høre, hvordan det går. Log ind og skriv, hvad du hørte – det tager et minut.',
	},
	handed_over: {
		subject: 'Du har overtaget henvisninger',
		body: 'En kollega har givet henvisninger videre til dig. Log ind og se, hvad der skal gøres.',
	},
	without_caseworker: {
		subject: 'Henvisninger mangler en sagsbehandler',
		body: 'En kollega er ikke længere sagsbehandler i centeret, og der er ingen anden at give henvisningerne til. Log ind og giv dem videre, så snart der er en.',
	},
	invitation: {
		subject: 'Velkommen til Socialkompas',
		body: 'Du er inviteret. Brug linket til at vælge, hvordan du vil logge ind. Det virker i 7 dage og kun én gang.',
	},
	reset: {
		subject: 'Vælg en ny adgangskode',
		body: 'Brug linket til at vælge en ny adgangskode. Det virker i en time og kun én gang. Har du ikke selv bedt om det, så gør ingenting – der er ikke ændret noget.',
	},
	account_changed: {
		subject: 'Din måde at logge ind på er ændret',
		body: 'Var det ikke dig, så sig det til din administrator med det samme.',
	},
	offer_change_answered: {
		subject: 'Der er svar på jeres ændring',
		body: 'Koordinatoren har set på den ændring, I foreslog. Log ind og se svaret.',
	},
	proposals_waiting: {
		subject: 'Forslag til kataloget venter på dig',
		body: 'Organisationer har foreslået noget til kataloget, og det venter på dit ja eller nej.\n\nNye tilbud: {offers}\nÆndringer: {changes}\n\nVi skriver højst om det én gang om dagen.',
	},
	page_report_forwarded: {
		subject: 'Nogen har set en fejl på jeres side',
		body: 'En læser har gjort os opmærksom på noget, der måske er forkert. Log ind og se, hvad det er – I kan selv rette det.',
	},
	offers_confirm: {
		subject: 'Passer det stadig, det vi skriver om jer?',
		body: 'Se jeres tilbud igennem og bekræft dem med ét tryk. I behøver ikke logge ind. Linket virker én gang og er kun til jer.',
	},
	consent_link: {
		subject: 'Vi vil gerne spørge dig om noget',
		body: 'Læs, hvad vi spørger om, og svar ja eller nej. Du bestemmer selv. Linket er kun til dig.',
	},
} as const satisfies Record<string, { subject: string; body: string }>;

export type MailKind = keyof typeof mailTexts;

/** How many there are of what a text speaks of, by the name it has there: `{offers}`. */
export type MailCounts = Readonly<Record<string, number>>;

/** @param link full address @returns the text of the mail, ready to send */
export function mailBody(kind: MailKind, link: string, counts: MailCounts = {}): string {
	const body = mailTexts[kind].body.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(counts[name] ?? 0));
	return `Hej\n\n${body}\n\n${link}\n\nVenlig hilsen\nSocialkompas\n`;
}
