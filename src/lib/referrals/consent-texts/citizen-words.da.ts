/** The fixed words of the citizen's page and of the printed paper. This is the original; the others are translations. */
export const wordsDa = {
	// the state of the words themselves
	text_draft: 'Udkast. En person har ikke godkendt teksten endnu.',
	text_draft_translation: 'Udkast til oversættelse. En person har ikke godkendt den endnu.',

	// around the page
	choose_language: 'Vælg sprog',
	page_title_ask: 'Vi vil gerne spørge dig om noget',
	page_title_status: 'Din kontakt med {organisation}',
	private_link: 'Linket er kun til dig. Giv det ikke til andre.',
	link_unknown_title: 'Linket virker ikke',
	link_unknown: 'Linket er forkert, eller det er for gammelt. Ring til os, så hjælper vi dig.',
	questions_call: 'Har du spørgsmål? Ring til os på {phone}.',
	read_rights: 'Læs om dine rettigheder',
	print: 'Print',
	back: 'Tilbage',
	send_answer: 'Send mit svar',

	// answering
	yes: 'Ja',
	no: 'Nej',
	your_answer: 'Dit svar',
	confirm_yes_question: 'Er det rigtigt, at du siger ja?',
	confirm_no_question: 'Er det rigtigt, at du siger nej?',
	confirm_yes: 'Ja, jeg siger ja',
	confirm_no: 'Ja, jeg siger nej',
	error_summary: 'Der mangler noget',
	error_answer_missing: 'Vælg ja eller nej.',
	error_name_missing: 'Skriv dit navn.',
	error_already_answered: 'Der er allerede svaret. Se svaret her på siden.',
	error_question_changed: 'Vi har lavet spørgsmålet om. Dit svar er ikke gemt. Læs det igen, og svar så.',
	error_try_again: 'Det gik galt hos os. Dit svar er ikke gemt. Prøv igen om lidt, eller ring til os.',
	given_done: 'Tak. Du har sagt ja. Du kan altid trække dit ja tilbage her på siden.',
	refused_done:
		'Du har sagt nej. Vi fortæller ikke {organisation} noget. Du får stadig al den anden hjælp, du har ret til.',
	refused_done_obtaining:
		'Du har sagt nej. Vi spørger ikke {organisation} om dig. Du får stadig al den anden hjælp, du har ret til.',
	changed_mind: 'Har du skiftet mening? Så kan du sige ja her.',

	// withdrawing
	withdraw: 'Træk mit ja tilbage',
	withdraw_question: 'Vil du trække dit ja tilbage?',
	withdraw_explained:
		'Så kan {organisation} ikke længere se det, vi har delt. Du får stadig al den anden hjælp, du har ret til.',
	withdraw_explained_obtaining:
		'Så spørger vi ikke {organisation} mere. Du får stadig al den anden hjælp, du har ret til.',
	withdraw_confirm: 'Ja, træk det tilbage',
	withdraw_keep: 'Nej, behold mit ja',
	withdrawn_done: 'Du har trukket dit ja tilbage. {organisation} kan ikke længere se dine oplysninger.',
	withdrawn_done_obtaining: 'Du har trukket dit ja tilbage. Vi spørger ikke {organisation} mere.',

	// where the consent is
	consent_heading: 'Dit svar til os',
	consent_requested: 'Vi venter på dit svar.',
	consent_given: 'Du sagde ja den {date}. Dit ja gælder til {expires}.',
	consent_renewed: 'Du sagde ja igen den {date}. Dit ja gælder til {expires}.',
	consent_refused: 'Du sagde nej den {date}.',
	consent_withdrawn: 'Du trak dit ja tilbage den {date}.',
	consent_expired: 'Dit ja gjaldt til {expires}. Det er stoppet.',
	consent_invalidated: 'Dit ja gælder ikke. Vi har taget det ud, fordi der var en fejl.',
	feedback_allowed: '{organisation} må fortælle os, hvordan det går.',
	feedback_not_allowed: '{organisation} må ikke fortælle os, hvordan det går.',

	// where the referral is
	status_heading: 'Hvor langt er det?',
	status_draft: 'Vi har ikke sendt noget endnu.',
	status_sent: 'Vi har spurgt {organisation}. De har ikke set det endnu.',
	status_seen: '{organisation} har set det. De har ikke svaret endnu.',
	status_accepted: '{organisation} har sagt ja. De er klar til dig.',
	status_waitlisted: 'Du er på venteliste hos {organisation}.',
	status_declined:
		'{organisation} kan ikke tage imod dig lige nu. Det er ikke din skyld. Vi finder en anden vej sammen.',
	status_redirect_proposed: '{organisation} foreslår noget andet. Vi taler med dig om det, før der sker mere.',
	status_expired: '{organisation} har ikke svaret. Vi finder en anden vej sammen.',
	status_started: 'Du er i gang hos {organisation}.',
	status_completed: 'Det er slut hos {organisation}.',
	status_not_completed: 'Det er stoppet hos {organisation}. Du kan altid tale med os om det.',
	status_withdrawn: 'Det er stoppet. {organisation} kan ikke længere se noget om dig hos os.',
	status_entered_in_error: 'Det her var en fejl. Vi har stoppet det.',
	status_since: 'Siden {date}',
	expected_on: 'Der er måske plads fra {date}.',
	contact_by: 'De kontakter dig senest {date}.',

	// what came of it
	helped_question: 'Hjalp det?',
	helped_why: 'Dit svar hjælper os med at blive bedre. Du behøver ikke svare.',
	helped_yes: 'Ja',
	helped_partly: 'Lidt',
	helped_no: 'Nej',
	helped_rather_not_say: 'Det vil jeg helst ikke sige',
	helped_thanks: 'Tak for dit svar.',

	// what was shared with whom
	shared_heading: 'Det har vi delt',
	shared_with: 'Delt med {organisation} den {date}',
	shared_will: 'Det deler vi med {organisation}, hvis du siger ja',
	shared_nothing: 'Vi har ikke delt noget.',
	shared_ended: 'De kan ikke længere se det.',
	obtained_heading: 'Det må vi spørge om',

	// the paper
	paper_title: 'Dit papir om dit ja',
	paper_keep: 'Gem papiret. Du kan bruge det, hvis du vil trække dit ja tilbage.',
	paper_qr: 'Scan koden med en telefon. Så kan du se dit svar eller trække det tilbage.',
	paper_how_to_withdraw: 'Sådan trækker du dit ja tilbage',
	paper_sign_here: 'Skriv under her',

	// labels
	label_who: 'Hvem',
	label_what: 'Hvad',
	label_why: 'Hvorfor',
	label_where: 'Hvor',
	label_when: 'Hvornår',
	label_organisation: 'Organisation',
	label_offer: 'Tilbud',
	label_contact_person: 'Din kontakt',
	label_caseworker: 'Den, der hjælper dig hos os',
	label_centre: 'Vores sted',
	label_phone: 'Telefon',
	label_email: 'E-mail',
	label_address: 'Adresse',
	label_link: 'Link',
	label_date: 'Dato',
	label_given_at: 'Du svarede den',
	label_expires_at: 'Gælder til',
	label_language: 'Sprog',
	label_method: 'Sådan svarede du',
	label_explained_by: 'Forklaret af',
	label_interpreter: 'Tolk',
	label_witness: 'Vidne',
	label_guardian: 'Værge',
	label_name: 'Navn',
	label_signature: 'Underskrift',
	label_text_version: 'Tekst nummer',
	method_oral: 'Mundtligt',
	method_signed_screen: 'Underskrevet på skærm',
	method_signed_paper: 'Underskrevet på papir',
	method_digital: 'Med dit link',
	interpreter_yes: 'Ja, der var tolk',
	interpreter_no: 'Nej, der var ikke tolk',
	guardian_decides: 'En værge svarer for dig.',

	// receipts
	receipt_heading: 'Dine kvitteringer',
	receipt_title: 'Kvittering',
	receipt_show: 'Se kvitteringen fra {date}',
	receipt_code: 'Kode på kvitteringen',
	receipt_check:
		'Vil nogen vide, om kvitteringen er ægte? Så kan de skrive koden på siden her eller scanne den. De kan ikke se dit navn, og hvad du har sagt ja til.',
	receipt_agreed: 'Det handler om',
	receipt_keep: 'Gem kvitteringen. Den viser, hvad du har svaret.',

	// saying yes for another year
	renew: 'Sig ja i et år til',
	renew_question: 'Vil du sige ja i et år til?',
	renew_explained:
		'Så gælder dit ja til {expires}. Det er de samme oplysninger som før. Du kan stadig trække dit ja tilbage når som helst.',
	renew_confirm: 'Ja, i et år til',
	renew_keep: 'Nej, lad det stoppe',

	// who has looked
	seen_heading: 'Hvem har set noget om dig?',
	seen_intro: 'Vi skriver, hvilken rolle de har, og hvornår det var.',
	seen_staff: 'En medarbejder i kommunen',
	seen_organisation: 'En kontakt i organisationen',
	seen_citizen: 'Dig, med dit link',
	seen_system: 'Vores system, af sig selv',
} as const satisfies Record<string, string>;

export type CitizenWord = keyof typeof wordsDa;
export type CitizenWords = Readonly<Record<CitizenWord, string>>;
