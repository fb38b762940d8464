/** The fixed words of a list on paper, in the languages a citizen can be asked in. Only Danish and English are approved. */
import { directionOf, languages, type Language } from '../referrals/consent-texts/languages.ts';
import { comingDays, isEveryWeek } from '../catalogue/coming-days.ts';
import { weekTable, type Opening } from '../catalogue/opening-hours.ts';
import { isoDay } from '../ui/dates.ts';
import type { ScheduleRecord } from '../catalogue/hsds/record.ts';

const words = {
	da: {
		where: 'Hvor',
		when: 'Hvornår',
		phone: 'Telefon',
		free: 'Gratis',
		secret: 'Adressen er hemmelig. Ring først.',
		unknown: 'Ring og hør, hvornår der er åbent.',
		scan: 'Læs mere med telefonen',
		made: 'Skrevet ud',
		draft: '',
	},
	en: {
		where: 'Where',
		when: 'When',
		phone: 'Phone',
		free: 'Free of charge',
		secret: 'The address is secret. Call first.',
		unknown: 'Call and ask when they are open.',
		scan: 'Read more with your phone',
		made: 'Printed',
		draft: '',
	},
	ar: {
		where: 'أين',
		when: 'متى',
		phone: 'الهاتف',
		free: 'مجاني',
		secret: 'العنوان سري. اتصل أولاً.',
		unknown: 'اتصل واسأل عن مواعيد الفتح.',
		scan: 'اقرأ المزيد بهاتفك',
		made: 'طُبع في',
		draft: 'هذه الترجمة مسودة.',
	},
	so: {
		where: 'Xagee',
		when: 'Goorma',
		phone: 'Telefoon',
		free: 'Bilaash',
		secret: 'Cinwaanku waa sir. Marka hore soo wac.',
		unknown: 'Soo wac oo weydii goorta ay furan yihiin.',
		scan: 'Wax badan ku akhriso telefoonka',
		made: 'La daabacay',
		draft: 'Turjumaaddani waa qabyo.',
	},
	pl: {
		where: 'Gdzie',
		when: 'Kiedy',
		phone: 'Telefon',
		free: 'Bezpłatnie',
		secret: 'Adres jest tajny. Najpierw zadzwoń.',
		unknown: 'Zadzwoń i zapytaj o godziny otwarcia.',
		scan: 'Więcej w telefonie',
		made: 'Wydrukowano',
		draft: 'To tłumaczenie jest wersją roboczą.',
	},
	uk: {
		where: 'Де',
		when: 'Коли',
		phone: 'Телефон',
		free: 'Безкоштовно',
		secret: 'Адреса таємна. Спочатку зателефонуйте.',
		unknown: 'Зателефонуйте й запитайте години роботи.',
		scan: 'Докладніше на телефоні',
		made: 'Надруковано',
		draft: 'Цей переклад є чернеткою.',
	},
} as const satisfies Record<Language, Record<string, string>>;

export type PaperWord = keyof (typeof words)['da'];
export type PaperWords = Readonly<Record<PaperWord, string>>;

export interface PaperLanguage {
	readonly code: Language;
	readonly direction: 'ltr' | 'rtl';
	readonly words: PaperWords;
}

/** What a paper in a language needs. */
export const paperIn = (code: Language): PaperLanguage => ({
	code,
	direction: directionOf(code),
	words: words[code],
});

/** Single days on a paper at most. */
const mostDays = 3;

const span = ({ opensAt, closesAt }: Opening) => (closesAt ? `${opensAt}–${closesAt}` : opensAt);

/**
 * `mandag` in the language of the paper, and its hours: `16:00–18:00`; closed days are left out. A paper is read in other
 * weeks too: what is not there each week is told by its next days, `torsdag 24. december`.
 */
export function hoursOnPaper(
	schedules: readonly ScheduleRecord[],
	now: Date,
	language: Language,
): { day: string; hours: string }[] {
	const locale = languages.find(({ code }) => code === language)?.locale ?? language;
	const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
	const date = new Intl.DateTimeFormat(locale, {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		timeZone: 'UTC',
		calendar: 'gregory',
	});
	const noon = (day: string) => new Date(`${day}T12:00:00Z`);
	const week = weekTable(schedules.filter(isEveryWeek), now)
		.filter(({ openings }) => openings.length > 0)
		.map((row) => ({ day: weekday.format(noon(row.date)), hours: row.openings.map(span).join(', ') }));
	const days = comingDays(schedules, isoDay(now), mostDays).map((opening) => ({
		day: date.format(noon(opening.date)),
		hours: span(opening),
	}));
	return [...week, ...days];
}

export { dateInWords, isLanguage, languages, type Language } from '../referrals/consent-texts/languages.ts';
