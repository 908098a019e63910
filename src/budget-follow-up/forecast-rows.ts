import { durationsFor } from '../calculations/forecast/from-below.ts'
import {
  type HouseholdFlows,
  householdFlows,
  householdsOf,
  paidOf,
  placeOf,
} from '../calculations/forecast/household-flows.ts'
import type { ForecastRow } from '../calculations/forecast/row-paths.ts'
import type { SignedRow } from '../calculations/forecast/total-forecast.ts'
import type { Panel } from '../calculations/panel.ts'
import { type LedgerAmount, ledgerTotals } from '../economy/statement.ts'
import { assistanceRow, rowsAt, type StatementRow, type StatementRows } from '../economy/statement-rows.ts'
import { obstacleGroup } from '../parameters/code-lists/obstacles.ts'
import { addMonths, type MonthIndex, monthFromIndex, monthIndex } from '../values/month.ts'

/** The rows that are forecast, over the same months, and the households that one of them follows. */
export type ForecastRows = {
  firstMonth: MonthIndex
  untilMonth: MonthIndex
  rows: (SignedRow & { label: string })[]
  households: ForecastRow | null
}

type Facts = { panel: Panel; ledger: LedgerAmount[]; versions: StatementRows[] }

/** Households a month that a group of obstacles must have to stand alone: with fewer, chance decides its hazards. */
const leastInGroup = 20

/**
 * The rows of the statement that hold in the last month, by month, over the months that ledger and payments both have.
 * Without a ledger the only row is the assistance that was paid, by the month it was for. Null when there is neither.
 */
export function forecastRows({ panel, ledger, versions }: Facts): ForecastRows | null {
  const booked = ledger.map(({ month }) => monthIndex(month)).sort((a, b) => a - b)
  const hasPanel = panel.untilMonth > 0
  const [first, last] = [booked[0], booked.at(-1)]
  if (first === undefined || last === undefined) return hasPanel ? rowsOfPanel(panel) : null
  const firstMonth = hasPanel ? Math.max(first, panel.firstMonth) : first
  const untilMonth = hasPanel ? Math.min(last + 1, panel.untilMonth) : last + 1
  if (untilMonth <= firstMonth) return hasPanel ? rowsOfPanel(panel) : null
  const flows = hasPanel ? flowsOf(panel, firstMonth, untilMonth) : null
  const rows = rowsAt(monthFromIndex(untilMonth - 1), versions)
  const byMonth = Array.from({ length: untilMonth - firstMonth }, (_, at) => {
    const from = monthFromIndex(firstMonth + at)
    return ledgerTotals(ledger, { from, until: addMonths(from, 1) }, rows)
  })
  // A month without any booking is missing; a row without one in a month that has others is zero.
  const valuesOf = (row: StatementRow | null, sign: 1 | -1) =>
    Float64Array.from(byMonth, (totals) => (totals ? sign * (totals.get(row) ?? 0) + 0 : Number.NaN))
  const hasUnmapped = byMonth.some((totals) => totals?.has(null))
  const chosen: { row: StatementRow | null; id: string; label: string; sign: 1 | -1 }[] = [
    ...rows.map((row) => ({
      row,
      id: row.id,
      label: asHeading(row.label),
      sign: row.side === 'cost' ? (-1 as const) : (1 as const),
    })),
    ...(hasUnmapped ? [{ row: null, id: 'unmapped', label: 'Ej mappat', sign: 1 as const }] : []),
  ]
  return {
    firstMonth,
    untilMonth,
    rows: chosen.map(({ row, id, label, sign }) => ({
      label,
      sign,
      row: { id, values: valuesOf(row, sign), firstMonth, flows: id === assistanceRow ? flows : null },
    })),
    households: flows && householdsRow(flows),
  }
}

function rowsOfPanel(panel: Panel): ForecastRows {
  const { firstMonth, untilMonth } = panel
  const flows = flowsOf(panel, firstMonth, untilMonth)
  const row = { id: assistanceRow, values: paidOf(flows), firstMonth, flows }
  return {
    firstMonth,
    untilMonth,
    rows: [{ row, sign: -1, label: 'Ekonomiskt bistånd' }],
    households: householdsRow(flows),
  }
}

const householdsRow = (flows: HouseholdFlows): ForecastRow => ({
  id: 'households',
  values: householdsOf(flows),
  firstMonth: flows.firstMonth,
  flows,
  isHouseholds: true,
})

/** What is put together of the groups that are too small. */
const otherGroups = 'Övriga hinder'

/** The households by the obstacle of the main applicant, in the groups of the national statistics that are large enough. */
function flowsOf(panel: Panel, firstMonth: MonthIndex, untilMonth: MonthIndex): HouseholdFlows {
  const named = panel.obstacles.map(({ code }) => obstacleGroup(code))
  const unknown = obstacleGroup('unknown')
  const ofRow = new Array<string>(panel.householdMonths.length).fill(unknown)
  const { length, role, householdMonth, obstacle } = panel.personMonths
  for (let row = 0; row < length; row++)
    if (role[row] === 0 && obstacle[row]! >= 0) ofRow[householdMonth[row]!] = named[obstacle[row]!]!
  const counts = new Map<string, number>()
  const { month } = panel.householdMonths
  const lastYear = Math.max(firstMonth, untilMonth - 12)
  ofRow.forEach((group, row) => {
    if (month[row]! >= lastYear && month[row]! < untilMonth) counts.set(group, (counts.get(group) ?? 0) + 1)
  })
  const large = [...counts]
    .filter(([, count]) => count >= leastInGroup * (untilMonth - lastYear))
    .map(([group]) => group)
  const groups = [...large.sort((a, b) => a.localeCompare(b, 'sv')), otherGroups]
  const places = new Map(groups.map((group, place) => [group, place]))
  const group = Int16Array.from(ofRow, (each) => places.get(each) ?? groups.length - 1)
  return householdFlows(
    { ...panel.householdMonths, group, groups },
    { firstMonth, untilMonth, durations: durationsFor(untilMonth - firstMonth) },
  )
}

/** The groups that a scenario may be about: of a smaller one the answer would tell what few households cost. */
export function groupsOf({ households }: ForecastRows): string[] {
  const flows = households?.flows
  if (!flows || flows.months === 0) return []
  const { groups, durations, months } = flows
  const from = Math.max(0, months - 12)
  return groups.filter((_, group) => {
    let total = 0
    for (let month = from; month < months; month++) {
      const place = placeOf(flows, month, group)
      for (let duration = 0; duration < durations; duration++) total += flows.stock[place + duration]!
    }
    return total >= leastInGroup * (months - from)
  })
}

/** A row of the statement follows the word `varav` and begins with a small letter; here it stands alone. */
const asHeading = (label: string): string => label.charAt(0).toLocaleUpperCase('sv') + label.slice(1)
