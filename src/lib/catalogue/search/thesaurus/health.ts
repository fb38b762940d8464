import type { Concept } from './concept.ts';

/** Body, mind, drink and drugs. */
export const health: readonly Concept[] = [
	{
		id: 'alcohol',
		words:
			'alkohol, alkoholrådgivning, alkoholbehandling, alkoholmisbrug, alkoholproblemer, alkoholafhængighed, alkoholiker, ædru, ædruelighed, Anonyme Alkoholikere, AA, AA-møde, blå kors, alcohol, alcohol treatment, alcoholics anonymous, sobriety',
		cues: 'druk, drikker, drikker for meget, fuld, fordrukken, sprut, øl, bajere, vodka, spiritus, tømmermænd, druk og stoffer, flasken, stoppe med at drikke, drinking, drunk, drinks too much, beer',
		near: 'substance_use',
	},
	{
		id: 'substance_use',
		words:
			'misbrug, misbruger, rusmiddel, rusmidler, rusmiddelproblemer, rusmiddelbehandling, misbrugsbehandling, stofmisbrug, stofbruger, stofbrugere, afhængighed, afhængig, rusmiddelafhængighed, stofrådgivning, afrusning, substitution, skadesreduktion, Anonyme Narkomaner, NA, clean, stoffri, addiction, substance abuse, drug treatment, recovery, detox, harm reduction, rehab, rehabilitation from drugs',
		kinds: 'metadon, stofindtagelsesrum, fixerum, antabus',
		cues: 'stoffer, narko, narkoman, junkie, på stoffer, hash, hashrygning, ryger hash, joint, joints, hashmisbrug, skunk, kokain, coke, heroin, amfetamin, speed, piller, benzo, ketamin, ecstasy, lattergas, pot, kanyler, sprøjter, fix, skæv, tager stoffer, påvirket, bliver clean, drugs, weed, cannabis, cocaine, needles, addict',
		near: 'aftercare',
	},
	{
		id: 'aftercare',
		words:
			'efterbehandling, efterværn, tilbagefald, tilbagefaldsforebyggelse, tolvtrin, 12 trin, 12-trins, selvhjælpsgruppe for misbrug, stoffrit fællesskab, aftercare, relapse prevention, sober living',
		cues: 'færdig i behandling, ud af behandling, efter behandling, holde sig clean, holde sig ædru, falde i igen, ædru fællesskab, stay sober, relapse',
		near: 'substance_use, alcohol, community',
	},
	{
		id: 'gambling',
		words: 'ludomani, spilafhængighed, ludoman, spillemisbrug, pengespil, gambling, gambling addiction',
		cues: 'spiller pengene op, spilleautomat, odds, betting, online casino, gamer hele natten, poker, casino',
		near: 'debt',
	},
	{
		id: 'smoking',
		words: 'rygestop, rygestopkursus, nikotin, tobaksafvænning, smoking cessation, quit smoking',
		cues: 'ryger, cigaretter, stoppe med at ryge, snus, puff bars, vape, kvitte smøgerne, cigarettes, tobacco',
		near: 'prevention',
	},
	{
		id: 'mental_health',
		words:
			'psykisk sårbarhed, psykisk sårbar, psykisk sårbare, psykiatri, psykisk sygdom, psykisk lidelse, sindslidelse, sindslidende, socialpsykiatri, psykiatrisk, recovery, mental sundhed, mental health, mental illness, psychiatric',
		kinds: 'skizofreni, psykose, bipolar, borderline, personlighedsforstyrrelse, schizophrenia',
		cues: 'psyken, psykisk, ondt i sindet, ondt i livet, nedtur, sammenbrud, brudt sammen, diagnose, hører stemmer, stemmer i hovedet, indlagt, udskrevet, vrangforestillinger, distriktspsykiatri, går ned, skør, paranoid, mania, mental problems, breakdown',
		near: 'peer_support, depression, anxiety, talk',
	},
	{
		id: 'depression',
		words: 'depression, deprimeret, fødselsdepression, nedtrykthed, depressiv, depressed',
		cues: 'ked af det, trist, tung, tungsind, sortsyn, kommer ikke ud af sengen, ligger i sengen, kan ikke stå op, livslede, lyst til ingenting, ingen energi, håbløs, græder, sad, hopeless, low mood',
		near: 'mental_health, talk',
	},
	{
		id: 'anxiety',
		words: 'angst, socialangst, angstlidelse, panikangst, OCD, tvangstanker, fobi, anxiety, panic attacks',
		cues: 'panik, panikanfald, bange, bange for at gå ud, tør ikke gå ud, nervøs, går ikke ud, tør ikke, uro, bekymret, bekymringer, bekymrer sig, generthed, genert, afraid, worried, scared to go out',
		near: 'mental_health, talk, going_out',
	},
	{
		id: 'stress',
		words:
			'stress, udbrændthed, stressramt, stresshåndtering, mindfulness, meditation, afspænding, åndedræt, burnout, stress management',
		cues: 'stresset, overbelastet, slidt ned, kan ikke sove, søvnløs, søvnproblemer, søvn, sover dårligt, ligger vågen, sygemeldt med stress, tankemylder, insomnia, cannot sleep, overwhelmed',
		near: 'mental_health, anxiety',
	},
	{
		id: 'trauma',
		words: 'PTSD, traume, traumer, traumatiseret, krigstraumer, tortur, trauma',
		kinds: 'veteran, veteraner, torture survivors',
		cues: 'flashback, mareridt, krig, udsendt soldat, oplevet noget voldsomt, været i krig, nightmares, war',
		near: 'mental_health, refugees',
	},
	{
		id: 'suicide',
		words:
			'selvmord, selvmordstanker, selvmordsforebyggelse, livslinje, selvskade, cutting, suicide, suicide prevention, self-harm, crisis line',
		cues: 'vil ikke leve, orker ikke mere, tage livet af sig, ikke leve mere, skærer i sig selv, skære i sig selv, død, ønsker at dø, hopeless, want to die, kill myself, cutter',
		near: 'talk, crisis_line, mental_health',
	},
	{
		id: 'eating_disorder',
		words: 'spiseforstyrrelse, spiseforstyrrelser, anoreksi, bulimi, overspisning, eating disorder, anorexia, bulimia',
		cues: 'vil ikke spise, spiser ikke, kaster op, tvangsspiser, for tynd, overspiser',
		near: 'mental_health',
	},
	{
		id: 'crisis_line',
		words:
			'telefonrådgivning, telefonlinje, rådgivningstelefon, krisetelefon, nattelefon, hotline, chatrådgivning, telefonvagt, anonym telefon, chat, døgnåben telefon, helpline, crisis hotline, 24-hour hotline',
		cues: 'ringe til nogen, nogen at ringe til, midt akut hjælp, ringe, ring anonymt, skrive med nogen, someone to call, call at night',
		near: 'talk',
	},
	{
		id: 'talk',
		words:
			'samtale, samtaler, støttesamtaler, samtalegruppe, samtaleforløb, samtaletilbud, lyttetelefon, lytter, psykologhjælp, gratis psykolog, psykolog, terapi, terapeut, terapigruppe, selvhjælpsgruppe, selvhjælpsgrupper, samtaleterapi, counselling, counseling, therapy, psychotherapy, support group, self-help group',
		cues: 'snakke med, nogen at snakke med, en at snakke med, tale med nogen, nogen at tale med, nogen der lytter, en der lytter, tale ud, dele tanker, vende tingene, someone to talk to, talk to someone, listen',
		near: 'crisis_line, peer_support',
	},
	{
		id: 'peer_support',
		words:
			'peer-støtte, peerstøtte, peer, peers, peer-to-peer, peer-mentor, peermedarbejder, brugererfaring, levede erfaringer, egen erfaring, erfaringsekspert, brugerstyret, peer support, lived experience',
		cues: 'ligesindede, en der har prøvet det samme, i samme båd, andre i samme situation, someone who has been there, people like me',
		near: 'self_help, mental_health',
	},
	{
		id: 'self_help',
		words:
			'selvhjælpsgruppe, selvhjælpsgrupper, selvhjælp, netværksgruppe, netværksgrupper, erfaringsgruppe, samtalegruppe, mødegruppe, self-help, mutual support group',
		cues: 'andre i samme situation, dele erfaringer, gruppe',
		near: 'peer_support, talk',
	},
	{
		id: 'health_clinic',
		words:
			'sundhedsklinik, klinik, sygepleje, sygeplejerske, sundhedscafé, sundhedstjek, sundhedsrum, gratis lægehjælp, lægehjælp, læge, vaccination, sundhedshjælp, sundhedsrådgivning, clinic, health care, medical care, nurse, primary care, health screening, doctor',
		cues: 'sår, smerter, ondt, medicin, uden sygesikring, intet sundhedskort, uden CPR, udokumenteret og syg, undersøges, tjekkes, blodtryk, test, forkølet, uninsured, medicine, sick, pain, prescription',
		near: 'prevention',
	},
	{
		id: 'dental',
		words:
			'tandlæge, tandpleje, tandklinik, tandlægehjælp, tandbehandling, tænder, tandlægeregning, dental, dentist, dental care, teeth',
		cues: 'ondt i tænderne, tandpine, hul i tanden, dårlige tænder, mangler tænder, gebis, protese, rådne tænder, toothache, dentures',
		near: 'health_clinic, grants',
	},
	{
		id: 'eyes_feet',
		words: 'synshjælp og fodpleje',
		kinds:
			'fodpleje, fodterapeut, frisør, gratis klipning, klipning, briller, optiker, synsprøve, høreapparat, foot care, haircut, glasses, eye exam',
		cues: 'hår, blive klippet, klippet, negle, fødder, ser dårligt, hører dårligt, vision, hearing',
		near: 'health_clinic',
	},
	{
		id: 'prevention',
		words:
			'forebyggelse, sundhedsfremme, livsstil, kost, kostvejledning, vægttab, motion på recept, health promotion, nutrition, healthy eating, weight loss, wellness',
		kinds: 'rygestop, diabetes, KOL, sukkersyge',
		cues: 'tabe sig, overvægtig, overvægt, sund, usund, spise sundt, komme i form, sukkersyge, hjertet, blodtryk, healthy, diet, obesity',
		near: 'exercise',
	},
	{
		id: 'exercise',
		words:
			'motion, træning, idræt, bevægelse, holdtræning, gåture, gåtur, gågruppe, vandretur, walk, exercise, walking group',
		kinds: 'fitness, gymnastik, yoga, styrketræning, løbeklub, yoga class, fitness classes',
		cues: 'røre sig, bevæge sig, komme i gang med at træne, sidder stille, dyrke motion, dyrke sport, løbe, gå en tur, gå ture, cykle, work out, get fit, move more, running',
		near: 'sport, nature',
	},
	{
		id: 'sexual_health',
		words: 'seksuel sundhed, kønssygdomme, gravid, graviditet, sexual health, STD, birth control, pregnancy test',
		kinds: 'hiv, hivtest, prævention, abortrådgivning, abort, HIV testing, abortion',
		cues: 'kondom, uønsket gravid, gravid, p-piller, smittet, klamydia, pregnant, condoms',
		near: 'health_clinic',
	},
	{
		id: 'chronic_illness',
		words: 'kronisk sygdom, patientforening, sygdomsramt, chronic illness',
		kinds:
			'kræft, kræftramt, hjerneskade, demens, alzheimer, sclerose, gigt, epilepsi, smerter, cancer, dementia, alzheimers, brain injury, stroke',
		cues: 'glemmer ting, husker dårligt, fået kræft, alvorligt syg, blodprop, kemo, langvarig sygdom, memory loss, tumour',
		near: 'relatives',
	},
	{
		id: 'disability',
		words:
			'handicap, funktionsnedsættelse, fysisk handicap, bevægelseshandicap, handicappet, disability, disabled, developmental disabilities',
		kinds:
			'udviklingshæmning, udviklingshæmmet, kørestol, kørestolsbruger, parasport, blind, svagsynet, døv, tegnsprog, hørehæmmet, wheelchair, deaf',
		cues: 'sidder i kørestol, lam, lammet, nedsat funktionsevne, handicappede, spastiker, Downs syndrom, kognitive vanskeligheder, hjælpemiddel, special needs, mobility',
		near: 'disability_family',
	},
	{
		id: 'disability_family',
		words:
			'handicapforening, familier med handicap, barn med handicap, børn med handicap, aflastning, aflastningsfamilie, søskende til børn med handicap, respite, respite care, children with special needs, siblings',
		cues: 'handicappet barn, barn med særlige behov, trænger til aflastning, pause fra barnet, special needs child',
		near: 'disability, relatives',
	},
	{
		id: 'autism_adhd',
		words:
			'autisme, ADHD, asperger, ADD, autismespektrum, autist, autister, neurodivergent, neurodiversitet, opmærksomhedsforstyrrelse, autism, autism spectrum',
		cues: 'urolig, kan ikke sidde stille, svært ved at koncentrere sig, sociale koder, særinteresse, diagnosebørn, sensorisk, skolevægring, struktur i hverdagen, attention deficit, hyperactive',
		near: 'disability',
	},
	{
		id: 'grief',
		words:
			'sorg, sorggruppe, sorggrupper, sorgcafé, tab, efterladte, efterladt, sorgstøtte, dødsfald, grief, bereavement, loss',
		cues: 'mistet, mistet sin mand, mistet sin kone, mistet en forælder, mistet sit barn, død, enke, enkemand, begravelse, far er død, mor er død, ægtefælle død, widow, died, death in the family, lost my husband, funeral',
		near: 'talk, self_help',
	},
];
