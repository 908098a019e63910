import type { FigureTable } from '../analysis/figures.ts'
import type { Period } from '../values/period.ts'
import { latestYear } from './compare.ts'
import { expectedTable, officialTable, overviewTable, yearsTable } from './comparison-tables.ts'
import { type ComparisonNeeds, costYears, loadComparison } from './load-comparison.ts'
import { populationTable } from './population-table.ts'

/**
 * The tables of the comparison for exports and reports, of the years until the period's last one.
 * The years of a key figure are there for those that have a figure of ours. Empty while nothing has been fetched.
 */
export async function publishComparison(needs: ComparisonNeeds, period: Period): Promise<FigureTable[]> {
  const { municipality } = needs
  const lastYear = Number(period.until.slice(0, 4)) - (period.until.endsWith('-01') ? 1 : 0)
  const found = await loadComparison(needs, { municipalityId: municipality.id })
  const compared = found.compared.map(({ figure, years }) => ({
    ...{ figure, years: years.filter(({ year }) => year <= lastYear) },
  }))
  const { expected, actual } = costYears(found, municipality.code)
  const until = <Year extends { year: number }>(years: readonly Year[]) => years.filter(({ year }) => year <= lastYear)
  const tables = [
    overviewTable(compared, lastYear),
    ...compared.filter(({ figure, years }) => figure.own && latestYear(years)).map(yearsTable),
    expectedTable(until(expected), until(actual)),
    officialTable(until(found.official)),
    populationTable(until(found.values.filter(({ area }) => area === municipality.code)), until(found.inhabitants)),
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}
