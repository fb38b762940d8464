/**
 * What can be wrong with a package, in words. Codes are stable; the words are for the person who imports.
 * A *failure* stops the whole import, a *refusal* leaves out one row, a *repair* changes what was read.
 */

interface Words {
	readonly da: string;
	readonly en: string;
}

export const failures = {
	'import.not_found': {
		da: 'Filen eller mappen findes ikke, eller den kan ikke læses.',
		en: 'The file or folder is not there, or it cannot be read.',
	},
	'import.not_hsds': {
		da: 'Det er ikke en HSDS-pakke: der er hverken en services-tabel eller HSDS-JSON i den.',
		en: 'This is no HSDS package: it holds neither a services table nor HSDS JSON.',
	},
	'import.single_table': {
		da: 'En enkelt CSV-fil er ikke en hel HSDS-pakke; angiv mappen eller zip-filen, den ligger i.',
		en: 'A single CSV file is not a whole HSDS package; give the folder or the zip it is in.',
	},
	'import.empty': {
		da: 'Pakken kan læses, men der er hverken organisationer, tilbud, steder eller emner i den.',
		en: 'The package can be read, but it holds no organisations, services, locations or taxonomy terms.',
	},
	'import.broken_zip': {
		da: 'Zip-filen er ødelagt eller kun delvist overført; hent den igen.',
		en: 'The zip file is damaged or only partly transferred; fetch it again.',
	},
	'import.encrypted_zip': {
		da: 'Zip-filen er beskyttet med adgangskode; pak den ud og importér mappen.',
		en: 'The zip file is protected by a password; unpack it and import the folder.',
	},
	'import.unsafe_path': {
		da: 'Zip-filen indeholder et filnavn, der peger ud af pakken; den importeres ikke.',
		en: 'The zip file holds a file name that points outside the package; it is not imported.',
	},
	'import.too_many_files': {
		da: 'Pakken indeholder flere filer, end en HSDS-pakke kan have.',
		en: 'The package holds more files than an HSDS package can have.',
	},
	'import.zip_bomb': {
		da: 'Zip-filen fylder urimeligt meget, når den pakkes ud; den importeres ikke.',
		en: 'The zip file grows beyond reason when it is unpacked; it is not imported.',
	},
	'import.too_large': {
		da: 'Pakken eller en fil i den er større, end der kan importeres på én gang.',
		en: 'The package or a file in it is larger than can be imported at once.',
	},
	'import.ambiguous': {
		da: 'Den samme tabel ligger flere steder i pakken; behold kun den ene.',
		en: 'The same table is in the package more than once; keep only one.',
	},
	'import.broken_csv': {
		da: 'En CSV-fil er ødelagt: et anførselstegn bliver aldrig lukket.',
		en: 'A CSV file is damaged: a quotation mark is never closed.',
	},
	'import.broken_json': {
		da: 'JSON-filen er ødelagt eller kun delvist overført.',
		en: 'The JSON file is damaged or only partly transferred.',
	},
} as const satisfies Record<string, Words>;

export const refusals = {
	wrong_number_of_cells: {
		da: 'rækken har et andet antal felter end overskriften',
		en: 'the row has another number of cells than the header',
	},
	broken_quotes: { da: 'anførselstegnene passer ikke sammen', en: 'the quotation marks do not match' },
	no_id: { da: 'rækken har intet id', en: 'the row has no id' },
	duplicate_id: { da: 'id’et er brugt af en tidligere række', en: 'the id is used by an earlier row' },
	no_name: { da: 'rækken har intet navn', en: 'the row has no name' },
	no_link: { da: 'rækken siger ikke, hvad den hører til', en: 'the row does not say what it belongs to' },
	unknown_organisation: { da: 'organisationen findes ikke i pakken', en: 'the organisation is not in the package' },
	unknown_service: { da: 'tilbuddet findes ikke i pakken', en: 'the service is not in the package' },
	unknown_location: { da: 'stedet findes ikke i pakken', en: 'the location is not in the package' },
	unknown_term: { da: 'emnet findes ikke i pakken', en: 'the taxonomy term is not in the package' },
	unknown_link: {
		da: 'det, rækken hører til, findes ikke i pakken',
		en: 'what the row belongs to is not in the package',
	},
	bad_time: { da: 'klokkeslættet kan ikke læses', en: 'the time cannot be read' },
	bad_weekday: { da: 'ugedagen kan ikke læses', en: 'the weekday cannot be read' },
	bad_frequency: { da: 'gentagelsen kan ikke læses', en: 'the frequency cannot be read' },
	bad_age: { da: 'aldersgrænsen giver ikke mening', en: 'the age limit makes no sense' },
	bad_coordinates: { da: 'koordinaterne ligger ikke på kloden', en: 'the coordinates are not on the globe' },
	bad_status: { da: 'status er ikke en HSDS-status', en: 'the status is no HSDS status' },
	bad_date: { da: 'datoen kan ikke læses', en: 'the date cannot be read' },
	bad_url: { da: 'webadressen er ikke en http-adresse', en: 'the web address is no http address' },
	bad_extension: {
		da: 'felterne fra et andet Socialkompas kan ikke læses',
		en: 'the fields of another Socialkompas cannot be read',
	},
	no_number: { da: 'telefonnummeret mangler', en: 'the phone number is missing' },
} as const satisfies Record<string, Words>;

export const repairs = {
	mojibake: { da: 'tekster med ødelagte tegn rettet', en: 'texts with garbled characters put right' },
	markup: { da: 'tekster med HTML gjort til almindelig tekst', en: 'texts with HTML turned into plain text' },
	escaped_breaks: { da: 'tekster med linjeskift skrevet som \\n', en: 'texts with line breaks written as \\n' },
	markers: { da: 'tekster befriet for interne mærker', en: 'texts freed of internal markers' },
	organisation_through_service: {
		da: 'tilbud givet den organisation, som det overordnede tilbud har',
		en: 'services given the organisation of the service they named instead of one',
	},
	organisation_made: {
		da: 'manglende organisationer oprettet ud fra deres tilbud',
		en: 'missing organisations made from their services',
	},
	swapped_coordinates: { da: 'ombyttede koordinater byttet tilbage', en: 'swapped coordinates put right' },
	time_from_words: { da: 'åbningstider læst ud af teksten', en: 'opening hours read from their words' },
	time_cleaned: { da: 'klokkeslæt læst på trods af slåfejl', en: 'times read in spite of slips' },
	time_as_words: {
		da: 'åbningstider beholdt som tekst, fordi klokkeslættet ikke kan læses',
		en: 'opening hours kept as words because their times cannot be read',
	},
	language_split: { da: 'felter med flere sprog delt', en: 'cells with several languages split' },
	language_as_words: {
		da: 'sprogfelter, der handler om tolkning, flyttet dertil',
		en: 'language cells about interpretation moved there',
	},
	phone_cleaned: {
		da: 'telefonnumre renset, lokalnumre skilt fra',
		en: 'phone numbers cleaned, extensions told apart',
	},
	own_term: { da: 'emner genkendt som vores egne', en: 'taxonomy terms recognised as our own' },
	parent_dropped: { da: 'emner uden det overordnede emne, de nævner', en: 'terms without the parent they name' },
	confidential: { da: 'adresser mærket som hemmelige', en: 'addresses marked as confidential' },
} as const satisfies Record<string, Words>;

export type FailureCode = keyof typeof failures;
export type RefusalCode = keyof typeof refusals;
export type RepairKind = keyof typeof repairs;
