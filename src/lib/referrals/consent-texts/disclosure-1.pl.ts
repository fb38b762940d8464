import type { DisclosureText } from './text.ts';

export const disclosure1pl: DisclosureText = {
	kind: 'disclosure',
	version: 'disclosure-1',
	language: 'pl',
	direction: 'ltr',
	status: 'draft_translation',
	title: 'Czy możemy przekazać informacje o Tobie organizacji {organisation}?',
	intro:
		'Decyzja należy do Ciebie. Przeczytaj ten tekst albo poproś o przeczytanie go na głos. Pytaj o wszystko, co chcesz wiedzieć.',
	body: [
		{ heading: 'Kto, komu i co chce przekazać?' },
		{ paragraph: 'Jesteśmy częścią {authority}: {centre}. Osoba, która Ci u nas pomaga, to {caseworker}.' },
		{
			paragraph:
				'Chcemy przekazać organizacji {organisation} kilka informacji o Tobie. Chodzi o to, co ta organizacja oferuje: {offer}.',
		},
		{ paragraph: '{purpose}' },
		{ heading: 'Czego się dowiedzą' },
		{ show: 'fields' },
		{ paragraph: 'Nie przekażemy nic więcej. Nigdy nie podamy im Twojego numeru CPR.' },
		{ heading: 'Możesz powiedzieć „nie”' },
		{ paragraph: 'Odmowa nic Cię nie kosztuje. Nadal otrzymasz każdą inną pomoc, do której masz prawo.' },
		{ heading: 'Czy mogą nam mówić, jak Ci idzie?' },
		{ paragraph: 'O to pytamy osobno. Możesz zgodzić się na jedno, a na drugie nie.' },
		{
			paragraph:
				'Jeśli powiesz „tak”, {organisation} może nam mówić, czy przychodzisz, jak Ci idzie i co z tego wynikło. Jeśli powiesz „nie”, może nam powiedzieć tylko, czy może Cię przyjąć, czy już zaczęliście i krótko: jak to się skończyło.',
		},
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
				'Nie musisz mówić dlaczego. Wtedy {organisation} nie będzie już widzieć tego, co udostępniliśmy. Nie zmieni to tego, co stało się wcześniej.',
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
		{
			paragraph:
				'Chcę przekazać organizacji {organisation} kilka informacji o Tobie. Chodzi o to, co ta organizacja oferuje: {offer}.',
		},
		{ paragraph: '{purpose}' },
		{ paragraph: 'Oto co chcę im przekazać:' },
		{ show: 'fields' },
		{ paragraph: 'Nie przekażę nic więcej. Nigdy nie podamy im Twojego numeru CPR.' },
		{
			paragraph:
				'Decyzja należy do Ciebie. Jeśli powiesz „nie”, nadal otrzymasz każdą inną pomoc, do której masz prawo.',
		},
		{ paragraph: 'Twoja zgoda obowiązuje do: {expires}. Potem sama wygaśnie.' },
		{
			paragraph:
				'Możesz wycofać zgodę w każdej chwili. Użyj linku, zadzwoń pod numer {phone} albo powiedz mi o tym. Nie musisz mówić dlaczego. Wtedy {organisation} nie będzie już widzieć tego, co udostępniliśmy. Nie zmieni to tego, co stało się wcześniej.',
		},
		{ paragraph: 'Zapiszę Twoją odpowiedź, jej datę i to, że wyjaśnienia pochodzą ode mnie.' },
		{
			paragraph:
				'Za to, co o Tobie wiemy, odpowiada {authority}. Możesz poprosić o wgląd w te informacje, o ich poprawienie albo usunięcie. Możesz złożyć skargę do nas albo do duńskiego urzędu ochrony danych (Datatilsynet).',
		},
		{ instruction: 'Zapytaj, czy osoba chce wiedzieć coś jeszcze. Poczekaj na odpowiedź.' },
		{ ask: 'main' },
		{ instruction: 'Poczekaj na wyraźne „tak” lub „nie”. Jeśli odpowiedź budzi wątpliwości, oznacza „nie”.' },
		{
			paragraph:
				'Teraz pytam o coś innego. Jeśli powiesz „tak”, {organisation} może nam mówić, czy przychodzisz, jak Ci idzie i co z tego wynikło. Jeśli powiesz „nie”, może nam powiedzieć tylko, czy może Cię przyjąć, czy już zaczęliście i krótko: jak to się skończyło.',
		},
		{ ask: 'feedback' },
		{ instruction: 'Od razu zapisz odpowiedzi. Daj osobie kartkę albo wyślij link.' },
	],
	purposes: {
		accompaniment: 'Dzięki temu będą mogli dobrze Cię przyjąć. Ktoś pójdzie tam razem z Tobą.',
		contact: 'Dzięki temu będą mogli się z Tobą skontaktować i ustalić, jak zacząć.',
		information: 'Dzięki temu będą wiedzieć, że być może przyjdziesz. Nie będą się z Tobą kontaktować.',
	},
	fields: {
		given_name: 'Twoje imię',
		family_name: 'Twoje nazwisko',
		phone: 'Twój numer telefonu',
		email: 'Twój adres e-mail',
		language: 'Twój język i to, czy potrzebujesz tłumacza',
		age_band: 'Twoja grupa wiekowa, na przykład 25-39 lat',
		safe_contact: 'Jak i kiedy można się z Tobą bezpiecznie skontaktować',
		need: 'Krótko: dlaczego się do nich zwracamy',
		goals: 'Czego Ty chcesz',
		accompaniment: 'Kto idzie z Tobą, kiedy i gdzie się spotykacie',
		practical: 'Sprawy praktyczne, na przykład wózek inwalidzki',
	},
	question: {
		ask: 'Czy możemy przekazać organizacji {organisation} to, co jest tu napisane?',
		yes: 'Tak, możecie',
		no: 'Nie, nie możecie',
	},
	feedbackQuestion: {
		ask: 'Czy {organisation} może nam mówić, jak Ci idzie?',
		yes: 'Tak, może',
		no: 'Nie, nie może',
	},
};
