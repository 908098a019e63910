import type { FigureUnit } from '../analysis/figures.ts'

export { cellText, inlineText, withheldMark } from './cell-text.ts'

/** The words of the reports page. */
export const reportsText = {
  title: 'Rapporter',
  lead: 'Uppföljningen för en period som ett färdigt dokument. Samma innehåll i alla format.',
  what: 'rapporten',
  filters: 'Period',
  download: 'Hämta rapporten',
  formats: { docx: 'Word', xlsx: 'Excel', pdf: 'PDF', json: 'JSON' },
  emptyTitle: 'Det finns inget att rapportera ännu',
  empty: 'Rapporten skrivs ur kommunens egna filer. När den första är inläst under Import finns rapporten här.',
  updating: 'Räknar om …',
  notes: 'Definitioner',
  numerator: 'Täljare',
  denominator: 'Nämnare',
  source: 'Källa',
  version: (version: number) => `Version ${version}.`,
  note: (number: number) => `Definition ${number}`,
  readingNote: 'Så läser du',
  category: 'Kategori',
  unit: {
    households: 'hushåll',
    persons: 'personer',
    decisions: 'beslut',
    applications: 'ansökningar',
    months: 'månader',
    share: 'andel',
    ore: 'tkr',
    count: 'antal',
  } satisfies Record<FigureUnit, string>,
  toFillIn: 'ej ifyllt',
}
