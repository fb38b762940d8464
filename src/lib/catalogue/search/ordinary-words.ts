import { stem } from './stem.ts';
import { wordSet } from './words.ts';

/*
 * Words of everyday Danish that no offer needs to have, and that are a letter from a word of the field: »huden« is no
 * slip for »hunden«, »solen« none for »skolen«. A word is here because it was once taken for another.
 */

const stems: ReadonlySet<string> = new Set(
	[
		...wordSet(`
			advarer afgang afvise ankel artig aske attend bageri bebrejde befaling besluttet bjørn blad bleg blidt blinke
			blod blunde bluse blæk blæser blød boller bonusfar bragte bred bund bøje børste bånd cement dale dronning
			dråber dumt dunker dæmpe døse egern elske enten fadder finger fiske fjernede fjernt flakke flittigt flod flok
			fløde fodre folde foragter forkæler fornemmer frække fælde færre gemte genere glat glider gløder gnavne gnide
			gram greb gren gribe gris gryn gråd gætte hade hage hammer hane haste hatten havre held hofte huden hulke
			hviske hæfte hæld højtaler høste ideer indse irritere jern kalde kartoffel kaste kejser kilde klatre klistrer
			klogt klokke klud knirke knold knubs kobber komma korn krammer kran kridt krog kylling kysse latter ledning
			ledte lignede lilla lime liter lovede lygte lykke lyttede læbe løve making marked masse mildt mindsker
			misunder moppe mødtes mønt måne nikker nært næse nævnte ofte opdage opførsel opførte ordre overrasket
			overskæg parti peber pedel peger pilot pine plage planlagt pludre prins reaktion rifter rimelig riste rive
			rosa rose rystede røbe saft saks salen salt sand sanse sejr semester sild skeer skib skinke skrammer skranken
			skrige skrumper skrællede skræller skuffe skulder skurk skyer skylle skælver skål skåret slagne slagte slappe
			slottet sluge slutning smag smal smelte smuk smør snavs snue snyde solen spids sporet stabel stang stolt
			storm streger stædig stænk stød støv stål suge surt synke sænke sødt sølv takt tang tarmen tavle tegnede
			torden torv true tryk trøste tæer tæppe tøvede tøven uafhængig undrer vilde vinke vogn vride vundet vært
			ærligt ærter øger
		`),
	].map(stem),
);

/**
 * Whether a word is an ordinary one, spelt as it was meant, though the vocabulary of the field lacks it.
 * @param word folded
 */
export const isOrdinary = (word: string): boolean => stems.has(stem(word));
