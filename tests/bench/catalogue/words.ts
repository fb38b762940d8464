/*
 * The words of the made-up offers. Danish makes new words by putting two together, and so does this: some hundred
 * beginnings and endings give a vocabulary as large, and with as long a tail, as a real directory's.
 */
const list = (text: string): string[] => text.trim().split(/\s+/u);

/** First parts, with the letter that binds them to the next. */
export const beginnings = list(`
	nabo kaffe læse lektie gælds bolig job mentor natur have mad fælles kvinde mande ungdoms børne familie senior frivillig
	sprog samtale sorg net motions svømme bolde danse kor musik teater kreativ strikke sy cykel træ maler foto film spil
	brætspils skak krop yoga gå løbe vandre bade kano fiske hunde dyre køkken bage suppe frokost aften morgen nat weekend
	sommer vinter jule påske ferie kolonihave gård tag park havne strand skov øko genbrugs tøj møbel bytte reparations
	computer it mobil skrive brev digte blog medie radio avis økonomi budget skatte retshjælps socialråds patient sundheds
	tand mødre fædre forældre barsels baby legestue skole eksamens studie praktik fritids netværks peer bisidder støtte
	besøgs telefon chat krise trygheds værdigheds håbs hverdags livs rusmiddel alkohol stof pårørende angst depressions
	autisme adhd senfølge hjerneskade handicap høre syns migrations integrations flygtninge kultur bibliotek museums udflugts
	rejse kreds gade opgangs trappe bydels torve marked koncert festival værksteds iværksætter håndværker
`);

/** Last parts: indefinite, definite, plural. */
export const endings: readonly (readonly [string, string, string])[] = `
	gruppe gruppen grupper|café caféen caféer|klub klubben klubber|hold holdet hold|værksted værkstedet værksteder
	kreds kredsen kredse|forening foreningen foreninger|hus huset huse|fællesskab fællesskabet fællesskaber
	rådgivning rådgivningen rådgivninger|hjælp hjælpen hjælp|støtte støtten støtte|træf træffet træf|aften aftenen aftener
	ven vennen venner|makker makkeren makkere|netværk netværket netværk|forløb forløbet forløb|kursus kurset kurser
	linje linjen linjer|vagt vagten vagter|bus bussen busser|køkken køkkenet køkkener|have haven haver
	rum rummet rum|stue stuen stuer|skole skolen skoler|bank banken banker|butik butikken butikker|marked markedet markeder
	dag dagen dage|tur turen ture|lejr lejren lejre|fest festen fester|kor koret kor|bord bordet borde
	time timen timer|samtale samtalen samtaler|undervisning undervisningen undervisninger|træning træningen træninger
	bro broen broer|følge følgen følger|ordning ordningen ordninger|projekt projektet projekter|hjørne hjørnet hjørner
	kasse kassen kasser|guide guiden guider|team teamet teams|mentor mentoren mentorer|sted stedet steder
	cirkel cirklen cirkler|gang gangen gange|terrasse terrassen terrasser|formiddag formiddagen formiddage
	rejse rejsen rejser|patrulje patruljen patruljer|kontor kontoret kontorer|lounge loungen lounger
`
	.trim()
	.split(/\||\n/u)
	.map((forms) => list(forms) as unknown as readonly [string, string, string]);

/** What offers are most often called, as the first words of a directory of its kind. The same forms. */
export const everyday: readonly (readonly [string, string, string])[] = `
	værested værestedet væresteder|lektiehjælp lektiehjælpen lektiehjælp|gældsrådgivning gældsrådgivningen gældsrådgivninger
	sorggruppe sorggruppen sorggrupper|besøgsven besøgsvennen besøgsvenner|mentor mentoren mentorer|café caféen caféer
	cykelværksted cykelværkstedet cykelværksteder|fællesspisning fællesspisningen fællesspisninger|kor koret kor
	retshjælp retshjælpen retshjælp|krisecenter krisecentret krisecentre|herberg herberget herberger|motion motionen motion
	svømning svømningen svømning|bisidder bisidderen bisiddere|danskundervisning danskundervisningen danskundervisning
	legestue legestuen legestuer|strikkeklub strikkeklubben strikkeklubber|jobcafé jobcaféen jobcaféer
	samtalegruppe samtalegruppen samtalegrupper|fædregruppe fædregruppen fædregrupper|natcafé natcaféen natcaféer
	computerhjælp computerhjælpen computerhjælp|kolonihave kolonihaven kolonihaver|julehjælp julehjælpen julehjælp
	brætspilscafé brætspilscaféen brætspilscaféer|hundeklub hundeklubben hundeklubber|følgeskab følgeskabet følgeskaber
	fritidsjob fritidsjobbet fritidsjob|tandklinik tandklinikken tandklinikker|tolk tolken tolke
	alkoholbehandling alkoholbehandlingen alkoholbehandlinger|madklub madklubben madklubber|netværk netværket netværk
	angstgruppe angstgruppen angstgrupper|rådgivning rådgivningen rådgivninger|telefonlinje telefonlinjen telefonlinjer
`
	.trim()
	.split(/\||\n/u)
	.map((forms) => list(forms) as unknown as readonly [string, string, string]);

/** Nouns in the plural, the commonest first. */
export const things = list(`
	mennesker oplevelser venner samtaler timer breve regninger måltider fællesskaber aftaler opgaver bøger ture sange historier
	idéer erfaringer papirer computere telefoner cykler børn voksne frivillige naboer tanker følelser drømme planer bekymringer
	spørgsmål svar ansøgninger møder blomster grøntsager gulerødder kager boller sko jakker gardiner møbler sakse spil kort
	bolde instrumenter guitarer trommer malerier billeder film aviser sprog ord opskrifter krydderier minder traditioner
	højtider fødselsdage gaver hunde katte høns bier træer bænke lamper symaskiner hamre søm brædder skruer pensler farver
	lektier eksamener jobsamtaler kontrakter budgetter afdrag rykkere pensioner forsikringer nøgler lejemål flyttekasser
	tandlæger læger sygeplejersker psykologer socialrådgivere jurister studerende pensionister bedsteforældre teenagere
`);

export const adjectives = list(`
	nye gode rolige åbne trygge hjælpsomme nærværende erfarne søde tålmodige glade små store varme enkle faste lokale
	nysgerrige frivillige unge ældre udsatte stille livlige kreative praktiske ærlige forskellige almindelige modige
	trætte sårbare stærke venlige grønne gratis hjemmelavede langsomme hurtige sjove alvorlige hyggelige uformelle
	fortrolige anonyme kærlige fælles skæve rummelige
`);

/** Infinitives. */
export const verbs = list(`
	mødes snakke hjælpe lytte spise drikke lave bygge dyrke synge danse spille læse skrive ringe følge støtte øve lære dele
	reparere sy strikke bage gå løbe svømme cykle male tegne grine trøste planlægge sortere tale deltage give modtage låne
	bytte besøge huske fejre plante høste sove hvile forstå udfylde betale spare flytte samle organisere
`);

/** Whom it is for, as one says it. */
export const people = `
	mennesker der føler sig ensomme|unge mellem 18 og 30|enlige forældre|mænd over 50|kvinder der har levet med vold
	dig der er på kontanthjælp|folk med gæld|flygtninge og nye danskere|mennesker med angst eller depression
	pårørende til en med misbrug|familier med små børn|dig der lige er flyttet i egen bolig|ældre der bor alene
	unge uden job eller uddannelse|mennesker i hjemløshed|dig der er ude af behandling|LGBT+ personer
	mennesker med handicap|dig der har mistet|voksne med autisme eller ADHD|løsladte og deres familier
	børn der mangler ro til lektier|gravide og nybagte forældre|mennesker der ikke kan dansk endnu|alle i kvarteret
`
	.trim()
	.split(/\||\n/u)
	.map((text) => text.trim());
