export const cellKeyText = {
  description: 'Antal i en tabell med slumpmässig avvikelse (cell key-metoden): samma hushåll ger alltid samma tal',
  household: 'kolumnen med hushåll, en rad per hushåll',
  dimensions: 'kolumner som tabellen delas på, med komma emellan; alla summor räknas också',
  saltFile: 'fil med den hemliga nyckel som avvikelserna beror på, minst 16 tecken',
  largestChange: 'största ändring',
  variance: 'ändringens varians',
  neverShown: 'antal från 1 till detta visas aldrig',
  note: 'Varje tal är ändrat för sig, även summorna, så delarna behöver inte bli summan. Noll ändras aldrig.',
  saltExpected: 'en fil med minst 16 tecken',
}
