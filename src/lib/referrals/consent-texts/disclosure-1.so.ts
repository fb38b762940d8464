import type { DisclosureText } from './text.ts';

export const disclosure1so: DisclosureText = {
	kind: 'disclosure',
	version: 'disclosure-1',
	language: 'so',
	direction: 'ltr',
	status: 'draft_translation',
	title: 'Ma u sheegi karnaa ururka {organisation} wax adiga kugu saabsan?',
	intro: 'Adigaa go’aanka leh. Akhri qoraalkan, ama codso in laguu akhriyo. Weydii wixii aad rabto inaad ogaato.',
	body: [
		{ heading: 'Yaa raba inuu wax sheego, maxaase la sheegayaa?' },
		{ paragraph: 'Waxaan nahay {centre} oo ka tirsan {authority}. Qofka halkan kugu caawiya waa {caseworker}.' },
		{
			paragraph:
				'Waxaan jeclaan lahayn inaan ururka {organisation} u sheegno wax adiga kugu saabsan. Waxay ku saabsan tahay adeeggan: {offer}.',
		},
		{ paragraph: '{purpose}' },
		{ heading: 'Waxa loo sheegayo' },
		{ show: 'fields' },
		{ paragraph: 'Wax kale uma sheegayno. Weligeen ma siinayno lambarkaaga CPR.' },
		{ heading: 'Waad diidi kartaa' },
		{
			paragraph: 'Diidmadu waxba kuma yeelayso. Waxaad weli helaysaa dhammaan caawimaadda kale ee aad xaqa u leedahay.',
		},
		{ heading: 'Ma noo sheegi karaan sida ay wax u socdaan?' },
		{ paragraph: 'Taas si gooni ah ayaan kuu weydiinaynaa. Mid waad oggolaan kartaa, midda kalena waad diidi kartaa.' },
		{
			paragraph:
				'Haddii aad haa tiraahdo, ururka {organisation} wuxuu noo sheegi karaa inaad timaaddo, sida ay wax u socdaan, iyo wixii ka soo baxay. Haddii aad maya tiraahdo, wuxuu noo sheegi karaa oo keliya inuu ku qaabili karo, inaad bilowdeen, iyo si kooban sida ay ku dhammaatay.',
		},
		{ heading: 'Inta ay oggolaanshahaagu socoto' },
		{ paragraph: 'Oggolaanshahaagu wuxuu socdaa ilaa {expires}. Kadib keligiis ayuu istaagaa.' },
		{ heading: 'Waad ka noqon kartaa oggolaanshahaaga' },
		{ paragraph: 'Taas waxaad samayn kartaa goor kasta. Waa u fudud tahay sida oggolaanshaha oo kale:' },
		{
			list: [
				'Isticmaal linkigaaga ama koodhka ku yaal warqaddaada.',
				'Naga soo wac {phone}.',
				'U sheeg {caseworker} ama qof kale oo halkan ka shaqeeya.',
			],
		},
		{
			paragraph:
				'Uma baahnid inaad sheegto sababta. Kadib ururka {organisation} ma arki karo wixii aan la wadaagnay. Taasi ma beddelayso wixii hore u dhacay.',
		},
		{ heading: 'Waan qoraynaa' },
		{
			paragraph:
				'Waxaan qoraynaa jawaabtaada iyo goorta aad bixisay. Waxaan kale oo qoraynaa qofka arrintan kuu sharraxay.',
		},
		{ heading: 'Xuquuqdaada' },
		{
			paragraph:
				'{authority} ayaa mas’uul ka ah waxa aan kaa ognahay. Waad codsan kartaa inaad aragto. Waad naga codsan kartaa inaan saxno ama tirtirno.',
		},
		{
			paragraph:
				'Miyaadan ku qanacsanayn? Waxaad u cabban kartaa annaga ama Hay’adda Ilaalinta Xogta ee Denmark (Datatilsynet). Lambarkoodu waa 33 19 32 00. Waxaad kale oo booqan kartaa datatilsynet.dk.',
		},
	],
	oral: [
		{ instruction: 'Si deggan cod ugu akhri. Istaag marka qofku rabo inuu wax weydiiyo. Sharrax waxa adag.' },
		{ paragraph: 'Magacaygu waa {caseworker}. Waxaan ka socdaa {centre} oo ka tirsan {authority}.' },
		{
			paragraph:
				'Waxaan jeclaan lahaa inaan ururka {organisation} u sheego wax adiga kugu saabsan. Waxay ku saabsan tahay adeeggan: {offer}.',
		},
		{ paragraph: '{purpose}' },
		{ paragraph: 'Waxan ayaan rabaa inaan u sheego:' },
		{ show: 'fields' },
		{ paragraph: 'Wax kale uma sheegayo. Weligeen ma siinayno lambarkaaga CPR.' },
		{
			paragraph:
				'Adigaa go’aanka leh. Haddii aad maya tiraahdo, waxaad weli helaysaa dhammaan caawimaadda kale ee aad xaqa u leedahay.',
		},
		{ paragraph: 'Oggolaanshahaagu wuxuu socdaa ilaa {expires}. Kadib keligiis ayuu istaagaa.' },
		{
			paragraph:
				'Goor kasta waad ka noqon kartaa oggolaanshahaaga. Isticmaal linkiga, wac {phone}, ama ii sheeg aniga. Uma baahnid inaad sheegto sababta. Kadib ururka {organisation} ma arki karo wixii aan la wadaagnay. Taasi ma beddelayso wixii hore u dhacay.',
		},
		{ paragraph: 'Waxaan qorayaa jawaabtaada, goorta aad bixisay, iyo inaan anigu kuu sharraxay.' },
		{
			paragraph:
				'{authority} ayaa mas’uul ka ah waxa aan kaa ognahay. Waad codsan kartaa inaad aragto, waxaadna naga codsan kartaa inaan saxno ama tirtirno. Waxaad u cabban kartaa annaga ama Hay’adda Ilaalinta Xogta ee Denmark (Datatilsynet).',
		},
		{ instruction: 'Weydii qofka haddii uu rabo inuu wax kale ogaado. Sug jawaabta.' },
		{ ask: 'main' },
		{ instruction: 'Sug haa ama maya cad. Haddii aad jawaabta ka shakido, waa maya.' },
		{
			paragraph:
				'Hadda wax kale ayaan ku weydiinayaa. Haddii aad haa tiraahdo, ururka {organisation} wuxuu noo sheegi karaa inaad timaaddo, sida ay wax u socdaan, iyo wixii ka soo baxay. Haddii aad maya tiraahdo, wuxuu noo sheegi karaa oo keliya inuu ku qaabili karo, inaad bilowdeen, iyo si kooban sida ay ku dhammaatay.',
		},
		{ ask: 'feedback' },
		{ instruction: 'Isla markiiba qor jawaabaha. Sii qofka warqadda, ama u dir linkiga.' },
	],
	purposes: {
		accompaniment: 'Markaas si fiican ayay kuu soo dhowayn karaan marka aad timaaddo. Qof baa kula socon doona.',
		contact: 'Markaas way kula soo xiriiri karaan oo waxay kula heshiin karaan sida loo bilaabayo.',
		information: 'Markaas way ogyihiin inaad laga yaabo inaad timaaddo. Kulama soo xiriirayaan.',
	},
	fields: {
		given_name: 'Magacaaga koowaad',
		family_name: 'Magaca qoyskaaga',
		phone: 'Lambarka telefoonkaaga',
		email: 'E-mailkaaga',
		language: 'Luqaddaada, iyo inaad turjubaan u baahan tahay',
		age_band: 'Kooxda da’daada, tusaale ahaan 25-39 sano',
		safe_contact: 'Sida iyo goorta si ammaan ah laguula soo xiriiri karo',
		need: 'Si kooban, sababta aan u weydiinayno',
		goals: 'Waxa aad adigu rabto',
		accompaniment: 'Qofka kula socda, goorta, iyo meesha aad ku kulmaysaan',
		practical: 'Waxyaabo kale oo muhiim ah, tusaale ahaan kursiga taayirrada leh',
	},
	question: {
		ask: 'Ma u sheegi karnaa ururka {organisation} waxa halkan ku qoran?',
		yes: 'Haa, waad u sheegi kartaan',
		no: 'Maya, uma sheegi kartaan',
	},
	feedbackQuestion: {
		ask: 'Ma noo sheegi karaa ururka {organisation} sida ay wax u socdaan?',
		yes: 'Haa, wuu idiin sheegi karaa',
		no: 'Maya, idiinma sheegi karo',
	},
};
