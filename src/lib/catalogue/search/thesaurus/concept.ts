/**
 * A thing people need or organisations offer, and the words for it. Lists are parted by commas; a phrase is written as
 * it is said, inflection and word order of small words do not matter.
 */
export interface Concept {
	/** unique, English */
	readonly id: string;
	/** how offers name it, Danish first, then English; the first is the name shown */
	readonly words: string;
	/** things that are one of it: whoever asks for it wants these too, but whoever asks for one of these not all others */
	readonly kinds?: string;
	/** what people say who need it, without an offer having to say so */
	readonly cues?: string;
	/** what they tell when they name nothing; so everyday that it says nothing where an offer has it */
	readonly signs?: string;
	/** words that are often there when somebody needs it, and as often when not: two of them say more than one */
	readonly hints?: string;
	/** ids of concepts that often help as well, though they are something else */
	readonly near?: string;
}
