import type { Concept } from './concept.ts';

/** A roof, food, clothes, a bath. */
export const home: readonly Concept[] = [
	{
		id: 'homelessness',
		words:
			'hjemløshed, hjemløs, hjemløse, mennesker i hjemløshed, gadeplan, gadeplansarbejde, gadesygeplejerske, funktionel hjemløs, sofasover, sofasurfer, homeless, homelessness, street outreach',
		cues: 'på gaden, bor på gaden, sover på gaden, sover ude, gaden, ingen steder at bo, uden bolig, uden tag over hovedet, bor i bil, sover i opgange, sover på en sofa, sover hos venner, posefolk, vagabond, husvild, rough sleeper, living in car, street people',
		near: 'shelter, drop_in, housing',
	},
	{
		id: 'shelter',
		words:
			'herberg, herberger, forsorgshjem, nødherberg, nødovernatning, natvarmestue, natcafé, natvarme, overnatning, sovesal, midlertidigt botilbud, § 110, § 110-tilbud, shelter, night shelter, emergency shelter, overnight shelter, homeless shelter',
		cues: 'sove, overnatte, et sted at sove, sted at sove, sovested, seng for natten, tag over hovedet, natten, akut overnatning, smidt ud, ingen steder at sove, kolde nætter, place to sleep, bed for the night, somewhere to sleep',
		near: 'homelessness, emergency_housing',
	},
	{
		id: 'emergency_housing',
		words:
			'akut bolig, akutbolig, midlertidig bolig, midlertidigt ophold, udslusningsbolig, opgangsfællesskab, bofællesskab, overgangsbolig, startbolig, ungdomsbolig, kollegium, transitional housing, temporary housing, supportive housing',
		cues: 'smidt ud, mistet sin bolig, ingen bolig, midlertidigt, rapid rehousing',
		near: 'housing, shelter',
	},
	{
		id: 'drop_in',
		words:
			'værested, varmestue, værestedet, caféværested, dagvarmestue, kontaktsted, social café, drop-in, åbent hus, åbent værested, drop-in centre, day centre, day shelter',
		cues: 'sted at være om dagen, varmen, komme ind i varmen, kop kaffe, sidde lidt, somewhere warm',
		near: 'cafe, community',
	},
	{
		id: 'hygiene',
		words:
			'bad, bademulighed, brusebad, vasketøj, tøjvask, vaskemaskine, badefaciliteter, hygiejne, shower, showers, laundry, hygiene items',
		cues: 'vaske tøj, tage et bad, få et bad, blive vasket, toilet, rent tøj, ren, wash clothes, take a shower, diapers',
		near: 'drop_in',
	},
	{
		id: 'housing',
		words:
			'bolig, egen bolig, boligsøgning, boligrådgivning, boligsocial, boligstøtte til indskud, boliganvisning, boligformidling, husvejledning, housing, housing assistance, affordable housing, rental assistance',
		cues: 'lejlighed, værelse, finde et sted at bo, sted at bo, et sted at bo, flytte hjemmefra, bo alene, venteliste til bolig, boligselskab, boligkø, skrives op, almen bolig, apartment, find a place to live, room',
		near: 'housing_support, eviction',
	},
	{
		id: 'eviction',
		words:
			'udsættelse, fogedudsættelse, udsættelser, udsat af bolig, forebyggelse af udsættelser, huslejerestance, eviction, eviction prevention, rent arrears',
		cues: 'sat ud, sættes ud, smidt ud af lejligheden, huslejen, husleje, kan ikke betale husleje, bagud med huslejen, ophævet lejemål, opsagt lejemål, lejemål opsagt, mister lejligheden, mister sin bolig, miste sit hjem, kicked out, behind on rent, lose my home',
		near: 'tenant_law, debt, housing_support',
	},
	{
		id: 'housing_support',
		words:
			'bostøtte, fastholdelse i egen bolig, støtte i egen bolig, støtte i hjemmet, boligstarthjælp, hverdagsstøtte, hjemmevejleder, bosocial, hjælp til at få hverdagen til at fungere, housing first, tenancy support, independent living',
		cues: 'første egen bolig, ny lejlighed, rod derhjemme, rydde op, oprydning, samler ting, hoarding, hjemmet roder, holde på sin bolig, holde fast i boligen, passe sin bolig, clean up, keep my home',
		near: 'housing, moving_help',
	},
	{
		id: 'moving_help',
		words:
			'flyttehjælp, flytning, møbler, møbelhjælp, indbo, boligpakke, startpakke, hårde hvidevarer, udstyr til bolig, furniture, furniture bank, household goods, moving help',
		cues: 'flytte, flyttekasser, bil til flytning, sofa, køleskab, tom lejlighed, mangler møbler, gryder, tallerkener, mattress, fridge',
		near: 'second_hand, handyman',
	},
	{
		id: 'handyman',
		words: 'praktisk hjælp, småreparationer, altmuligmand, handyman, håndværkerhjælp, home repair, minor repairs',
		cues: 'sætte en lampe op, hænge gardiner op, bore, skifte en pære, samle et møbel, IKEA, reparere, hjælp i hjemmet, havehjælp, fix',
		near: 'moving_help',
	},
	{
		id: 'food_aid',
		words:
			'fødevarehjælp, madhjælp, madpose, madposer, fødevarebank, fødevareuddeling, maduddeling, madpakker, madkasse, fødevarekasse, uddeling af mad, food bank, food pantry, food parcels, food distribution, groceries, free food',
		kinds: 'overskudsmad',
		cues: 'mad, ingen mad, sulten, tomt køleskab, mangler mad, penge til mad, madvarer, dagligvarer, gratis mad, noget at spise, råd til mad, food, hungry, something to eat, meals',
		near: 'meals, poverty',
	},
	{
		id: 'meals',
		words:
			'fællesspisning, suppekøkken, folkekøkken, spisefællesskab, varmt måltid, gratis måltid, spis sammen, social spisning, langbord, madfællesskab, soup kitchen, hot meals, community dinner, free meals',
		kinds: 'morgenmad, morgenbord, aftensmad, frokost, middag, breakfast',
		cues: 'spise, spise sammen, varm mad, spiser alene, måltid, aftensmad sammen, suppe, eat together, dinner, lunch',
		near: 'community, cooking',
	},
	{
		id: 'clothes',
		words:
			'tøj, tøjhjælp, tøjbutik, gratis tøj, tøjuddeling, tøjdepot, vintertøj, børnetøj, babytøj, overtøj, flyverdragt, sko, clothes, clothing, clothing bank, winter coats',
		cues: 'fryser, jakke, varmt tøj, bukser, vinterstøvler, soveposer, sovepose, undertøj, arbejdstøj, something to wear, shoes, coat',
		near: 'second_hand, baby_equipment',
	},
	{
		id: 'baby_equipment',
		words:
			'babyudstyr, barnevogn, barneseng, børneudstyr, klapvogn, startpakke til nyfødte, legetøj, diapers, baby supplies, crib, stroller, car seats',
		cues: 'bleer, modermælkserstatning, tremmeseng, ting til baby, ting til den nyfødte, udstyr til baby, baby clothes, formula',
		near: 'clothes, new_parents',
	},
	{
		id: 'second_hand',
		words:
			'genbrug, genbrugsbutik, byttebutik, byttecentral, gratisbutik, byttemarked, loppemarked, tøjbytte, genbrugsbutikker, thrift store, second-hand, swap shop',
		cues: 'billige ting, billigt tøj, brugte ting, brugte møbler, aflevere brugt tøj, cheap furniture, used clothes',
		near: 'clothes, moving_help',
	},
	{
		id: 'repair',
		words:
			'reparation, reparationscafé, repair café, cykelværksted, cykelreparation, systue, syværksted, lappe, fikse, bicycle repair',
		cues: 'cyklen er gået i stykker, punkteret, lappe cykel, ødelagt, gå i stykker, få repareret, symaskine, lynlås, broken bike',
		near: 'second_hand',
	},
	{
		id: 'christmas_aid',
		words:
			'julehjælp, julekurv, julegaver, juleaften, julemad, julegavehjælp, juleuddeling, christmas help, holiday assistance, toys for christmas',
		cues: 'jul, julen, december, gaver til børnene, juletræ, alene juleaften, alene i julen, holde jul, christmas, holiday gifts',
		near: 'poverty, food_aid',
	},
	{
		id: 'holiday',
		words:
			'ferielejr, feriehjælp, familieferie, sommerferie, sommerlejr, ferieophold, feriekoloni, koloni, sommerophold, gratis ferie, holiday camp, summer camp',
		cues: 'ferie, råd til ferie, ud at rejse, oplevelser i ferien, sommeren, børn på ferie, skoleferie, efterårsferie, vinterferie, vacation',
		near: 'family_activities, poverty',
	},
];
