import { type Month, monthIndex } from '../values/month.ts'
import { type Period, periodInWords, yearBefore } from '../values/period.ts'

/** A volume for a period. The kind says what may be done with it: only a flow may be summed over time. */
export type VolumeRow = {
  label: string
  kind: 'average' | 'stock' | 'flow'
  from: Month
  until: Month
  version: 'actual' | 'forecast'
  value: number | null
}

export type VolumeTableRow = {
  label: string
  kind: VolumeRow['kind']
  actual: number | null
  forecast: number | null
  yearBefore: number | null
}

/**
 * Volumes beside one another: the period's outcome, the forecast for its whole year, the outcome of the year before.
 * In the order of the file. A value that was not given is null, never zero.
 */
export function volumeRows(volumes: VolumeRow[], period: Period): VolumeTableRow[] {
  const year = {
    from: `${period.from.slice(0, 4)}-01` as Month,
    until: `${Number(period.from.slice(0, 4)) + 1}-01` as Month,
  }
  const labels = [...new Map(volumes.map(({ label, kind }) => [label, kind]))]
  const find = (label: string, within: Period, version: VolumeRow['version']) =>
    volumes.find((each) => each.label === label && each.version === version && samePeriod(each, within))?.value ?? null
  return labels
    .map(([label, kind]) => ({
      label,
      kind,
      actual: find(label, period, 'actual'),
      forecast: find(label, year, 'forecast'),
      yearBefore: find(label, yearBefore(year), 'actual'),
    }))
    .filter((row) => row.actual !== null || row.forecast !== null || row.yearBefore !== null)
}

export const volumeColumns = (period: Period): { id: string; label: string }[] => {
  const year = Number(period.from.slice(0, 4))
  return [
    { id: 'actual', label: `Utfall ${periodInWords(period)}` },
    { id: 'forecast', label: `Prognos ${year}` },
    { id: 'year-before', label: `Utfall ${year - 1}` },
  ]
}

const samePeriod = (a: Period, b: Period): boolean =>
  monthIndex(a.from) === monthIndex(b.from) && monthIndex(a.until) === monthIndex(b.until)
