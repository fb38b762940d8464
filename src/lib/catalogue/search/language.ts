import { englishSmall, inBothLanguages } from './english-words.ts';
import { isEnglishWord } from './english-forms.ts';
import { wordSet } from './words.ts';

/*
 * In which language a query is written: what no English vocabulary has is then no Danish word misspelt, and no compound.
 */

/** Small Danish words that are no English ones. */
const danishSmall = wordSet(`
	af da de dem den denne der deres det dette dig din dine disse dit du eller en er et få får fik gør ham han hans har
	have hende hendes hos hun hvad hvem hver hvilken hvilket hvis hvor hvordan hvorfor hvornår jeg jer jeres jo kan kunne
	man mig min mine mit må nogen noget nogle og også på selv sig sin sine skal som så til ved vi vil ville vores være
	været bliver blev ikke uden ingen aldrig med om fra efter gerne meget lidt brug hjælp søger
`);

/** Small words of both languages tell nothing. */
const neutral = wordSet('in for at to by so her over under no an en man men and');

const isSmallEnglish = (word: string): boolean => englishSmall.has(word) && !inBothLanguages.has(word);

/**
 * Whether a query is an English one: at least half its words are English, and hardly any small word is Danish.
 * @param words folded
 */
export function isEnglish(words: readonly string[]): boolean {
	let small = 0;
	let english = 0;
	let danish = 0;
	let telling = words.length;
	for (const word of words) {
		if (neutral.has(word)) telling--;
		else if (isSmallEnglish(word)) small++;
		else if (danishSmall.has(word)) danish++;
		else if (isEnglishWord(word) || inBothLanguages.has(word) || word === 'i' || word === 'm') english++;
	}
	return danish * 3 <= small && small + english > 0 && (small + english) * 2 >= telling;
}
