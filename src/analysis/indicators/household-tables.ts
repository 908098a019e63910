import { householdMonthsWithAssistance, householdsWithAssistance, type Months } from '../../calculations/assistance.ts'
import { isTooFew } from '../../calculations/disclosure.ts'
import { keep, subjectCount, tally } from '../../calculations/selection.ts'
import type { TableCell } from '../figures.ts'
import { valueOf, type View, withheld } from './figure.ts'
import { type Context, register } from './indicator.ts'
import { groupingBy } from './split-grouping.ts'
import {
  changeCells,
  contextInWords,
  countCell,
  inWords,
  lineOfCounts,
  missingCell,
  shareCell,
  type TableOf,
  wantedRow,
} from './table-cells.ts'

/** The average of each calendar year up to the period's last month. Never to be mixed with households of a whole year. */
export const householdsByYearTable: TableOf = (context, _, view) => {
  const years = yearsOf(context)
  const rows = years.map((months) => ({
    id: String(Math.floor(months.from / 12)),
    label: yearLabel(months),
    cells: [averageOf({ ...context, months }, view), countCell(months.until - months.from, 'months')],
  }))
  const last = rows.at(-1)
  return {
    id: 'households-by-year',
    name: 'Hushåll med bistånd per månad, år för år',
    definition:
      'Genomsnittligt antal hushåll med ekonomiskt bistånd per månad under varje kalenderår. För ett år som inte är slut, eller som inte finns helt i registret, räknas genomsnittet på de månader som finns.',
    source: register,
    definitionVersion: 1,
    columns: [
      { id: 'average', label: 'Hushåll per månad' },
      { id: 'months', label: 'Månader' },
    ],
    rows,
    sentence: last
      ? `${last.label} hade i genomsnitt ${inWords(last.cells[0]!)} hushåll ekonomiskt bistånd per månad.`
      : 'Registret har inga månader med bistånd.',
  }
}

function yearsOf({ prepared, months }: Context): Months[] {
  const first = Math.floor(prepared.firstMonth / 12)
  const count = Math.floor((months.until - 1) / 12) - first + 1
  return Array.from({ length: count }, (_, offset) => ({
    from: Math.max((first + offset) * 12, prepared.firstMonth),
    until: Math.min((first + offset + 1) * 12, months.until),
  }))
}

const yearLabel = ({ from, until }: Months) =>
  `${Math.floor(from / 12)}${until - from < 12 ? ` (${until - from} månader)` : ''}`

function averageOf(context: Context, view: View): TableCell {
  const { prepared, months } = context
  const rows = keep(householdMonthsWithAssistance(prepared, months), wantedRow(context, view, 'householdMonths'))
  const hidden = view.limits && isTooFew(subjectCount(prepared.panel, rows), view.limits)
  return {
    unit: 'households',
    ...(hidden ? withheld('too-few') : valueOf(rows.rows.length, months.until - months.from, false, view.limits)),
  }
}

/** Households of the period by type, beside the same months a year before. */
export const householdTypeTable: TableOf = (context, before, view) => {
  const now = typeCounts(context, view)
  const then = before && typeCounts(before, view)
  const { categories } = groupingBy(context.prepared.panel, 'householdMonths', 'householdType')
  const labels = [...categories, { category: 'total', label: 'Alla hushåll' }]
  const total = now.at(-1)!
  return {
    id: 'household-types',
    name: 'Hushåll efter hushållstyp',
    definition:
      'Hushåll med ekonomiskt bistånd minst en månad under perioden, efter hushållstyp den sista månaden med bistånd i perioden. Varje hushåll räknas en gång.',
    source: `${register} Hushållstyper enligt Socialstyrelsen.`,
    definitionVersion: 1,
    columns: [
      { id: 'count', label: 'Hushåll' },
      { id: 'share', label: 'Andel' },
      { id: 'before', label: 'Samma månader året före' },
      { id: 'change', label: 'Förändring' },
      { id: 'change-share', label: 'Förändring, procent' },
    ],
    rows: labels.map(({ category, label }, index) => {
      const cell = now[index]!
      const earlier = then?.[index] ?? missingCell('households')
      const cells = [cell, shareCell(cell, total, view.limits), earlier, ...changeCells(earlier, cell, view.limits)]
      return { id: category, label, cells, ...(category === 'total' ? { kind: 'sum' as const } : {}) }
    }),
    sentence: `${inWords(total)} hushåll hade ekonomiskt bistånd minst en månad under ${contextInWords(context)}.`,
  }
}

function typeCounts(context: Context, view: View): TableCell[] {
  const { prepared, months } = context
  const rows = keep(householdsWithAssistance(prepared, months), wantedRow(context, view, 'householdMonths'))
  const { sums } = tally(prepared.panel, rows, groupingBy(prepared.panel, 'householdMonths', 'householdType'))
  return lineOfCounts(Array.from(sums), 'households', view.limits)
}
