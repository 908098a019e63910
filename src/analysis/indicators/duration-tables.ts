import { isTooFew, protectTable, withSums } from '../../calculations/disclosure.ts'
import { durationClass, type Durations, snapshot, stillOngoing, throughput } from '../../calculations/durations.ts'
import { flowKnownFrom, paidInMonth } from '../../calculations/flow.ts'
import { assistedMonthsOf } from '../../calculations/long-term.ts'
import { mainObstacle } from '../../calculations/main-obstacle.ts'
import { isCovered } from '../../calculations/assistance.ts'
import { monthFromIndex, monthInWords } from '../../values/month.ts'
import { periodInWords } from '../../values/period.ts'
import type { TableCell } from '../figures.ts'
import type { View } from './figure.ts'
import { type Context, register } from './indicator.ts'
import {
  changeCells,
  countCell,
  inWords,
  lineOfCounts,
  missingCell,
  shareCell,
  signedInWords,
  type TableOf,
  wantedRow,
} from './table-cells.ts'

const yearClasses = { limits: [3, 6, 9], labels: ['1–3 månader', '4–6 månader', '7–9 månader', '10–12 månader'] }
const throughputClasses = {
  limits: [3, 6, 9, 12],
  labels: [...yearClasses.labels, 'Mer än 12 månader', 'Pågår fortfarande'],
}
const snapshotClasses = {
  limits: [3, 6, 9, 12, 24, 36],
  labels: [...yearClasses.labels, '13–24 månader', '25–36 månader', 'Mer än 36 månader'],
}
const ongoing = throughputClasses.labels.length - 1

/**
 * What became of those who came in during the twelve months before the period, by their obstacle when they came.
 * The twelve months before, so that each of them can be followed at least through the period.
 */
export const throughputTable: TableOf = (context, _, view) => {
  const { prepared, months } = context
  const cohort = { from: months.from - 12, until: months.from }
  const isKnown = cohort.from >= flowKnownFrom(prepared)
  const { groups, counts } = countThroughput(context, view, isKnown ? cohort : { from: 0, until: 0 })
  const hidden = view.limits && protectTable(counts, view.limits)
  const sums = counts.length > 0 ? withSums(counts) : [[...throughputClasses.labels, 'Alla'].map(() => 0)]
  const lines = sums.map((line, row) =>
    line.map((count, column) =>
      isKnown ? countCell(count, 'households', hidden?.[row]?.[column]) : missingCell('households'),
    ),
  )
  const whole = lines.at(-1)!
  const when = periodInWords({ from: monthFromIndex(cohort.from), until: monthFromIndex(cohort.until) })
  return {
    id: 'throughput',
    name: 'Genomströmning: hur länge de som kom in hade bistånd',
    definition:
      'Biståndsperioder som började under de tolv månaderna före perioden, efter hur många månader de varade, från första till sista månad med bistånd och med uppehåll inräknade. Läget vid periodens slut. En biståndsperiod är slut efter mer än två månader i rad utan bistånd. Försörjningshindret är sökandens den första månaden. Tabellen följer alla som kom in; den säger inte varför de lämnade.',
    source: register,
    definitionVersion: 1,
    columns: [...throughputClasses.labels, 'Alla'].map((label, index) => ({ id: `class-${index + 1}`, label })),
    rows: [...groups, 'Alla'].map((label, index) => ({
      id: index === groups.length ? 'total' : label,
      label,
      ...(index === groups.length ? { kind: 'sum' as const } : {}),
      cells: lines[index]!,
    })),
    sentence: isKnown
      ? `Av ${inWords(whole.at(-1)!)} biståndsperioder som började ${when} pågick ${inWords(whole[ongoing]!)} fortfarande i slutet av ${monthInWords(monthFromIndex(months.until - 1))}.`
      : 'Registret når inte så långt tillbaka att genomströmningen kan räknas.',
  }
}

function countThroughput(context: Context, view: View, cohort: Context['months']) {
  const { prepared, months } = context
  const { selection, months: lengths } = throughput(prepared, cohort, months.until - 1)
  const { obstacles } = prepared.panel
  const groups = [...new Set(obstacles.map(({ group }) => group)), 'Uppgift saknas'].filter(isFirst)
  const groupOf = obstacles.map(({ group }) => groups.indexOf(group))
  const obstacle = mainObstacle(prepared, cohort)
  const isWanted = wantedRow(context, view, 'householdMonths')
  const counts = groups.map(() => throughputClasses.labels.map(() => 0))
  selection.rows.forEach((row, index) => {
    const group = groupOf[obstacle[row]!] ?? groups.indexOf('Uppgift saknas')
    if (isWanted(row)) counts[group]![throughputClass(lengths[index]!)]!++
  })
  const present = groups.map((_, index) => counts[index]!.some((count) => count > 0))
  return { groups: groups.filter((_, index) => present[index]), counts: counts.filter((_, index) => present[index]) }
}

const isFirst = (label: string, index: number, all: string[]) => all.indexOf(label) === index

const throughputClass = (months: number) =>
  months === stillOngoing ? ongoing : durationClass(months, throughputClasses.limits)

/** How long the ongoing cases have been going on, at the end of the period. */
export const snapshotTable: TableOf = (context, _, view) => {
  const { prepared, months } = context
  const isKnown = months.until >= flowKnownFrom(prepared)
  const { leftUnknown, ...durations } = snapshot(prepared, months.until - 1)
  const counts = countClasses(context, view, durations, snapshotClasses)
  const cells = lineOfCounts(counts, 'households', view.limits)
  const total = cells.at(-1)!
  const labels = [...snapshotClasses.labels, 'Alla pågående']
  const when = monthInWords(monthFromIndex(months.until - 1))
  return {
    id: 'snapshot',
    name: 'Ögonblicksbild: hur länge pågående bistånd har varat',
    definition:
      'Hushåll med ekonomiskt bistånd minst en av de tre senaste månaderna vid periodens slut, efter hur många månader som har gått från den första månaden i biståndsperioden, uppehåll på högst två månader inräknade. Långa biståndsperioder väger tyngre i en ögonblicksbild än bland dem som kommer in.',
    source: register,
    definitionVersion: 1,
    columns: [
      { id: 'count', label: 'Hushåll' },
      { id: 'share', label: 'Andel' },
    ],
    rows: labels.map((label, index) => ({
      id: index === labels.length - 1 ? 'total' : `class-${index + 1}`,
      label,
      ...(index === labels.length - 1 ? { kind: 'sum' as const } : {}),
      ...(index === labels.length - 1 && leftUnknown > 0
        ? { note: 'Bistånd som kan ha börjat innan registret börjar har minst så många månader som visas.' }
        : {}),
      cells: isKnown
        ? [cells[index]!, shareCell(cells[index]!, total, view.limits)]
        : [missingCell('households'), missingCell('share')],
    })),
    sentence: isKnown
      ? `I slutet av ${when} pågick bistånd för ${inWords(total)} hushåll; ${inWords(cells[snapshotClasses.labels.length - 1]!)} av dem hade pågått i mer än 36 månader.`
      : 'Registret når inte så långt tillbaka att ögonblicksbilden kan räknas.',
  }
}

/** Those with assistance in the last month by how many of the twelve months that end with it. The classes leave nobody out. */
export const durationClassTable: TableOf = (context, before, view) => {
  const now = yearLine(context, view)
  const then = before ? yearLine(before, view) : null
  const labels = [...yearClasses.labels, 'Alla']
  const missing = missingCell('households')
  const rows = labels.map((label, index) => {
    const [earlier, later] = [then?.[index] ?? missing, now?.[index] ?? missing]
    return {
      id: index === labels.length - 1 ? 'total' : `class-${index + 1}`,
      label,
      ...(index === labels.length - 1 ? { kind: 'sum' as const } : {}),
      cells: [earlier, later, ...changeCells(earlier, later, view.limits)],
    }
  })
  const [, later, difference, share] = rows[yearClasses.labels.length - 1]!.cells
  const monthOf = ({ months }: Context) => monthInWords(monthFromIndex(months.until - 1))
  return {
    id: 'duration-classes',
    name: 'Hushåll efter månader med bistånd de senaste tolv månaderna',
    definition:
      'Hushåll med ekonomiskt bistånd i periodens sista månad, efter hur många av de tolv månader som slutar med den som de har haft bistånd. Klasserna täcker alla: varje hushåll finns i precis en.',
    source: register,
    definitionVersion: 1,
    columns: [
      { id: 'before', label: before ? monthOf(before) : 'Samma månad året före' },
      { id: 'period', label: monthOf(context) },
      { id: 'change', label: 'Förändring' },
      { id: 'change-share', label: 'Förändring, procent' },
    ],
    rows,
    sentence: `I ${monthOf(context)} hade ${inWords(later!)} hushåll haft bistånd 10–12 av de tolv senaste månaderna, ${signedInWords(difference!)} (${signedInWords(share!)}) mot samma månad året före.`,
  }
}

function yearLine(context: Context, view: View): TableCell[] | null {
  const { prepared, months } = context
  const window = { from: months.until - 12, until: months.until }
  if (!isCovered(prepared, window)) return null
  const monthsOf = assistedMonthsOf(prepared, window)
  const selection = paidInMonth(prepared, months.until - 1)
  const durations = { selection, months: selection.rows.map(monthsOf) }
  const counts = countClasses(context, view, durations, yearClasses)
  const long = counts.at(-1)!
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (!view.limits || isTooFew(long, view.limits) || isTooFew(total, view.limits))
    return lineOfCounts(counts, 'households', view.limits)
  // The last class is an indicator by itself, so it cannot cover for the others: they are a line of their own.
  const others = lineOfCounts(counts.slice(0, -1), 'households', view.limits)
  const isRestHidden = others.at(-1)!.value === null
  return [...others.slice(0, -1), countCell(long, 'households', isRestHidden), countCell(total, 'households')]
}

function countClasses(
  context: Context,
  view: View,
  { selection, months }: Durations,
  { limits, labels }: { limits: number[]; labels: string[] },
): number[] {
  const counts = labels.map(() => 0)
  const isWanted = wantedRow(context, view, selection.table)
  selection.rows.forEach((row, index) => {
    if (isWanted(row)) counts[durationClass(months[index]!, limits)]!++
  })
  return counts
}
