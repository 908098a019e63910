import { formatKronor, formatNumber, formatShare, formatSigned, formatThousands } from '../values/format.ts'
import { addMonths, type Month, monthShort } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import type { FigureUnit, FigureValue, IndicatorFigure, Withheld } from './figures.ts'

/** The words of the follow-up page. */
export const analysisText = {
  title: 'Uppföljning',
  lead: (municipality: string, from: Month, to: Month) => `${municipality}, ${periodText(from, to)}`,
  what: 'uppföljningen',
  filters: 'Urval',
  unit: 'Enhet',
  allUnits: 'Alla enheter',
  split: 'Dela upp på',
  noSplit: 'Ingen uppdelning',
  knownAt: 'Kunskapsläge',
  asKnownNow: 'Som känt nu',
  asKnownOn: 'Som känt den dag jag anger',
  knownOn: 'Känt till och med',
  dayExample: 'ÅÅÅÅ-MM-DD',
  notADay: 'Skriv en dag som finns, till exempel 2019-05-14.',
  knownNotice: (day: string) => `Siffrorna visas som de var kända den ${day}. Senare rättelser är inte med.`,
  nothingKnown: (day: string) => `Den ${day} fanns inga uppgifter i registret. Välj en senare dag.`,
  keyFigures: 'Nyckeltal',
  keyFigure: 'Nyckeltal',
  percentagePoints: 'p.e. = procentenheter, skillnaden mellan två andelar.',
  total: 'Totalt',
  change: 'Förändring',
  changeShare: 'Förändring, %',
  exports: 'Hämta underlaget:',
  exportCsv: 'CSV',
  exportXlsx: 'Excel',
  updating: 'Räknar om …',
  flowTitle: 'In- och utflöde',
  flowSentence: (inflow: FigureValue, outflow: FigureValue) =>
    `${valueInWords(inflow, 'households')} kom in och ${valueInWords(outflow, 'households')} lämnade.`,
  concentrationTitle: 'De dyraste hushållen',
  shareOfHouseholds: 'Andel av hushållen',
  shareOfCost: 'Andel av det utbetalda',
  concentration: (households: number, cost: number) =>
    `De 100 hushåll som fick mest är ${formatShare(households)} av periodens hushåll och fick ${formatShare(cost)} av det utbetalda.`,
  kronor: 'kr',
  month: 'Månad',
  category: 'Kategori',
  inThousands: (name: string) => `${name}, tkr`,
  inKronor: (name: string) => `${name}, kr`,
  toFillIn: 'ej ifyllt',
  flowKind: 'Flöde: följer de hushåll som började. Korta ärenden väger tungt.',
  stockKind: 'Bestånd: de ärenden som pågår en viss månad. Långa ärenden väger tungt.',
  empty: {
    title: 'Här finns inga uppgifter ännu',
    askSomebody:
      'Siffrorna visas här när verksamhetscontrollern eller systemförvaltaren har läst in kommunens underlag.',
    text: 'Uppföljningen räknas fram ur kommunens egna filer: hushåll, beslut, utbetalningar, försörjningshinder, huvudbok och budget. Lämna in dem, så visas siffrorna här.',
    action: 'Gå till Import',
  },
  noteSince: (on: string, title: string) => `Sedan ${on}: ${title}`,
  outside: (from: Month, to: Month) =>
    `Det finns inga uppgifter för perioden. Uppgifter finns för ${periodText(from, to)}.`,
}

/** What stands in place of a value. */
export const withheldText = {
  'too-few': 'för få',
  'reveals-another': 'dolt',
  'no-data': 'saknas',
  'follow-up-too-short': 'för tidigt',
  'not-applicable': 'kan inte förekomma',
} satisfies Record<Withheld, string>

/** Why it does, said once below the table. */
export const withheldReason = {
  'too-few': 'för få = bygger på färre än fem och visas inte.',
  'reveals-another': 'dolt = skulle avslöja ett annat dolt värde.',
  'no-data': '.. = uppgift saknas för perioden.',
  'follow-up-too-short': 'för tidigt = uppföljningstiden är ännu för kort.',
  'not-applicable': '. = uppgiften kan inte förekomma.',
} satisfies Record<Withheld, string>

/** What a chart counts, above its axis. */
export const unitText = {
  households: 'hushåll',
  persons: 'personer',
  decisions: 'beslut',
  applications: 'ansökningar',
  months: 'månader',
  share: 'andel',
  ore: 'tkr',
  count: 'antal',
} satisfies Record<FigureUnit, string>

/** The key figures in groups, children first; the first pattern that fits an id decides. */
export const figureGroups: { id: string; name: string; ids: RegExp }[] = [
  { id: 'children', name: 'Barnen', ids: /child/ },
  { id: 'long-term', name: 'Långvarigt bistånd, tre metoder', ids: /long-term/ },
  { id: 'economy', name: 'Kostnader', ids: /cost|amount|paid|payment|concentration|top-/ },
  { id: 'decisions', name: 'Ansökningar och beslut', ids: /application|decision|rejection/ },
  { id: 'flow', name: 'In- och utflöde', ids: /flow|stock|return|spell|exit|throughput|duration|months/ },
  { id: 'households', name: 'Hushåll och personer', ids: /household|person|adult|population/ },
  { id: 'other', name: 'Övrigt', ids: /./ },
]

/** In the order a reader wants them, which is not the order in which the patterns must be tried. */
export const groupOrder = ['children', 'households', 'flow', 'long-term', 'economy', 'decisions', 'other']

/** Both months included. */
export const periodText = (from: Month, to: Month): string => periodInWords({ from, until: addMonths(to, 1) })

export const periodColumn = (from: Month, to: Month): string =>
  from.endsWith('-01') && to.endsWith('-12') && from.slice(0, 4) === to.slice(0, 4)
    ? from.slice(0, 4)
    : from === to
      ? monthShort(from)
      : `${monthShort(from).slice(0, from.slice(0, 4) === to.slice(0, 4) ? 3 : 8)}–${monthShort(to)}`

/** A value with its unit as it stands in a table of key figures. */
export function formatFigure(value: number, unit: FigureUnit): string {
  if (unit === 'share') return formatShare(value)
  if (unit === 'ore') return formatKronor(value)
  return formatNumber(value, decimalsOf(value, unit))
}

/** A difference, with its sign; between shares in percentage points. */
export function formatChange(change: number, unit: FigureUnit): string {
  if (unit === 'share') return `${formatSigned(change * 100, 1)}\u00a0p.e.`
  if (unit === 'ore') return `${formatSigned(change / 100)}\u00a0kr`
  return formatSigned(change, decimalsOf(change, unit))
}

/** Large amounts in tables are written in thousands; in kronor with öre, where there are any. */
export const formatTableAmount = (ore: number, signed: boolean, inKronor = false): string =>
  (signed && ore > 0 ? '+' : '') + (inKronor ? formatNumber(ore / 100, ore % 100 === 0 ? 0 : 2) : formatThousands(ore))

export const formatRelative = (value: number, before: number): string =>
  `${formatSigned((value / before - 1) * 100, 1)}\u00a0%`

/** The figure and the same months a year before, in one sentence; the name stands above it. */
export function figureSentence({ value, withheld, unit, comparison }: IndicatorFigure, from: Month, to: Month): string {
  const period = capitalised(periodText(from, to))
  const now = `${period}: ${valueInWords({ value, withheld }, unit)}`
  if (value === null || !comparison || comparison.value === null) return `${now}.`
  const before = periodText(comparison.from, comparison.to)
  return `${now}, ${formatChange(value - comparison.value, unit)} mot ${before} (${formatFigure(comparison.value, unit)}).`
}

/** The years of a period, as the name of its line: `2019`, `2018–19`. */
export const yearsText = (from: Month, to: Month): string =>
  from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${to.slice(2, 4)}`

const capitalised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

const valueInWords = ({ value, withheld }: KnownValue, unit: FigureUnit): string =>
  value === null ? withheldText[withheld ?? 'no-data'] : formatFigure(value, unit)

type KnownValue = { value: number | null; withheld?: Withheld | undefined }

/** Households and persons are whole, also on average over months; months and other counts keep a decimal. */
const decimalsOf = (value: number, unit: FigureUnit) =>
  (unit === 'months' || unit === 'count') && !Number.isInteger(value) ? 1 : 0
