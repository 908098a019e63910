import { formatNumber } from '../values/format.ts'
import type { ImportStatus } from './import-answers.ts'

const rowsText = (count: number) => `${formatNumber(count)} ${count === 1 ? 'rad' : 'rader'}`

/** The words of the import page. */
export const importsText = {
  title: 'Import',
  lead: 'Lämna in filerna som de kommer ur verksamhetssystemet och ekonomisystemet. Inget skrivs förrän du har sett hur de läses.',
  choose: 'Välj filer',
  dropHere: 'Dra filer hit eller',
  formats: 'CSV, text, Excel (.xlsx) och SIE. Flera filer på en gång går bra.',
  reading: (fileName: string) => `Läser ${fileName} …`,
  notReadable: 'Filen kan inte läsas',
  tryAgain: 'Försök igen',
  readAs: 'Läses som',
  facts: {
    rows: rowsText,
    headerRow: (row: number) => `rubriker på rad ${row}`,
    delimiter: (delimiter: string) => `avgränsare ${delimiterText[delimiter] ?? delimiter}`,
  },
  profileUsed: (name: string) => `Kolumnerna är valda enligt profilen ${name}.`,
  totalRow: 'Summarad',
  columns: 'Filens kolumner',
  column: 'Kolumn i filen',
  samples: 'Exempel',
  means: 'Betyder',
  why: 'Varför',
  meaningOf: (column: string) => `Betydelse av kolumnen ${column}`,
  notRead: 'Läses inte in',
  chosenByYou: 'Valt av dig.',
  noSuggestion: 'Inget förslag: varken rubriken eller värdena känns igen.',
  required: (label: string) => `${label} (krävs)`,
  missing: (labels: string[]) => `Välj också kolumn för: ${labels.join(', ')}.`,
  twice: (labels: string[]) => `Bara en kolumn kan betyda ${labels.join(' och ')}. Ändra en av dem.`,
  outcome: (accepted: number, rejected: number) =>
    rejected === 0
      ? accepted === 1
        ? 'Filens enda rad kan läsas in.'
        : `Alla ${rowsText(accepted)} kan läsas in.`
      : `${rowsText(accepted)} kan läsas in. ${rowsText(rejected)} kan inte läsas in och sparas för rättning.`,
  checking: 'Kontrollerar raderna …',
  badRows: 'Rader som inte kan läsas in',
  showing: (shown: number, all: number) => `De ${formatNumber(shown)} första av ${formatNumber(all)} visas.`,
  row: 'Rad',
  badColumn: 'Kolumn',
  found: 'I filen',
  problem: 'Vad som är fel',
  emptyCell: '(tomt)',
  saveBadRows: 'Spara listan som CSV',
  badRowsFile: (fileName: string) => `felrader ${fileName}.csv`,
  downloadBadRows: 'Hämta felraderna',
  badRowsOf: (count: number, fileName: string) =>
    `${formatNumber(count)} ${count === 1 ? 'felrad' : 'felrader'} i ${fileName}, hämta`,
  profileName: 'Spara valen som profil',
  profileHelp: 'Nästa fil med samma kolumner läses på samma sätt.',
  confirm: (accepted: number) => `Läs in ${rowsText(accepted)}`,
  confirming: 'Läser in …',
  remove: 'Ta bort',
  removeFile: (fileName: string) => `Ta bort ${fileName} från listan`,
  notImported: 'Filen lästes inte in',
  kept: 'Dina val är kvar. Försök igen, eller ändra något först.',
  imported: (fileName: string) => `${fileName} är inläst.`,
  importing: (fileName: string) => `Läser in ${fileName}`,
  result: (counts: { accepted: number; superseded: number; unchanged: number; rejectedCount: number }) =>
    [
      `Nya rader: ${formatNumber(counts.accepted)}`,
      `ersatte tidigare uppgifter: ${formatNumber(counts.superseded)}`,
      `kända sedan tidigare: ${formatNumber(counts.unchanged)}`,
      `kunde inte läsas in: ${formatNumber(counts.rejectedCount)}`,
    ].join(', ') + '.',
  history: 'Tidigare importer',
  historyWhat: 'tidigare importer',
  historyEmpty: 'Ingen fil har lästs in ännu.',
  file: 'Fil',
  kind: 'Innehåll',
  importedAt: 'Inläst',
  importedBy: 'Av',
  accepted: 'Nya',
  superseded: 'Ersatte',
  unchanged: 'Kända',
  rejected: 'Fel',
  status: 'Läge',
  actions: 'Åtgärder',
  undo: 'Ångra',
  undoOf: (fileName: string) => `Ångra importen av ${fileName}`,
  undoTitle: 'Ångra importen?',
  undoText: (fileName: string) =>
    `Alla uppgifter ur ${fileName} tas ur bruk, och det de ersatte gäller igen. Filen kan läsas in på nytt.`,
  undoConfirm: 'Ångra importen',
  keep: 'Behåll',
  undone: (fileName: string) => `Importen av ${fileName} är ångrad.`,
  notUndone: 'Importen kunde inte ångras',
} as const

const delimiterText: Record<string, string> = { ';': 'semikolon', ',': 'komma', '\t': 'tabb', '|': 'lodstreck' }

export const statusText = {
  running: 'pågår',
  done: 'inläst',
  failed: 'misslyckades',
  undone: 'ångrad',
} satisfies Record<ImportStatus, string>

/** `2026-11-22 14:03` in Swedish time. */
export const formatInstant = (instant: string): string =>
  new Date(instant).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Stockholm' })
