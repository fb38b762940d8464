/**
 * The declaration of confidentiality a contact gives before reading any referral, first version. A changed text is a
 * new version, and those who gave the old one are asked again.
 * The law behind it: volunteers who do tasks for the administration keep confidence as staff do (forvaltningsloven § 27,
 * straffeloven §§ 152–152 f). A data-protection officer looks it over before real use.
 */
export const declaration = {
	version: '1',
	points: {
		da: [
			'Jeg læser kun henvisninger, når jeg skal bruge dem til at hjælpe borgeren.',
			'Jeg fortæller ikke andre, hvem borgeren er, eller hvad jeg får at vide – heller ikke hjemme, og heller ikke når jeg er holdt op i foreningen.',
			'I foreningen deler jeg kun det, som den, der skal møde borgeren, har brug for.',
			'Jeg skriver ikke oplysninger om borgeren ned andre steder. Har jeg gjort det, sletter jeg det, når vi ikke skal bruge det mere, eller når borgeren trækker sit samtykke tilbage.',
			'Er der fare for liv eller helbred, ringer jeg 112. Er jeg i tvivl om noget, ringer jeg til sagsbehandleren.',
		],
		en: [
			'I read referrals only when I need them to help the citizen.',
			'I tell nobody else who the citizen is or what I learn – not at home either, and not after I have left the organisation.',
			'Within the organisation I share only what the person who will meet the citizen needs.',
			'I write nothing about the citizen down elsewhere. If I have, I delete it when we no longer need it, or when the citizen withdraws their consent.',
			'Where life or health is in danger I call 112. When in doubt I call the caseworker.',
		],
	},
} as const;
