import type { FigureTable, TableCell, Withheld } from '../analysis/figures.ts'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import { avoidedMonths } from '../parameters/recovery-rules.ts'
import { type Day, daysBetween } from '../values/day.ts'
import { addMonths, type Month, monthsBetween } from '../values/month.ts'
import type { Ore } from '../values/money.ts'
import type { CaseHousehold } from './cases.queries.ts'
import { type PaymentCase, phaseOf } from './payment-case.ts'
import { phaseText, signalText } from './payment-cases.text.ts'
import type { Signal, SignalKind } from './signals.ts'
import { sumsText as text } from './sums.text.ts'

/** A case with whose it is. */
export type CountedCase = { known: PaymentCase; household: CaseHousehold }

/** Months half-open; nothing after `today` is counted. */
export type CountedPeriod = { from: Month; until: Month; today: Day }

type Part = { householdId: number; amount: number }
type Column<Counted, Asked> = {
  id: string
  label: string
  unit: 'count' | 'ore'
  partsOf: (counted: Counted, asked: Asked) => Part[]
  /** How the parts become the figure; the sum unless it says otherwise. */
  figure?: (amounts: number[]) => number
}
type CaseColumn = Omit<Column<CountedCase, CountedPeriod>, 'label'> & { id: keyof typeof text.columns }

const columns: CaseColumn[] = [
  { id: 'opened', unit: 'count', partsOf: (each, at) => once(each, isIn(at, each.known.opened?.on)) },
  { id: 'closed', unit: 'count', partsOf: (each, at) => once(each, isIn(at, each.known.closing?.on)) },
  { id: 'correct', unit: 'count', partsOf: (each, at) => once(each, hasFound(each, at, 'correct')) },
  { id: 'wrong', unit: 'count', partsOf: (each, at) => once(each, hasFound(each, at, 'wrong')) },
  {
    id: 'wrongOre',
    unit: 'ore',
    partsOf: (each, at) => amounts(each, hasFound(each, at, 'wrong') ? [each.known.decision!.body.wrongOre] : []),
  },
  { id: 'claimed', unit: 'ore', partsOf: (each, at) => amounts(each, oreIn(each.known.claims, at)) },
  { id: 'recovered', unit: 'ore', partsOf: (each, at) => amounts(each, oreIn(each.known.repayments, at)) },
  { id: 'avoided', unit: 'ore', partsOf: (each, at) => amounts(each, avoidedIn(each.known, at)) },
  { id: 'days', unit: 'count', partsOf: (each, at) => amounts(each, daysIn(each.known, at)), figure: median },
]

/**
 * What the cases of a period came to, by who the households are: children, and women and men, first.
 *
 * A figure about fewer households than may be published is withheld, and so is one that would tell it by subtraction.
 * Protected households are not to be among the cases.
 */
export function caseSums(cases: readonly CountedCase[], period: CountedPeriod): FigureTable {
  const labelled = columns.map((column) => ({ ...column, label: text.columns[column.id] }))
  const rows = groupedRows(labelled, cases, period, smallestCount(period))
  const [opened, , , wrong] = rows.at(-1)!.cells
  return {
    ...{ id: 'payment-cases', name: text.name, definition: text.definition, source: text.source, definitionVersion: 1 },
    columns: labelled.map(({ id, label }) => ({ id, label })),
    ...{ rows, sentence: text.sentence(opened?.value ?? null, wrong?.value ?? null) },
  }
}

/** How far the cases have come, of those that were open in the period or are open now. */
export function caseSteps(cases: readonly CountedCase[], period: CountedPeriod): FigureTable {
  const steps = (['opened', 'asked', 'heard', 'decided', 'closed'] as const).map((phase) => ({
    ...{ id: phase, label: phaseText[phase], unit: 'count' as const },
    partsOf: (each: CountedCase) => once(each, phaseOf(each.known) === phase),
  }))
  const { name, definition, sentence } = text.steps
  const rows = groupedRows(steps, cases, period, smallestCount(period))
  return {
    ...{ id: 'payment-case-steps', name, definition, source: text.source, definitionVersion: 1 },
    columns: steps.map(({ id, label }) => ({ id, label })),
    ...{ rows, sentence: sentence(rows.at(-1)!.cells.map(({ value }) => value)) },
  }
}

/** A signal with whose payments it is about. */
export type CountedSignal = Pick<Signal, 'kind' | 'stakeOre'> & { household: CaseHousehold }

/** How many signals each rule that is on has given, and the amount they are about. A household may be in several. */
export function signalSums(
  signals: readonly CountedSignal[],
  kinds: readonly SignalKind[],
  { until }: Pick<CountedPeriod, 'until'>,
): FigureTable {
  const { name, definition, source, stake, sentence } = text.signals
  const asked = [
    ...kinds.map((kind) => ({
      ...{ id: kind as string, label: signalText[kind].name, unit: 'count' as const },
      partsOf: (each: CountedSignal) => amounts(each, each.kind === kind ? [1] : []),
    })),
    ...[
      {
        ...{ id: 'stake', label: stake, unit: 'ore' as const },
        partsOf: (each: CountedSignal) => amounts(each, [each.stakeOre]),
      },
    ],
  ]
  const rows = groupedRows(asked, signals, null, smallestCount({ until }))
  return {
    ...{ id: 'payment-signals', name, definition, source, definitionVersion: 1 },
    columns: asked.map(({ id, label }) => ({ id, label })),
    ...{ rows, sentence: sentence(signals.length === 0) },
  }
}

/** Children, and women and men, first; then all. */
function groupedRows<Counted extends { household: CaseHousehold }, Asked>(
  asked: readonly Column<Counted, Asked>[],
  counted: readonly Counted[],
  at: Asked,
  limit: number,
): FigureTable['rows'] {
  const rows = groupings.flatMap((groups) => {
    const ofEach = groups
      .map((group) => ({ ...group, counted: counted.filter(({ household }) => group.has(household)) }))
      .filter((group) => !group.ifAny || group.counted.length > 0)
    const cells = asked.map((column) =>
      protect(ofEach.map((group) => cellOf(column, group.counted, at, limit))).map(({ cell }) => cell),
    )
    return ofEach.map(({ id, label }, place) => ({ id, label, cells: cells.map((column) => column[place]!) }))
  })
  const all = asked.map((column) => cellOf(column, counted, at, limit).cell)
  return [...rows, { id: 'all', label: text.all, kind: 'sum', cells: all }]
}

const groupings = [
  [
    { id: 'with-children', label: text.groups.withChildren, has: (each: CaseHousehold) => each.hasChildren },
    { id: 'without-children', label: text.groups.withoutChildren, has: (each: CaseHousehold) => !each.hasChildren },
  ],
  [
    { id: 'women', label: text.groups.women, has: (each: CaseHousehold) => each.gender === 'woman' },
    { id: 'men', label: text.groups.men, has: (each: CaseHousehold) => each.gender === 'man' },
    {
      ...{ id: 'unknown', label: text.groups.unknown, ifAny: true },
      has: (each: CaseHousehold) => each.gender === null,
    },
  ],
] as { id: string; label: string; has: (each: CaseHousehold) => boolean; ifAny?: boolean }[][]

type CountedCell = { cell: TableCell; households: number }

function cellOf<Counted, Asked>(
  column: Omit<Column<Counted, Asked>, 'label'>,
  counted: readonly Counted[],
  at: Asked,
  limit: number,
): CountedCell {
  const parts = counted.flatMap((each) => column.partsOf(each, at))
  const households = new Set(parts.map(({ householdId }) => householdId)).size
  if (column.figure && parts.length === 0) return { cell: hidden(column.unit, 'no-data'), households }
  if (households > 0 && households < limit) return { cell: hidden(column.unit, 'too-few'), households }
  const value = (column.figure ?? sum)(parts.map(({ amount }) => amount))
  return { cell: { value, numerator: value, denominator: 1, unit: column.unit }, households }
}

/** One figure withheld among several that sum to a known total is told by the others: the next smallest goes with it. */
function protect(cells: CountedCell[]): CountedCell[] {
  const isWithheld = ({ cell }: CountedCell) => cell.withheld === 'too-few'
  if (cells.filter(isWithheld).length !== 1) return cells
  const shown = cells.filter(({ cell, households }) => !cell.withheld && households > 0)
  const next = shown.sort((a, b) => a.households - b.households)[0]
  return cells.map((each) => (each === next ? { ...each, cell: hidden(each.cell.unit, 'reveals-another') } : each))
}

const hidden = (unit: TableCell['unit'], withheld: Withheld): TableCell => ({
  ...{ value: null, numerator: null, denominator: null },
  ...{ withheld, unit },
})

const smallestCount = ({ until }: Pick<CountedPeriod, 'until'>) => valueAt(disclosureLimits, until).smallestCount

/**
 * Repayments recorded in the cases beside all recoveries in the payments of the same months, with the difference:
 * most recoveries never were a case, and a repayment to the finance system may not have come back to the case system.
 */
export function recoveryTie(
  cases: readonly CountedCase[],
  inPayments: { ore: Ore; households: number },
  period: CountedPeriod,
): FigureTable {
  const limit = smallestCount(period)
  const inCases = cellOf(
    columns.find(({ id }) => id === 'recovered')!,
    cases,
    period,
    limit,
  ).cell
  const isFew = inPayments.households > 0 && inPayments.households < limit
  const paid = isFew ? hidden('ore', 'too-few') : oreCell(inPayments.ore)
  const difference =
    inCases.value === null || paid.value === null
      ? hidden('ore', 'reveals-another')
      : oreCell(paid.value - inCases.value)
  return {
    ...{ id: 'recovery-tie', name: text.tie.name, definition: text.tie.definition, source: text.tie.source },
    definitionVersion: 1,
    columns: [{ id: 'ore', label: text.tie.column }],
    rows: [
      { id: 'cases', label: text.tie.inCases, cells: [inCases] },
      { id: 'payments', label: text.tie.inPayments, cells: [paid] },
      { id: 'difference', label: text.tie.difference, kind: 'sum', cells: [difference] },
    ],
    sentence: text.tie.sentence(difference.value),
  }
}

const oreCell = (value: Ore): TableCell => ({ value, numerator: value, denominator: 1, unit: 'ore' })

const isIn = ({ from, until, today }: CountedPeriod, on: Day | undefined): boolean =>
  on !== undefined && on >= `${from}-01` && on < `${until}-01` && on <= today

const hasFound = ({ known: { decision } }: CountedCase, period: CountedPeriod, finding: string): boolean =>
  decision?.body.finding === finding && isIn(period, decision.on)

const once = (each: CountedCase, is: boolean): Part[] => amounts(each, is ? [1] : [])
const amounts = ({ household }: { household: CaseHousehold }, values: number[]): Part[] =>
  values.map((amount) => ({ householdId: household.id, amount }))

const oreIn = (events: readonly { on: Day; body: { ore: Ore } }[], period: CountedPeriod): number[] =>
  events.filter(({ on }) => isIn(period, on)).map(({ body }) => body.ore)

/** The months of the period that have been, each avoided payment for at most a year. */
function avoidedIn({ avoided }: PaymentCase, { from, until, today }: CountedPeriod): number[] {
  const now = today.slice(0, 7) as Month
  const most = valueAt(avoidedMonths, now)
  const months = avoided.map(({ body }) => {
    const first = later(body.from as Month, from)
    const last = earlier(earlier(until, addMonths(now, 1)), addMonths(body.from as Month, most))
    return body.oreAMonth * Math.max(0, monthsBetween(first, last))
  })
  return months.filter((ore) => ore > 0)
}

const daysIn = ({ opened, decision }: PaymentCase, period: CountedPeriod): number[] =>
  opened && decision && isIn(period, decision.on) ? [daysBetween(opened.on, decision.on)] : []

const later = (one: Month, other: Month): Month => (one > other ? one : other)
const earlier = (one: Month, other: Month): Month => (one < other ? one : other)
const sum = (values: number[]): number => values.reduce((total, each) => total + each, 0)

/** The lower of the two in the middle: a number of days that some case took. */
function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
}
