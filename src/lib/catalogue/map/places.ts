/**
 * What a person orients by in Copenhagen, set down by hand from general knowledge for a schematic map: positions are
 * right to the street corner, outlines to a hundred metres. Nothing here comes from another map's data.
 * Positions are [longitude, latitude], WGS 84.
 */
import type { Position } from './clip.ts';
import type { DistrictCode } from '../vocabulary.ts';

/** Where the name of each district is written; one with two names has two places. */
export const districtNames: Readonly<Record<DistrictCode, readonly (readonly [name: string, at: Position])[]>> = {
	indre_by: [['Indre By', [12.579, 55.6812]]],
	oesterbro: [['Østerbro', [12.5795, 55.7085]]],
	noerrebro: [['Nørrebro', [12.551, 55.6975]]],
	vesterbro: [
		['Vesterbro', [12.5515, 55.6693]],
		['Kongens Enghave', [12.5415, 55.6525]],
	],
	valby: [['Valby', [12.5085, 55.6575]]],
	vanloese: [['Vanløse', [12.4868, 55.6905]]],
	broenshoej_husum: [['Brønshøj-Husum', [12.4895, 55.7085]]],
	bispebjerg: [['Bispebjerg', [12.533, 55.7115]]],
	amager_oest: [['Amager Øst', [12.6215, 55.6565]]],
	amager_vest: [['Amager Vest', [12.5835, 55.6425]]],
};

/** Municipalities around the city. */
export const neighbours: readonly (readonly [name: string, at: Position])[] = [
	['Frederiksberg', [12.5245, 55.6785]],
	['Gentofte', [12.547, 55.7495]],
	['Gladsaxe', [12.4885, 55.7375]],
	['Herlev', [12.432, 55.7275]],
	['Rødovre', [12.4545, 55.6835]],
	['Hvidovre', [12.4735, 55.642]],
	['Brøndby', [12.424, 55.648]],
	['Glostrup', [12.399, 55.667]],
	['Tårnby', [12.612, 55.6285]],
	['Dragør', [12.664, 55.593]],
	['Ballerup', [12.362, 55.731]],
	['Lyngby-Taarbæk', [12.504, 55.772]],
	['Malmø', [13.003, 55.597]],
];

export const seas: readonly (readonly [name: string, at: Position])[] = [
	['Øresund', [12.695, 55.715]],
	['Køge Bugt', [12.44, 55.57]],
	['Kalveboderne', [12.5265, 55.6315]],
];

/** Stations of S-train and metro. */
export const stations = {
	'København H': [12.5646, 55.6727],
	Vesterport: [12.5619, 55.6757],
	Nørreport: [12.5716, 55.6834],
	Østerport: [12.5877, 55.6927],
	Nordhavn: [12.591, 55.7053],
	Svanemøllen: [12.5782, 55.7156],
	Hellerup: [12.567, 55.7309],
	Charlottenlund: [12.5719, 55.7506],
	Ryparken: [12.5593, 55.7154],
	Emdrup: [12.5413, 55.7219],
	Dyssegård: [12.5332, 55.7321],
	Bispebjerg: [12.5413, 55.7133],
	Nørrebro: [12.5379, 55.7007],
	Fuglebakken: [12.5262, 55.6953],
	Grøndal: [12.5166, 55.6891],
	Flintholm: [12.499, 55.6858],
	Vanløse: [12.4916, 55.6871],
	Jyllingevej: [12.4751, 55.6909],
	Islev: [12.4671, 55.7003],
	Husum: [12.4631, 55.7094],
	Herlev: [12.4434, 55.7189],
	'KB Hallen': [12.4922, 55.6777],
	Ålholm: [12.4942, 55.6713],
	Danshøj: [12.4938, 55.6643],
	'Vigerslev Allé': [12.4983, 55.6602],
	'København Syd': [12.5152, 55.6528],
	Sjælør: [12.5265, 55.6506],
	Sydhavn: [12.5374, 55.6546],
	Dybbølsbro: [12.5597, 55.6654],
	Carlsberg: [12.5363, 55.6648],
	Valby: [12.5136, 55.6638],
	Langgade: [12.5042, 55.6668],
	'Peter Bangs Vej': [12.4968, 55.6742],
	Hvidovre: [12.4741, 55.6644],
	Rødovre: [12.4586, 55.6648],
	Brøndbyøster: [12.4424, 55.6653],
	Glostrup: [12.3979, 55.6631],
	Åmarken: [12.4976, 55.6474],
	Friheden: [12.4832, 55.6278],
	Avedøre: [12.4586, 55.6253],
	Frederiksberg: [12.532, 55.6812],
	Lindevang: [12.5132, 55.6823],
	Forum: [12.5525, 55.6818],
	'Nuuks Plads': [12.5426, 55.6886],
	'Nørrebros Runddel': [12.5486, 55.6942],
	'Skjolds Plads': [12.5485, 55.7032],
	'Vibenshus Runddel': [12.5635, 55.7062],
	Trianglen: [12.5764, 55.6991],
	Marmorkirken: [12.5889, 55.6852],
	'Kongens Nytorv': [12.5851, 55.6795],
	Rådhuspladsen: [12.5692, 55.6763],
	'Enghave Plads': [12.5461, 55.6674],
	'Mozarts Plads': [12.5358, 55.6501],
	Sluseholmen: [12.5449, 55.6451],
	Orientkaj: [12.5951, 55.7114],
	Christianshavn: [12.5912, 55.6722],
	'Islands Brygge': [12.5851, 55.6636],
	'DR Byen': [12.5889, 55.6558],
	Sundby: [12.5857, 55.6453],
	'Bella Center': [12.5829, 55.6382],
	Ørestad: [12.5794, 55.629],
	Vestamager: [12.5755, 55.6194],
	Amagerbro: [12.6027, 55.6635],
	Lergravsparken: [12.6164, 55.6622],
	Øresund: [12.6289, 55.6614],
	'Amager Strand': [12.6319, 55.6561],
	Femøren: [12.6383, 55.6453],
	Kastrup: [12.647, 55.6355],
	'Københavns Lufthavn': [12.6492, 55.6302],
	Tårnby: [12.6014, 55.6298],
} as const satisfies Record<string, Position>;

export type Station = keyof typeof stations;

/** Stations whose names come first when there is little room; the others follow as one looks closer. */
export const hubs: readonly Station[] = [
	'Nørreport',
	'København H',
	'Østerport',
	'Nørrebro',
	'Flintholm',
	'Valby',
	'Vanløse',
	'Hellerup',
	'Amagerbro',
	'Ørestad',
	'Svanemøllen',
	'København Syd',
	'Sydhavn',
	'Lergravsparken',
	'Islands Brygge',
	'Bispebjerg',
	'Husum',
	'Kongens Nytorv',
	'Frederiksberg',
	'Trianglen',
	'Emdrup',
	'Københavns Lufthavn',
];

/** S-train and regional lines above ground, by the stations they call at. */
export const trains: readonly (readonly Station[])[] = [
	['Charlottenlund', 'Hellerup', 'Svanemøllen', 'Nordhavn', 'Østerport', 'Nørreport', 'Vesterport', 'København H'],
	['København H', 'Dybbølsbro', 'Carlsberg', 'Valby', 'Danshøj', 'Hvidovre', 'Rødovre', 'Brøndbyøster', 'Glostrup'],
	['Valby', 'Langgade', 'Peter Bangs Vej', 'Flintholm', 'Vanløse', 'Jyllingevej', 'Islev', 'Husum', 'Herlev'],
	['Dybbølsbro', 'Sydhavn', 'Sjælør', 'København Syd', 'Åmarken', 'Friheden', 'Avedøre'],
	['København Syd', 'Vigerslev Allé', 'Danshøj', 'Ålholm', 'KB Hallen', 'Flintholm', 'Grøndal'],
	['Grøndal', 'Fuglebakken', 'Nørrebro', 'Bispebjerg', 'Ryparken', 'Hellerup'],
	['Svanemøllen', 'Ryparken', 'Emdrup', 'Dyssegård'],
	['København Syd', 'Ørestad', 'Tårnby', 'Københavns Lufthavn'],
];

/** Metro lines, by station. */
export const metro: readonly (readonly Station[])[] = [
	['Vanløse', 'Flintholm', 'Lindevang', 'Frederiksberg', 'Forum', 'Nørreport', 'Kongens Nytorv', 'Christianshavn'],
	['Christianshavn', 'Islands Brygge', 'DR Byen', 'Sundby', 'Bella Center', 'Ørestad', 'Vestamager'],
	['Christianshavn', 'Amagerbro', 'Lergravsparken', 'Øresund', 'Amager Strand', 'Femøren', 'Kastrup'],
	['Kastrup', 'Københavns Lufthavn'],
	['København H', 'Rådhuspladsen', 'Kongens Nytorv', 'Marmorkirken', 'Østerport', 'Trianglen', 'Vibenshus Runddel'],
	['Vibenshus Runddel', 'Skjolds Plads', 'Nørrebro', 'Nørrebros Runddel', 'Nuuks Plads', 'Frederiksberg'],
	['Frederiksberg', 'Enghave Plads', 'København H', 'Sluseholmen', 'Mozarts Plads', 'København Syd'],
	['Østerport', 'Nordhavn', 'Orientkaj'],
];

export interface Outline {
	name: string;
	/** where the name is written; not written when missing */
	label?: Position;
	/** a filled area … */
	ring?: readonly Position[];
	/** … or a band of this width in metres along a middle line */
	band?: { along: readonly Position[]; metres: number };
}

export const lakes: readonly Outline[] = [
	{
		name: 'Sortedams Sø',
		label: [12.5712, 55.6915],
		band: { along: [[12.5648, 55.6875], [12.5683, 55.6902], [12.5752, 55.6949]], metres: 190 }, // prettier-ignore
	},
	{
		name: 'Peblinge Sø',
		label: [12.5601, 55.6842],
		band: { along: [[12.5578, 55.6815], [12.5604, 55.6843], [12.5629, 55.6863]], metres: 165 }, // prettier-ignore
	},
	{
		name: 'Sankt Jørgens Sø',
		label: [12.5556, 55.6778],
		band: { along: [[12.5563, 55.6802], [12.5552, 55.6779], [12.5556, 55.6756]], metres: 175 }, // prettier-ignore
	},
	{
		name: 'Damhussøen',
		label: [12.4757, 55.6796],
		ring: [[12.4715, 55.6761], [12.4713, 55.679], [12.4724, 55.6823], [12.4757, 55.6837], [12.4791, 55.6828], [12.4801, 55.6795], [12.4794, 55.6762], [12.4755, 55.6754]], // prettier-ignore
	},
	{
		name: 'Utterslev Mose',
		label: [12.5045, 55.719],
		ring: [[12.4912, 55.7152], [12.4926, 55.7184], [12.4962, 55.7203], [12.5033, 55.7212], [12.5092, 55.7206], [12.5148, 55.7218], [12.5207, 55.7212], [12.5229, 55.7188], [12.5183, 55.7163], [12.5121, 55.7171], [12.5058, 55.7167], [12.4991, 55.7169], [12.4946, 55.7146]], // prettier-ignore
	},
	{
		name: 'Emdrup Sø',
		label: [12.5478, 55.7262],
		ring: [[12.5448, 55.7253], [12.5447, 55.7267], [12.5472, 55.7276], [12.5508, 55.7271], [12.5512, 55.7257], [12.5482, 55.7247]], // prettier-ignore
	},
	{
		name: 'Gentofte Sø',
		label: [12.5345, 55.7435],
		ring: [[12.5302, 55.7425], [12.5312, 55.7448], [12.5357, 55.7452], [12.5392, 55.7438], [12.5385, 55.742], [12.5339, 55.7417]], // prettier-ignore
	},
	{
		name: 'Bagsværd Sø',
		label: [12.462, 55.7712],
		ring: [[12.4445, 55.7697], [12.4502, 55.7735], [12.4618, 55.7752], [12.4751, 55.7742], [12.4782, 55.7711], [12.4684, 55.7686], [12.4561, 55.7672]], // prettier-ignore
	},
	{
		name: 'Furesø',
		label: [12.42, 55.7985],
		ring: [[12.386, 55.7905], [12.3855, 55.802], [12.398, 55.811], [12.421, 55.8135], [12.445, 55.8065], [12.4525, 55.7945], [12.4405, 55.7865], [12.419, 55.789], [12.402, 55.7855]], // prettier-ignore
	},
	{
		name: 'Stadsgraven',
		band: { along: [[12.5835, 55.6682], [12.5868, 55.6668], [12.5918, 55.6679], [12.5968, 55.6705], [12.6012, 55.6741], [12.6048, 55.6785], [12.6062, 55.6822]], metres: 90 }, // prettier-ignore
	},
];

export const parks: readonly Outline[] = [
	{
		name: 'Fælledparken',
		label: [12.5678, 55.7012],
		ring: [[12.5742, 55.6998], [12.5722, 55.703], [12.5651, 55.7054], [12.5617, 55.7031], [12.5622, 55.6991], [12.5668, 55.697], [12.5702, 55.6981]], // prettier-ignore
	},
	{
		name: 'Assistens Kirkegård',
		label: [12.5497, 55.6914],
		ring: [[12.5487, 55.6937], [12.5541, 55.6911], [12.5516, 55.6887], [12.5468, 55.6896], [12.5457, 55.6924]], // prettier-ignore
	},
	{
		name: 'Nørrebroparken',
		label: [12.5397, 55.696],
		band: { along: [[12.5437, 55.6925], [12.5405, 55.6952], [12.5389, 55.6984]], metres: 170 }, // prettier-ignore
	},
	{
		name: 'Søndermarken',
		label: [12.523, 55.67],
		ring: [[12.517, 55.6722], [12.5291, 55.6714], [12.5299, 55.6693], [12.5243, 55.6677], [12.5181, 55.6681]], // prettier-ignore
	},
	{
		name: 'Frederiksberg Have',
		label: [12.5248, 55.6748],
		ring: [[12.5172, 55.6734], [12.5189, 55.6765], [12.5246, 55.6775], [12.5307, 55.6757], [12.5312, 55.6729], [12.5241, 55.6729]], // prettier-ignore
	},
	{
		name: 'Vestre Kirkegård',
		label: [12.5292, 55.6588],
		ring: [[12.5213, 55.6594], [12.5247, 55.6622], [12.5332, 55.6618], [12.5371, 55.6587], [12.5338, 55.6552], [12.5248, 55.6557]], // prettier-ignore
	},
	{
		name: 'Valbyparken',
		label: [12.5192, 55.6401],
		ring: [[12.5098, 55.6405], [12.5137, 55.6437], [12.5233, 55.6431], [12.5291, 55.6403], [12.5238, 55.637], [12.5141, 55.6375]], // prettier-ignore
	},
	{
		name: 'Vigerslevparken',
		label: [12.4862, 55.6553],
		band: { along: [[12.4752, 55.6722], [12.4783, 55.6649], [12.4838, 55.6573], [12.4905, 55.6519], [12.4975, 55.6442]], metres: 200 }, // prettier-ignore
	},
	{
		name: 'Damhusengen',
		label: [12.4738, 55.6868],
		ring: [[12.4703, 55.6842], [12.4698, 55.688], [12.4722, 55.6899], [12.4779, 55.6881], [12.4788, 55.6846]], // prettier-ignore
	},
	{
		name: 'Bellahøj',
		label: [12.5148, 55.7085],
		ring: [[12.5108, 55.7072], [12.5118, 55.7099], [12.5178, 55.7103], [12.5197, 55.7078], [12.5154, 55.7062]], // prettier-ignore
	},
	{
		name: 'Bispebjerg Kirkegård',
		label: [12.5308, 55.7163],
		ring: [[12.5246, 55.7143], [12.5248, 55.7181], [12.5322, 55.7195], [12.5371, 55.7172], [12.5351, 55.7142]], // prettier-ignore
	},
	{
		name: 'Kongens Have',
		label: [12.5795, 55.6852],
		ring: [[12.5763, 55.6851], [12.5797, 55.6872], [12.5827, 55.6851], [12.5795, 55.6832]], // prettier-ignore
	},
	{
		name: 'Botanisk Have',
		ring: [[12.5712, 55.6872], [12.5747, 55.6892], [12.5774, 55.6875], [12.5734, 55.6853]], // prettier-ignore
	},
	{
		name: 'Østre Anlæg',
		ring: [[12.5777, 55.6891], [12.5811, 55.6918], [12.585, 55.6926], [12.5838, 55.6905], [12.5798, 55.6882]], // prettier-ignore
	},
	{
		name: 'Ørstedsparken',
		ring: [[12.5637, 55.6806], [12.567, 55.6832], [12.5692, 55.6822], [12.5657, 55.6796]], // prettier-ignore
	},
	{
		name: 'Kastellet',
		label: [12.5942, 55.6914],
		ring: [[12.5899, 55.6911], [12.5918, 55.6937], [12.5962, 55.6938], [12.5985, 55.6913], [12.5958, 55.6889], [12.5914, 55.6891]], // prettier-ignore
	},
	{
		name: 'Ryvangen',
		ring: [[12.5632, 55.7172], [12.5662, 55.7242], [12.5702, 55.7239], [12.5712, 55.7175]], // prettier-ignore
	},
	{
		name: 'Amager Fælled',
		label: [12.5728, 55.6522],
		ring: [[12.5808, 55.6608], [12.5852, 55.6572], [12.5842, 55.6448], [12.5812, 55.6392], [12.5682, 55.6398], [12.5602, 55.6462], [12.5648, 55.6542], [12.5733, 55.6601]], // prettier-ignore
	},
	{
		name: 'Naturpark Amager',
		label: [12.5545, 55.6135],
		ring: [[12.5435, 55.6342], [12.5702, 55.6352], [12.5728, 55.6172], [12.5848, 55.6022], [12.5812, 55.5912], [12.5682, 55.5932], [12.5622, 55.6012], [12.5512, 55.5992], [12.5402, 55.6142]], // prettier-ignore
	},
	{
		name: 'Amager Strandpark',
		band: { along: [[12.6395, 55.6592], [12.6442, 55.6532], [12.6488, 55.6462]], metres: 200 }, // prettier-ignore
	},
	{
		name: 'Vestvolden',
		band: { along: [[12.4222, 55.6172], [12.4182, 55.6352], [12.4262, 55.6572], [12.4272, 55.6752], [12.4382, 55.6932], [12.4552, 55.7072], [12.4782, 55.7142]], metres: 190 }, // prettier-ignore
	},
];

/** Main streets, sketched from corner to corner. The first ones are the old ways out of the city. */
export const roads: readonly (readonly [name: string, along: readonly Position[]])[] = [
	['Nørrebrogade', [[12.5716, 55.6834], [12.5639, 55.6869], [12.5566, 55.6903], [12.5486, 55.6943], [12.5383, 55.7004]]], // prettier-ignore
	['Frederikssundsvej', [[12.5383, 55.7004], [12.5292, 55.7028], [12.5188, 55.7052], [12.5092, 55.7053], [12.4986, 55.7047], [12.4848, 55.7078], [12.4691, 55.7103], [12.4434, 55.7152]]], // prettier-ignore
	['Østerbrogade', [[12.5772, 55.6952], [12.5766, 55.6995], [12.5763, 55.7066], [12.5768, 55.7152], [12.5782, 55.7272], [12.5822, 55.7452]]], // prettier-ignore
	['Dag Hammarskjölds Allé', [[12.5877, 55.6927], [12.5812, 55.694], [12.5772, 55.6952]]], // prettier-ignore
	['Vesterbrogade', [[12.5688, 55.6759], [12.5634, 55.6738], [12.5561, 55.6721], [12.5451, 55.6702], [12.5368, 55.6697], [12.5302, 55.6721]]], // prettier-ignore
	['Roskildevej', [[12.5302, 55.6721], [12.5168, 55.6729], [12.4952, 55.6741], [12.4752, 55.6748], [12.4502, 55.6762], [12.4152, 55.6742], [12.3752, 55.6682]]], // prettier-ignore
	['Amagerbrogade', [[12.5968, 55.6684], [12.6022, 55.6634], [12.6082, 55.6552], [12.6108, 55.6482], [12.6122, 55.6392]]], // prettier-ignore
	['Amager Landevej', [[12.6122, 55.6392], [12.6142, 55.6292], [12.6302, 55.6102], [12.6682, 55.5942]]], // prettier-ignore
	['Torvegade', [[12.5851, 55.6795], [12.5882, 55.6745], [12.5926, 55.6713], [12.5968, 55.6684]]], // prettier-ignore
	['H.C. Andersens Boulevard', [[12.5572, 55.6809], [12.5688, 55.6759], [12.5773, 55.6698], [12.5842, 55.6662], [12.5968, 55.6684]]], // prettier-ignore
	['Åboulevard', [[12.5572, 55.6809], [12.5488, 55.6848], [12.5402, 55.6912]]], // prettier-ignore
	['Borups Allé', [[12.5402, 55.6912], [12.5322, 55.6958], [12.5228, 55.7002], [12.5128, 55.7062]]], // prettier-ignore
	['Hareskovvej', [[12.5128, 55.7062], [12.4992, 55.7142], [12.4812, 55.7222], [12.4642, 55.7362]]], // prettier-ignore
	['Jagtvej', [[12.5402, 55.6912], [12.5486, 55.6943], [12.5548, 55.7002], [12.5635, 55.7061], [12.5763, 55.7098]]], // prettier-ignore
	['Falkoner Allé', [[12.5402, 55.6912], [12.5358, 55.6862], [12.5322, 55.6802], [12.5302, 55.6721]]], // prettier-ignore
	['Tagensvej', [[12.5622, 55.6962], [12.5548, 55.7002], [12.5485, 55.7042], [12.5408, 55.7122], [12.5302, 55.7138]]], // prettier-ignore
	['Lyngbyvej', [[12.5635, 55.7061], [12.5592, 55.7152], [12.5532, 55.7282], [12.5402, 55.7482], [12.5202, 55.7682]]], // prettier-ignore
	['Blegdamsvej', [[12.5605, 55.6912], [12.5658, 55.6958], [12.5766, 55.6995]]], // prettier-ignore
	['Toftegårds Allé', [[12.5302, 55.6721], [12.5302, 55.6672], [12.5192, 55.6632], [12.5152, 55.6592]]], // prettier-ignore
	['Gammel Køge Landevej', [[12.5152, 55.6592], [12.5022, 55.6482], [12.4852, 55.6332], [12.4552, 55.6152]]], // prettier-ignore
	['Enghavevej', [[12.5451, 55.6702], [12.5461, 55.6674], [12.5448, 55.6602], [12.5374, 55.6546], [12.5302, 55.6462]]], // prettier-ignore
	['Godthåbsvej', [[12.5358, 55.6862], [12.5252, 55.6872], [12.5122, 55.6892], [12.4992, 55.6932], [12.4862, 55.6962]]], // prettier-ignore
	['Jyllingevej', [[12.5122, 55.6832], [12.4916, 55.6881], [12.4751, 55.6909], [12.4502, 55.6942], [12.4202, 55.6962]]], // prettier-ignore
	['Englandsvej', [[12.5932, 55.6668], [12.5942, 55.6572], [12.6012, 55.6432], [12.6032, 55.6302], [12.6022, 55.6152]]], // prettier-ignore
	['Øresundsvej', [[12.6052, 55.6592], [12.6162, 55.6618], [12.6292, 55.6612]]], // prettier-ignore
	['Øresundsmotorvejen', [[12.4552, 55.6302], [12.4952, 55.6292], [12.5252, 55.6332], [12.5502, 55.6322], [12.5782, 55.6262], [12.6052, 55.6272], [12.6402, 55.6282]]], // prettier-ignore
	['Store Kongensgade', [[12.5851, 55.6795], [12.5889, 55.6852], [12.5877, 55.6927]]], // prettier-ignore
	['Øster Voldgade', [[12.5688, 55.6759], [12.5716, 55.6834], [12.5802, 55.6892], [12.5877, 55.6927]]], // prettier-ignore
];

/** The way across the sea: tunnel, island and bridge. */
export const bridge: readonly Position[] = [[12.6552, 55.6282], [12.7002, 55.6182], [12.7602, 55.5952], [12.8152, 55.5742], [12.9002, 55.5642]]; // prettier-ignore
