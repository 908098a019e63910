export const previewText = {
  sie: (type: number | string) => `Huvudbok (SIE ${type})`,
  missingColumn: (label: string) => `Kolumnen ”${label}” krävs. Välj vilken av filens kolumner som är den.`,
  totalAgrees: (row: number) => `Summaraden (rad ${row}) stämmer med raderna.`,
  totalDiffers: (row: number, sums: string) =>
    `Summaraden (rad ${row}) stämmer inte med raderna: ${sums}. Rader kan saknas i filen eller vara felaktiga.`,
  sum: (column: string, printed: string, computed: string) =>
    `${column} står som ${printed} men raderna ger ${computed}`,
} as const

export const importRefusalText = {
  'no-such-preview': 'Filen väntar inte längre på att bekräftas. Välj den igen.',
  'no-file': 'Ingen fil kom med. Välj en fil och försök igen.',
  'no-such-kind': 'Det slaget av fil finns inte. Välj ett i listan.',
  'no-such-import': 'Importen finns inte.',
  'already-undone': 'Importen är redan ångrad.',
  'not-recognised':
    'Filen liknar inget underlag som Utfall känner till. Välj själv vad den innehåller, eller kontrollera att rätt fil är vald.',
  'missing-columns': 'Filen saknar kolumner som krävs. Koppla dem i förhandsgranskningen.',
  'other-municipality': 'Filen gäller en annan kommun och läses inte in. Kontrollera att rätt fil är vald.',
  broken: 'Importen avbröts av ett fel och inget skrevs. Försök igen.',
} as const

export const importProgressText = {
  reading: (rows: string) => `${rows} rader lästa`,
  done: 'Klar',
  undone: 'Ångrad',
} as const
