/**
 * What the codes of a citizen's records are called when the citizen reads them: by table and column where it depends on
 * the table, else by column. Only these columns are looked up; what people wrote is shown as they wrote it.
 */
import type { Words } from './subject-access-words.ts';

type Codes = Readonly<Record<string, Words>>;

const states: Codes = {
	draft: { da: 'Kladde', en: 'Draft' },
	sent: { da: 'Sendt', en: 'Sent' },
	seen: { da: 'Set', en: 'Seen' },
	waitlisted: { da: 'På venteliste', en: 'On the waitlist' },
	accepted: { da: 'De har sagt ja', en: 'They said yes' },
	redirect_proposed: { da: 'Et andet tilbud er foreslået', en: 'Another offer was proposed' },
	started: { da: 'I gang', en: 'Under way' },
	completed: { da: 'Gennemført', en: 'Completed' },
	not_completed: { da: 'Stoppet', en: 'Stopped' },
	declined: { da: 'De kunne ikke', en: 'They could not' },
	expired: { da: 'Udløbet', en: 'Expired' },
	withdrawn: { da: 'Trukket tilbage', en: 'Withdrawn' },
	entered_in_error: { da: 'En fejl', en: 'A mistake' },
};

const parties: Codes = {
	staff: { da: 'Kommunen', en: 'The municipality' },
	organisation: { da: 'Organisationen', en: 'The organisation' },
	citizen: { da: 'Dig, med dit link', en: 'You, by your link' },
	system: { da: 'Systemet', en: 'The system' },
};

const declineReasons: Codes = {
	no_capacity: { da: 'Ikke plads', en: 'No room' },
	wrong_target_group: { da: 'Ikke det rette sted for dig', en: 'Not the right place for you' },
	wrong_area: { da: 'For langt væk', en: 'Too far away' },
	language: { da: 'Sproget', en: 'The language' },
	safety: { da: 'Ikke trygt for alle', en: 'Not safe for everyone' },
	other: { da: 'Andet', en: 'Other' },
};

const endReasons: Codes = {
	not_reached: { da: 'De fik ikke fat i dig', en: 'They could not reach you' },
	no_show: { da: 'Du mødte ikke op', en: 'You did not come' },
	citizens_wish: { da: 'Du ønskede det', en: 'You wanted it' },
	moved: { da: 'Du flyttede', en: 'You moved' },
	died: { da: 'Dødsfald', en: 'Death' },
	other: { da: 'Andet', en: 'Other' },
};

const outcomes: Codes = {
	goals_met: { da: 'Målet blev nået', en: 'The goal was met' },
	partly: { da: 'Noget af det blev nået', en: 'It was met in part' },
	moved_on: { da: 'Du gik videre til noget andet', en: 'You moved on to something else' },
	other: { da: 'Andet', en: 'Other' },
};

const helped: Codes = {
	yes: { da: 'Ja, det hjalp', en: 'Yes, it helped' },
	partly: { da: 'Det hjalp noget', en: 'It helped some' },
	no: { da: 'Nej, det hjalp ikke', en: 'No, it did not help' },
	rather_not_say: { da: 'Du ville helst ikke svare', en: 'You would rather not say' },
};

const attendances: Codes = {
	attended: { da: 'Du kommer', en: 'You come' },
	sometimes: { da: 'Du kommer nogle gange', en: 'You come sometimes' },
	no_show: { da: 'Du kommer ikke', en: 'You do not come' },
	not_started: { da: 'Du er ikke begyndt', en: 'You have not begun' },
	unknown: { da: 'Det vidste vi ikke', en: 'We did not know' },
};

const methods: Codes = {
	oral: { da: 'Du sagde det', en: 'You said it' },
	signed_screen: { da: 'Du skrev under på skærmen', en: 'You signed on the screen' },
	signed_paper: { da: 'Du skrev under på papir', en: 'You signed on paper' },
	digital: { da: 'Du svarede med dit link', en: 'You answered by your link' },
};

const consentEvents: Codes = {
	requested: { da: 'Vi spurgte', en: 'We asked' },
	given: { da: 'Ja', en: 'Yes' },
	refused: { da: 'Nej', en: 'No' },
	renewed: { da: 'Ja igen', en: 'Yes again' },
	withdrawn: { da: 'Trukket tilbage', en: 'Withdrawn' },
	expired: { da: 'Udløbet', en: 'Expired' },
	invalidated: { da: 'Gælder ikke længere', en: 'No longer valid' },
};

const consentKinds: Codes = {
	disclosure: { da: 'Vi må fortælle', en: 'We may tell' },
	obtaining: { da: 'Vi må spørge', en: 'We may ask' },
};

const followUps: Codes = {
	first_contact: { da: 'Første kontakt', en: 'First contact' },
	thirty_days: { da: 'Efter 30 dage', en: 'After 30 days' },
	ninety_days: { da: 'Efter 90 dage', en: 'After 90 days' },
};

const actions: Codes = {
	send: { da: 'Henvisningen blev sendt', en: 'The referral was sent' },
	open: { da: 'Organisationen åbnede den', en: 'The organisation opened it' },
	accept: { da: 'Organisationen sagde ja', en: 'The organisation said yes' },
	waitlist: { da: 'Du kom på venteliste', en: 'You were put on the waitlist' },
	decline: { da: 'Organisationen kunne ikke', en: 'The organisation could not' },
	propose: { da: 'Et andet tilbud blev foreslået', en: 'Another offer was proposed' },
	expire: { da: 'Der kom ikke svar i tide', en: 'No answer came in time' },
	start: { da: 'Det gik i gang', en: 'It began' },
	complete: { da: 'Det blev afsluttet', en: 'It was completed' },
	end: { da: 'Det stoppede', en: 'It stopped' },
	confirm: { da: 'Dit svar på, om det hjalp', en: 'Your answer to whether it helped' },
	withdraw: { da: 'Henvisningen blev trukket tilbage', en: 'The referral was withdrawn' },
	mark_error: { da: 'Henvisningen var en fejl', en: 'The referral was a mistake' },
	hand_over: { da: 'En anden medarbejder tog over', en: 'Another person took over' },
	consent_requested: { da: 'Vi spurgte, om vi må fortælle', en: 'We asked whether we may tell' },
	consent_given: { da: 'Du sagde ja til, at vi fortæller', en: 'You said yes to our telling' },
	consent_refused: { da: 'Du sagde nej til, at vi fortæller', en: 'You said no to our telling' },
	consent_renewed: { da: 'Du sagde ja igen', en: 'You said yes again' },
	consent_withdrawn: { da: 'Du trak dit ja tilbage', en: 'You withdrew your yes' },
	consent_expired: { da: 'Dit ja udløb', en: 'Your yes expired' },
	consent_invalidated: { da: 'Dit ja gælder ikke længere', en: 'Your yes no longer counts' },
	obtaining_requested: { da: 'Vi spurgte, om vi må spørge dem', en: 'We asked whether we may ask them' },
	obtaining_given: { da: 'Du sagde ja til, at vi spørger dem', en: 'You said yes to our asking them' },
	obtaining_refused: { da: 'Du sagde nej til, at vi spørger dem', en: 'You said no to our asking them' },
	obtaining_renewed: { da: 'Du sagde igen ja til, at vi spørger dem', en: 'You said yes again to our asking them' },
	obtaining_withdrawn: { da: 'Du trak det ja tilbage', en: 'You withdrew that yes' },
	obtaining_expired: { da: 'Det ja udløb', en: 'That yes expired' },
	obtaining_invalidated: { da: 'Det ja gælder ikke længere', en: 'That yes no longer counts' },
	follow_up_first_contact: { da: 'Vi fulgte op efter den første kontakt', en: 'We followed up on the first contact' },
	follow_up_thirty_days: { da: 'Vi fulgte op efter 30 dage', en: 'We followed up after 30 days' },
	follow_up_ninety_days: { da: 'Vi fulgte op efter 90 dage', en: 'We followed up after 90 days' },
};

/** What an event may carry besides: how something was said, why, or what came of it. */
const results: Codes = {
	...helped,
	...attendances,
	...endReasons,
	...declineReasons,
	...outcomes,
	...methods,
	no_show: { da: 'Du kom ikke', en: 'You did not come' },
	partly: { da: 'Noget', en: 'In part' },
	wrong_citizen: { da: 'Forkert borger', en: 'Wrong citizen' },
	wrong_organisation: { da: 'Forkert organisation', en: 'Wrong organisation' },
	duplicate: { da: 'Den fandtes i forvejen', en: 'It was there already' },
	citizen_said_no: { da: 'Du sagde nej', en: 'You said no' },
	in_person: { da: 'Du sagde det', en: 'You said it' },
	phone: { da: 'Du ringede', en: 'You called' },
	letter: { da: 'Du skrev', en: 'You wrote' },
};

const fields: Codes = {
	given_name: { da: 'Fornavn', en: 'First name' },
	family_name: { da: 'Efternavn', en: 'Last name' },
	phone: { da: 'Telefon', en: 'Phone' },
	email: { da: 'E-mail', en: 'E-mail' },
	language: { da: 'Sprog og behov for tolk', en: 'Language and need of an interpreter' },
	age_band: { da: 'Aldersgruppe', en: 'Age group' },
	safe_contact: { da: 'Hvordan man trygt får fat i dig', en: 'How it is safe to reach you' },
	need: { da: 'Kort om hvorfor', en: 'In short, why' },
	goals: { da: 'Hvad du selv ønsker', en: 'What you want' },
	accompaniment: { da: 'Hvem der går med dig', en: 'Who goes along with you' },
	practical: { da: 'Praktiske behov', en: 'Practical needs' },
	attendance: { da: 'Om du kommer', en: 'Whether you come' },
	progress: { da: 'Hvordan det går', en: 'How it is going' },
	support: { da: 'Hvad du har brug for hjælp til', en: 'What help you need' },
	outcome: { da: 'Hvad der kom ud af det', en: 'What came of it' },
};

const purposes: Codes = {
	accompaniment: { da: 'At en går med dig', en: 'That somebody goes along with you' },
	contact: { da: 'At de kontakter dig', en: 'That they get in touch with you' },
	information: { da: 'At de ved, at du måske kommer', en: 'That they know you may come' },
	coordination: { da: 'At høre, hvordan det går', en: 'To hear how it is going' },
};

export const codeWords: Readonly<Record<string, Codes>> = {
	ageBand: {
		'18-24': { da: '18–24 år', en: '18–24' },
		'25-39': { da: '25–39 år', en: '25–39' },
		'40-64': { da: '40–64 år', en: '40–64' },
		'65+': { da: '65 år eller ældre', en: '65 or older' },
	},
	state: states,
	fromState: states,
	toState: states,
	party: parties,
	sender: parties,
	confirmedBy: parties,
	purpose: purposes,
	declineReason: declineReasons,
	endReason: endReasons,
	outcome: outcomes,
	helped,
	attendance: attendances,
	method: methods,
	event: consentEvents,
	action: actions,
	fields,
	giver: { citizen: { da: 'Dig selv', en: 'Yourself' }, guardian: { da: 'Din værge', en: 'Your guardian' } },
	'consent.kind': consentKinds,
	'consent.status': consentEvents,
	'consent_receipt.kind': consentKinds,
	'follow_up.kind': followUps,
	'referral_event.code': results,
	'mail.kind': { consent_link: { da: 'Dit link', en: 'Your link' } },
	'mail.status': {
		queued: { da: 'Venter på at blive sendt', en: 'Waiting to be sent' },
		sent: { da: 'Sendt', en: 'Sent' },
		kept: { da: 'Gemt, ikke sendt', en: 'Kept, not sent' },
		failed: { da: 'Kom ikke frem', en: 'Did not arrive' },
	},
	'legal_hold.reason': {
		complaint: { da: 'Klage', en: 'Complaint' },
		lawsuit: { da: 'Retssag', en: 'Lawsuit' },
		supervision: { da: 'Tilsyn', en: 'Supervision' },
		archive: { da: 'Arkiv', en: 'Archive' },
	},
	liftedBecause: {
		closed: { da: 'Sagen er slut', en: 'The matter is closed' },
		mistaken: { da: 'Det var en fejl', en: 'It was a mistake' },
		other: { da: 'Andet', en: 'Other' },
	},
};

/** The words for the codes of one column; undefined where no codes stand. */
export const codesOf = (table: string, column: string): Codes | undefined =>
	codeWords[`${table}.${column}`] ?? codeWords[column];
