import type { FigureTable, FigureValue, Withheld } from '../analysis/figures.ts'
import { type FiguresService, type Money, reconciled } from '../analysis/load-figures.ts'
import { explainVariance } from '../calculations/variance/explain-variance.ts'
import { type MoneyDecisions, statementInput } from '../economy/decided.ts'
import { operatingStatement } from '../economy/statement.ts'
import { assistanceRow } from '../economy/statement-rows.ts'
import { valueAt } from '../parameters/dated.ts'
import { normRatio } from '../parameters/national-norm.ts'
import { oneOffPurposes } from '../parameters/one-off-purposes.ts'
import type { Ore } from '../values/money.ts'
import { addMonths, type Month, monthIndex } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import { lastMonthOf, lengthOf, type Period, periodOf } from '../values/period.ts'
import { budgetTable, comparedTable, explainedTable } from './variance-tables.ts'
import type { VarianceView } from './variance-view.ts'

export type VarianceQuestion = {
  /** The latest whole tertial when left out. */
  from?: Month
  to?: Month
  /** First month of the period compared with, which is as long; a year before when left out. */
  comparedFrom?: Month
  /** Per cent; what the register knows when left out. */
  normRise?: number
  /** Households a month. */
  budgeted?: number
}

/** Null when the period ends before it begins. */
export async function loadVariance(
  figures: FiguresService,
  municipality: Municipality,
  question: VarianceQuestion,
): Promise<VarianceView | null> {
  const { from, to } =
    question.from && question.to ? { from: question.from, to: question.to } : await figures.latestTertial(municipality)
  const after = periodOf(from, to)
  if (!after) return null
  const start = question.comparedFrom ?? addMonths(from, -12)
  const before = { from: start, until: addMonths(start, lengthOf(after)) }
  const known = normRatio(before, after)
  const ratio = question.normRise === undefined ? known : 1 + question.normRise / 100
  const ofPeriod = async (period: Period) => ({
    period,
    indicators: await figures.indicators(municipality, { ...inclusive(period), splits: ['gender'] }, shownFigures),
  })
  const [was, is, reach, money, decided] = await Promise.all([
    ofPeriod(before),
    ofPeriod(after),
    figures.reach(municipality),
    figures.money(municipality, null),
    figures.decided(municipality, null),
  ])
  const compared = inclusive(before)
  return {
    from,
    to,
    comparedFrom: compared.from,
    comparedTo: compared.to,
    dataFrom: reach?.from ?? null,
    dataTo: reach?.to ?? null,
    normRise: question.normRise ?? percentOf(known),
    knownNormRise: percentOf(known),
    budgeted: question.budgeted ?? null,
    tables: tables(),
  }

  function tables(): FigureTable[] {
    const [hereBefore, hereNow] = [householdsOf(was), householdsOf(is)]
    if (hereBefore.withheld === 'no-data' || hereNow.withheld === 'no-data') return []
    const explained = explainVariance(money.panel, money.payments, {
      before: indices(before),
      after: indices(after!),
      ledger: bookedIn({ ...money, decided }, before, after!),
      bookedIn: reconciled(money, decided, after!).booking.month,
      oneOffs: oneOffsIn(money, from),
      normRatio: ratio,
    })
    const reason = hereBefore.withheld ?? hereNow.withheld
    const budget = budgetOf({ ...money, decided }, after!)
    return [
      comparedTable(was, is, explained),
      explainedTable(explained),
      ...(budget !== null && question.budgeted
        ? [
            budgetTable({
              actualOre: explained.after,
              budgetOre: budget,
              households: hereNow.value ?? 0,
              budgeted: question.budgeted,
              months: lengthOf(after!),
            }),
          ]
        : []),
    ].map((table) => (reason ? withheldTable(table, reason) : table))
  }
}

const shownFigures = ['children', 'adults', 'households-per-month']

const inclusive = (period: Period): { from: Month; to: Month } => ({ from: period.from, to: lastMonthOf(period) })

const indices = ({ from, until }: Period) => ({ from: monthIndex(from), until: monthIndex(until) })

const percentOf = (ratio: number | null): number | null =>
  ratio === null ? null : Math.round((ratio - 1) * 10_000) / 100

const householdsOf = ({ indicators }: { indicators: (FigureValue & { id: string })[] }): FigureValue =>
  indicators.find(({ id }) => id === 'households-per-month')!

type Decided = Money & { decided: MoneyDecisions }

/** What the ledger has on the row of social assistance, costs positive; null when a period has nothing booked. */
function bookedIn(money: Decided, before: Period, after: Period): { before: Ore; after: Ore } | null {
  const [was, is] = [statementCell(money, before, 'actual'), statementCell(money, after, 'actual')]
  return was === null || is === null ? null : { before: was, after: is }
}

const budgetOf = (money: Decided, period: Period): Ore | null => statementCell(money, period, 'budget')

function statementCell({ economy, decided }: Decided, period: Period, column: 'actual' | 'budget'): Ore | null {
  const { columns, rows } = operatingStatement(statementInput(economy, decided, period))
  const row = rows.find(({ id }) => id === assistanceRow)
  const value = row?.cells[columns.findIndex(({ id }) => id === column)]?.value ?? null
  return value === null ? null : 0 - value
}

const oneOffsIn = ({ payments }: Money, at: Month): Set<number> => {
  const named = new Set(valueAt(oneOffPurposes, at))
  return new Set(
    payments.purposes.flatMap((purpose, position) =>
      named.has(purpose.trim().toLocaleLowerCase('sv')) ? position : [],
    ),
  )
}

/** What is about so few that their number is withheld says nothing in kronor either. */
const withheldTable = (table: FigureTable, withheld: Withheld): FigureTable => ({
  ...table,
  rows: table.rows.map((row) => ({
    ...row,
    cells: row.cells.map(({ unit }) => ({ value: null, numerator: null, denominator: null, withheld, unit })),
  })),
  sentence: '',
})
