import { wordSet } from './words.ts';

/**
 * Words that are in any conversation, so that whole questions consist of them. They say nothing of a need by themselves
 * (in set phrases they do: »venter barn«, »kender ingen«), are never taken for slips, and count when nothing else was said.
 */
export const commonWords = wordSet(`
	accepterer afsted aldrig alligevel allerede altså andres ankommer ankommet anvende anvender arrangere at
	bagefter bede beder bedt bedre begrænset begyndt behandle behandler beholde beklager bestemt betyder bevæge
	bevæger bidrage blandt blev blive blot bo boede boet bor bringe bringer bringes brugt burde både bliv bragt
	bragte byde byder bytter cirka copenhagen danmark dels dem derefter derfra derhen deroppe derovre derpå derude
	dertil desuden desværre dig dine diverse dreje drejer drømmer dukke dukker effektivt efterhånden efterfølgende
	egen egner ejer eneste enda endelig endda engang ens enkel enkelte enkelt ekstra endnu etc evt evner faktisk
	falde falder fast faste fem fik find findet fire fjerde flest fleste flot flyder foregår foreslå foreslår
	forleden formentlig formår forneden forresten forrige forsøge forsøger forsøgt forsøg forsvundet fortsat
	fortsætter forskel forskellige forventer forvejen frem fremad fremme fremover frit fuldstændig fundet
	fungere fungerer færre færdig færdige følelse følelsen følt følte før først første gang gav ganske garanti
	generelt gider gidet gennemføre givet gjorde gjort godt gået gøres haft halvt han handle have helst helt hende
	hendes henne henter hente hentes henvende henvender henvendelse henvise henviser henvist herefter herfra herhen
	herhjemme herned hertil herude heraf hjem hjemad hvem hver hverken hvilken hvori hvorhen hvornår hurtig hurtige
	hurtigt hun hører høre hørt hørte ifølge igennem ihærdigt imellem imod indenfor indtil især iorden ingenting
	istedet ja jævnligt kalde kalder kaldt kendt kende kender kendte klare klarer klaret klient klienten klienter
	kig kigge kigger kiggede klart kom kommen kommende kommet konkret kort kunnet kun kører køre kørt kørte lade
	lader ladet lagt langsomt langsom lavede lavet lavt lede lever leve levet levede ligefrem ligeså ligge lige
	ligeledes ligner lod lykkedes lykkes lyder længe længere længst løse løser magte magter manglede manglende mens
	mene mener mente mindste mindre modsat mon mulig muligt muligvis mærke mærker mærkede mærket måned måneder
	måneden nemt nem nemmere netop nok noget nogenlunde normalt nuværende nyligt nylig nødt nødvendig nødvendigt nå
	når nåede nået næste næsten nær nærheden nærmere nærmest oftest ofte omkring opdaget opdage opdager oppe opstår
	ordentlig ordentligt ordne ordner ordnet overfor overhovedet ovenpå ovre par pga pludselig pludseligt plus
	præcis præcist passende resten rigtige roligt rolig rolige række rundt sammen sagde sagt sad samme socialcenter socialcenteret socialcentret socialforvaltningen borgercenter borgercentret borgerservice samtidig
	samtidigt sendt sende sender sene senere seneste sent set sidst sidste siden sider sige sikker sikkert sikre
	simpelthen sine situation situationen situationer skete ske sker sket snildt sommetider spørge spørger spurgt
	spørgsmål stadigvæk startet stedet stod stor store stort større største stået svare svarer svært svær svære
	særlig særligt særlige så sådanne taget tiden tilbage tilbyde tilbyder tilbydes tilbudt tilfælde tilsyneladende tit
	tog tredje tre to tydeligvis udover ude uge ugen uger ugentlig ugentligt umiddelbart undgå undgår undgået var
	varer varig vedrørende vel velkommen velkomne vendt vende vender vente venter ventet vej vejen vejene vidste
	vidt vil vigtigt vigtig vigtige være vældig værd vælge vælger vist våge yderligere ydes dømmer bagved videre tænker tænke tænkt bruger foran overalt slippe slipper ukendt ukendte ønsker ønsket øvrigt
	øvrige år året årene åbenbart års årevis åbnet åbnede elleve fjorten halvanden hundrede mio ni otte seks syv ti
	tolv tretten femten seksten sytten atten nitten tusind tyve fyrre tredive halvtreds tres halvfjerds firs halvfems about after again all already also always
	another anyone anything back because been before best better between came come comes coming could couldn danish
	day days didn doesn doing don done down during each else ever every everything everyone feel feeling feels few
	finding first give gives go goes going gone got had hasn haven having here him hers himself herself just keep
	keeps kept know like little living live lives lot make makes many maybe most much must need needed new now off
	often old one only other others out over own please put really right said same say says see seem since so
	something soon still stuff such take takes than thank thanks that then these thing things think those through
	today together too tried try trying two under until up us use used using very via was way ways well went will
	træde træder trådte aner ane august september oktober november januar februar marts april maj juni juli bortset
	with within without won wont would yes yet yourself t s d m re ve ll greetings hello hi dear denmark
`);
