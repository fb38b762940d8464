import type { ObtainingText } from './text.ts';

export const obtaining1pl: ObtainingText = {
	kind: 'obtaining',
	version: 'obtaining-1',
	language: 'pl',
	direction: 'ltr',
	status: 'draft_translation',
	title: 'Czy możemy pytać o Ciebie w organizacji {organisation}?',
	intro:
		'Decyzja należy do Ciebie. Przeczytaj ten tekst albo poproś o przeczytanie go na głos. Pytaj o wszystko, co chcesz wiedzieć.',
	body: [
		{ heading: 'Kto chce kogo pytać?' },
		{ paragraph: 'Jesteśmy częścią {authority}: {centre}. Osoba, która Ci u nas pomaga, to {caseworker}.' },
		{
			paragraph: 'Chcemy pytać o Ciebie w organizacji {organisation}. Chodzi o to, co ta organizacja oferuje: {offer}.',
		},
		{ paragraph: '{purpose}' },
		{ heading: 'O co pytamy' },
		{ show: 'fields' },
		{ paragraph: 'Nie pytamy o nic więcej. Gdy zapytamy, dowiedzą się, że Ci pomagamy.' },
		{ heading: 'Możesz powiedzieć „nie”' },
		{ paragraph: 'Odmowa nic Cię nie kosztuje. Nadal otrzymasz każdą inną pomoc, do której masz prawo.' },
		{ heading: 'Jak długo obowiązuje Twoja zgoda' },
		{ paragraph: 'Twoja zgoda obowiązuje do: {expires}. Potem sama wygaśnie.' },
		{ heading: 'Możesz wycofać zgodę' },
		{ paragraph: 'Możesz to zrobić w każdej chwili. To tak samo łatwe jak jej udzielenie:' },
		{
			list: [
				'Użyj swojego linku albo kodu na kartce.',
				'Zadzwoń do nas: {phone}.',
				'Powiedz o tym komuś u nas. Może to być {caseworker} albo ktoś inny.',
			],
		},
		{
			paragraph:
				'Nie musisz mówić dlaczego. Wtedy nie będziemy już pytać w organizacji {organisation}. Nie zmieni to tego, co stało się wcześniej.',
		},
		{ heading: 'Zapisujemy to' },
		{ paragraph: 'Zapisujemy Twoją odpowiedź i jej datę. Zapisujemy też, kto Ci to wyjaśnił.' },
		{ heading: 'Twoje prawa' },
		{
			paragraph:
				'Za to, co o Tobie wiemy, odpowiada {authority}. Możesz poprosić o wgląd w te informacje. Możesz poprosić o ich poprawienie albo usunięcie.',
		},
		{
			paragraph:
				'Coś jest nie tak? Możesz złożyć skargę do nas albo do duńskiego urzędu ochrony danych (Datatilsynet). Numer telefonu: 33 19 32 00. Możesz też wejść na stronę datatilsynet.dk.',
		},
	],
	oral: [
		{ instruction: 'Czytaj na głos i spokojnie. Przerwij, gdy osoba chce o coś zapytać. Wyjaśnij to, co jest trudne.' },
		{ paragraph: 'Nazywam się {caseworker}. Moje miejsce pracy to {centre}, część {authority}.' },
		{ paragraph: 'Chcę pytać o Ciebie w organizacji {organisation}. Chodzi o to, co ta organizacja oferuje: {offer}.' },
		{ paragraph: '{purpose}' },
		{ paragraph: 'Oto o co chcę pytać:' },
		{ show: 'fields' },
		{ paragraph: 'Nie pytam o nic więcej. Gdy zapytam, dowiedzą się, że Ci pomagamy.' },
		{
			paragraph:
				'Decyzja należy do Ciebie. Jeśli powiesz „nie”, nadal otrzymasz każdą inną pomoc, do której masz prawo.',
		},
		{ paragraph: 'Twoja zgoda obowiązuje do: {expires}. Potem sama wygaśnie.' },
		{
			paragraph:
				'Możesz wycofać zgodę w każdej chwili. Użyj linku, zadzwoń pod numer {phone} albo powiedz mi o tym. Nie musisz mówić dlaczego. Wtedy nie będziemy już pytać w organizacji {organisation}. Nie zmieni to tego, co stało się wcześniej.',
		},
		{ paragraph: 'Zapiszę Twoją odpowiedź, jej datę i to, że wyjaśnienia pochodzą ode mnie.' },
		{
			paragraph:
				'Za to, co o Tobie wiemy, odpowiada {authority}. Możesz poprosić o wgląd w te informacje, o ich poprawienie albo usunięcie. Możesz złożyć skargę do nas albo do duńskiego urzędu ochrony danych (Datatilsynet).',
		},
		{ instruction: 'Zapytaj, czy osoba chce wiedzieć coś jeszcze. Poczekaj na odpowiedź.' },
		{ ask: 'main' },
		{ instruction: 'Poczekaj na wyraźne „tak” lub „nie”. Jeśli odpowiedź budzi wątpliwości, oznacza „nie”.' },
		{ instruction: 'Od razu zapisz odpowiedź. Daj osobie kartkę albo wyślij link.' },
	],
	purposes: { coordination: 'Dzięki temu możemy Ci lepiej pomóc. I nie musisz dwa razy mówić tego samego.' },
	fields: {
		attendance: 'Czy przychodzisz i kiedy',
		progress: 'Jak Ci idzie',
		support: 'W czym potrzebujesz pomocy',
		outcome: 'Co z tego wynikło',
	},
	question: {
		ask: 'Czy możemy pytać w organizacji {organisation} o to, co jest tu napisane?',
		yes: 'Tak, możecie',
		no: 'Nie, nie możecie',
	},
	feedbackQuestion: null,
};
