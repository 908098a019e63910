import type { ImportRun, ImportSummary, Mapping, Preview } from '../../src/imports/import-answers.ts'

const targets = [
  { name: 'paymentKey', label: 'Utbetalningsnr', required: false },
  { name: 'household', label: 'Hushållsnr', required: true },
  { name: 'concernedMonth', label: 'Avser månad', required: true },
  { name: 'paidOn', label: 'Utbetalningsdatum', required: false },
  { name: 'amount', label: 'Belopp', required: true },
  { name: 'purpose', label: 'Ändamål', required: false },
]

const rejected = [
  ['12', 'Belopp', '12,3,4', 'Det här är inte ett belopp. Skriv kronor med siffror och högst två decimaler.'],
  ['181', 'Avser månad', '2018-13', 'Det här är inte en månad. Skriv år och månad, till exempel 2019-04.'],
  ['2044', 'Hushållsnr', '', 'Värdet saknas. Fyll i det i källsystemet eller i filen och läs in raden igen.'],
].map(([row, column = '', found = '', text = '']) => ({
  row: Number(row),
  column,
  found,
  text,
  problem: 'not-readable',
}))

/** A payment file with a column that is not recognised, three bad rows and a total row. */
export const mockPreview = (fileName: string): Preview => ({
  previewId: 'preview-1',
  fileName,
  kind: 'payments',
  kindLabel: 'Utbetalningar',
  encoding: 'Windows-1252',
  delimiter: ';',
  headerRow: 3,
  columns: [
    column('Utbetalningsnr', ['U100001', 'U100002', 'U100003'], 'paymentKey', 'Rubriken är densamma.'),
    column('Hushållsnr', ['H0001', 'H0001', 'H0002'], 'household', 'Rubriken är densamma.'),
    column(
      'Avs månad',
      ['2018-01', '2018-02', '2018-01'],
      'concernedMonth',
      'Rubriken liknar Avser månad; alla värden är månader.',
    ),
    column('Utbet datum', ['2018-01-25', '2018-02-23', '2018-01-25'], 'paidOn', 'Rubriken liknar Utbetalningsdatum.'),
    column('Belopp', ['8 420,00', '7 915,50', '−1 200,00'], 'amount', 'Rubriken är densamma; alla värden är belopp.'),
    { name: 'Kontering', samples: ['5210', '5210', '5220'], suggestion: null },
  ],
  kinds: [
    { kind: 'payments', label: 'Utbetalningar', targets },
    { kind: 'decisions', label: 'Beslut', targets: targets.slice(1, 3) },
  ],
  rows: 28_912,
  accepted: 28_909,
  rejected,
  rejectedCount: 3,
  totalRow: { agrees: true, text: 'Radernas belopp summerar till filens summarad, 241 502 118,50 kr.' },
  profile: null,
  warnings: [],
})

/** As the server checks again: without an amount no row can be read. */
export function mockCheck(preview: Preview, kind: string, mapping: Mapping | null): Preview {
  const chosen = Object.values(mapping ?? {})
  const readable = mapping === null || chosen.includes('amount') || kind !== 'payments'
  return { ...preview, kind, accepted: readable ? 28_909 : 0, rejectedCount: readable ? 3 : 28_912 }
}

const column = (name: string, samples: string[], target: string, reason: string) => ({
  name,
  samples,
  suggestion: { target, reason },
})

const counts = { accepted: 28_410, superseded: 41, unchanged: 458, rejectedCount: 3 }

/** How an import looks after so many questions. */
export const mockRun = (id: string, asked: number): ImportRun =>
  asked < 4
    ? { ...counts, id, status: 'running', progress: asked / 4, text: `${asked * 7} 200 av 28 912 rader` }
    : { ...counts, id, status: 'done', progress: 1, text: 'Klart' }

export const mockHistory: ImportSummary[] = [
  summary('7', 'utbetalningar.csv', 'Utbetalningar', '2026-11-21T13:03:00Z', {
    ...counts,
    accepted: 28_909,
    superseded: 0,
  }),
  summary('6', 'huvudbok_2019.se', 'Huvudbok', '2026-11-21T12:58:00Z', {
    ...counts,
    accepted: 1_204,
    rejectedCount: 0,
  }),
  { ...summary('5', 'beslut (fel fil).csv', 'Beslut', '2026-11-20T08:11:00Z', counts), status: 'undone' },
  { ...summary('4', 'hushall.csv', 'Hushåll', '2026-11-20T08:02:00Z', counts), status: 'failed' },
]

function summary(
  id: string,
  fileName: string,
  kindLabel: string,
  importedAt: string,
  imported: typeof counts,
): ImportSummary {
  return { id, fileName, kindLabel, importedAt, importedBy: 'Kim Kontroller', ...imported, status: 'done' }
}
