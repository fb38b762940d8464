import type { Concept } from './concept.ts';

/** New in the country, outside the norm. */
export const belonging: readonly Concept[] = [
	{
		id: 'refugees',
		words:
			'flygtning, flygtninge, flygtningehjælp, asyl, integration, nyankomne, indvandrer, indvandrere, etnisk minoritet, minoritetsetnisk, nydansker, nydanskere, migrant, migranter, udlænding, modtagelse af flygtninge, refugees, immigrants, migrants, refugee resettlement, newcomers',
		kinds: 'asylansøger, asylansøgere, asylum seekers',
		cues: 'ny i Danmark, nyankommen, kommet hertil, fra et andet land, kommer fra Syrien, fra Ukraine, fra Somalia, flygtet fra krig, fremmed, anden baggrund, anden etnisk baggrund, udenlandsk, foreigner, foreigners, new to the country',
		near: 'danish_learning, residence_law',
	},
	{
		id: 'danish_learning',
		words:
			'danskundervisning, dansktræning, sprogcafé, sprogtræning, sprogundervisning, sprogven, lære dansk, danskkursus, sprogpartner, dansk samtale, Danish lessons, language café, language training, English classes, ESL, ESOL, learn Danish',
		cues: 'tale dansk, øve dansk, taler ikke dansk, forstår ikke dansk, dårligt dansk, dansk sprog, indfødsretsprøve, PD3, sprogskole, sprog, learn the language, speak Danish, citizenship test',
		near: 'refugees, education',
	},
	{
		id: 'residence_law',
		words:
			'opholdstilladelse, familiesammenføring, asylret, udlændingeret, asylrådgivning, statsborgerskab, udlændingestyrelsen, opholdskort, indfødsret, visum, EU-borger, SIRI, residence permit, immigration law, family reunification, citizenship, visa, immigration legal services, naturalization',
		cues: 'afslag på asyl, udvisning, udvist, hjemsendes, dansk pas, nyt pas, fornye pas, pas og visum, få sin kone til Danmark, få familien hertil, permanent ophold, papirer i orden, deported, deportation, passport, green card, stay in the country',
		near: 'legal_aid, refugees',
	},
	{
		id: 'undocumented',
		words:
			'udokumenterede, udokumenteret, papirløs, papirløse, uregistreret, uregistrerede migranter, illegal, handlet til prostitution, menneskehandel, trafficking, undocumented, human trafficking, unregistered migrants',
		cues: 'uden papirer, ingen papirer, uden CPR-nummer, ikke CPR, ulovligt i landet, no papers, without papers',
		near: 'refugees, health_clinic',
	},
	{
		id: 'interpreter',
		words:
			'tolk, tolkebistand, tolkning, tolkehjælp, oversættelse, tosproget, tosprogede, interpreter, translation, interpreting',
		cues: 'oversætte, oversætter, forstår ikke sproget, translate, speaks only',
		near: 'refugees',
	},
	{
		id: 'lgbt',
		words:
			'LGBT, LGBT+, LGBTQ, LGBTQ+, LGBTQIA+, LGBTI, queer, homoseksuel, homoseksuelle, regnbue, kønsidentitet, seksualitet, homoseksualitet, rainbow',
		kinds:
			'bøsse, bøsser, lesbisk, lesbiske, biseksuel, transkønnet, transperson, transpersoner, nonbinær, gay, lesbian, transgender, bisexual',
		cues: 'springe ud, sprunget ud, født i forkert krop, skifte køn, kønsskifte, trans, kønsmodtagelse, forelsket i en af samme køn, coming out, pronouns, gender identity',
	},
	{
		id: 'sex_work',
		words:
			'sexarbejde, sexarbejder, sexarbejdere, prostitution, prostitueret, prostituerede, gadeprostitution, sexsalg, sugardating, exit fra prostitution, sex work, sex workers, prostitutes',
		cues: 'sælger sex, solgt sex, luder, trækker, trækkerstrøg, escort, massageklinik, massagepige, sugar daddy, sex for penge, sells sex, escorting',
		near: 'sexual_health, violence',
	},
	{
		id: 'greenlanders',
		words: 'grønlænder, grønlændere, grønlandsk, det grønlandske hus, inuit, Greenlandic, Greenlanders',
		cues: 'Grønland, fra Grønland, Greenland, kalaallisut',
		near: 'community',
	},
	{
		id: 'roma_east',
		words: 'østeuropæere, østeuropæisk, EU-migrant, EU-migranter, Eastern European, EU migrants',
		kinds: 'romaer, roma, rumænere, polakker',
		cues: 'polsk, polak, rumænsk, rumæner, bulgarsk, litauisk, flaskesamler, Polish, Romanian',
		near: 'undocumented, homelessness',
	},
	{
		id: 'children_adults_ukraine',
		words: 'ukrainere, ukrainsk, ukrainske flygtninge, Ukrainian, Ukrainians',
		cues: 'Ukraine, fra Ukraine, krigen i Ukraine',
		near: 'refugees',
	},
];
