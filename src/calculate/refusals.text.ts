import type { RefusalDetail, RefusalKind } from '../calculations/refusal.ts'

/** What a person reads when no number can be given: what is wrong, where, and what to do. */
export const refusalText: Record<RefusalKind, (detail: RefusalDetail) => string> = {
  'no-rows': () =>
    'Det finns inga rader att räkna på. Kontrollera att filen har en rubrikrad och minst en rad med data.',
  'missing-column': ({ column, known }) => `Kolumnen ${column} finns inte i filen. Kolumnerna är: ${known}.`,
  'ragged-row': ({ row, found, expected }) =>
    `Rad ${row} har ${found} celler men rubrikraden ${expected}. Kontrollera avgränsare och citattecken.`,
  'not-a-number': ({ column, row, found }) =>
    `Rad ${row}, kolumn ${column}: ${found === '' ? 'cellen är tom' : `”${found}” är inte ett tal`}.`,
  'bad-option': ({ option, found, expected }) => `${option}: ”${found}” går inte. Väntade ${expected}.`,
  'bad-value': ({ column, found, expected, row }) =>
    `${row === undefined ? '' : `Rad ${row}, `}${column}: värdet ${found} går inte. Väntade ${expected}.`,
  'one-group': ({ column }) =>
    `Alla rader hör till samma grupp${column ? ` i ${column}` : ''}. Minst två behövs för en jämförelse.`,
  'no-treated': () =>
    'Ingen rad har fått insatsen. Kolumnen för insats ska vara 1 för dem som fick den och 0 för de andra.',
  'no-controls': ({ control }) =>
    control === 'never'
      ? 'Alla får insatsen någon gång, så det finns ingen aldrig behandlad att jämföra med. Välj --control not-yet.'
      : 'Ingen rad att jämföra med. Kolumnen för insats ska vara 0 för dem som inte fick den.',
  'too-few': ({ found, needed, what }) => `För få ${what ?? 'rader'}: ${found}. Minst ${needed} behövs.`,
  separation: ({ covariate }) =>
    `Bakgrunden avgör helt vem som fick insatsen${covariate ? ` (${covariate})` : ''}, så ingen jämförbar finns. Ta bort variabeln eller begränsa till dem som kunde ha fått båda.`,
  collinear: ({ columns }) => `Kolumnerna ${columns} säger samma sak och går inte att skilja åt. Ta bort någon.`,
  'infeasible-balance': ({ covariate }) =>
    `Jämförelsegruppen kan inte vägas så att den liknar deltagarna${covariate ? ` i ${covariate}` : ''}: deltagarnas medelvärde ligger utanför vad gruppen rymmer.`,
  'not-converged': ({ steps }) => `Beräkningen blev inte färdig på ${steps} steg. Kontrollera extrema värden i data.`,
  'too-short': ({ found, needed }) => `Serien har ${found} kända värden. Minst ${needed} behövs.`,
  'duplicate-row': ({ row, key }) => `Rad ${row}: ${key} finns redan på en tidigare rad.`,
  'no-safe-table': () =>
    'Tabellen kan inte skyddas ens om alla inre celler döljs, eller så röjer det som redan är ute för mycket. Slå ihop kategorier.',
  'not-finite': ({ path }) =>
    `Svaret blev inget ändligt tal (${path}). Kontrollera om filen har orimligt stora eller små värden.`,
  'inconsistent-table': () => 'Tabellens synliga tal går inte ihop: delarna blir inte summorna.',
}
