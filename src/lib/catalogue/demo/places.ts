/**
 * Where the demo's offers are: real streets of Copenhagen with invented house numbers. Coordinates (WGS 84 degrees) are
 * set by hand, right to the street and not to the door.
 */
import type { LocationRecord } from '../hsds/record.ts';
import type { DistrictCode } from '../vocabulary.ts';

type Place = Omit<LocationRecord, 'id'>;
type Extra = Pick<Place, 'name' | 'stepFree' | 'accessibility' | 'transport' | 'confidential'>;

/** @param postal postcode and town as on an envelope: `2200 København N` */
function spot(
	district: DistrictCode,
	address: string,
	postal: string,
	latitude: number,
	longitude: number,
	extra: Extra = {},
): Place {
	return {
		address,
		postcode: postal.slice(0, 4),
		city: postal.slice(5),
		district,
		country: 'DK',
		latitude,
		longitude,
		...extra,
	};
}

export const places = {
	// Indre By
	'indre-nansensgade': spot('indre_by', 'Nansensgade 61, kld.', '1366 København K', 55.6827, 12.5634, {
		stepFree: false,
		accessibility: 'Fire trin ned fra gaden. Vi hjælper gerne, men en kørestol kan ikke komme ind.',
		transport: 'Nørreport st., 8 minutter til fods',
	}),
	'indre-aabenraa': spot('indre_by', 'Åbenrå 26, 2. sal', '1124 København K', 55.6831, 12.5765, {
		stepFree: true,
		accessibility: 'Elevator fra gården. Ring på, så lukker vi op.',
		transport: 'Nørreport st.',
	}),
	'indre-sankt-peders': spot('indre_by', 'Sankt Peders Stræde 41', '1453 København K', 55.6786, 12.5677, {
		stepFree: false,
		accessibility: 'To trin op til døren. Smalt toilet.',
		transport: 'Rådhuspladsen st. (M3, M4)',
	}),
	'indre-store-kongensgade': spot('indre_by', 'Store Kongensgade 93, baghuset', '1264 København K', 55.6864, 12.5903, {
		stepFree: true,
		transport: 'Marmorkirken st. (M3, M4)',
	}),
	'indre-prinsessegade': spot('indre_by', 'Prinsessegade 38', '1422 København K', 55.6738, 12.5947, {
		name: 'Gårdhuset på Christianshavn',
		stepFree: true,
		accessibility: 'Niveaufri adgang gennem porten. Brosten i gården.',
		transport: 'Christianshavn st. (M1, M2)',
	}),
	'indre-fiolstraede': spot('indre_by', 'Fiolstræde 33, 1. sal', '1171 København K', 55.6818, 12.5722, {
		stepFree: false,
		transport: 'Nørreport st.',
	}),
	'indre-borgergade': spot('indre_by', 'Borgergade 118', '1300 København K', 55.6868, 12.5858, { stepFree: true }),

	// Østerbro
	'oesterbro-randersgade': spot('oesterbro', 'Randersgade 47', '2100 København Ø', 55.7056, 12.5806, {
		stepFree: true,
		accessibility: 'Rampe ved siden af trappen og handicaptoilet.',
		transport: 'Nordhavn st. eller bus 1A',
	}),
	'oesterbro-aldersrogade': spot('oesterbro', 'Aldersrogade 22', '2100 København Ø', 55.7048, 12.5535, {
		name: 'Beboerlokalet i Aldersrogade',
		stepFree: true,
		transport: 'Skjolds Plads st. (M3), 7 minutter til fods',
	}),
	'oesterbro-vognmandsmarken': spot('oesterbro', 'Vognmandsmarken 52', '2100 København Ø', 55.7107, 12.5602, {
		transport: 'Ryparken st.',
	}),
	'oesterbro-strandboulevarden': spot(
		'oesterbro',
		'Strandboulevarden 88, st. tv.',
		'2100 København Ø',
		55.7012,
		12.5898,
		{
			stepFree: false,
			accessibility: 'Fem trin op i opgangen.',
			transport: 'Nordhavn st.',
		},
	),
	'oesterbro-nordre-frihavnsgade': spot('oesterbro', 'Nordre Frihavnsgade 59', '2100 København Ø', 55.7022, 12.5824, {
		stepFree: true,
		transport: 'Trianglen st. (M3)',
	}),
	'oesterbro-kildevaeldsgade': spot('oesterbro', 'Kildevældsgade 70', '2100 København Ø', 55.7093, 12.5648, {
		transport: 'Svanemøllen st.',
	}),
	'oesterbro-rothesgade': spot('oesterbro', 'Rothesgade 11, kld.', '2100 København Ø', 55.7001, 12.5815, {
		stepFree: false,
	}),

	// Nørrebro
	'noerrebro-blaagaards-plads': spot('noerrebro', 'Blågårds Plads 31', '2200 København N', 55.6864, 12.5561, {
		stepFree: true,
		accessibility: 'Ingen trin. Handicaptoilet i gangen.',
		transport: 'Bus 5C til Ravnsborggade',
	}),
	'noerrebro-stengade': spot('noerrebro', 'Stengade 24', '2200 København N', 55.6877, 12.5548, {
		stepFree: true,
		transport: 'Bus 5C',
	}),
	'noerrebro-griffenfeldsgade': spot(
		'noerrebro',
		'Griffenfeldsgade 37, baghuset',
		'2200 København N',
		55.6884,
		12.5553,
		{
			stepFree: false,
			accessibility: 'Baghus, 1. sal uden elevator.',
		},
	),
	'noerrebro-mimersgade': spot('noerrebro', 'Mimersgade 79', '2200 København N', 55.6996, 12.5469, {
		stepFree: true,
		transport: 'Nørrebro st.',
	}),
	'noerrebro-heimdalsgade': spot('noerrebro', 'Heimdalsgade 28, port 3', '2200 København N', 55.7007, 12.5482, {
		stepFree: true,
		accessibility: 'Vareelevator, som vi gerne kører.',
		transport: 'Skjolds Plads st. (M3)',
	}),
	'noerrebro-lundtoftegade': spot('noerrebro', 'Lundtoftegade 62', '2200 København N', 55.6938, 12.5347, {
		transport: 'Fuglebakken st.',
	}),
	'noerrebro-rantzausgade': spot('noerrebro', 'Rantzausgade 46', '2200 København N', 55.6879, 12.5476, {
		stepFree: false,
		transport: 'Nørrebros Runddel st. (M3), 10 minutter til fods',
	}),
	'noerrebro-sjaellandsgade': spot('noerrebro', 'Sjællandsgade 19', '2200 København N', 55.6923, 12.5606, {
		stepFree: true,
	}),

	// Vesterbro/Kongens Enghave
	'vesterbro-istedgade': spot('vesterbro', 'Istedgade 97', '1650 København V', 55.6697, 12.5512, {
		stepFree: true,
		transport: 'Københavns Hovedbanegård eller Enghave Plads st. (M3)',
	}),
	'vesterbro-skydebanegade': spot('vesterbro', 'Skydebanegade 22, st.', '1709 København V', 55.6692, 12.5571, {
		stepFree: false,
		accessibility: 'Et højt trin ved døren. Vi har en løs rampe – sig til i porttelefonen.',
	}),
	'vesterbro-saxogade': spot('vesterbro', 'Saxogade 51', '1662 København V', 55.6687, 12.5473, {
		stepFree: true,
		transport: 'Enghave Plads st. (M3)',
	}),
	'vesterbro-dannebrogsgade': spot('vesterbro', 'Dannebrogsgade 34, 1. sal', '1660 København V', 55.6704, 12.5497, {
		stepFree: false,
	}),
	'vesterbro-mozartsvej': spot('vesterbro', 'Mozartsvej 17', '2450 København SV', 55.6503, 12.5342, {
		stepFree: true,
		accessibility: 'Alt i stueplan.',
		transport: 'Mozarts Plads st. (M4)',
	}),
	'vesterbro-borgbjergsvej': spot('vesterbro', 'Borgbjergsvej 29', '2450 København SV', 55.6541, 12.5402, {
		transport: 'Sydhavn st.',
	}),
	'vesterbro-scandiagade': spot('vesterbro', 'Scandiagade 40, hal B', '2450 København SV', 55.6528, 12.543, {
		stepFree: true,
		accessibility: 'Bred port og fladt gulv. Toilettet er desværre for smalt til kørestol.',
		transport: 'Sydhavn st., 10 minutter til fods',
	}),
	'vesterbro-colbjoernsensgade': spot('vesterbro', 'Colbjørnsensgade 21, st.', '1652 København V', 55.6719, 12.5609, {
		stepFree: false,
		transport: 'Københavns Hovedbanegård',
	}),

	// Valby
	'valby-langgade': spot('valby', 'Valby Langgade 143', '2500 Valby', 55.6634, 12.5061, {
		stepFree: true,
		transport: 'Langgade st.',
	}),
	'valby-moelle-alle': spot('valby', 'Mølle Allé 15', '2500 Valby', 55.6624, 12.5147, {
		stepFree: false,
		accessibility: 'Syv trin op og ingen elevator.',
		transport: 'Valby st.',
	}),
	'valby-gammel-koege-landevej': spot('valby', 'Gammel Køge Landevej 96', '2500 Valby', 55.6517, 12.5067, {
		stepFree: true,
		transport: 'Ny Ellebjerg/København Syd st.',
	}),
	'valby-retortvej': spot('valby', 'Retortvej 33', '2500 Valby', 55.6551, 12.5087, { stepFree: true }),
	'valby-folehaven': spot('valby', 'Folehaven 78, kld.', '2500 Valby', 55.6489, 12.4917, {
		name: 'Beboerkælderen i Folehaven',
		stepFree: false,
		transport: 'Bus 1A til Folehaven',
	}),
	'valby-carl-jacobsens-vej': spot('valby', 'Carl Jacobsens Vej 27', '2500 Valby', 55.6563, 12.5178, {
		stepFree: true,
		transport: 'Ny Ellebjerg/København Syd st.',
	}),
	'valby-vigerslev': spot('valby', 'Vigerslevvej 190', '2500 Valby', 55.6571, 12.4901, {
		accessibility: 'Haven har grusstier. To højbede kan nås fra kørestol.',
	}),

	// Vanløse
	'vanloese-jernbane-alle': spot('vanloese', 'Jernbane Allé 83', '2720 Vanløse', 55.6879, 12.4893, {
		stepFree: true,
		transport: 'Vanløse st.',
	}),
	'vanloese-aalekistevej': spot('vanloese', 'Ålekistevej 112', '2720 Vanløse', 55.6853, 12.4817, {
		transport: 'Jyllingevej st.',
	}),
	'vanloese-jyllingevej': spot('vanloese', 'Jyllingevej 74', '2720 Vanløse', 55.6862, 12.4788, {
		stepFree: true,
		accessibility: 'Automatisk dør og handicaptoilet.',
		transport: 'Jyllingevej st.',
	}),
	'vanloese-slotsherrensvej': spot('vanloese', 'Slotsherrensvej 131', '2720 Vanløse', 55.6904, 12.4672, {
		stepFree: false,
	}),
	'vanloese-rebildvej': spot('vanloese', 'Rebildvej 24', '2720 Vanløse', 55.6797, 12.4899, {
		stepFree: true,
		transport: 'Flintholm st.',
	}),
	'vanloese-hyltebjerg': spot('vanloese', 'Hyltebjerg Allé 61', '2720 Vanløse', 55.6934, 12.4826, {}),

	// Brønshøj-Husum
	'husum-frederikssundsvej': spot('broenshoej_husum', 'Frederikssundsvej 329', '2700 Brønshøj', 55.7086, 12.4781, {
		stepFree: true,
		transport: 'Husum st. og bus 5C',
	}),
	'husum-kobbelvaenget': spot('broenshoej_husum', 'Kobbelvænget 58', '2700 Brønshøj', 55.7064, 12.4654, {
		stepFree: false,
		transport: 'Husum st.',
	}),
	'tingbjerg-ruten': spot('broenshoej_husum', 'Ruten 21', '2700 Brønshøj', 55.7178, 12.4864, {
		stepFree: true,
		transport: 'Bus 2A til Tingbjerg',
	}),
	'tingbjerg-terrasserne': spot('broenshoej_husum', 'Terrasserne 36, st.', '2700 Brønshøj', 55.7169, 12.4893, {
		stepFree: true,
	}),
	'broenshoej-broenshoejvej': spot('broenshoej_husum', 'Brønshøjvej 44', '2700 Brønshøj', 55.7042, 12.4993, {
		stepFree: false,
		accessibility: 'Trappe op til salen. Toilet i kælderen.',
		transport: 'Bus 5C til Brønshøj Torv',
	}),
	'bellahoej-bystaevneparken': spot('broenshoej_husum', 'Bystævneparken 19', '2700 Brønshøj', 55.7088, 12.5103, {
		stepFree: true,
	}),
	'husum-husumvej': spot('broenshoej_husum', 'Husumvej 87', '2700 Brønshøj', 55.7051, 12.4862, {}),

	// Bispebjerg
	'bispebjerg-rentemestervej': spot('bispebjerg', 'Rentemestervej 31', '2400 København NV', 55.7041, 12.5342, {
		stepFree: true,
		transport: 'Nørrebro st.',
	}),
	'bispebjerg-dortheavej': spot('bispebjerg', 'Dortheavej 43', '2400 København NV', 55.7068, 12.5321, {
		stepFree: true,
		accessibility: 'Niveaufri indgang fra gården, bred elevator til 1. sal.',
		transport: 'Bus 5C eller 350S',
	}),
	'bispebjerg-bygmestervej': spot('bispebjerg', 'Bygmestervej 12', '2400 København NV', 55.7056, 12.5349, {
		stepFree: false,
	}),
	'bispebjerg-tagensvej': spot('bispebjerg', 'Tagensvej 217', '2400 København NV', 55.7107, 12.5391, {
		stepFree: true,
		transport: 'Bispebjerg st.',
	}),
	'bispebjerg-frederikssundsvej': spot('bispebjerg', 'Frederikssundsvej 51', '2400 København NV', 55.7001, 12.5345, {
		stepFree: true,
		transport: 'Nørrebro st. eller bus 5C',
	}),
	'bispebjerg-theklavej': spot('bispebjerg', 'Theklavej 38', '2400 København NV', 55.7089, 12.5272, {
		accessibility: 'Vi ved ikke, om døren er bred nok til en stor el-kørestol. Ring og spørg.',
	}),
	'bispebjerg-emdrupvej': spot('bispebjerg', 'Emdrupvej 102', '2400 København NV', 55.7221, 12.5437, {
		stepFree: false,
		transport: 'Emdrup st.',
	}),

	// Amager Øst
	'amager-holmbladsgade': spot('amager_oest', 'Holmbladsgade 94', '2300 København S', 55.6662, 12.6094, {
		stepFree: true,
		transport: 'Amagerbro st. (M2)',
	}),
	'amager-prags-boulevard': spot('amager_oest', 'Prags Boulevard 62, port 2', '2300 København S', 55.6673, 12.6213, {
		stepFree: true,
		accessibility: 'Fladt hele vejen. Sig til, så åbner vi den store port.',
	}),
	'amager-oeresundsvej': spot('amager_oest', 'Øresundsvej 57', '2300 København S', 55.6612, 12.6193, {
		stepFree: false,
		transport: 'Øresund st. (M2)',
	}),
	'amager-lyongade': spot('amager_oest', 'Lyongade 18, st.', '2300 København S', 55.6602, 12.6089, {
		stepFree: true,
		transport: 'Lergravsparken st. (M2)',
	}),
	'amager-italiensvej': spot('amager_oest', 'Italiensvej 36', '2300 København S', 55.6559, 12.6117, {}),
	'amager-kastrupvej': spot('amager_oest', 'Kastrupvej 121', '2300 København S', 55.6541, 12.6214, { stepFree: false }),
	'amager-strandlodsvej': spot('amager_oest', 'Strandlodsvej 15', '2300 København S', 55.6617, 12.6284, {
		stepFree: true,
		transport: 'Øresund st. (M2)',
	}),

	// Amager Vest
	'amager-remisevej': spot('amager_vest', 'Remisevej 9', '2300 København S', 55.6547, 12.5953, {
		name: 'Beboersalen ved Remiseparken',
		stepFree: true,
		accessibility: 'Alt i ét plan, handicaptoilet.',
		transport: 'DR Byen st. (M1), 12 minutter til fods',
	}),
	'amager-sundholmsvej': spot('amager_vest', 'Sundholmsvej 46', '2300 København S', 55.6601, 12.5951, {
		stepFree: true,
	}),
	'amager-gunloegsgade': spot('amager_vest', 'Gunløgsgade 27', '2300 København S', 55.6651, 12.5803, {
		stepFree: false,
		transport: 'Islands Brygge st. (M1)',
	}),
	'amager-njalsgade': spot('amager_vest', 'Njalsgade 84', '2300 København S', 55.6637, 12.5872, {
		stepFree: true,
		transport: 'Islands Brygge st. (M1)',
	}),
	'amager-englandsvej': spot('amager_vest', 'Englandsvej 108', '2300 København S', 55.6519, 12.6009, {
		transport: 'Bus 4A',
	}),
	'amager-robert-jacobsens-vej': spot('amager_vest', 'Robert Jacobsens Vej 63', '2300 København S', 55.6273, 12.5762, {
		stepFree: true,
		accessibility: 'Nyt byggeri med elevator og handicaptoilet.',
		transport: 'Vestamager st. (M1)',
	}),
	'amager-dyvekes-alle': spot('amager_vest', 'Dyvekes Allé 12', '2300 København S', 55.6525, 12.5984, {}),

	// Shelters whose address is never shown.
	'hemmelig-enebaer': spot('oesterbro', 'Landskronagade 68', '2100 København Ø', 55.7084, 12.5722, {
		confidential: true,
		stepFree: true,
	}),
	'hemmelig-laesiden': spot('vanloese', 'Bogholder Allé 29', '2720 Vanløse', 55.6876, 12.4742, {
		confidential: true,
		stepFree: false,
	}),
	'hemmelig-balkonen': spot('amager_oest', 'Backersvej 77', '2300 København S', 55.6507, 12.6229, {
		confidential: true,
	}),
} satisfies Record<string, Place>;

export type PlaceId = keyof typeof places;
