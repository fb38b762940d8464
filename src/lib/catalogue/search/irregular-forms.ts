/**
 * Danish words whose forms do not share a beginning, or whose ending looks like one that inflects and is not. Each line
 * begins with the stem that all its forms get.
 */
const families = `
barn børn barnet børnene barnets børnenes barns børns børne
mand mænd manden mændene mands mænds mandens mændenes
far fædre faderen faren fars fædrene fader
mor mødre moderen moren mors mødrene moder
bror brødre broren broderen brødrene broder
datter døtre datteren døtrene
søn sønner sønnen sønnerne
søster søstre søsteren søstrene
forælder forældre forælderen forældrene forældres
bedsteforælder bedsteforældre bedsteforældrene
bog bøger bogen bøgerne
hånd hænder hånden hænderne
tand tænder tanden tænderne
nat nætter natten nætterne nattens
fod fødder foden fødderne
ven venner vennen vennerne venners vennens
veninde veninder veninden veninderne
ældre ældst ældste ældres
gammel gamle gammelt
ung unge ungt unges yngre yngste
unger ungerne ungernes
køkken køkkenet køkkener køkkenerne
værested værestedet væresteder værestederne
sted stedet steder stederne steds
by byen byer byerne byens
ko køer koen
bo bor boede boet boende
bolig boligen boliger boligerne boligens
sove sover sov sovet
gå går gik gået
få får fik fået
slå slår slog slået
drikke drikker drak drukket drikkeri
hjælp hjælpe hjælper hjalp hjulpet hjælpen hjælpes hjælps
følge følger fulgte fulgt følges
søge søger søgte søgt søges
synge synger sang sunget
skrive skriver skrev skrevet skrives
tale taler talte talt taltes talende
rejse rejser rejste rejst
træne træner trænede trænet træning træningen træninger
spise spiser spiste spist spisning spisningen
lære lærer lærte lært læring
læge lægen læger lægerne læges lægens
have haven haver haverne havens
hus huset huse husene husets
ret retter
retten rettens
styre styrer styrede styrede styres
bage bager bagte bagt bagning bages
rape raped rapes rapist
råd rådet
arbejde arbejdet arbejder arbejdede arbejdes arbejds
penge pengene penges
sygdom sygdomme sygdommen sygdommene
vejr vejret
aften aftenen aftener aftenerne aftenens
menneske mennesker mennesket menneskene menneskers
kollektiv kollektivet
telefon telefonen telefoner telefonisk
computer computeren computere computerne
lektie lektier lektien lektierne
kaffe kaffen
café caféen caféer cafe cafeen cafeer
idé ideer
museum museet museer
klub klubben klubber
job jobbet jobs jobbene
bad bade badet bader
seng senge sengen sengene
cykel cykler cyklen cyklerne cykle cykling
frokost frokosten
person personer personen personerne
bruger brugere brugeren brugerne
misbrug misbruget misbruger misbrugere misbrugeren misbrugerne
offer ofre offeret ofrene
asyl asylet asyls
flygtning flygtninge flygtningen flygtningene flygtninges
herberg herberget herberger herbergerne
krisecenter krisecentre krisecentret krisecenteret krisecentrene
center centre centret centeret centrene
mentor mentoren mentorer mentorerne
papir papirer papiret papirerne
brev brevet breve brevene brevs
regning regningen regninger regningerne
samtale samtaler samtalen samtalerne
sorg sorgen sorger sorgs
gæld gælden gælds
liv livet livets livs
død døden døde døds
vold volden volds
voldelig voldelige voldeligt
farlig farlige farligt
familieret familieretten familieretlig familieretlige familieretligt
udlændingeret udlændingeretten
lejeret lejeretten lejeretlig
lejlighed lejligheden lejligheder lejlighederne lejligheds
værelse værelset værelser værelserne
tidligere tidlig tidligt tidlige
sommer sommeren sommers somre
bil bilen biler bilerne
billig billigt billige billigere
menighed menigheden menigheder
færdighed færdigheder færdighederne
mulighed muligheder muligheden
dårlig dårligt dårlige dårligere
kniv kniven knive
bøde bøder bøden bøderne
græde græder græd grædt grædende
sidde sidder sad siddet siddende
ligge ligger lå ligget
miste mister mistede mistet
dø døde døende
skylde skylder skyldte skyldt
låne låner lånte lånt
lån lånet lånene
ryge ryger røg røget rygning
stjæle stjæler stjal stjålet stjålne
tør turde turdet
flytte flytter flyttede flyttet flytning flytningen flytninger
rydde rydder ryddede ryddet rydning
gift gifte giftes giftet
forstå forstår forstod forstået
sælge sælger solgte solgt sælges
betale betaler betalte betalt betaling betalinger betalingen
tabe taber tabte tabt
hoved hovedet hoveder
øje øjne øjet øjnene
fader fadder faddere
demens demensen
stille stilhed stilheden stilfærdig
stil stilen stile stilene
mad maden madens
svømme svømmer svømmede svømning svømningen
læs læste læst
køb købte købt
glem glemte glemt
gem gemte gemt
drøm drømte drømt
råb råbte råbt
tjen tjente tjent
døm dømte dømt
skil skilte skilt
ram ramte ramt
løs løste løst
del delte delt
skab skabte skabt
dræb dræbte dræbt
bestil bestilte bestilt
afvis afviste afvist
udvis udviste udvist
bevis beviste bevist
vis viste vist
overbevis overbeviste overbevist
opløs opløste opløst
ansæt ansatte ansat
oversæt oversatte oversat
bosæt bosatte bosat
indlæg indlagde indlagt
planlæg planlagde planlagt
udskriv udskrev udskrevet
indskriv indskrev indskrevet
afskriv afskrev afskrevet
underskrive underskrev underskrevet underskriver
frys frøs frosset frosne
bryd brudt
ødelæg ødelagde ødelagt
riv rev revet
skrid skred skredet
skrig skreg skreget
skær skar skåret
smid smed smidt
smidig smidige smidigt smidighed
snyd snød snydt
spring sprang sprunget
stik stukket
synk sank sunket
træk trak trukket
tving tvang tvunget
vind vandt vundet
vælg valgte valgt
driv drev drevet
kvæl kvalte kvalt
forsvind forsvandt forsvundet
forlad forlod
bedrag bedrog
deltag deltog
modtag modtog
opgiv opgav
flyv fløj fløjet
lyv løj løjet
kryb krøb krøbet
skyd skød skudt
bid bidt
rid redet
grib greb grebet
stig steget
spørg spurgte spurgt
bær båret
smør smurte smurt
stræk strakte strakt
ræk rakte rakt
repar reparation reparationer
isolere isolerede isoleret isolerer
kontrollere kontrollerede kontrolleret kontrollerer kontrollerende
lukkede
dans
rens
lås låste låst
følge fulgtes
true truede truet trues
forfølg forfulgte forfulgt
voldtag voldtog
løslad løslod
anbring anbragte anbragt
døb døbte døbt
kog kogte kogt
steg stegte stegt
optag optog
foretag foretog
slid sled slidt
fyre fyrede fyret fyring fyringer
indsats indsatsen indsatser indsatserne
fyr fyren fyrene
voksne voksen voksent voksnes
koste koster kostede kostet
toaster toastere
skifteret
banke banker bankede banket
hule hulen huler hulerne
mød mødte mødt mødtes
trives trivedes trivsel
mistrives mistrivedes mistrivsel
savn savnede
pjæk pjækkede
vask vaskede
hent hentede
flygt flygtede
svigt svigtede
oplev oplevede
kys kyssede
byg byggede
dans dansede
mal malede
tegn tegnede
strik strikkede
dyrk dyrkede
klip klippede
rens rensede
host hostede
sult sultede
mob mobbede
dril drillede
afson afsonede
fjern fjernede
begrav begravede
spar sparede
overnat overnattede
vågn vågnede
vælt væltede
snubl snublede
bræk brækkede
knæk knækkede
smadr smadrede
udnyt udnyttede
land landede
klar klarede
mangl manglede
sy syr syede syet
syre syren
`;

/** Form → stem. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
	families
		.trim()
		.split('\n')
		.flatMap((line) => {
			const [base = '', ...forms] = line.split(' ');
			return [base, ...forms].map((form) => [form, base] as const);
		}),
);
