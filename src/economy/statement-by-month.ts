import { monthInWords } from '../values/month.ts'
import { monthsOf, type Period, periodInWords } from '../values/period.ts'
import { formatSigned } from '../values/format.ts'
import { toThousands } from '../values/money.ts'
import { cumulativeFromMonthly } from './cumulative.ts'
import { budgetTotals, ledgerTotals, type StatementInput } from './statement.ts'
import { known, type StatementTable, sumOf, variance } from './statement-cells.ts'
import { defaultStatementRows, rowsAt } from './statement-rows.ts'

/**
 * The operating statement's sum month by month: actual, budget, variance, and the variance since the period began,
 * which is how deficits are reported through a year. A month without ledger or budget has no variance, and then no month
 * after it has an accumulated one: what came before it is not known.
 */
export function statementByMonth({
  ledger,
  budget,
  period,
  versions = defaultStatementRows,
}: StatementInput): StatementTable {
  const rows = rowsAt(period.from, versions)
  const months = monthsOf(period).map((month) => {
    const only: Period = { from: month, until: monthAfter(period, month) }
    const actual = sum(ledgerTotals(ledger, only, rows))
    const budgeted = sum(budgetTotals(budget, only, rows))
    return {
      month,
      actual,
      budgeted,
      difference: actual === null || budgeted === null ? null : variance(actual, budgeted),
    }
  })
  const accumulated = cumulativeFromMonthly(months.map(({ difference }) => difference))
  return {
    ...definition,
    columns,
    rows: [
      ...months.map(({ month, actual, budgeted, difference }, at) => ({
        id: month,
        label: monthInWords(month),
        cells: [actual, budgeted, difference, accumulated[at] ?? null].map(known),
      })),
      {
        id: 'result',
        label: 'Summa',
        kind: 'sum' as const,
        cells: [
          ...[
            sumOf(months.map(({ actual }) => actual)),
            sumOf(months.map(({ budgeted }) => budgeted)),
            accumulated.at(-1) ?? null,
          ].map(known),
          { ...known(null), withheld: 'not-applicable' as const },
        ],
      },
    ],
    sentence: sentenceOf(period, accumulated, months.at(-1)?.difference ?? null),
  }
}

const columns = [
  { id: 'actual', label: 'Utfall' },
  { id: 'budget', label: 'Budget' },
  { id: 'variance', label: 'Avvikelse' },
  { id: 'cumulative-variance', label: 'Avvikelse ackumulerat' },
]

const definition = {
  id: 'statement-by-month',
  name: 'Driftredovisning månad för månad',
  definition:
    'Verksamhetens netto per månad: intäkter minus kostnader på alla konton i klass 3–8, mot månadens budget. Ackumulerat är månadernas avvikelser sedan periodens början. Ett underskott som växer långsammare är ändå ett underskott som växer, därför visas båda.',
  source: 'Huvudbok (SIE) och budget',
  definitionVersion: 1,
}

function sentenceOf(period: Period, accumulated: (number | null)[], last: number | null): string {
  const total = accumulated.at(-1) ?? null
  if (total === null || last === null) return `Avvikelsen kan inte räknas för alla månader i ${periodInWords(period)}.`
  return `Avvikelsen är ${tkr(total)} tkr för ${periodInWords(period)}, varav ${tkr(last)} tkr under den sista månaden.`
}

const tkr = (ore: number) => formatSigned(toThousands(ore))

const sum = (totals: Map<unknown, number> | null): number | null =>
  totals && [...totals.values()].reduce((all, each) => all + each, 0)

const monthAfter = (period: Period, month: string) => monthsOf(period).find((each) => each > month) ?? period.until
