import type { Concept } from './concept.ts';

/** Other people: company, companions, leisure. */
export const community: readonly Concept[] = [
	{
		id: 'loneliness',
		words:
			'ensomhed, ensom, ensomme, social isolation, isoleret, ufrivilligt alene, loneliness, lonely, isolated, socially isolated',
		cues: 'alene, er alene, føler sig alene, altid alene, ingen venner, ingen netværk, intet netværk, lille netværk, snakker ikke med nogen, kender ingen, sidder alene, sidder derhjemme, kommer ikke ud, mangler venner, savner selskab, selskab, få venner, no friends, alone, company',
		near: 'visiting_friend, community, meals, cafe',
	},
	{
		id: 'community',
		words:
			'fællesskab, fællesskaber, netværk, samvær, socialt samvær, mødested, medborgerhus, beboerhus, kulturhus, kvarterhus, sammenhold, aktivitetshus, community, social network, community centre, social activities, community center',
		cues: 'møde andre mennesker, møde mennesker, være sammen med andre, socialt, lære folk at kende, komme ud blandt andre, komme ud, meet people, belong, social life',
		near: 'cafe, meals',
	},
	{
		id: 'cafe',
		words: 'café, cafeen, snakkecafé, kaffeklub, kaffestue, mandagscafé, samværscafé, coffee morning, social café',
		kinds: 'banko, brætspil, sprogcafé',
		cues: 'kaffe, hyggeligt, hygge, kop kaffe, sludder, spille kort, søndagskaffe, coffee, chat over coffee',
		near: 'community, drop_in',
	},
	{
		id: 'visiting_friend',
		words:
			'besøgsven, besøgsvenner, besøgstjeneste, besøgsvenordning, hjemmebesøg, telefonven, telefonstjerne, ringeven, besøgshund, besøgsvært, tryghedsopkald, visiting friend, befriending, friendly visitor, home visits, companionship',
		cues: 'få besøg, besøg, besøge, nogen der kommer forbi, en der kommer på besøg, kommer ikke hjemmefra, kan ikke komme ud, hjemmebundet, homebound, visit, visitor',
		near: 'loneliness',
	},
	{
		id: 'accompaniment',
		words:
			'følgeskab, ledsager, ledsagelse, ledsage, følgeven, følgevenner, følge til, brobygning, brobygger, brobyggere, social brobygger, går med, tage med, socialt følgeskab, accompaniment, escort to appointments, link worker, companion to appointments',
		cues: 'følge, følges, følges med, følge til læge, med til lægen, følge til hospitalet, gå med, gå med til, en der går med, tage med til, komme afsted, tør ikke gå alene, lære at tage bussen, hente og bringe, go with me, come along',
		near: 'assessor, mentor',
	},
	{
		id: 'mentor',
		words:
			'mentor, mentorer, mentorordning, mentorforløb, mentorstøtte, coach, coaching, voksenven, støtteperson, livsmentor, rollemodel, rollemodeller, mentoring, mentorship, role model',
		cues: 'en voksen at støtte sig til, en fast voksen, voksen rollemodel, en at spejle sig i, vejledning i livet, guide, personlig støtte, someone to look up to',
		near: 'accompaniment',
	},
	{
		id: 'going_out',
		words:
			'ud af isolationen, små skridt, hjælp til at komme ud, gåven, aktivitetsven, kulturven, idrætsven, sportsven, foreningsguide, foreningsvejledning, fritidsguide, fritidsvejledning, fritidsvejleder, activity companion',
		cues: 'tør ikke gå ud, kommer ikke ud, komme ud af døren, nogen at følges med, en at gå til noget med, bange for at gå ud',
		near: 'accompaniment, community',
	},
	{
		id: 'neighbourhood',
		words:
			'naboskab, nabo, naboer, nabohjælp, beboerforening, beboerdemokrati, beboerhus, boligområde, lokalområde, afdelingsbestyrelse, områdefornyelse, byttetjenester, neighbourhood, neighbours, neighbourhood network, residents association',
		cues: 'ny i området, kende naboer, kender ikke naboer, lære naboer at kende, opgangen, opgang, gårdlaug, kvarteret, naboerne, beboere, nabokonflikt, neighbour',
		near: 'community',
	},
	{
		id: 'women',
		words:
			'kvindegruppe, kvindefællesskab, kvindecafé, kvindeklub, kvindehus, kvindenetværk, kun for kvinder, women only, women’s group, women’s centre',
		cues: 'kun kvinder, sted for kvinder, mødre, hustruer, women, woman, mothers',
		near: 'community',
	},
	{
		id: 'men',
		words:
			'mandegruppe, mandefællesskab, mandeklub, mandecafé, fædregruppe, kun for mænd, mands mødested, men’s group, fathers group',
		cues: 'kun mænd, sted for mænd, mænd der mødes, men, fathers',
		near: 'community',
	},
	{
		id: 'older_people',
		words:
			'ældre, senior, seniorer, pensionist, pensionister, efterlønner, seniorklub, ældreklub, ældrecafé, pensionistforening, folkepensionister, older people, seniors, elderly, senior centre, senior citizens',
		cues: 'gammel, gamle mennesker, oldemor, bedstemor, bedstefar, over 65, på pension, gået på pension, plejehjem, retired, grandmother',
		near: 'visiting_friend, loneliness',
	},
	{
		id: 'sport',
		words: 'sport, idræt, idrætsforening, gadeidræt, idrætsklub, sports',
		kinds:
			'fodbold, håndbold, basketball, badminton, boksning, kampsport, bordtennis, OMBOLD, klatring, skateboard, cricket, volleyball, floorball, soccer, football, martial arts, boxing',
		cues: 'spille bold, bold, spille fodbold, gå til sport, dyrke sport, boldspil, karate, judo, bokse, løb, motionshold, play ball, team',
		near: 'exercise, leisure',
	},
	{
		id: 'swimming',
		words:
			'svømning, svømmehal, svømmehold, svømmeundervisning, svømmeklub, badedag, havbad, vinterbadning, sauna, swimming, swimming lessons, swim',
		cues: 'lære at svømme, svømme, kan ikke svømme, learn to swim, pool',
		near: 'sport',
	},
	{
		id: 'cycling',
		words: 'cykel, cykeltræning, cykelkursus, cykelgruppe, cykle, cykelture, rickshaw, cycling lessons',
		cues: 'lære at cykle, kan ikke cykle, learn to ride a bike, bike, bicycle',
		near: 'exercise, repair',
	},
	{
		id: 'leisure',
		words:
			'fritid, fritidsaktivitet, fritidsaktiviteter, fritidsklub, fritidstilbud, forening, foreningsliv, fritidspas, kontingentstøtte, kontingenthjælp, kontingent, sociale aktiviteter, leisure, recreation, after-school activities, club',
		cues: 'gå til fritid, fritidsinteresser, råd til kontingent, penge til fritid, hobby, activities, bored',
		near: 'sport, creative, community',
	},
	{
		id: 'creative',
		words: 'kreativt værksted, kunst, håndarbejde, kreativ, arts and crafts, art class, creative workshop',
		kinds:
			'maleri, male, tegne, keramik, strikkeklub, strikkecafé, strik, strikke, sy, billedkunst, skriveværksted, litteratur, painting, knitting',
		cues: 'hækle, garn, tegning, skabe noget med hænderne, skrive historier, digte, håndværk, kunstner, draw, sew, crafts',
		near: 'culture, music',
	},
	{
		id: 'music',
		words: 'musik, sammenspil, musikværksted, fællessang, musikskole, music, music lessons',
		kinds: 'kor, sangkor, band, rap, guitar, korsang, choir',
		cues: 'synge, sang, sangaften, spille i band, spille guitar, instrument, spille musik, høre musik, singing, play an instrument',
		near: 'creative, culture',
	},
	{
		id: 'culture',
		words: 'kultur, kulturoplevelser, kulturtilbud, culture',
		kinds:
			'museum, museumsbesøg, teater, koncert, biograf, film, filmklub, bibliotek, foredrag, dans, danse, læsekreds, læsegruppe, oplæsning, højtlæsning, museum visits, theatre, cinema, library, dance, reading group',
		cues: 'se en film, gå i teatret, gratis billetter, se kunst, oplevelser, udstilling, bøger, læse bøger, danseaften, concert, books',
		near: 'creative, music',
	},
	{
		id: 'games',
		words: 'brætspil, kortspil, board games',
		kinds:
			'skak, gaming, gamere, rollespil, e-sport, esport, computerspil, billard, bordfodbold, pétanque, chess, video games',
		cues: 'spille spil, spille skak, spille computer, gamer, sidder foran computeren, spilleaften, bingo, play games',
		near: 'cafe, leisure',
	},
	{
		id: 'nature',
		words:
			'natur, fælleshave, fælleshaver, haveterapi, naturvandring, friluftsliv, urban gardening, havefællesskab, garden, community garden, gardening, nature, outdoors',
		kinds: 'nyttehave, byhave, kolonihave, skov, skovtur, bålplads, køkkenhave',
		cues: 'dyrke grøntsager, jord under neglene, ud i naturen, grønne områder, plante, udendørs, ud i det fri, grow vegetables, forest, hiking',
		near: 'animals, exercise',
	},
	{
		id: 'animals',
		words: 'dyr, bondegård, dyrehold, dyrlæge, hundepasning, animals, pets, veterinary',
		kinds: 'hund, hunde, besøgshund, kat, heste, hest, kanin, ridning, ridetræning, hundelufter, dog, horses',
		cues: 'kæledyr, passe hund, hund med, savner hund, lufte hund, dyrlægeregning, ride, hjemløs med hund, pet, cat',
		near: 'nature',
	},
	{
		id: 'cooking',
		words:
			'madlavning, madværksted, køkken, madhold, lave mad sammen, madklub, bagning, kogekursus, cooking, cooking class',
		cues: 'lave mad, lære at lave mad, bage, opskrifter, sund mad, cook, bake',
		near: 'meals',
	},
	{
		id: 'faith',
		words:
			'kirke, menighed, præst, sjælesorg, moské, imam, diakoni, sogn, åndelig, tro, church, congregation, pastoral care, mosque',
		cues: 'bede, gudstjeneste, tale med en præst, religion, Gud, kristen, muslim, pray, worship',
		near: 'talk',
	},
	{
		id: 'democracy',
		words:
			'brugerorganisation, brugerindflydelse, brugerråd, interesseorganisation, politisk, udsatteråd, ytringsfrihed, aktivisme, debat, medbestemmelse, user organisation, advocacy group, activism',
		cues: 'blive hørt, gøre en forskel politisk, ændre systemet, have indflydelse, protest, demonstration, make a difference',
		near: 'volunteering',
	},
	{
		id: 'digital_help',
		words:
			'digital hjælp, it-hjælp, IT-café, datastue, digital post, e-Boks, MitID, NemID, borger.dk, computerhjælp, digitale færdigheder, selvbetjening, internet, digital assistance, computer help, computer class, digital literacy',
		cues: 'logge på, logge ind, kan ikke komme på nettet, kan ikke komme ind, kodeord, adgangskode, computer, pc, mobil, smartphone, iPad, tablet, e-mail, app, printe, udfylde skema online, ansøge på nettet, digital, password, log in, print, phone setup',
		near: 'letters',
	},
	{
		id: 'letters',
		words:
			'skrivehjælp, brevhjælp, hjælp til breve, hjælp til blanketter, ansøgningshjælp, blanketter, skrivestue, læse breve, form filling, help with letters, letter writing',
		cues: 'forstå et brev, post, brev, breve, forstår ikke brevet, skrive en ansøgning, udfylde, skema, papirarbejde, papirer, ordblind, kan ikke læse, fill in forms, paperwork, letters',
		near: 'digital_help, benefit_help, assessor',
	},
	{
		id: 'literacy',
		words: 'ordblind, ordblinde, ordblindhed, dysleksi, læsevanskeligheder, læseundervisning, dyslexia, literacy',
		cues: 'kan ikke læse, læser dårligt, stave, læse og skrive, cannot read',
		near: 'letters, education',
	},
];
