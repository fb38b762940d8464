import type { ObtainingText } from './text.ts';

export const obtaining1so: ObtainingText = {
	kind: 'obtaining',
	version: 'obtaining-1',
	language: 'so',
	direction: 'ltr',
	status: 'draft_translation',
	title: 'Ma weydiin karnaa ururka {organisation} wax adiga kugu saabsan?',
	intro: 'Adigaa go’aanka leh. Akhri qoraalkan, ama codso in laguu akhriyo. Weydii wixii aad rabto inaad ogaato.',
	body: [
		{ heading: 'Yaa raba inuu cid wax weydiiyo?' },
		{ paragraph: 'Waxaan nahay {centre} oo ka tirsan {authority}. Qofka halkan kugu caawiya waa {caseworker}.' },
		{
			paragraph:
				'Waxaan jeclaan lahayn inaan ururka {organisation} weydiinno wax adiga kugu saabsan. Waxay ku saabsan tahay adeeggan: {offer}.',
		},
		{ paragraph: '{purpose}' },
		{ heading: 'Waxa aan weydiinayno' },
		{ show: 'fields' },
		{ paragraph: 'Wax kale ma weydiinayno. Marka aan weydiinno, waxay ogaanayaan inaan ku caawinno.' },
		{ heading: 'Waad diidi kartaa' },
		{
			paragraph: 'Diidmadu waxba kuma yeelayso. Waxaad weli helaysaa dhammaan caawimaadda kale ee aad xaqa u leedahay.',
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
				'Uma baahnid inaad sheegto sababta. Kadib ma sii weydiinayno ururka {organisation}. Taasi ma beddelayso wixii hore u dhacay.',
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
				'Waxaan jeclaan lahaa inaan ururka {organisation} weydiiyo wax adiga kugu saabsan. Waxay ku saabsan tahay adeeggan: {offer}.',
		},
		{ paragraph: '{purpose}' },
		{ paragraph: 'Waxan ayaan rabaa inaan weydiiyo:' },
		{ show: 'fields' },
		{ paragraph: 'Wax kale ma weydiinayo. Marka aan weydiiyo, waxay ogaanayaan inaan ku caawinno.' },
		{
			paragraph:
				'Adigaa go’aanka leh. Haddii aad maya tiraahdo, waxaad weli helaysaa dhammaan caawimaadda kale ee aad xaqa u leedahay.',
		},
		{ paragraph: 'Oggolaanshahaagu wuxuu socdaa ilaa {expires}. Kadib keligiis ayuu istaagaa.' },
		{
			paragraph:
				'Goor kasta waad ka noqon kartaa oggolaanshahaaga. Isticmaal linkiga, wac {phone}, ama ii sheeg aniga. Uma baahnid inaad sheegto sababta. Kadib ma sii weydiinayno ururka {organisation}. Taasi ma beddelayso wixii hore u dhacay.',
		},
		{ paragraph: 'Waxaan qorayaa jawaabtaada, goorta aad bixisay, iyo inaan anigu kuu sharraxay.' },
		{
			paragraph:
				'{authority} ayaa mas’uul ka ah waxa aan kaa ognahay. Waad codsan kartaa inaad aragto, waxaadna naga codsan kartaa inaan saxno ama tirtirno. Waxaad u cabban kartaa annaga ama Hay’adda Ilaalinta Xogta ee Denmark (Datatilsynet).',
		},
		{ instruction: 'Weydii qofka haddii uu rabo inuu wax kale ogaado. Sug jawaabta.' },
		{ ask: 'main' },
		{ instruction: 'Sug haa ama maya cad. Haddii aad jawaabta ka shakido, waa maya.' },
		{ instruction: 'Isla markiiba qor jawaabta. Sii qofka warqadda, ama u dir linkiga.' },
	],
	purposes: {
		coordination: 'Markaas si ka fiican ayaan kuu caawin karnaa. Mana aha inaad isla wax laba jeer sheegto.',
	},
	fields: {
		attendance: 'Inaad timaaddo, iyo goorta',
		progress: 'Sida ay wax u socdaan',
		support: 'Waxa aad caawimaad uga baahan tahay',
		outcome: 'Wixii ka soo baxay',
	},
	question: {
		ask: 'Ma weydiin karnaa ururka {organisation} waxa halkan ku qoran?',
		yes: 'Haa, waad u sheegi kartaan',
		no: 'Maya, uma sheegi kartaan',
	},
	feedbackQuestion: null,
};
