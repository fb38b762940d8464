/** Words that are there when somebody needs it, and as often when something else is meant. Lines as in `everyday.ts`. */
export const hints = `
talk hint: forstående
poverty hint: på kontanthjælp
men hint: fædre, fyre
shelter hint: en seng
cafe hint: snak
dental hint: hul
sleep hint: sover
holiday hint: tur
sport hint: en klub
visiting_friend hint: nogen der ringer
depression hint: træthed, tomhed
grief hint: savner, døde
loneliness hint: savner nogen
childcare hint: passe
violence hint: kontrollerende, håret, banket
education hint: smed
housing_support hint: gøre rent
suicide hint: hænge sig
substance_use hint: fikser
safe_shelter hint: gemme sig
`;
