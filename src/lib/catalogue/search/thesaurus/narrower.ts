import type { Concept } from './concept.ts';

/** Things that people name apart, though offers of them stand beside others. */
export const narrower: readonly Concept[] = [
	{
		id: 'furniture',
		words:
			'møbler, startmøbler, møbelhjælp, møbellager, gratis møbler, brugte møbler, indbo, boligpakke, hårde hvidevarer, køkkenudstyr, furniture, furniture bank, household goods',
		cues: 'seng, madras, sofa, bord og stole, køleskab, komfur, gryder, tallerkener, gardiner, tom lejlighed, sover på gulvet, mangler møbler, mangler en seng, indrette sig, mattress, bed frame, fridge',
		near: 'moving_help, second_hand',
	},
	{
		id: 'clutter',
		words:
			'oprydning, oprydningshjælp, ryddehold, rydde op i boligen, samlermani, hoarding, hovedrengøring, decluttering',
		cues: 'rydde op, roder, roder derhjemme, rod i lejligheden, kan ikke smide ud, samler på alt, lejligheden er groet til, beskidt lejlighed, beskidt hjem, gør ikke rent, skrald i lejligheden, ting overalt, messy home',
		near: 'housing_support',
	},
	{
		id: 'childcare',
		words:
			'børnepasning, passe børn, passer børn, børnepasser, babysitter, barnepige, aflastning, aflastningsophold, weekendaflastning, fripladser, child care, childcare, babysitting',
		cues: 'ingen til at passe børnene, passet børn, passe mit barn, få fri fra børnene, barnefri, pause fra børnene, vuggestue, dagpleje, kan ikke få passet børn',
		near: 'family_friend, single_parents',
	},
	{
		id: 'mould',
		words: 'skimmel, skimmelsvamp, fugt, fugtskader, indeklima, mould, mold, damp',
		cues: 'fugt på væggen, sorte pletter på væggen, syg af lejligheden, utæt tag, våd lejlighed, koldt i lejligheden',
		near: 'tenant_law',
	},
	{
		id: 'sleep',
		words: 'søvnløshed, søvnproblemer, søvnskole, søvnkursus, insomnia, sleep problems',
		cues: 'kan ikke sove, sover ikke, sover dårligt, ligger vågen, vågen om natten, får ikke sovet, mareridt',
		near: 'stress, crisis_line, anxiety',
	},
	{
		id: 'overview',
		words:
			'foreningsguide, overblik over tilbud, find et tilbud, frivilligcenter, vejviser til foreninger, én indgang, information and referral, referral services',
		cues: 'hvad findes der, hvilke tilbud findes, kender ikke tilbuddene, hvor skal jeg henvende mig, hvem kan hjælpe mig videre, find ud af hvad der findes, where to go for help',
		near: 'volunteering',
	},
	{
		id: 'veterans',
		words: 'veteran, veteraner, veterancafé, soldaterhjem, krigsveteran, veterans, veteran services',
		cues: 'udsendt, hjemvendt soldat, Afghanistan, Irak, soldat, military',
		near: 'trauma',
	},
	{
		id: 'crime_victims',
		words: 'offerrådgivning, hjælp til ofre, ofre for forbrydelser, victim support, crime victims',
		cues: 'overfaldet, overfald, røveri, indbrud, bestjålet, udsat for vold på gaden, udsat for en forbrydelse, offer for kriminalitet, mugged, robbed',
		near: 'legal_aid, talk',
	},
	{
		id: 'transport_help',
		words: 'kørsel, kørselsordning, patientbefordring, handicapkørsel, flextrafik, transportation, rides',
		cues: 'køre til hospitalet, køre mig, transport til lægen, kan ikke tage bussen, rejsekort, råd til bussen, bus pass, ride to doctor',
		near: 'accompaniment',
	},
	{
		id: 'dementia',
		words:
			'demens, demensramt, demensramte, demenscafé, demensven, demenssygdom, alzheimer, alzheimers, hukommelsessvigt, dementia',
		near: 'relatives, chronic_illness, visiting_friend, older_people',
	},
	{
		id: 'cancer',
		words: 'kræft, kræftramt, kræftramte, kræftpatient, kræftsygdom, kræftrådgivning, cancer, cancer support',
		near: 'chronic_illness, talk, relatives',
	},
	{
		id: 'brain_injury',
		words: 'hjerneskade, hjerneskadet, hjerneskadede, erhvervet hjerneskade, brain injury, stroke',
		near: 'chronic_illness, disability, relatives',
	},
	{
		id: 'work_rights',
		words:
			'fagforening, lønseddel, lønkrav, løntjek, ansættelsesret, arbejdsret, ansættelseskontrakt, overenskomst, labour rights, wage theft',
		cues: 'løn for mit arbejde, boss does not pay',
		near: 'legal_aid, job',
	},
];
