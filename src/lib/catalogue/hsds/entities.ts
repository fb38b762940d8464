/** Named HTML entities that stand in directory texts: those of Latin-1 in their order, and common punctuation. */
const latin1 =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
	'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
	'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
	'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
	'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
	'thorn yuml';

export const entities: ReadonlyMap<string, string> = new Map([
	...latin1.split(' ').map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
	...Object.entries({
		...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚' },
		...{ ldquo: '“', rdquo: '”', bdquo: '„', hellip: '…', bull: '•', euro: '€', trade: '™', lsaquo: '‹', rsaquo: '›' },
		...{ ensp: ' ', emsp: ' ', thinsp: ' ', zwj: '', zwnj: '', OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š' },
	}),
]);
