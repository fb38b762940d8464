import { stem } from './stem.ts';
import { wordSet } from './words.ts';

/*
 * Words of everyday Danish that no offer needs to have, and that are a letter from a word of the field: »huden« is no
 * slip for »hunden«, »solen« none for »skolen«. A word is here because it was once taken for another.
 */

const stems: ReadonlySet<string> = new Set(
	[
		...wordSet(`
			albue blomme busk drab drue formand fylding højre hymne influenza inspektion krage kåbe laks lempe læder
			mandel metal miks myre måge palads silke spænde stempel stærk svane træde tårn uerfaren venstre
			adfærd advare advarer afbræk afgang aflyse aflyst afslappet afsløre afsløret afvise agurk allergi almindelig
			almindeligt altan ammede anbefale anbefaler ankel ankomst ansigt ansvarsløs antal appelsin arkitekt artig
			arving aske attend bageri bamse banan batteri bebrejde befaling belønne belønning beroliger beroliget berømt
			berøre berørt beslutning beslutninger besluttet betjent bevare bevarer bevis beviser bevist binde bitter
			bjerg bjørn blad blade bleg blidt blinke blod blunde bluse blyant blæk blæse blæser blæst blød blødt boller
			bonde bonusfar bornholm borte bragte brandstation bred bredde bristet brokkede brændte bræt bund burger bælte
			bøje bølge bølger børste børster bånd båret cement chauffør chokolade cirkel citron dale dalen dejlig dejligt
			dobbelt doven dronning drømme dråber dufte dumt dunker dusin dybe dæmpe døse dåse edderkop efternavn egern
			ekko elendig elendigt elske elsker ensfarvet enten entre erting eventyr evig evigt evne fabrik fadder
			fantastisk fart farvel fejl fejlede fejlen fejler fejltagelse femten figur fine finere finger fint firma fisk
			fiske fisker fisketur fjende fjernede fjernest fjernt flakke flamme flittig flittigt flod flok flov flue
			fløde fløjte fodre folde folketing foragter forandrer forandring forbrænde forbud forbudt forbyde forbyder
			foreløbig forfærdelig forfærdeligt forholdsvis forkorte forkortet forkæle forkæler forkælet forlod formindske
			fornavn fornemmer forsinkelser forske forsker forskning forskrækket forslag forældet forøge fotoalbum frie
			frimærke frost frosten fræk frække frøs fuppet fælde færge færre færrest følesans gaffel gammeldags garage
			gartner gemt gemte genere generer generet genstridig gevær glade glat glide glider glæden glæder glød gløder
			gnavne gnide goddag godnat gram greb gren grene gribe grinede gris gryn gråd gråvejr gulerod gynge gæst
			gæster gætte gåde hade hage halskæde hammer handel hane hare haste hatten havde havn havre hegn heks held
			heldig heldigt hjælpsom hjælpsomme hofte holdning holdninger huden hulke humor humoret huskede huskekage
			hveps hvid hvide hviske hvisken hvisker hytte hæfte hæld hælde hældt hæren hæve hæver hævn hævne høflig højde
			højtaler høste ideer indland indse indsætte indviklet ingeniør ingensteder inspektør invitation irritere
			irriterende irriterer irriteret isen januar jern jordbær journalist juice julemand kabel kalde kande
			kartoffel kaste kejser kilde klagede klar klatre klistrer klogt klokke klud klæde klædt knallert knirke
			knogle knold knubs kobber komma kompas konkurrence kontor korn kortest kraft kram kramme krammer kran kravle
			kridt kritisere krog krybbe kurv kvalt kvittering kvæle kylling kysse kysser kyst kælderrum kæmpede kærlig
			kærligt køle køler lagde landmand landsby latter latterligt ledning ledte lego lektion lettede ligeglad
			ligeglade lignede lignende lilla lime lineal liter loft loftrum lommer lovede lufthavn lukke lune luner
			lurede lurer lygte lykke lykkelig lyttede læbe lækker lænestol længde løgn løgnagtig løgner løsne løsner løve
			låste magt making mandag marked marken masse medarbejder medarbejdere medfølelse mildt mindsker minut
			mislykkes mistanke mistillid mistro mistænker mistænkt misunde misunder moderne modner modsatte moppe mopset
			morsom morsomt motorcykel muskel mængde mærkelig mærkeligt mødtes mønster mønstre mønt mønter måne nakke
			narrer narret nedenunder nederdel nederlag nikker nitten normal nusse nusser nutid nymodens nynne nynner nyse
			nysgerrig nægte nægtede nænne nænner nært næse nævnte ofte omfavne omsorg omsorgen opdage opdagelse opfinde
			opfindelse opfordrer opføre opfører opførsel opførte oplader opmuntrer ordre orkede overbevise overbevist
			overfladisk overføre overført overgiver overraske overrasket overskæg overtale overtalt parfume parti peber
			pedel peger pengepung perron pilot pine pink pladsmangel plage planlagt planlægge planlægger pligt
			pligtopfyldende pludre point politistation populær portion porto posthus praktikant prikket prins prinsesse
			pris projekt purker pusle pusler pølse pålidelig reagere reagerer reaktion redt regel regering regler rektor
			restaurant resultat revet rifter rimelig risiko riste rive rosa rose rulle rusk ruske rustning rutsjebane
			rygsæk rystede røbe rødder røde saft saks salen salt sand sandkasse sanse sanser scooter seddel sedler sejr
			seksten semester sild sitre sjælland skarp skeer skib skildpadde skinke skjold skorsten skrammer skranken
			skrige skrumper skrællede skræller skræmme skræmmer skræmt skuffe skuffer skulder skurk skyer skylle skælver
			skænke skænker skøn skønt skål skåret slag slagne slagte slagter slange slappe slapper slips sloges slottet
			sluge slutning sløv smag smal smelte smilede sminke smuk smør snavs snes snue snyde snød snøre solen solskin
			somme sovs spids spilde sporet spurgte spændende spærre stabel standser stang stillede stjerne stjerner stolt
			stolthed stopning storm strandede streger stribet stryge stue stædig stædigt stænk stærk stød størrelse støv
			stål suge surt svarede sviget sværd synke sytten sænke sænker sære sætning søde sødt sølv sømand sømme takker
			takket takt talent talenter tang tarmen tavle tavshed tegnebog tegnebogen tegnede temmelig ternet tidspunkt
			tilfreds tilgav tilgive tilgivelse tillade tilladelse tillader tilladt tillid tilstå tilsvarende titel told
			torden torv tredobbelt tretten troede trold troskab troværdig troværdigt true tryk trøste tunnel turist
			tyngede tynget tæer tæppe tætte tættest tømmer tørstig tøvede tøvejr tøven tåge uafhængig ualmindelig
			uansvarlig uartig udhvilet udskudt udvide udvidet udvikler udvikling uheld uheldet uheldig uhøflig ulydig
			ulyst underlig undre undrer undskyld undskylde undskyldning unormal upopulær upålidelig uskyldig utilfreds
			utålmodig vare varede varighed varmede velbekomme venteværelse videnskab vidunderlig vilde viljestyrke vinke
			viskelæder vits vitser vittig vogn vogte vogter voksede vride vundet værre værst vært ægte ændret ændring
			ændringer ærlig ærligt ærter øger øget øjeblik åbenhed åndssvagt årsag
		`),
	].map(stem),
);

/**
 * Whether a word is an ordinary one, spelt as it was meant, though the vocabulary of the field lacks it.
 * @param word folded
 */
export const isOrdinary = (word: string): boolean => stems.has(stem(word));
