import { valueAt } from '../parameters/dated.ts'
import { largeDeviation } from '../parameters/volume-limits.ts'
import { formatNumber, formatSigned } from '../values/format.ts'
import type { Month } from '../values/month.ts'
import { lengthOf, type Period, periodInWords, yearBefore } from '../values/period.ts'
import { projectedFlow, requiredAverage } from './rest-of-year.ts'
import { type StockFlow, stockFlow, stockFlowLabels } from './stock-flow.ts'

/** A volume for a period. The kind says what may be done with it: only a flow may be summed over time. */
export type VolumeRow = {
  label: string
  kind: 'average' | 'stock' | 'flow'
  from: Month
  until: Month
  version: 'actual' | 'forecast'
  value: number | null
}

/** What is known of a volume. Null is not known, and never zero. */
export type Volume = {
  label: string
  kind: VolumeRow['kind']
  actual: number | null
  forecast: number | null
  yearBefore: number | null
  /** A flow at the same pace for twelve months; null for what cannot be summed, and for a period that is no part of a year. */
  projected: number | null
  /** Projected ÷ forecast − 1. */
  deviation: number | null
  /** What an average must be for the rest of the year to reach its forecast. */
  required: number | null
}

type VolumeCell = {
  value: number | null
  numerator: number | null
  denominator: number | null
  unit: 'count' | 'share'
  withheld?: 'no-data' | 'not-applicable'
}

/** Has the shape of a `FigureTable`. */
export type VolumeTable = {
  id: string
  name: string
  definition: string
  source: string
  definitionVersion: number
  columns: { id: string; label: string }[]
  rows: { id: string; label: string; cells: VolumeCell[]; note?: string }[]
  sentence: string
}

/** Volumes in the order of the file: the period's outcome, its year's forecast, the year before, and what they imply. */
export function volumesOf(volumes: VolumeRow[], period: Period): Volume[] {
  const year = {
    from: `${period.from.slice(0, 4)}-01` as Month,
    until: `${Number(period.from.slice(0, 4)) + 1}-01` as Month,
  }
  const months = period.from === year.from && period.until <= year.until ? lengthOf(period) : null
  const find = (label: string, within: Period, version: VolumeRow['version']) =>
    volumes.find((each) => each.label === label && each.version === version && samePeriod(each, within))?.value ?? null
  return [...new Map(volumes.map(({ label, kind }) => [label, kind]))]
    .map(([label, kind]) => {
      const actual = find(label, period, 'actual')
      const forecast = find(label, year, 'forecast')
      const isKnown = actual !== null && months !== null
      const projected = isKnown && kind === 'flow' ? projectedFlow(actual, months) : null
      return {
        label,
        kind,
        actual,
        forecast,
        yearBefore: find(label, yearBefore(year), 'actual'),
        projected,
        deviation: projected !== null && forecast ? projected / forecast - 1 : null,
        required: isKnown && kind === 'average' && forecast !== null ? requiredAverage(forecast, actual, months) : null,
      }
    })
    .filter((row) => row.actual !== null || row.forecast !== null || row.yearBefore !== null)
}

/**
 * The table of volumes, with what is odd about a row in its note: a flow far from its forecast,
 * a stock that does not follow from what came in and went out. A large deviation that nobody has commented is said in
 * the sentence. Empty when the file has nothing for the period.
 */
export function volumeTable(volumes: VolumeRow[], period: Period, isCommented = false): VolumeTable[] {
  const rows = volumesOf(volumes, period)
  if (rows.length === 0) return []
  const limit = valueAt(largeDeviation, period.from)
  const isLarge = ({ deviation }: Volume) => deviation !== null && Math.abs(deviation) >= limit
  return [
    {
      ...definition,
      columns: volumeColumns(period),
      rows: rows.map((row) => {
        const note = [isLarge(row) ? deviationNote(row) : '', stockNote(row, rows)].filter(Boolean).join(' ')
        return {
          id: row.label,
          label: `${row.label}${kindText[row.kind]}`,
          cells: cellsOf(row),
          ...(note && { note }),
        }
      }),
      sentence: sentenceOf(rows, rows.filter(isLarge).length, isCommented),
    },
  ]
}

const definition = {
  id: 'volumes',
  name: 'Volymer',
  definition:
    'Volymer som förvaltningen har lämnat i volymfilen. Ett genomsnitt eller ett bestånd kan inte räknas upp till helår; bara ett flöde kan summeras över månader, och räknas upp i samma takt. För ett genomsnitt visas i stället vad resten av årets månader måste vara för att nå prognosen.',
  source: 'Kommunens volymfil.',
  definitionVersion: 2,
}

export const volumeColumns = (period: Period): { id: string; label: string }[] => {
  const year = Number(period.from.slice(0, 4))
  return [
    { id: 'actual', label: `Utfall ${periodInWords(period)}` },
    { id: 'forecast', label: `Prognos ${year}` },
    { id: 'year-before', label: `Utfall ${year - 1}` },
    { id: 'projected', label: 'Uppräknat till helår' },
    { id: 'against-forecast', label: 'Uppräknat mot prognos' },
    { id: 'required', label: 'Krävs i snitt resten av året' },
  ]
}

function cellsOf({ kind, actual, forecast, yearBefore: before, projected, deviation, required }: Volume): VolumeCell[] {
  const onlyFor = (of: VolumeRow['kind'], given: VolumeCell): VolumeCell =>
    kind === of ? given : { ...count(null), withheld: 'not-applicable' }
  return [
    count(actual),
    count(forecast),
    count(before),
    onlyFor('flow', count(projected)),
    onlyFor('flow', {
      ...count(deviation),
      numerator: deviation === null ? null : projected! - forecast!,
      denominator: deviation === null ? null : forecast,
      unit: 'share',
    }),
    onlyFor('average', count(required)),
  ]
}

const count = (value: number | null): VolumeCell =>
  value === null
    ? { value, numerator: null, denominator: null, unit: 'count', withheld: 'no-data' }
    : { value, numerator: value, denominator: 1, unit: 'count' }

const deviationNote = ({ projected, forecast, deviation }: Volume): string =>
  `Uppräknat till helår ${formatNumber(projected!)} mot prognosen ${formatNumber(forecast!)}, ${formatSigned(deviation! * 100)}\u00a0%.`

function stockNote({ label, actual, yearBefore: before }: Volume, rows: Volume[]): string {
  const labels = stockFlowLabels(rows.map((row) => row.label)).find(({ stock }) => stock === label)
  const flow = (of: string | undefined) => rows.find((row) => row.label === of)?.actual ?? null
  const fault = stockFlow(before, flow(labels?.started), flow(labels?.ended), actual)
  return fault ? stockFlowText(fault) : ''
}

export function stockFlowText({ before, started, ended, expected, reported }: StockFlow): string {
  const [from, plus, less, sum, said] = [before, started, ended, expected, reported].map((each) => formatNumber(each))
  return `Beståndet går inte ihop med flödet: ${from} vid årets början + ${plus} startade − ${less} avslutade = ${sum}, men ${said} är angivet.`
}

function sentenceOf(rows: Volume[], large: number, isCommented: boolean): string {
  const whole = `Volymfilen har ${rows.length === 1 ? 'en volym' : `${rows.length} volymer`} för perioden.`
  if (large === 0) return whole
  const deviate = `${large === 1 ? 'En volym' : `${large} volymer`} avviker kraftigt från prognosen`
  return `${whole} ${deviate}${isCommented ? '.' : ' och saknar kommentar.'}`
}

/** Said where a reader could take a stock for a flow; the label of an average says so itself. */
const kindText = { average: '', stock: ', vid periodens slut', flow: '' } as const

const samePeriod = (a: Period, b: Period): boolean => a.from === b.from && a.until === b.until
