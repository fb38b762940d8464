import type { Alternative } from './alternatives.ts';

/** What a need weighs beside those that say what about. */
export const needWeights = {
	/** whose trouble it is, or in which form help comes: »min søn ryger hash« */
	beside: 0.25,
	/** »kvinder«, »unge« beside what they ask for */
	who: 0.5,
	/** who is worn down by what is the matter with somebody near */
	strain: 1.6,
	/** »hænder«, »tid«: it may be about something of the field, beside words that are */
	hint: 0.4,
	/** how much less the last word of a long question weighs than the first: the matter is told before what goes with it */
	later: 0.4,
	/** words that mean something together mean it more surely than one does */
	phrase: 1.25,
	/** »transkønnet«, »asylansøger«: one of a kind that the concept is wider than */
	kind: 0.8,
	/** the words of a phrase, each by itself: of two offers about smoking the one that says »hash« */
	partsOfPhrase: 0.35,
	/** »stikkeklub« may be one, and was likelier meant to be the compound of the field that is a letter off */
	likelySlip: 0.85,
	/** the same when the other words of the phrase say nothing alone */
	someOfPhrase: 0.2,
};

/** A concept that the word denotes or leads to, not one that it may have to do with. */
export const isMeant = ({ terms, factor }: Alternative): boolean =>
	factor >= 0.6 && /^#(?!plain )/u.test(terms[0] ?? '');
