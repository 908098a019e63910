import type { FigureUnit } from '../analysis/figures.ts'
import { formatMoment } from '../values/format.ts'

export { cellText, inlineText, withheldMark } from './cell-text.ts'

/** The report that has every figure there is, and no template. */
export const followUpChoice = {
  key: 'follow-up',
  name: 'Uppföljning av ekonomiskt bistånd',
  purpose: 'Alla nyckeltal och tabeller för en period, med definitioner.',
}

/** The words of the reports page. */
export const reportsText = {
  title: 'Rapporter',
  lead: 'Rapporter för en period som färdiga dokument. Samma innehåll i alla format.',
  template: 'Rapport',
  own: (name: string) => `${name} (egen)`,
  what: 'rapporten',
  filters: 'Rapport och period',
  download: 'Hämta rapporten',
  formats: { docx: 'Word', xlsx: 'Excel', pdf: 'PDF', json: 'JSON' },
  emptyTitle: 'Det finns inget att rapportera ännu',
  empty: 'Rapporten skrivs ur kommunens egna filer. När den första är inläst under Import finns rapporten här.',
  updating: 'Räknar om …',
  contents: 'Innehåll',
  signed: ({ name, role, at }: { name: string; role: string; at: string }) =>
    `Undertecknad av ${name}, ${role}, ${formatMoment(new Date(at))}.`,
  notes: 'Definitioner',
  numerator: 'Täljare',
  denominator: 'Nämnare',
  source: 'Källa',
  version: (version: number) => `Version ${version}.`,
  note: (number: number) => `Definition ${number}`,
  readingNote: 'Så läser du',
  category: 'Kategori',
  marks: 'Händelser',
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
  noSuchReport: 'Rapporten finns inte. Välj en rapport i listan.',
  toFillIn: 'ej ifyllt',
}
