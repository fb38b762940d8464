import type { Concept } from './concept.ts';

/** Money, work, benefits, law. */
export const economy: readonly Concept[] = [
	{
		id: 'debt',
		words:
			'gældsrådgivning, gæld, gældsrådgiver, gældssanering, eftergivelse af gæld, gældsråd, kreditor, kreditorer, afdragsordning, debt, debt advice, debt counselling, debt relief',
		cues: 'regning, regninger, uåbnede rudekuverter, rudekuvert, rykker, rykkere, inkasso, RKI, dårlig betaler, skylder penge, skyldner, fogeden, fogedret, udlæg i lønnen, lån, kviklån, lånehaj, kan ikke betale, betale tilbage, restance, restancer, betalingsstandsning, konkurs, økonomisk rod, rod i økonomien, unpaid bills, owe money, loan, bankrupt, collection letters',
		near: 'budget, economic_advice',
	},
	{
		id: 'budget',
		words: 'budget, budgetrådgivning, budgetlægning, budgetvejledning, privatøkonomi, budgeting, money management',
		cues: 'overblik over økonomien, styr på økonomien, styr på pengene, penge slår ikke til, penge rækker ikke, løber tør for penge, få pengene til at slå til, spare op, opsparing, NemKonto, bankkonto, household budget, make ends meet',
		near: 'economic_advice, debt',
	},
	{
		id: 'economic_advice',
		words:
			'økonomisk rådgivning, økonomirådgivning, økonomisk vejledning, økonomihjælp, bankrådgiver, pengetanke, financial advice, financial counselling',
		cues: 'økonomi, økonomien, økonomiske problemer, pengeproblemer, dårlig økonomi, mangler penge, ingen penge, money, money problems, finances',
		near: 'debt, budget, grants',
	},
	{
		id: 'poverty',
		words:
			'fattigdom, lav indkomst, økonomisk trængte, økonomisk pressede, trængte familier, fattig, poverty, low income',
		cues: 'har ikke råd, ikke råd til, ingen penge, fattige, stramt, broke, cannot afford, poor',
		near: 'grants, food_aid, clothes, christmas_aid, economic_advice',
	},
	{
		id: 'grants',
		words:
			'legat, legater, legatansøgning, fondsansøgning, enkeltydelse, økonomisk støtte, økonomisk hjælp, nødhjælp, grant, grants, emergency aid, financial assistance, financial aid',
		cues: 'søge penge, søge fonde, fonde, tilskud, akut økonomisk hjælp, penge til medicin, penge til tandlæge, penge til briller, scholarship, funding for families',
		near: 'poverty, economic_advice',
	},
	{
		id: 'benefits',
		words: 'ydelse, ydelser, Udbetaling Danmark, social benefits, welfare benefits, public assistance',
		kinds:
			'kontanthjælp, førtidspension, folkepension, boligstøtte, ressourceforløb, sygedagpenge, dagpenge, uddannelseshjælp, integrationsydelse, selvforsørgelses- og hjemrejseydelse, overgangsydelse',
		cues: 'overførselsindkomst, bistand, bistandshjælp, pension, boligsikring, trukket i ydelsen, sanktion, jobcenter, ydelsescenter, fleksjob, sygemeldt, welfare, disability pension, food stamps, SNAP, medicaid',
		near: 'benefit_help',
	},
	{
		id: 'assessor',
		words:
			'bisidder, bisidning, bisidderordning, partsrepræsentant, partsrepræsentation, med til mødet, advocate, support at meetings, case advocate',
		cues: 'møde med kommunen, møde på jobcenteret, med til møde, støtte til møder, sidde med til mødet, samtale på kommunen, kommunen lytter ikke, møde med sagsbehandler, someone to come to the meeting',
		near: 'accompaniment, benefit_help',
	},
	{
		id: 'benefit_help',
		words:
			'socialrådgivning, socialrådgiver, rettighedsrådgivning, social vejledning, vejledning om rettigheder, borgerrådgiver, case management, benefits advice, patient advocate',
		cues: 'forstå brev fra kommunen, breve fra kommunen, klage over kommunen, klage over afgørelse, aktindsigt, sagsbehandleren, afgørelse, hvad har jeg krav på, krav på hjælp, rettigheder, know my rights',
		near: 'legal_aid, assessor, letters',
	},
	{
		id: 'job',
		words:
			'beskæftigelse, job, jobsøgning, arbejde, ansættelse, jobcafé, jobmatch, jobklub, virksomhedspraktik, praktikplads, praktik, småjob, jobtræning, lønnede timer, employment, job search, job training, job placement, employment services, internship',
		cues: 'arbejdsløs, ledig, ledighed, arbejdsløshed, uden arbejde, finde arbejde, få et arbejde, i arbejde, ud på arbejdsmarkedet, arbejdsmarkedet, CV, ansøgning til job, jobansøgning, jobsamtale, stilling, opsagt fra job, fyret, unemployed, out of work, resume, find work, job interview, career',
		near: 'job_mentor, social_enterprise',
	},
	{
		id: 'youth_job',
		words:
			'fritidsjob, fritidsjobs, fritidsjobpatrulje, ungejob, lommepengejob, studiejob, youth employment, after-school job, summer jobs for youth',
		cues: 'lommepenge, første job, job efter skole, unge i job, arbejde ved siden af skolen, teen job',
		near: 'job, job_mentor',
	},
	{
		id: 'job_mentor',
		words:
			'jobmentor, virksomhedsmentor, erhvervsmentor, karrierementor, mentor på arbejdspladsen, career mentor, job coach',
		cues: 'en der hjælper på jobbet, fastholde job, støtte på arbejdspladsen',
		near: 'mentor, job',
	},
	{
		id: 'tax_free_card',
		words: 'det sociale frikort, sociale frikort, socialt frikort, frikort, social tax-free card',
		cues: 'tjene lidt, tjene penge uden at blive trukket, uden at blive modregnet, modregning, skattefri indtægt, tjene penge ved siden af kontanthjælp, lille indtægt, earn a little',
		near: 'social_enterprise, job',
	},
	{
		id: 'social_enterprise',
		words:
			'socialøkonomisk virksomhed, socialøkonomisk, socialøkonomi, beskyttet arbejde, værksted, beskæftigelsestilbud, arbejdsfællesskab, social enterprise, sheltered workshop, workshop',
		cues: 'noget at stå op til, meningsfuld beskæftigelse, lidt arbejde, skånejob, arbejdsprøvning, få timer om ugen',
		near: 'job, tax_free_card',
	},
	{
		id: 'volunteering',
		words:
			'frivilligt arbejde, blive frivillig, frivilligcenter, frivilligbørs, frivilligformidling, volunteering, volunteer opportunities',
		cues: 'bidrage, give noget tilbage, hjælpe andre, volunteer',
		near: 'community',
	},
	{
		id: 'education',
		words:
			'uddannelse, ungdomsuddannelse, erhvervsuddannelse, undervisning, voksenundervisning, uddannelsesvejledning, studievejledning, education, classes, adult education, training course',
		kinds: 'FGU, STU, HF, gymnasium, kursus, aftenskole, GED',
		cues: 'tage en uddannelse, i gang med skole, studie, studerende, SU, droppet ud, afsluttende eksamen, 9. klasse, eksamen, læse videre, school, dropped out, student',
		near: 'homework',
	},
	{
		id: 'legal_aid',
		words:
			'retshjælp, advokatvagt, advokathjælp, juridisk rådgivning, juridisk hjælp, gratis advokat, legal aid, legal advice, legal help, lawyer, attorney, legal services',
		cues: 'advokat, jurist, jura, klagesag, klage, anke, ankestyrelsen, lov, retten, retssag, stævning, kontrakt, juridisk, lawsuit, court, appeal, sue, legal, legal rights',
		near: 'benefit_help',
	},
	{
		id: 'tenant_law',
		words:
			'lejerrådgivning, lejeret, lejerforening, lejerhjælp, huslejenævn, beboerklagenævn, tenant rights, landlord tenant, renters rights',
		cues: 'udlejer, lejemål, lejemål opsagt, opsagt af udlejer, opsigelse, depositum, indskud, huslejestigning, skimmelsvamp, fraflytning, landlord, tenant, deposit',
		near: 'eviction, legal_aid',
	},
	{
		id: 'family_law',
		words:
			'familieret, familieretshuset, forældremyndighed, samværssag, skilsmisserådgivning, bodeling, family law, custody, divorce',
		cues: 'skilsmisse, skilt, samvær, statsforvaltningen, ser ikke mine børn, se sine børn, børnebidrag, gå fra hinanden, separeret, brud, child support, visitation rights',
		near: 'legal_aid, divorce_support',
	},
	{
		id: 'tax_help',
		words: 'skattehjælp, skatterådgivning, årsopgørelse, forskudsopgørelse, selvangivelse, tax preparation, tax help',
		cues: 'skat, SKAT, restskat, skattebrev, taxes, tax return',
		near: 'economic_advice, digital_help',
	},
];
