import { describe, expect, it } from 'vitest';
import { capacityOf, districtOf, freeOf, genderOf, isConfidential, modesOf, stepFreeOf, waysInOf } from './derive.ts';

describe('ways in', () => {
	it.each([
		['Bare mød op', ['open_access']],
		['Tilmelding på telefon. Du får et velkomstbesøg.', ['contact_first']],
		['Ingen tilmelding', ['open_access']],
		['Ring eller skriv og få en tid. Du behøver ikke henvisning.', ['contact_first']],
		['Kun via henvisning fra socialrådgiver', ['referral']],
		['Ring til koordinator. Skoler og sagsbehandlere må gerne henvise.', ['referral', 'contact_first']],
		['Ring på. Du må gerne ringe i forvejen', []],
		['Walk-ins welcomed, call for information', ['open_access']],
		['Must be referred by the Homeless Trust', ['referral']],
		['Call for more information', []],
		['Send en ansøgning senest 1. marts', ['application']],
		['Udfyld ansøgningsskemaet', ['application']],
		['Submit an online application', ['application']],
		['Ingen ansøgning. Bare mød op', ['open_access']],
		['Must call to make an appointment', ['contact_first']],
	] as const)('%s', (text, ways) => expect(waysInOf(text, undefined)).toEqual(ways));

	it('are also told by who it is for, when that speaks of referral', () => {
		expect(waysInOf(undefined, 'Du visiteres ikke, du kommer bare.')).toEqual(['open_access']);
		expect(waysInOf(undefined, 'Andre henvises til rådgivning i eget lokalområde.')).toEqual([]);
	});
});

it('modes come from places and plain labels only', () => {
	const nothing = { hasPlace: false, virtual: false, labels: '', description: '' };
	expect(modesOf({ ...nothing, hasPlace: true, description: 'Vi har også en chat' })).toEqual(['in_person']);
	expect(modesOf({ ...nothing, labels: 'Hele landet – telefon og chat' })).toEqual(['phone', 'online']);
	expect(modesOf({ ...nothing, labels: 'Lektieven hjemme hos jer' })).toEqual(['home_visit']);
	expect(modesOf(nothing)).toEqual([]);
});

it('only an explicit bar makes an offer for one sex', () => {
	expect(['Mænd over 18', 'Kvinder, som ikke er i job', 'Kun for kvinder', 'Women only'].map(genderOf)).toEqual([
		...['men', 'women', 'women', 'women'],
	]);
	expect(['Kvinder og mænd', 'Alle, især kvinder', 'Women and men', undefined].map(genderOf)).toEqual([
		...[undefined, undefined, undefined, undefined],
	]);
});

it('step-free is only said where the words are clear', () => {
	expect(stepFreeOf('Niveaufri adgang fra gaden.')).toBe(true);
	expect(stepFreeOf('Handicap accessible')).toBe(true);
	expect(stepFreeOf('Trapper uden elevator – desværre ikke egnet for kørestolsbrugere.')).toBe(false);
	expect(stepFreeOf('Ét trin ved døren. Ring på, så lægger vi den løse rampe ud.')).toBeUndefined();
	expect(stepFreeOf('Not wheelchair accessible')).toBe(false);
	expect(stepFreeOf('Stillerum med dæmpet lys')).toBeUndefined();
});

it('an address that must stay hidden is known by its words', () => {
	expect(isConfidential('Hele landet – hemmelig adresse')).toBe(true);
	expect(isConfidential('Confidential')).toBe(true);
	expect(isConfidential('All services are free and confidential.')).toBe(false);
});

it('districts of Copenhagen are recognised, other regions keep their words', () => {
	expect(['Nørrebro', 'Vesterbro/Kongens Enghave', 'kongens enghave', 'MyRegion'].map(districtOf)).toEqual([
		...['noerrebro', 'vesterbro', 'vesterbro', 'MyRegion'],
	]);
});

it('capacity and price are summed up', () => {
	expect(capacityOf([])).toBeUndefined();
	expect(capacityOf([{ available: 0, maximum: 8 }])).toBe('full');
	expect(capacityOf([{ available: 1, maximum: 9 }])).toBe('few');
	expect(
		capacityOf([
			{ available: 1, maximum: 9 },
			{ available: 5, maximum: 9 },
		]),
	).toBe('open');
	expect(freeOf([{ amount: 0 }], undefined)).toBe(true);
	expect(freeOf([{ amount: 0 }, { amount: 225 }], undefined)).toBe(false);
	expect(freeOf([], 'Gratis')).toBe(true);
	expect(freeOf([], 'Gratis, kaffe 5 kr.')).toBeUndefined();
});
