import type { Concept } from './concept.ts';

/** Children, young people, parents, relatives. */
export const families: readonly Concept[] = [
	{
		id: 'homework',
		words:
			'lektiehjælp, lektiecafé, lektie, lektier, lektiehjælper, lektiehjælp hjemme, lektieguide, studiecafé, homework, homework help, tutoring, tutor, after-school tutoring',
		cues: 'matematik, dansk i skolen, skolearbejde, opgaver, dårlige karakterer, klare skolen, hjælp til skolen, bagud i skolen, opgaver til skolen, aflevering, stil, regneopgaver, math, grades, study help, school work',
		near: 'education, school_absence',
	},
	{
		id: 'school_absence',
		words:
			'skolefravær, skolevægring, ufrivilligt skolefravær, trivsel i skolen, skoleindsats, mobning, klassetrivsel, school absence, bullying, truancy',
		cues: 'går ikke i skole, kommer ikke i skole, vil ikke i skole, pjækker, mobbet, bliver mobbet, holdt udenfor, drillet, bullied, skip school',
		near: 'youth_counselling, homework',
	},
	{
		id: 'new_parents',
		words:
			'småbørn, småbørnsfamilier, småbørnsfamilie, barselscafé, mødregruppe, fædregruppe, babycafé, barsel, nyfødt, spædbarn, baby, babyer, nybagte forældre, gravide, familiestarter, fødsel, doula, legestue, babysalmesang, new parents, infants, toddlers, parent and baby group, playgroup, prenatal, newborn',
		cues: 'lige født, ung mor, ny mor, nybagt mor, græder hele tiden, små børn, barnevogn, amning, amme, ammehjælp, venter barn, skal føde, lille barn, breastfeeding, new mother, new baby',
		near: 'parenting, baby_equipment',
	},
	{
		id: 'parenting',
		words:
			'forældrerådgivning, forældrekursus, forældregruppe, forældrestøtte, familiestøtte, familievejledning, familierådgivning, forældreskab, familievejleder, home-start, parenting, parenting classes, family support, family counselling',
		cues: 'forælder, forældre, opdragelse, råber af børnene, sætte grænser, børn der ikke hører efter, konflikter med teenager, svært at være forælder, skælder ud, teenager, konfliktfyldt familie, parent, discipline',
		near: 'family_friend, new_parents',
	},
	{
		id: 'single_parents',
		words:
			'enlig forsørger, enlige forsørgere, enlig forælder, enlige forældre, eneforsørger, enlig mor, enlige mødre, enlig far, aleneforælder, alenemor, single parent, single mother, single parents',
		cues: 'alene med børn, alene med barn, alene med sine børn, alenefar, mor alene, solomor, single mum, single mom',
		near: 'parenting, family_friend, poverty',
	},
	{
		id: 'family_friend',
		words:
			'venskabsfamilie, venskabsfamilier, familieven, familievenner, bedsteforælder, reservebedste, reservebedsteforældre, bonusbedste, aflastningsfamilie, familiehjælper, støttefamilie, befriending family, family friend, surrogate grandparents',
		cues: 'aflastning, pause fra børnene, familie at spejle sig i, bedsteforældre, hverdagshjælp til familie, ekstra familie, passe børn, børnepasning, barnepige, babysitter, netværk til familie, child care, babysitting, grandparents',
		near: 'mentor, parenting',
	},
	{
		id: 'child_friend',
		words:
			'voksenven, voksenvenner, børneven, børns voksenven, storebror, storesøster, ungementor, venskab med et barn, big brother, big sister, mentor for children',
		cues: 'et barn der mangler en voksen, drengen mangler en far, mangler en voksen, dreng uden far, voksen til barnet, mandlig rollemodel',
		near: 'mentor, family_friend',
	},
	{
		id: 'family_activities',
		words:
			'familieaktiviteter, familiecafé, familieklub, børneklub, familiedag, legeplads, familieudflugt, udflugt, udflugter, børneaktiviteter, weekendaktiviteter, familiespisning, family activities, family day, children’s activities, outing, playground',
		cues: 'noget for hele familien, ud med børnene, lave noget med børnene, weekend med børn, leg, lege, oplevelser med børn, things to do with kids',
		near: 'holiday, leisure',
	},
	{
		id: 'children',
		words: 'børn, barn, skolebørn, kids, children, child',
		kinds: 'drenge, piger, boys, girls, børnehave',
		cues: 'dreng, pige, min søn, min datter, sønnen, datteren, 8 år, 10 år, 12 år, son, daughter, kid',
	},
	{
		id: 'young_people',
		words:
			'unge, ung, ungdom, teenager, teenagere, ungdomsklub, ungehus, ungeindsats, unge voksne, ungdomsskole, klub for unge, youth, young people, teens, young adults, youth centre',
		cues: 'knægt, knægte, ungt menneske, 16 år, 17 år, 18 år, 19 år, fyldt 18, adolescent, teenage',
		near: 'youth_counselling',
	},
	{
		id: 'youth_counselling',
		words:
			'ungerådgivning, ungdomsrådgivning, åben rådgivning for unge, ungelinje, headspace, anonym rådgivning for unge, unge i mistrivsel, mistrivsel, youth counselling, teen counseling',
		cues: 'ung der har det svært, unge der har det svært, ung med problemer, kærestesorg, føle sig forkert, lavt selvværd, selvværd, identitet, præstationspres, low self-esteem',
		near: 'talk, young_people',
	},
	{
		id: 'into_adulthood',
		words:
			'overgang til voksenlivet, fra barn til voksen, overgang fra barn til voksen, tidligere anbragt, tidligere anbragte, anbragt, anbragte, anbringelse, efterværn, plejefamilie, plejebarn, plejebørn, opholdssted, voksenliv, foster care, care leavers, aging out, transition to adulthood',
		cues: 'fyldt 18, flytte hjemmefra, vokset op på institution, på institution, børnehjem, plejefamilien, har været anbragt, stå på egne ben, første lejlighed, mit eget liv, leaving care, foster child, turning 18',
		near: 'mentor, young_people, housing',
	},
	{
		id: 'crime_prevention',
		words:
			'kriminalitetsforebyggelse, kriminalitet, exit, bandeexit, bande, bander, gademedarbejder, gadeplansmedarbejder, konfliktråd, kriminalitetstruet, exitprogram, rocker, ekskriminel, crime prevention, gang, gang exit, violence interruption, diversion program',
		cues: 'ballade, politiet, ud af banden, kriminel, hænger ud på gaden, hænger på gadehjørner, hærværk, dårligt selskab, forkerte venner, sælger hash, utryg, hash på gaden, stjæler, tyveri, trouble with police, wrong crowd',
		near: 'released, mentor',
	},
	{
		id: 'released',
		words:
			'løsladt, løsladelse, løsladte, fængsel, afsoning, indsat, indsatte, tidligere indsat, tidligere indsatte, kriminalforsorg, arresthus, straffet, løsladelsesmentor, straffeattest, re-entry, prisoner, ex-offender, incarcerated, prison',
		cues: 'siddet inde, sidder inde, spjældet, fodlænke, afsonet, dom, dømt, samfundstjeneste, kommer ud af fængslet, ude af fængslet, plettet straffeattest, jail, out of prison, criminal record',
		near: 'crime_prevention, mentor, job',
	},
	{
		id: 'prisoners_families',
		words: 'pårørende til indsatte, børn af indsatte, familier til indsatte, besøg i fængslet, families of prisoners',
		cues: 'far i fængsel, mor i fængsel, far sidder inde, kæresten sidder inde, manden sidder inde, mand i fængsel, parent in prison',
		near: 'relatives, released',
	},
	{
		id: 'relatives',
		words:
			'pårørende, pårørendegruppe, pårørenderådgivning, pårørendecafé, pårørendekursus, netværk for pårørende, relatives, caregivers, caregiver support, family members, carers',
		cues: 'min mand er syg, min søn er syg, min mor er psykisk syg, bekymret for sin søn, bekymret for min datter, passer sin mand, mor til en psykisk syg, ægtefælle, forældre til misbruger, caring for, my husband is sick',
		near: 'talk, self_help',
	},
	{
		id: 'children_relatives',
		words:
			'børn af alkoholikere, børn af misbrugere, børn som pårørende, unge pårørende, voksne børn af alkoholikere, TUBA, opvokset i familie med misbrug, børn af psykisk syge, children of alcoholics, young carers, ACA, Alateen, Al-Anon',
		cues: 'mor drikker, far drikker, forældre der drikker, forældre drikker, mor er psykisk syg, vokset op med misbrug, vokset op med druk, misbrug i familien, druk i familien, parents drink, father drinks',
		near: 'relatives, alcohol',
	},
	{
		id: 'violence',
		words:
			'vold i nære relationer, vold, partnervold, psykisk vold, voldsudsat, voldsramt, voldsramte, voldsudsatte, vold i hjemmet, voldsrådgivning, krisecenter, kvindekrisecenter, krisecentre, stalking, voldelig, domestic violence, domestic abuse, women’s shelter, battered women, intimate partner violence',
		cues: 'slår, bliver slået, slået, slår mig, tæsk, tæver, voldelig mand, voldelig kone, bange for sin mand, bange for sin eks, bange for min kæreste, truet, trusler, jaloux, sladrer, spærret inde, flygte hjemmefra, ekskæreste forfølger, chikane, hits me, abused, abusive, beaten, afraid of my husband',
		near: 'safe_shelter, honour',
	},
	{
		id: 'safe_shelter',
		words:
			'krisecenter, kvindekrisecenter, mandekrisecenter, akut ophold, beskyttet adresse, hemmelig adresse, safe house, women’s refuge, domestic violence shelter',
		cues: 'et sikkert sted, væk hjemmefra, flygtet hjemmefra, flygte fra manden, et sted i sikkerhed, i skjul, safe place, escape',
		near: 'violence, shelter',
	},
	{
		id: 'violent_partner_help',
		words:
			'udøver vold, voldsudøver, voldsudøvere, dialog mod vold, vredeshåndtering, temperament, aggression, alternativ til vold, anger management, batterer intervention',
		cues: 'slår sin kone, slår sin kæreste, mister besindelsen, hidsig, arrig, kan ikke styre sit temperament, vred, vrede, angry, lose my temper',
		near: 'violence',
	},
	{
		id: 'sexual_assault',
		words:
			'seksuelle overgreb, voldtægt, incest, senfølger, seksuelt misbrug, overgreb, krænket, overgrebsramte, sexual assault, rape, sexual abuse, incest survivors',
		cues: 'misbrugt som barn, voldtaget, krænkelse, krænkelser, seksuelt krænket, molested, raped',
		near: 'talk, violence',
	},
	{
		id: 'honour',
		words:
			'æresrelaterede konflikter, social kontrol, negativ social kontrol, tvangsægteskab, ære, genopdragelsesrejse, honour-related violence, forced marriage',
		cues: 'familien bestemmer, må ikke selv bestemme, må ikke have en kæreste, giftes mod sin vilje, tvunget til at gifte sig, overvåget af familien, skam, familiens ære, arranged marriage',
		near: 'violence',
	},
	{
		id: 'divorce_support',
		words:
			'skilsmissegruppe, skilsmissebørn, børn i skilsmisse, skilsmisseramte, skilsmissefamilier, divorce support group, children of divorce',
		cues: 'skilt, skilsmisse, gået fra hinanden, forældre skilt, børn med skilte forældre, gået fra sin mand, brudt familie, divorced, separated',
		near: 'family_law, talk',
	},
	{
		id: 'conflict',
		words: 'konfliktmægling, mægling, konfliktråd, konflikthåndtering, nabomægling, mediation, dispute resolution',
		cues: 'skændes, uvenner, uenige, konflikt, strid, argue, dispute',
		near: 'neighbourhood',
	},
];
