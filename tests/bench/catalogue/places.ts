import type { LocationRecord } from '../../../src/lib/catalogue/hsds/record.ts';
import { districts as districtNames, termName, type DistrictCode } from '../../../src/lib/catalogue/vocabulary.ts';
import { around, between, pick, type Random } from './random.ts';

/** Middle (WGS 84 degrees), spread in degrees of latitude, postcode, and streets of the ten districts. */
const districts: readonly {
	code: DistrictCode;
	middle: readonly [latitude: number, longitude: number];
	spread: number;
	postcode: string;
	city: string;
	streets: readonly string[];
}[] = [
	{
		code: 'indre_by',
		middle: [55.6805, 12.5795],
		spread: 0.004,
		postcode: '1150',
		city: 'København K',
		streets: ['Nansensgade', 'Prinsessegade', 'Store Kongensgade', 'Fiolstræde', 'Torvegade', 'Adelgade'],
	},
	{
		code: 'oesterbro',
		middle: [55.708, 12.576],
		spread: 0.006,
		postcode: '2100',
		city: 'København Ø',
		streets: ['Østerbrogade', 'Nordre Frihavnsgade', 'Jagtvej', 'Strandboulevarden', 'Ryesgade', 'Vognmandsmarken'],
	},
	{
		code: 'noerrebro',
		middle: [55.6945, 12.5475],
		spread: 0.005,
		postcode: '2200',
		city: 'København N',
		streets: ['Nørrebrogade', 'Blågårdsgade', 'Griffenfeldsgade', 'Rantzausgade', 'Stefansgade', 'Hillerødgade'],
	},
	{
		code: 'vesterbro',
		middle: [55.6645, 12.5455],
		spread: 0.005,
		postcode: '1650',
		city: 'København V',
		streets: ['Istedgade', 'Vesterbrogade', 'Enghavevej', 'Sønder Boulevard', 'Mozartsvej', 'Borgbjergsvej'],
	},
	{
		code: 'valby',
		middle: [55.658, 12.506],
		spread: 0.006,
		postcode: '2500',
		city: 'Valby',
		streets: [
			'Valby Langgade',
			'Toftegårds Allé',
			'Gammel Køge Landevej',
			'Vigerslevvej',
			'Folehaven',
			'Sjælør Boulevard',
		],
	},
	{
		code: 'vanloese',
		middle: [55.6845, 12.488],
		spread: 0.005,
		postcode: '2720',
		city: 'Vanløse',
		streets: [
			'Jernbane Allé',
			'Ålekistevej',
			'Frode Jakobsens Plads',
			'Jyllingevej',
			'Vanløse Allé',
			'Slotsherrensvej',
		],
	},
	{
		code: 'broenshoej_husum',
		middle: [55.7075, 12.489],
		spread: 0.006,
		postcode: '2700',
		city: 'Brønshøj',
		streets: ['Frederikssundsvej', 'Brønshøjvej', 'Tingbjerg Ås', 'Ruten', 'Håbets Allé', 'Terrasserne'],
	},
	{
		code: 'bispebjerg',
		middle: [55.7125, 12.536],
		spread: 0.006,
		postcode: '2400',
		city: 'København NV',
		streets: ['Frederiksborgvej', 'Tagensvej', 'Dortheavej', 'Tuborgvej', 'Rentemestervej', 'Bispebjergvej'],
	},
	{
		code: 'amager_oest',
		middle: [55.661, 12.6175],
		spread: 0.006,
		postcode: '2300',
		city: 'København S',
		streets: ['Amagerbrogade', 'Holmbladsgade', 'Øresundsvej', 'Kastrupvej', 'Lergravsvej', 'Italiensvej'],
	},
	{
		code: 'amager_vest',
		middle: [55.648, 12.5835],
		spread: 0.006,
		postcode: '2300',
		city: 'København S',
		streets: ['Njalsgade', 'Artillerivej', 'Sundholmsvej', 'Røde Mellemvej', 'Peder Lykkes Vej', 'Isafjordsgade'],
	},
];

const houses = ['Huset', 'Kulturhuset', 'Medborgerhuset', 'Beboerlokalet', 'Frivilligcentret'];

/** Five decimals: about a metre. */
const degrees = (value: number): number => Math.round(value * 100_000) / 100_000;

/** A place somewhere in the city: a real street, an invented number, a point near the middle of its district. */
export function place(random: Random, id: string): LocationRecord {
	const { code, middle, spread, postcode, city, streets } = pick(random, districts);
	return {
		id,
		name: `${pick(random, houses)} ${termName(districtNames, code, 'da')}`,
		address: `${pick(random, streets)} ${between(random, 1, 280)}`,
		postcode,
		city,
		district: code,
		country: 'DK',
		latitude: degrees(middle[0] + around(random) * spread),
		// A degree of longitude is little more than half one of latitude here.
		longitude: degrees(middle[1] + around(random) * spread * 1.7),
		stepFree: random() < 0.6,
	};
}
