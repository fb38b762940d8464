/**
 * How people tell what is the matter without naming what would help: who does what to whom, what has just happened,
 * what they would like. Lines as in `everyday.ts`.
 */
export const situations = `
violence cue: styrer mine penge, styrer alle mine penge, styrer hendes penge, styrer økonomien for mig, tager mine penge, bestemmer over mig, bestemmer alt derhjemme, tjekker min telefon, tjekker mobilen, tjekker hendes telefon, må ikke se veninder, må ikke gå ud for ham, jaloux, sygeligt jaloux, truer mig, truer hende, han truer, hun truer, voldelig mand, voldelig kone, bange for eksen, følger efter mig, vil ikke lade mig gå, råber ad mig, overvåger mig, kaster med ting, he controls my money, controlling, afraid of my husband
honour cue: bange for sin familie, bange for min familie, bange for sin far, bange for sine brødre, overvåget af familien, overvåget af brødre, overvåger mig, brødre bestemmer, familien bestemmer, far bestemmer, må ikke have kæreste, kæreste i smug, forlovet mod sin vilje, tvinges til ægteskab, forced to marry, afraid of my family
safe_shelter cue: flygte hjemmefra, flygte fra sin mand, bange for at gå hjem, skal væk hjemmefra, et sikkert sted, sikkert sted at sove, safe place
letters cue: forklare brev, forklare mig et brev, forklare et brev fra kommunen, læse et brev fra kommunen, forstår ikke et brev fra kommunen, rod i papirerne, rod i papirer, styr på papirerne, bunke af post, sortere post, sortere papirer, åbne posten, læse posten, læse min post, forklare brevet, oversætte et brev, hjælp med blanketter, mapper og ringbind
debt cue: post fra inkasso, ikke åbnet post, har ikke åbnet post, gemmer regningerne, rykkere i skuffen, skylder alle penge, kan ikke betale tilbage
economic_advice cue: økonomien er gået i stykker, pengene slipper op, pengene er sluppet op
poverty cue: pengene er sluppet op, har ikke flere penge, ingen penge tilbage, sidst på måneden, alt for dyr, koster for meget, ikke til mad, måneden er lang, sidste dage af måneden, resten af måneden
food_aid cue: pengene er sluppet op, mad sidst på måneden, noget at spise gratis, tomme skabe, sætte på bordet, sætte mad på bordet, mad på bordet, noget på bordet, intet på bordet, ikke mad til, ingen mad i huset, intet i køleskabet, mætte børnene
grants cue: låne penge til, betale for briller, betale for tænder, hjælp til at betale, nye briller, penge til en cykel, råd til vintertøj, penge til flytning
work_rights cue: får ikke løn, ikke betalt løn, mangler løn, løn ikke udbetalt, skylder mig løn, snyder med lønnen, arbejdsgiveren, arbejdsgiver betaler ikke, arbejde uden kontrakt, feriepenge, fyret fordi jeg blev syg, fyret under sygdom, fyret uden grund, opsagt under sygdom, not paid, unpaid wages
tenant_law cue: lejemål er opsagt, lejekontrakten er opsagt, får ikke depositum tilbage, udlejer svarer ikke, udlejer vil ikke, betale depositum tilbage
eviction cue: lejemål er opsagt, er blevet opsagt, mister lejemålet, skal ud af lejligheden, smides ud af lejligheden
homelessness cue: bor på sofa hos, bor hos en kammerat, bor hos en ven, sover hos en kammerat, på gaden i nat, smidt på gaden, har ingen bolig
housing cue: et sted til en ung, bor på sofa hos, egen lejlighed, hjælp til at søge bolig, flytte for sig selv
furniture cue: mangler alting, mangler alt til lejligheden, ting til lejligheden, noget at sidde på, tomt hjem, møblere
handyman cue: hænge noget op, hænge gardiner op, hænge en lampe op, hænge billeder op, sætte op, sætte en router op, bore et hul, lampen virker ikke
digital_help cue: computeren driller, telefonen driller, internettet virker ikke, sætte router op, wifi, koden virker ikke, glemt koden, lære at bruge computer, lære at bruge telefonen, ny telefon
nature cue: ud i det grønne, i det grønne, grønt, udeliv, røre ved jord, blomster, planter, lugte skov
leisure cue: keder mig, keder sig, få tiden til at gå, dagene er lange, noget at tage sig til, noget at lave, lave noget om aftenen, klubben er for dyr, for dyrt at gå til, råd til en klub, råd til at gå til noget
volunteering cue: gået på pension, hjælpe andre, være noget for andre, bruge min tid på andre, føle sig nyttig
older_people cue: gået på pension, lige gået på pension, en ældre borger
visiting_friend cue: holde øje med en, se til en, kigge til en, høre om alt er vel, tjekke til min mor, ringe hver dag, en at tale i telefon med, snakke i telefon med, telefonsnak, kommer aldrig ud, phone friend
crisis_line cue: nogen at ringe til, ringe når det er svært, kan jeg ringe til, bange om natten, vågen om natten, kan ikke mere, holder det ikke ud, kan ikke holde det ud, magter ikke mere
loneliness cue: passer ikke ind, udenfor fællesskabet, føler mig udenfor, føler sig udenfor, taler aldrig med nogen, spiser alene, er helt alene, alene i weekenden, ensom om søndagen, mangler en ven, finde en ven, få en ven
community cue: passer ikke ind, meet people, meet people new, make friends, føle sig hjemme, møde andre i samme situation, lave noget med andre
neighbourhood cue: kender ingen i kvarteret, lige flyttet hertil, lige flyttet ind, ny i opgangen, larm fra nabo, støj fra naboen, støjer, uvenner med naboen, skændes med naboen, kontakt med naboer
conflict cue: støj fra naboen, naboen larmer, larm fra nabo, uvenner med naboen, skændes med naboen, nabostrid
accompaniment cue: følge en borger, følge en ældre, følge min mor, gå med i retten, gå med til retten, med i retten, gå med til samtale, med til fogedretten, tage en i hånden, tør ikke alene, være med til lægesamtale, følge på hospitalet, ind til hospitalet, huske hvad lægen siger
accompaniment word: går med dig, følger dig, tager med dig, med til aftalen
going_out cue: genert, bange for nye mennesker, komme i gang med en sport, komme i gang med en fritidsinteresse, starte i en forening, nogen at følges med til, ingen at følges med, alene til koncert, gå i teater med
culture cue: til koncert, i biografen, i teatret, på museum, gå til koncert
exercise cue: komme i gang med at træne, træne igen, i dårlig form, gå ture med andre, motionere
sport word: roning, bordtennis, motionsfodbold, kørestolssport
alcohol cue: drikker for meget, drikker meget, bliver fuld, min far drikker, min mor drikker, vil holde op med at drikke, stoppe med at drikke
drop_in cue: påvirket, må være påvirket, komme selvom man er fuld, komme fuld, være i fred, sidde uden at skulle noget
substance_use cue: holde op med hash, holde op med at ryge hash, stoppe med hash, lige blevet stoffri, blevet stoffri, blevet clean, tager stoffer, tager piller, for mange piller, holde sig stoffri, tilbagefald
aftercare cue: lige blevet stoffri, stoffri, ædru, blevet ædru, efter behandlingen
mental_health cue: overvåget, føler sig forfulgt, stemmer i hovedet, lige udskrevet, nyudskrevet, indlagt på psykiatrisk, kommet hjem fra psykiatrien
depression cue: kommer ikke ud af sengen, kan ikke komme ud af sengen, kan ikke stå op, alt er uoverskueligt, ked af det hele tiden
housing_support cue: kan ikke overskue hverdagen, overskuer ingenting, kan ikke overskue noget, lejligheden er fyldt, fyldt med ting, samler på alt, kan ikke smide noget ud, kan ikke smide ud, samlermani, bunker overalt, lugter fra lejligheden, skrald i lejligheden
violent_partner_help cue: holde op med at slå, kommer til at slå, vil ikke slå mere, styre min vrede, styre vreden, stop hitting
grief cue: bror er død, søster er død, er lige død, min bror døde, tog livet af sig, taget sit eget liv, selvmord i familien, mistede sin mor, savner min mand, savner min kone
new_parents cue: lige født, lige har født, født og ked af det, venter mit første barn, gravid og alene, alene med baby, kan ikke mere med baby, græder baby, træt baby, efterfødselsreaktion, baby der græder
childcare cue: passe mine børn, passe børnene, passer ens børn, have børnene en aften, tage børnene
child_friend cue: savner en far, barnet savner en far, savner en voksen, dreng uden far
family_law cue: må ikke se sine børn, må ikke se mine børn, ser mine børn for lidt, savner mine børn, får ikke lov at se, kæmper om børnene, samvær med mit barn
family_law word: samværssag, familieretsadvokat, samværsret, samværsfædre
school_absence cue: vil ikke i skole, nægter at gå i skole, går aldrig i skole
crime_prevention cue: hænger ud med de forkerte, forkerte venner, dårlige venner, de forkerte kammerater, kommet i bande, søn i bande, ud af bande, på vej ud i noget skidt
released cue: kommer ud af fængslet, lige kommet ud fra fængsel, lukkes ud, henter mig ved porten, ny begyndelse efter fængsel
refugees cue: fra Eritrea, fra Syrien, fra Afghanistan, fra Iran, fra Irak, lige kommet til Danmark, kommet til Danmark, ny i landet, flygtet fra sit land
danish_learning cue: lære dansk, øve mit dansk, blive bedre til dansk, taler næsten ikke dansk, vil gerne tale dansk
disability cue: kan ikke høre, ser næsten ingenting, hører dårligt, sidder i kørestol, dårlige ben
legal_aid word: juridisk bistand, juridisk vejledning, advokatbistand, fri advokat
legal_aid cue: skal i retten, har fået en bøde, er blevet anmeldt
assessor cue: gå med i retten, støtte i retten
holiday cue: aldrig været på ferie, på ferie med børnene, en uge væk, ikke råd til at rejse
moving_help cue: køre mine møbler, bære møbler, bil til møbler, flytte mine ting, hjælp til at bære
clothes cue: ny jakke, mangler tøj, tøj gratis, noget tøj, tøj til jobsamtale, vinterjakke, varm jakke
repair cue: hul i bukserne, lappe bukser, reparere tøj, sy bukser, cyklen er punkteret
residence_law cue: prøve i statsborgerskab, søge statsborgerskab, dansk pas
self_help cue: andre der har det ligesom mig, tale med andre i samme situation
youth_counselling cue: må ikke for mine forældre, problemer derhjemme, ballade hjemme, passer ikke ind
sexual_health cue: testet for hiv, testes for sygdomme, sex uden kondom
health_clinic cue: snubler, faldt i badet, falder hele tiden, svækket, afkræftet, kroniske smerter, fysioterapi, apotek, jordemoder, sår der ikke heler
visiting_friend cue: selskab et par timer, lidt selskab, hjælpeløs, sidder bare og ser fjernsyn, nærvær, kommet hjem fra hospitalet, savner en at snakke med, bekendtskab, livshistorie
accompaniment cue: hente på hospitalet, hentes efter operation, til at hente sig, følge hjem, kommet hjem fra hospitalet, tage med i banken
housing_support cue: kommet hjem fra hospitalet, lige flyttet i egen bolig, bo alene for første gang, uoverkommelig, kan ikke finde ud af at bo alene
dementia cue: desorienteret, husker ikke, glemsom, genkender os ikke, finder ikke hjem, forsvinder hjemmefra
relatives cue: slidt op af at passe, passe sin syge, passe min mand, passe min kone, omsorgsarbejde
mould cue: boligskimmel, svamp på væggen, svamp på væggene, svamp i lejligheden, våde vægge
tenant_law cue: betale indskud tilbage, betale mit indskud tilbage, får ikke indskud tilbage, beholder indskuddet
job cue: mistet sit arbejde, mistet mit arbejde, holdt op med at arbejde, uden arbejde
eviction cue: miste lejlighed, ved at miste sin lejlighed, miste bolig, betale huslejen, kan ikke betale husleje
school_absence cue: alene i frikvarteret, frikvarter, frikvartererne, ekskluderet, udelukket fra klassen, holdt udenfor af de andre, pjækker hele tiden, fritidshjem
food_aid cue: i skole uden mad, madpakke, ingen madpakke, lever af rugbrød, tomme køkkenskabe, sulter hele dagen
handyman cue: hylde, pære, skifte pære, montere, samle et møbel
honour cue: omskæring, omskåret, æresrelateret, genopdragelse
trauma cue: slog mig som barn, vågner skrigende, skriger om natten, det gamle kommer tilbage, udsendt og kan ikke falde til ro, kan ikke falde til ro
veterans cue: kom hjem fra Afghanistan, mand hjem fra Afghanistan, kom hjem fra krig
suicide cue: livstræt, træt af livet, vil ikke være her, ikke være her længere, aldrig vågne igen, ikke vågne igen, orker ikke at leve
depression cue: modløs, ligegyldig, kan ikke tage mig sammen
sexual_assault cue: aldrig fortalt det, krænket som barn
into_adulthood cue: væk hjemmefra, voksen uden forældre
loneliness cue: nærvær, knus, dating, alene efter mange år
grief cue: alene efter, bryllup uden ham, maden smager ikke
moving_help cue: ingen til at bære, bære kasser, tunge møbler, trappe, flyttekasser
benefits cue: nedslidt, slidt ned, kroppen kan ikke mere
new_parents cue: ammeproblemer, amning, ultralyd, faderen er stukket af, alene og gravid
single_parents cue: faderen er stukket af, stukket af fra os, faren vil ikke kendes ved
conflict cue: skriger ad, råber ad hinanden, spiller høj musik
peer_support cue: selv har prøvet, har prøvet det selv, selv har været der
children_relatives cue: far var fuld, mor var fuld, forældrene drak, opvokset med druk, vokset op med druk
`;
