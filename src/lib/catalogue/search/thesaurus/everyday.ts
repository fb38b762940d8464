import type { Concept } from './concept.ts';
import { english } from './english/index.ts';
import { narrower } from './narrower.ts';
import { situations } from './situations.ts';
import { belonging } from './spoken/belonging.ts';
import { body } from './spoken/body.ts';
import { company } from './spoken/company.ts';
import { harm } from './spoken/harm.ts';
import { hints } from './spoken/hints.ts';
import { home } from './spoken/home.ts';
import { kin } from './spoken/kin.ts';
import { livelihood } from './spoken/livelihood.ts';
import { mind } from './spoken/mind.ts';
import { money } from './spoken/money.ts';
import { people } from './spoken/people.ts';
import { roof } from './spoken/roof.ts';
import { roots } from './spoken/roots.ts';
import { upbringing } from './spoken/upbringing.ts';
import { told } from './spoken/told.ts';
import { unsaid } from './spoken/unsaid.ts';

/**
 * How citizens, relatives and colleagues say it: slang, euphemism, symptoms, institutions, benefits by name. One line a
 * concept; `word` lines hold what offers themselves write, `kind` lines what is one of it, `cue` lines what leads there, `hint` lines what may.
 */
const lines = `
debt cue: gæld til det offentlige, gæld til kommunen, studiegæld, SU-gæld, kreditkort, kreditkortgæld, afdrag, renter, Gældsstyrelsen, kan ikke overskue regningerne, uåbnede breve, åbner ikke post, åbner ikke breve, pengene er brugt, månedens penge, pantebrev, sms-lån, skylder, på afbetaling, dårlig betaler registreret, stavnsbundet af gæld, mangler overblik over gæld, rådgivning om lån, overtræk, overtrukket konto, bødegæld, bøder, rykkergebyr, creditors, payday loan, in debt, owes money, cannot pay
budget cue: økonomien sejler, ingen styr på økonomien, betalingsservice, faste udgifter, rådighedsbeløb, penge sidst på måneden, få det til at løbe rundt, lægge budget, bruger for mange penge, lære at styre penge, overskue økonomien, budgetkonto, saving money
economic_advice cue: økonomisk knibe, på røven, presset økonomi, økonomien hænger ikke sammen, økonomi i stykker, økonomisk kaos, sparet op
poverty cue: lavt budget, småt med penge, fattigrøv, flad, børn i fattigdom, har ingenting, lever for lidt, trængende, økonomisk udsat, social udsathed
grants cue: ansøge fonde, fondsmidler, økonomisk tilskud, tilskud til medicin, tilskud til tandlæge, råd til medicin, råd til briller, akut hjælp til regning, betale en regning, § 81, enkeltudgift, penge til konfirmation, konfirmationshjælp, trang, søge om penge, hardship fund
benefits cue: § 34, rådighedsbeløb, 225-timersreglen, kontanthjælpsloft, førtidspensionist, kontanthjælpsmodtager, pensionsnævn, seniorpension, tidlig pension, ydelsesstop, stoppet ydelse, mistet sine penge, trukket i kontanthjælp, raskmeldt, raskmelding, sygedagpengesag, arbejdsevne, ressourceforløb, jobafklaring, rehabiliteringsteam, barselsdagpenge, børnetilskud, børne- og ungeydelse, SU, boligydelse, disability benefits, unemployment benefits
benefit_help word: socialfaglig rådgivning, borgerrådgivning, hjælp til ansøgning om førtidspension, sociale rettigheder
benefit_help cue: servicelov, serviceloven, barnets lov, retssikkerhedsloven, § 85, § 83, § 97, § 98, § 101, § 107, § 108, § 109, § 141, handleplan, agterskrivelse, partshøring, klagefrist, klage til ankestyrelsen, kommunen svarer ikke, får ikke svar fra kommunen, sagen trækker ud, forstår ikke afgørelsen, jeg kan ikke læse brevet fra kommunen, fattet en afgørelse, afslag fra kommunen, rettigheder som borger, kommunikation med kommunen
assessor cue: en med til mødet, bange for mødet, tør ikke gå til mødet, alene til møde, sidemand til møde, møde med jobcenter, møde med læge og kommune, støtte ved samtale, følge til kommunen, gå med på kommunen, støtte på rådhuset, rehabiliteringsmøde, nogen der kan tale min sag, tale min sag
job word: jobrettet forløb, arbejdstræning, jobkonsulent, jobparat, arbejdsprøvning, beskæftigelsesindsats, jobrådgivning
job cue: komme i job, job igen, tilbage i arbejde, ud af kontanthjælp, mangler job, mangler arbejde, langtidsledig, langtidsledige, ingen erfaring, søger arbejde, lave et CV, skrive ansøgning, LinkedIn, jobcenterforløb, a-kasse, virksomhedspraktik, mistet sit job, mistet jobbet, sagt op, mistede arbejdet, bliver ved med at få afslag, deltidsjob, job på få timer, hiring, job application, looking for work
youth_job cue: tjene sine egne penge, job til teenager, feriejob, sommerjob, avisrute, ungdomsjob, gå med aviser, job som 13-årig, job som 15-årig
tax_free_card cue: tjene lidt ekstra, tjene en skilling, sort arbejde, penge ved siden af, lønnet småjob, dagløn, løn samme dag, 20.000 skattefrit, uden at miste kontanthjælp, arbejde lidt ved siden af, casual work
social_enterprise word: socialøkonomisk butik, beskæftigelse på særlige vilkår, løntilskud, skånehensyn, værkstedsfællesskab, samværs- og aktivitetstilbud, § 103, § 104
social_enterprise cue: noget at lave om dagen, noget at stå op til om morgenen, struktur på dagen, dagbeskæftigelse, aktiviteter i dagtimerne, rolige opgaver, arbejde i eget tempo, lave noget fornuftigt, bruge hænderne
volunteering cue: vil gerne hjælpe andre, gøre en forskel, være til nytte, frivilligjob, hvordan bliver man frivillig, ulønnet arbejde
education cue: tage 9. klasse, VUC, AVU, EUD, EUX, lærlingeplads, læreplads, hf enkeltfag, praktikvejledning, skoletræt, faldet fra uddannelse, frafald, vil læse videre, kom ikke ind, skole for voksne, forberedende voksenundervisning, FVU, dropout
legal_aid cue: hjælp til jura, juridisk spørgsmål, dommer, sigtet, tiltalt, sigtelse, bistandsadvokat, beskikket forsvarer, forsvarer, erstatning, testamente, fuldmagt, værge, værgemål, arv, fri proces, politianmeldelse, anmelde, patientklage, forbrugerklage, snydt, svindlet, bedraget, injurier, anti-discrimination, court case, solicitor
tenant_law word: lejeloven, lejekontrakt, lejesag, udlejning
tenant_law cue: udlejeren, ulovlig husleje, for dyr husleje, vil have sit depositum tilbage, opsagt lejlighed, sagt op i lejligheden, opsigelse af lejlighed, udlejer smider mig ud, fremleje, varmeregning, istandsættelse, flytteopgørelse, mangler ved lejlighed, varslet huslejestigning
family_law cue: ret til samvær, må ikke se sit barn, skal skilles, vil skilles, uenige om børnene, bopælsret, delt forældremyndighed, overvåget samvær, faderskab, børnesag, tvangsfjernet, tvangsfjernelse, tvangsanbringelse, anbringelsessag
tax_help cue: skal betale tilbage i skat, forskud, fradrag, skattestyrelsen, gæld til skat, skattekort
homelessness word: gadefolk, hjemløsetilbud, hjemløseområdet, hjemløseenheden, opsøgende arbejde, udsatte på gaden, opsøgende team
homelessness cue: har ikke et sted at bo, intet hjem, mistet sit hjem, bor på en sofa, flakker rundt, bor hos venner, uden fast bopæl, ingen adresse, uden adresse, postadresse, c/o, bor i telt, bor i en kælder, sover i bilen, sover i toget, sover på natbusser, sover i parken, boligløs, på bænken, tigger, tiggere, samler flasker, slår sig ned på gaden, unsheltered, sleeping rough, no address, lives on the street
shelter word: kvindeherberg, nattely, akutseng, sovepladser, natåbent, natherberg
shelter cue: sove i nat, plads til i nat, seng i nat, ingen steder at sove i nat, sove inde, sovepose i opgang, låst ude, kulden, iskoldt, sove trygt, overnatte gratis, akut seng, tonight, sleep tonight, cold night
emergency_housing word: midlertidige boliger, opholdssted for unge, delebolig, udslusning, midlertidig indkvartering
emergency_housing cue: smidt ud hjemmefra, smidt ud derhjemme, kan ikke bo hjemme, kan ikke være hjemme, hurtigt en bolig, akut behov for bolig, brændt ud, brand i lejligheden, har ikke noget hjem
drop_in word: dagcenter, åben café, kontaktstedet, væresteder, åbent samvær, fristed, varmestuer, § 104-tilbud
drop_in cue: sted at være, et sted at være, et sted at gå hen, sidde i varmen, få varmen, komme indenfor, kop varm kaffe, hænge ud, slå tiden ihjel, dagligt samvær, warm place, hang out
hygiene word: bruser, bad og tøjvask, møntvask, vaskeri, vasketøjet, barbering
hygiene cue: vaske sig, komme i bad, rene klæder, lukket for vandet, ingen vaskemaskine, bind og tamponer, hygiejnepakke, tandbørste, få vasket tøj, vasket og tørret, toilet på gaden, hot shower
housing word: boligkø, boligsøgende, opskrivning til bolig, almene boliger, studiebolig
housing cue: søge lejlighed, finde lejlighed, finde bolig, få en bolig, få en lejlighed, billig bolig, billig lejlighed, sted til leje, leje et værelse, et værelse, første bolig, social boliganvisning, akutliste, boligsocial anvisning, for lille lejlighed, bor for trangt, mangler en bolig, find an apartment, cheap rent
eviction word: sat på gaden, fogedretten, udsættelsessag, huslejerestancer, ophævelse af lejemål
eviction cue: skylder husleje, ikke betalt husleje, mangler at betale husleje, brev fra fogeden, fogeden kommer, fogeden banker på, fogedsag, mister sit lejemål, ryger ud af lejligheden, sættes på gaden, bliver sat ud, på vej til at miste sin bolig, trussel om udsættelse, opsagt på grund af husleje, eviction notice, unpaid rent
housing_support word: hjemmestøtte, bostøttemedarbejder, botræning, botilbud, § 85-støtte, efterstøtte, indflytning, hverdagsmestring
housing_support cue: klare sig i egen bolig, bor alene for første gang, kan ikke holde styr på hjemmet, kan ikke få hverdagen til at hænge sammen, får ikke gjort rent, støtte i hverdagen, struktur i hverdagen, få styr på hverdagen, overskue hverdagen, uoverskuelig hverdag, flyttet i egen lejlighed, bor for første gang, living on my own
food_aid word: madkasser, fødevarekasser, fødevarepose, fødevareposer, gratis fødevarer, overskudsvarer, overskudsfødevarer, usolgt brød, usolgte brød, overskudsbrød, madspild, madbank, suppevogn, madkurv, gratis dagligvarer
food_aid cue: noget mad, gå sulten i seng, sultne børn, ingen aftensmad, tom pung, tomt i køleskabet, kan ikke købe ind, råd til aftensmad, indkøb, brød, spise for, penge til indkøb, sult, nothing to eat, feed my kids, free groceries
meals word: fælles middag, fælles måltid, aftensmad sammen, langbordsmiddag, torsdagsmad, gryderet, folkekøkkenet, madklub, spiseklub, fælles frokost, fælles morgenmad
meals cue: spise med nogen, mad med andre, spise alene, ingen at spise med, varm mad for få penge, billig aftensmad, varm suppe, spisested, cheap meal, warm meal
clothes word: tøjbank, tøjskab, tøjkælder, gratis vintertøj, skoletøj, tøjpakker
clothes cue: tøj til børn, tøj til vinteren, tøj til baby, noget varmt at tage på, flyverdragt til barn, tøj til jobsamtale, hullet tøj, mangler en jakke, regntøj, gummistøvler, sneakers, children clothes, warm clothes
baby_equipment cue: babyting, barnestol, tøj til nyfødt, ble, mangler barnevogn, autostol, nyfødtudstyr, alt til baby, baby stuff
second_hand cue: købe billigt, genbrugsting, gratis ting, bytte tøj, byttedag, donere tøj, aflevere ting
repair word: fiksecafé, fikse ting, lappeaften, reparere cykler, fixerstue
repair cue: flad cykel, cykel i stykker, punktering, lappegrej, min cykel, kæden er hoppet af, laptop i stykker, mobil i stykker, sy en lynlås i, lægge bukser op, fix my bike, broken phone
christmas_aid word: julemiddag, julekasse, julepose, juleposer, julefest, julebuffet, julehygge, julefrokost
christmas_aid cue: råd til jul, råd til julegaver, alene til jul, jul alene, ensom i julen, hvor kan man holde jul, holde juleaften, nytårsaften, nytår alene, den 24. december, andesteg, christmas dinner, alone at christmas
holiday word: sommerhus, koloniophold, ferie for familier, feriefond, feriehjem, udeferie
holiday cue: aldrig på ferie, ferie med børnene, råd til sommerferie, har ikke råd til ferie, børnene keder sig i ferien, holde ferie, vi skal ikke noget i ferien, aldrig rejst, en uge væk, holidays
alcohol word: alkoholfrit, alkoholambulatorium, alkoholafrusning, alkoholvaner, alkoholbehandler, drikkeri, drikkevaner
alcohol cue: drukket, drak, drikker sig fuld, alkis, fuldesyg, fulderik, hælder for meget indenbords, vin hver aften, et glas for meget, rødvin, kan ikke lade flasken stå, lade flasken stå, drikker hver dag, drikker i smug, drikke mindre, stoppet med at drikke, promille, blackout, delirium, abstinenser, ryster om morgenen, gået i hundene, alcoholic, stop drinking, hangover
substance_use word: afvænning, rusmiddelcenter, misbrugscenter, misbrugsrådgivning, rusmiddelrådgivning, hashrådgivning, unge og rusmidler, rusbehandling, hashgruppe, nedtrapning, stofmiljø, medicinmisbrug, pillemisbrug
substance_use kind: sovepiller, smertestillende, benzodiazepiner, opioider, morfin, fentanyl, oxycontin, tramadol, hashklub
substance_use cue: abstinenser, ryger tjald, tjald, fjolle, bong, pot, ryger pot, ryger skunk, min søn ryger hash, ryger hele dagen, sniffer, coke i weekenden, sne, stener, er på noget, kører på piller, piller for at sove, rivotril, stesolid, MDMA, emma, crack, meth, svampe, LSD, lattergaspatroner, snus og stoffer, overdosis, naloxon, nåle, rent værktøj, fixer, fixere, blande stoffer, ud af misbrug, kæmper med misbrug, lyst til at stoppe med stoffer, stoffer hver weekend, trappe ud, substitutionsbehandling, get clean, on drugs, stop smoking weed, pills
aftercare word: efterforløb, ædrufællesskab, ædru café, recoverycafé, fastholdelse efter behandling, nykterhed
aftercare cue: kommet ud af behandling, færdigbehandlet, lige er blevet clean, lige blevet ædru, holde mig fra stoffer, ikke falde i igen, ikke drikke igen, tomrum efter behandling, nye ædru venner, stay clean
gambling word: ludomaner, spillesyge, spilleafhængig, spilleafhængige, væddemål, ROFUS, spilafhængige
gambling cue: spiller alle pengene op, spiller for penge, sportsspil, tipper, oddset, tabt pengene på spil, enarmede tyveknægte, spillehal, spiller på nettet, spiller om natten, lootboxes, mister penge på spil, gambler, betting debts
smoking cue: kvitte tobakken, røgfri, rygestoppet, nikotinplaster, 20 om dagen, damper
mental_health word: psykisk lidende, psykiske problemer, psykiske vanskeligheder, mental mistrivsel, sindslidelser, psykiatriske erfaringer, psykiatrisk diagnose, recoveryorienteret, stemmehører, stemmehørere
mental_health kind: maniodepressiv, skizofren, skizotypi, bipolar lidelse, psykotisk
mental_health cue: psykisk syg, sindssyg, har det dårligt psykisk, dårlig periode, nede med flaget, knækket, brændt sammen, psykiatrisk hospital, psyk, udskrevet fra psykiatrien, lige udskrevet, ude fra psykiatrisk, medicin mod psykose, forfulgt, bliver overvåget, mani, medicineret, har det ad helvede til, har det svært, ondt i sjælen, sårbar, skrøbelig, udredning, bosted, mentally ill, hearing voices, nervous breakdown
depression cue: mørke tanker, tunge tanker, alt er sort, intet giver mening, meningsløst, gider ingenting, har mistet modet, mistet livsgnisten, ingen livsglæde, orker ikke, tom indeni, kan ikke mærke glæde, nedtrykt, grædetur, vinterdepression, efterfødselsreaktion, melankoli, feeling down, cannot get out of bed
anxiety cue: hjertebanken, panikangst, forlader ikke hjemmet, går ikke ud af døren, tør ikke tage bussen, tør ikke tage telefonen, bange for andre mennesker, social fobi, sociale situationer, tør ikke være blandt mennesker, bange for mennesker, altid bekymret, ængstelig, ængstelse, angstanfald, sveder og ryster, utryg ved mennesker, isolerer sig, tvangshandlinger, agoraphobia, panic, shy
stress cue: gået ned med stress, stresssygemeldt, udbrændt, alt for meget, kan ikke koncentrere sig, hovedet kører, tankerne kører, sover ikke, får ikke sovet, vågner om natten, vågen om natten, vågner tidligt, overbebyrdet, ro i hovedet, finde ro, brug for ro, burned out, trouble sleeping
trauma cue: efter krigen, soldat, hjemsendt soldat, krigsveteran, udsat for tortur, flygtet fra krigen, traumatiske oplevelser, genoplever, voldsomme minder, vågner ved mareridt, skyderi, bad memories
suicide cue: selvmordstruet, vil dø, gider ikke leve, vil ikke mere, har ikke lyst til at leve, tage sit eget liv, gøre skade på sig selv, skader sig selv, cutter sig, mistet håbet, forsøgt at tage sit liv, selvmordsforsøg, suicidal, hurt myself
eating_disorder word: anoreksi og bulimi, forstyrret spisning, BED
eating_disorder cue: sulter sig, sulter sig selv, kaster maden op, tæller kalorier, tabt sig meget, binge, trøstespiser, problemer med mad og krop, eating problems
crisis_line word: krisetelefon, livslinjen, telefonvagt om natten, åben telefon, anonym rådgivning, ringetid, linjen, SMS-rådgivning, telefonsamtaler
crisis_line cue: ringe til om natten, snakke med om natten, tale med om natten, kan ikke sove om natten, vågen om natten, ligger vågen om natten, skrive med om natten, chatte med nogen, ringe anonymt, akut krise, i krise, krise, har brug for at tale nu, nu og her, call anonymously, night line
talk word: åben samtale, anonyme samtaler, gratis samtaler, psykologsamtaler, gratis terapi, samtaleven, samtalepartner, terapeutisk, lyttecafé, psykologisk rådgivning
talk cue: betro sig, åbne op, lette hjertet, en at betro sig til, vende sine tanker, gå til psykolog, råd til psykolog, ventetid på psykolog, ingen at tale med, ingen at snakke med, mangler en at tale med, snakke om følelser, brug for at snakke, vent, talk about it, therapist, free therapy
peer_support word: erfaringsmakker, erfaringsmakkere, erfaringsmedarbejder, peerforløb, egne erfaringer, selv har prøvet, med egne psykiatriske erfaringer
peer_support cue: en der selv har været der, en der selv har prøvet det, andre der har prøvet det samme, en der ved hvordan det er, erfaren, someone who understands
health_clinic word: sundhedsvogn, sundhedscykel, sygeplejeklinik, lægevagt for hjemløse, sårpleje, omsorgstandpleje, fodbehandling, sundhedsteam, sundhedsbus
health_clinic cue: har ingen læge, ikke sygesikret, uden sygesikringskort, sår på benene, betændelse, feber, hoste, dårligt ben, ondt i ryggen, tjek hos læge, vaccine, blodprøve, sygeplejerske på gaden, see a doctor, wound, no insurance
dental word: tandplejer, mundpleje, tandsundhed
dental cue: råd til tandlæge, råd til tandlægen, tandlægeskræk, bange for tandlægen, tør ikke gå til tandlæge, mangler en tand, huller i tænderne, knækket tand, tandbyld, ondt i munden, tandkød, tooth pain
prevention cue: leve sundere, spise sundere, motionere mere, type 2-diabetes, diabetiker, blodsukker, rask igen, forhøjet blodtryk, kolesterol, sund livsstil, dårlig kondi, sundhedsvaner, healthier
exercise word: fællestræning, stolegymnastik, gåhold, gåtursgruppe, løbegruppe, boldtræning, træningsmakker, fælles gåtur, vandring
exercise cue: få rørt sig, ud at gå, gå tur med nogen, kom i form, komme i bedre form, træne sammen, træningsmakker, stiv i kroppen, rører sig ikke, sidder hele dagen, løbe en tur, workout
sexual_health cue: blevet gravid, ufrivilligt gravid, kønssygdom, testes for hiv, syfilis, gonorré, hpv, fortrydelsespille, sex og samliv
chronic_illness cue: lungesygdom, hjertesygdom, slagtilfælde, efter en blodprop, parkinson, MS, stomi, diagnosticeret med kræft, kræftsyg, min mand har demens, mor er dement, dement, hukommelsen svigter, husker ikke, fibromyalgi, slidgigt, kroniske smerter, hovedpine, migræne
disability word: kognitiv funktionsnedsættelse, bevægelseshæmmet, synshandicap, syns- og hørehandicap, erhvervet hjerneskade, senhjerneskade, udviklingshandicap, hørehandicap
disability kind: kørestolsbrugere, blinde, døve, døvblind, svagtseende, cerebral parese, muskelsvind, hjerneskadet, udviklingshæmmede, hørehæmmede
disability cue: bruger kørestol, svært ved at gå, kan ikke høre, rollator, handicapvenlig, lift, brug for ledsager, specialbehov, spastisk, wheelchair user
disability_family cue: barnet er handicappet, forældre til barn med handicap, bror med handicap, søster med handicap, søskende til handicappet, søskende til barn med autisme, specialbarn, barn med diagnose, datter med autisme, søn med autisme, søn med ADHD, sibling of disabled
autism_adhd word: autisme og ADHD, autistiske, autismevenlig, ADHD-café, spektrum, neurodiverse
autism_adhd cue: på spektret, sent diagnosticeret, kan ikke sidde stille, glemmer aftaler, altid for sent, har svært ved struktur, forstår ikke andre mennesker, sensitiv over for lyd, impulsiv, hyperaktiv, diagnosen, tourette, on the spectrum
grief word: sorgstøttegruppe, sorgvejledning, sorggrupper for unge, mistet en nær, mistet ægtefælle, i sorg, sørgende
grief cue: mistet sin kæreste, mistet en forælder, mistet mor, mistet far, mistet min mor, mistet min far, mistet et barn, mistet en ven, lige mistet, er lige død, blevet alene efter, blevet enke, gået bort, sørger, tabt en nær, kommer ikke over tabet, dødfødt, spontan abort, selvmord i familien, my husband died, lost my mother
loneliness word: ensomhedsgruppe, mod ensomhed, bryde isolationen, ufrivillig ensomhed, selskab
loneliness cue: ensom gammel, ingen at snakke med, ser aldrig nogen, mangler nogen at være sammen med, ingen at være sammen med, kender ikke nogen i byen, alene hele dagen, alene hver aften, alene i weekenden, sidder alene derhjemme, isolerer sig, isoleret derhjemme, taler aldrig med nogen, mangler et netværk, mangler netværk, mangler sociale kontakter, ingen familie, ingen familie i Danmark, mistet kontakten, venneløs, svært ved at få venner, møde nye mennesker, nye bekendtskaber, lonely old, no one to talk to, no family
community word: nabofællesskab, sociale fællesskaber, gruppefællesskab, mødesteder, åbne fællesskaber, hverdagsfællesskab
community cue: høre til, komme ud blandt folk, komme ud af huset, netværk i byen, lave noget sammen, noget at gå til, ud og møde andre, få et netværk, socialt samvær, være social, meet new people
cafe word: kaffemik, morgenkaffe, eftermiddagskaffe, søndagscafé, aftencafé, ungecafé, caféaften, samtalecafé, kaffemøde
cafe cue: kaffe og kage, te og snak, drikke kaffe med nogen, hyggestund, sidde og snakke
visiting_friend word: besøgsvenner, besøg af en frivillig, frivillig besøger, hjemmebesøgsven, telefonopkald, tryghedsopringning, våge, vågetjeneste
visiting_friend cue: besøg derhjemme, vil gerne have besøg, får aldrig besøg, ingen der kommer, gammel dame alene, min mor er alene, kommer ikke ud af sin lejlighed, gangbesværet, sengeliggende, bundet til hjemmet, en at drikke kaffe med, højtlæsning hjemme, company at home
accompaniment word: følgesvend, følgevenner, ledsagerordning, gå-med, følgetjeneste, medgåer, fritidsledsager, ledsageven, følges ad
accompaniment cue: en der kan gå med, nogen der kan gå med, en der kan tage med, en der kan følge, tage med til læge, med på sygehuset, med på hospitalet, følge til tandlæge, følge til undersøgelse, følge til behandling, følge til træning, tage bussen, finde vej, kommer ikke til sine aftaler, dukker ikke op til aftaler, udebliver fra aftaler, glemmer sine aftaler, tør ikke gå alene, ledsage en borger, ledsaget, hente borgeren, go to the doctor with me
mentor word: livskammerat, ungementor, støttementor, mentorforløb for unge, kontaktperson, makkerordning, makker
mentor cue: en fast person, en fast støtte, en voksen i sit liv, en der holder fast, en der bliver ved, kontaktperson til ung, vejviser
going_out word: fritidsguides, aktivitetsmakker, idrætsguide, makker til fritidsaktivitet, introduktion til foreninger, foreningsmakker
going_out cue: komme ud af lejligheden, komme i gang med noget, følges med til træning, en at følges med til træning, kan ikke tage afsted alene, turde starte til noget, tør ikke starte
neighbourhood word: boligsocial helhedsplan, boligforening, beboeraktiviteter, nabocafé, kvartersaktiviteter, beboernetværk
neighbourhood cue: larmer naboen, nabostøj, uenig med naboen, strid med naboen, overbo, underbo, kende sine naboer, møde naboer, gården, vores opgang, lokalt, noget lokalt
women cue: kvinder alene, sted kun for kvinder, pigegruppe, kvinder der mødes, women only
men cue: mandefællesskab, mænd der mødes, snakke med andre mænd, andre fædre, mænd i krise, mænd har svært ved at tale, male group
older_people word: ældresagen, ældre medborgere, 60+, 65+, 70+, seniorfællesskab, senioraktiviteter
older_people cue: gammel mand, gammel dame, gammel kone, min gamle mor, min gamle far, ældre mand, ældre kvinde, ældre dame, over 70, over 80, folkepensionist, alderdom, oldies
sport word: foreningsidræt, boldklub, fodboldhold, sportsklub, gadefodbold, gadeidræt, idræt for udsatte, bokseklub, boksetræning
sport cue: gå til fodbold, gå til boksning, gå til badminton, starte til sport, kontingent til fodbold, sport for børn, sport for unge, holdsport
swimming cue: lære at svømme som voksen, bange for vand, svømme med kvinder, svømmetøj, svømning for kvinder
leisure word: fritidsinteresse, fritidsordning, kontingentpulje, fritidspulje, fritidsvejledere, klubtilbud
leisure cue: noget at lave, noget at give sig til, keder sig, gå til noget, gå til noget efter skole, fritid til børn, betale kontingent, penge til kontingent, råd til fritidsaktiviteter, råd til fodbold, efter skole, after school
creative word: malehold, keramikhold, keramikværksted, drejeskive, ler, træværksted, symaskiner, sykursus, håndarbejdscafé, kunsthold, tegnehold, kunstværksted, lave keramik, skrivegruppe
creative cue: udtrykke sig, kreative mennesker, male billeder, sy sit eget tøj, lave noget med hænderne, pottery, sewing
music word: sanggruppe, korprøve, musikhold, sangfællesskab, musikfællesskab, musikterapi
music cue: synge med andre, spille sammen, spille trommer, lave rap, øvelokale, play music
culture word: kulturven, kulturvenner, gratis kultur, teaterhold, teatergruppe, skuespil, foredragsaften, dansehold, danseundervisning, bogklub
culture cue: komme på museum, en at gå i teatret med, kunst og kultur, billetter til teater, gå i biografen, spille teater, opleve noget, theatre tickets
games word: spilaften, spilcafé, skakklub, rollespil for unge, bridge, spilklub
games cue: gamer hele dagen, spiller computer hele dagen, sidder ved computeren, sidder foran skærmen, gaming venner, minecraft, fortnite, counterstrike
nature word: haveprojekt, haver, havehold, byhaver, gårdhave, naturgruppe, naturture, fugletur, vandreture
nature cue: have jord under neglene, dyrke egne grøntsager, grave i jorden, frisk luft, ud i det grønne, skoven, stranden, allotment
animals word: hundepension, hundeven, hundeklub, dyreværn, hestehold, rideklub
animals cue: min hund, hunden er syg, hund på herberg, passe min hund, råd til dyrlæge, savner et dyr, klappe dyr, vet, sick dog
cooking cue: lære at koge, madkundskab, billig mad, mad for små penge, spare på maden, bage brød, kogebog
faith cue: snakke med præsten, Gud, sjælesørger, folkekirken, ramadan, eid, fredagsbøn, katolsk, buddhist, jehovas vidner, udtrådt af sekt
democracy cue: kæmpe for vores rettigheder, tale for hjemløse, brugerråd, sidde i et råd, blive taget alvorligt, medindflydelse, påvirke kommunen
digital_help word: it-undervisning, it-café for ældre, digitale hjælpere, teknikven, teknikhjælp, hjælp til computer, hjælp til mobil, digital selvbetjening
digital_help cue: kan ikke komme på mitid, kan ikke bruge mitid, spærret mitid, logge på borger.dk, kan ikke finde ud af nettet, kan ikke finde ud af computeren, ikke digital, fritaget for digital post, digital fritagelse, mitid, mit id, NemID væk, glemt kode, glemt koden, netbank, hjælp til min telefon, min telefon virker ikke, wifi, installere app, aula, sende en mail, scanne, printer, cannot log in, computer problem
letters cue: læse et brev, læse mine breve, forstå brevet, brevet fra kommunen, brev fra jobcentret, brev fra skat, brev fra skolen, kan ikke læse brevet, forstår ikke brevene, forklare et brev, hjælp til papirer, styr på papirer, bunke papirer, papirnusser, udfylde papirer, udfylde blanketter, udfylde ansøgning, blanket, hjælp til ansøgning, skrive til kommunen, formulere, understand a letter, paper work
literacy cue: dårlig til at stave, dårlig til at læse, svært ved at læse, svært ved at skrive, bogstaver, analfabet, aldrig lært at læse, læsesvag
homework word: lektiecaféer, lektieklub, lektiestøtte, lektieven, faglig hjælp, skolehjælp
homework cue: hjælp til matematik, hjælp til lektier, laver ikke lektier, lektier derhjemme, forældre kan ikke hjælpe med lektier, halter bagefter, fagligt bagud, gymnasieopgave, studieteknik, eksamenshjælp, læse med barnet, kids homework, help with school
school_absence cue: kommer ikke op om morgenen til skole, nægter at gå i skole, skoleangst, bliver drillet, ondt i maven før skole, hjemme fra skole, frafalder skole, ikke i skole i et år, mobbes, uro i klassen, pjæk
new_parents word: babygruppe, barselsgruppe, mor-barn-gruppe, forældre-barn-café, første leveår, familieambulatorium, barselsbesøg, nybagte mødre, nybagte fædre
new_parents cue: venter sig, ammer, ammer ikke, babyen græder, kolik, sover ikke om natten babyen, alene på barsel, ensom på barsel, vuggestueplads, 0-3 år, maternity, new dad
parenting word: forældrevejledning, forældrecafé, forældrenetværk, forældreforløb, familieindsats, familiestue
parenting cue: mit barn vil ikke høre efter, børnene lytter ikke, råber ad børnene, mister tålmodigheden, konflikter i familien, skælder mine børn ud, forældrerolle, usikker mor, usikker far, svært ved børnene, bange for at få fjernet sine børn, børnefaglig undersøgelse, underretning, teenager derhjemme, struggling parent
single_parents cue: alene med to børn, alene med tre børn, alene om børnene, alene med min datter, alene med min søn, faren er skredet, faderen er væk, ene om det hele, enlig, ene forælder, mor til tre, single dad, raising kids alone
family_friend word: familienetværk, støttefamilier, familieguide, familiehjælp, besøgsfamilie, ekstra bedsteforældre, bedsteforældreordning
family_friend cue: ingen bedsteforældre, børnene mangler bedsteforældre, ingen familie til at hjælpe, brug for en pause, trænger til en pause fra børnene, hjælp i en travl familie, hjælp derhjemme med børnene, netværk til børnefamilie
child_friend word: venskab mellem voksen og barn, børnevenner, bonusvoksen
child_friend cue: drengen har ingen far, min dreng mangler en voksen, barnet mangler en voksen, voksen ven til barn, en voksen til mit barn, ekstra voksen, barnet har ingen venner
family_activities cue: ud med ungerne, ungerne keder sig, lave noget med ungerne, aktiviteter for børn, familietur, børn i weekenden, gratis for børn, aktiviteter for familier, en tur i skoven, day out
children cue: ungerne, unge på 8, knægten, tøsen, poder, børnebarn, børnebørn, lille dreng, lille pige, småfolk, noget for de små, for de små, tøser, rollinger, rolling, poden, pige på syv, pige på otte, dreng på ni, dreng på ti, pige på ti, noget til børnene, noget for børn, noget til børn, aktiviteter for børn, børn om lørdagen, børn om eftermiddagen, børn efter skole, gå til om eftermiddagen, indskoling, indskolingen, mellemtrin, 0. klasse, 1. klasse, 2. klasse, 3. klasse, SFO, lege med andre børn, legekammerater, for kids, school children, purk, purker, for de mindste, de mindste, seksårig, syvårig, otteårig, niårig, tiårig, femårig, fireårig, treårig, tiårige, børn mellem 4 og 9, ting for børn, gratis ting for børn, børnehygge
young_people cue: ung på vej, de unge, teenagepige, teenagedreng, unge mænd, unge kvinder, ungdommen, 15 år, 20 år, 21 år, 22 år
youth_counselling word: ungetelefon, ungechat, åben ungerådgivning, samtaler for unge, ungdomstelefon
youth_counselling cue: ung der har brug for at snakke, ung der er ked af det, ung der skader sig selv, ung pige har det skidt, dårligt selvværd, usikker på sig selv, føler sig udenfor, kærestevold, kærlighedsproblemer, psykisk mistrivsel hos unge, teenage problems
into_adulthood word: plejeanbragte, anbragte unge, tidligere anbragte unge, opholdssteder, attenårsklub, ungestøtte, døgninstitution, efterværnsindsats
into_adulthood cue: fylder 18, bliver 18, blevet 18, ud af plejefamilie, ud fra institution, flytter fra opholdssted, klare sig selv som ung, ung uden familie, vokset op i pleje, plejeforældre, døgninstitution, selvstændigt liv, flytter hjemmefra, aged out
crime_prevention word: exit-forløb, gadeplan for unge, bandemiljø, bandeexit, mentor for unge i kriminalitet, kriminalitetsforebyggende, SSP
crime_prevention cue: rodet ud i noget, rodet ind i en bande, i bande, med i en bande, vil ud af bande, på kant med loven, politiet kommer, taget for tyveri, butikstyveri, har stjålet, laver ballade, laver lort, slåskamp, bærer kniv, pusher, sælger stoffer, hænger ud med de forkerte, forkert selskab, vagter, radikalisering, ekstremisme, hooligan, gang member, shoplifting
released word: efter løsladelse, løsladte, fængslede, fængselsbesøg, tidligere straffede, kriminalforsorgen, KIF, udslusning fra fængsel
released cue: lige kommet ud fra fængsel, ude af spjældet, har siddet inde, har siddet i fængsel, kommet ud fra fængsel, på prøveløsladelse, prøveløsladt, fængselsdom, betinget dom, samfundstjeneste, ex-kriminel, tidligere kriminel, tidligere kriminelle, plettet attest, børneattest, straffet fortid, just got out, ex-con
relatives word: pårørendesamtaler, pårørendevejledning, pårørendelinje, pårørendenetværk, pårørendestøtte, familie og venner til, pårørende til misbrugere, pårørende til psykisk syge
relatives cue: min mand drikker, min kone drikker, min søn drikker, min datter er syg, min bror er misbruger, gift med en alkoholiker, bor med en psykisk syg, slidt som pårørende, passer min syge mand, passer min mor, bekymret for min bror, bekymret for min mor, bekymret mor, bekymret far, forældre til ung med misbrug, min søn tager stoffer, min søn ryger hash, hjælper sin syge mand, living with an alcoholic
children_relatives cue: mor er alkoholiker, far er alkoholiker, min mor drikker, min far drikker, min far er syg, barn af alkoholiker, barn af misbruger, forælder med psykisk sygdom, voksen barn af alkoholiker, sygdom i familien, syg mor, syg far, barn af psykisk syg
violence word: voldsramte kvinder, voldsramte mænd, partnervold, vold mod kvinder, vold mod mænd, ambulant voldsbehandling, efter vold, økonomisk vold, kærestevold, digital vold, efterstræbelse
violence cue: bliver slået, bliver slået derhjemme, slår hende, slår ham, slår børnene, mishandlet, mishandling, blå mærker, blåt øje, banker sin kone, tør ikke tage hjem, tør ikke gå hjem, bange derhjemme, bange for min mand, bange for min kone, bange for at gå hjem, ydmyger, nedgør, styrer alt, tager min telefon, må ikke gå ud, må ikke se min familie, eks der ikke vil give slip, ekskæreste truer, forfølger mig, holder øje med mig, usundt forhold, giftigt forhold, voldeligt forhold, abusive relationship, hits her, he hits me, threatens
safe_shelter word: beskyttet bolig, beskyttet ophold, krisecenterophold, sikkert ophold, døgnophold for kvinder
safe_shelter cue: flygte fra sin mand, flygte fra sin kæreste, er flygtet hjemmefra, sikkert sted at sove, væk fra manden, komme væk hjemmefra, akut beskyttelse, run away from husband
violent_partner_help cue: er kommet til at slå, har slået sin kone, har slået sin kæreste, vil stoppe med at slå, bliver så vred, eksploderer, styre sin vrede, kort lunte, flipper ud, control my anger
sexual_assault word: seksuel vold, seksuelle krænkelser, overgrebssatte, voldtægtsofre, senfølger efter overgreb, CSO
sexual_assault cue: overgreb i barndommen, misbrugt seksuelt, voldtægt for mange år siden, krænket som barn, krænket seksuelt, billeder delt uden samtykke, nøgenbilleder, digitale krænkelser, grooming, sexual violence
honour cue: tvunget ægteskab, vil ikke giftes, kontrol i familien, brødrene holder øje, familien holder øje, må ikke gå til fester, strenge forældre, sendt på genopdragelse, kaldt luder af familien, ære og skam, flygtet fra familien, forced to marry, strict family
divorce_support cue: lige blevet skilt, lige gået fra hinanden, forladt, er blevet forladt, brud med kæresten, brud, kærestesorg, ny på skilsmisse, børn efter skilsmisse, delebørn, deleforældre, parforholdskrise, breakup
conflict cue: skænderi, hjælp til at løse en konflikt, mægler, bliver uvenner, uenighed, forsoning
refugees word: nye borgere, nydanske, flygtninge og migranter, flygtningefamilier, flygtninge og indvandrere, netværk for flygtninge, introduktion til Danmark, etniske minoriteter
refugees kind: syrere, afghanere, eritreere, iranere, irakere, kurdere, palæstinensere, somaliere
refugees cue: lige kommet til Danmark, flygtet fra Syrien, flygtet fra Ukraine, fra Eritrea, eritreansk, fra Afghanistan, fra Iran, fra Irak, ny i landet, kender ikke Danmark, forstår ikke systemet, dansk kultur, indvandrerkvinde, indvandrerkvinder, indvandrermand, udenlandske, expat, newcomer
danish_learning word: samtaletræning, snak dansk, øv dansk, sprogmakker, danskcafé, dansk for begyndere, sprogstøtte, tale sammen på dansk
danish_learning cue: bedre til dansk, lære at tale dansk, snakke dansk med nogen, øve sit danske, taler dårligt dansk, kan ikke dansk, kan ikke tale dansk, hjælp til dansk, danskprøve, PD2, practise Danish
residence_law word: asylansøgning, udlændingelovgivning, asylvejledning, opholdsgrundlag, familiesammenføringssag
residence_law cue: afslag på ophold, skal forlade landet, mister sin opholdstilladelse, bange for at blive sendt hjem, sendes hjem, få familien herop, søge asyl, søge statsborgerskab, blive dansk statsborger, forlænge ophold, visum udløbet, EU-ret, work permit
undocumented cue: ingen CPR, har ikke CPR, illegalt i landet, arbejder sort uden papirer, taget passet fra hende, tvunget til at arbejde, tvangsarbejde, udnyttet, løn under bordet, forced labour
interpreter cue: tolkning, skal oversættes, på sit eget sprog, på modersmål, eget sprog, taler ikke engelsk, en der taler arabisk, en der taler somali
lgbt word: regnbuefællesskab, regnbueunge, LGBT-ungdom, kønsmangfoldighed, queerfællesskab, LGBT+ personer, regnbuefamilier
lgbt kind: bøsser og lesbiske, panseksuel, aseksuel, interkøn, drag, trans mand, trans kvinde
lgbt cue: kan lide drenge, kan lide piger, forelsket i en dreng, forelsket i en pige, homo, gay muslim, vil skifte navn, i den forkerte krop, født som dreng, født som pige, ikke fortalt sine forældre, springer ud, usikker på sit køn, usikker på sin seksualitet, same sex
sex_work word: mennesker der sælger sex, sexarbejdende, salg af sex, prostitutionserfaringer, escorter
sex_work cue: sælger sig selv, sælge sin krop, på trækket, trækker på gaden, arbejder på klinik, onlyfans, webcam, sugardater, sugar dating, betalt for sex, sexkunder, vil ud af prostitution, escortpige, thaimassage, prostitute
greenlanders word: grønlandske borgere, Grønlænderhus, grønlandsk mentor, kaffemik
roma_east cue: fra Rumænien, fra Polen, fra Bulgarien, østarbejder, østarbejdere, daglejer, daglejere, arbejdsmigrant, arbejdsmigranter, udenlandsk arbejder
`;

const pattern = /^(\S+) (word|kind|cue|sign|hint): (.+)$/u;
const properties = { word: 'words', kind: 'kinds', cue: 'cues', sign: 'signs', hint: 'hints' } as const;

const linesOf = (text: string): string[] => text.trim().split('\n');

const everySpoken: readonly string[] = [
	lines,
	situations,
	money,
	home,
	body,
	people,
	kin,
	belonging,
	livelihood,
	roof,
	mind,
	company,
	upbringing,
	harm,
	roots,
	told,
	unsaid,
	...english,
	hints,
];

/** The vocabulary with the everyday words added to its concepts. @throws Error for a line about a concept that is not there */
export function withEveryday(concepts: readonly Concept[]): Concept[] {
	const all = new Map([...concepts, ...narrower].map((concept) => [concept.id, { ...concept }]));
	for (const line of everySpoken.flatMap(linesOf)) {
		const [, id = '', kind = '', list = ''] = pattern.exec(line) ?? [];
		const concept = all.get(id);
		if (!concept) throw new Error(`No concept for the everyday words: ${line.slice(0, 60)}`);
		const property = properties[kind as keyof typeof properties];
		all.set(id, { ...concept, [property]: concept[property] ? `${concept[property]}, ${list}` : list });
	}
	return [...all.values()];
}
