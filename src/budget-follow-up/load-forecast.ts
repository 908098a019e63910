import type { FiguresService, Money } from '../analysis/load-figures.ts'
import type { RowForecast } from '../calculations/forecast/row-forecast.ts'
import { budgetOf, type MoneyDecisions } from '../economy/decided.ts'
import { rowAmounts } from '../economy/statement.ts'
import { rowsAt } from '../economy/statement-rows.ts'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import { addMonths, type MonthIndex, monthFromIndex } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import type { YearEndOutput } from '../worker/tasks.ts'
import type { RunTask } from '../worker/threads.ts'
import { type ForecastRows, forecastRows, groupsOf } from './forecast-rows.ts'
import { withRest } from './rest-of-rows.ts'
import type { ForecastView, IssuedView, MethodView, RowView } from './forecast-view.ts'

type Needs = { figures: FiguresService; run: RunTask; municipality: Municipality }

/** What is worked out once for each version of the facts and of the rows of the statement. */
export type Prepared = { money: Money; decided: MoneyDecisions; rows: ForecastRows | null; tooFew: boolean }
type Kept = { rows: ForecastRows | null; output?: Promise<YearEndOutput> }

/** A panel is never changed, only replaced: what was made from one holds as long as it does. */
const remembered = new WeakMap<Money, Map<string, Kept>>()

export async function prepareForecast({ figures, municipality }: Omit<Needs, 'run'>): Promise<Prepared> {
  const [money, decided] = await Promise.all([figures.money(municipality, null), figures.decided(municipality, null)])
  const { rows } = keptFor(money, decided)
  return { money, decided, rows, tooFew: rows !== null && hasTooFew(rows) }
}

function keptFor(money: Money, decided: MoneyDecisions): Kept {
  const known = remembered.get(money) ?? new Map<string, Kept>()
  remembered.set(money, known)
  const key = JSON.stringify(decided.statementRows)
  const kept = known.get(key) ?? {
    rows: forecastRows({ panel: money.panel, ledger: money.economy.ledger, versions: decided.statementRows }),
  }
  known.clear()
  known.set(key, kept)
  return kept
}

/** A month about fewer households than may be published would tell what they were paid. */
function hasTooFew({ households, untilMonth }: ForecastRows): boolean {
  const limit = valueAt(disclosureLimits, monthFromIndex(untilMonth - 1)).smallestCount
  return households?.values.some((count) => count > 0 && count < limit) ?? false
}

/** Every row with every method, what has been issued, and the budget. The slow part runs in a thread, once. */
export async function loadForecast(needs: Needs, archive: Omit<IssuedView, 'outcomeOre'>[]): Promise<ForecastView> {
  const { money, decided, rows, tooFew } = await prepareForecast(needs)
  const nothing = {
    dataFrom: null,
    knownTo: null,
    year: 0,
    knownMonths: 0,
    rows: [],
    households: null,
    groups: [],
    ownVolume: null,
  }
  if (!rows) return { ...nothing, archive: [], withheld: null }
  if (tooFew) return { ...nothing, archive: [], withheld: 'too-few' }
  const kept = keptFor(money, decided)
  const output = await computed(kept, rows, needs.run)
  const { firstMonth, untilMonth } = rows
  const year = Math.floor(untilMonth / 12)
  const judged = archive.map((each) => ({ ...each, outcomeOre: outcomeOf(rows, each) }))
  const budget = budgetsOf(money, decided, rows)
  const issuedOf = (row: string) => judged.find((each) => each.year === year && each.row === row) ?? null
  const views = rows.rows.map(({ row, sign, label }, at) =>
    viewOf(output.rows[at] ?? null, {
      id: row.id,
      label,
      values: row.values,
      sign,
      budget: budget(row.id),
      issued: issuedOf(row.id),
      untilMonth,
    }),
  )
  const all = sumOfRows(rows)
  return {
    dataFrom: monthFromIndex(firstMonth),
    knownTo: monthFromIndex(untilMonth - 1),
    year,
    knownMonths: untilMonth % 12,
    rows: withRest(
      views.length > 1
        ? [
            ...views,
            {
              ...viewOf(output.total, {
                id: 'result',
                label: 'Summa',
                values: all,
                sign: 1,
                budget: budget(null),
                issued: null,
                untilMonth,
              }),
              kind: 'sum' as const,
            },
          ]
        : views,
      untilMonth % 12,
    ),
    households:
      rows.households &&
      withRest(
        [
          viewOf(output.households, {
            id: 'households',
            label: '',
            values: rows.households.values,
            sign: 1,
            budget: none,
            issued: null,
            untilMonth,
          }),
        ],
        untilMonth % 12,
      )[0]!,
    groups: groupsOf(rows),
    ownVolume: ownVolumeOf(money, year),
    archive: judged,
    withheld: null,
  }
}

/** The forecast of households a month in the volume file: the one average that begins with the word. */
const ownVolumeOf = ({ economy }: Money, year: number): number | null =>
  economy.volumes.find(
    ({ label, kind, version, from, until }) =>
      kind === 'average' &&
      version === 'forecast' &&
      from === `${year}-01` &&
      until === `${year + 1}-01` &&
      label.startsWith('Hushåll'),
  )?.value ?? null

/** Worked out when first asked for, and again after a failure. */
function computed(kept: Kept, { rows, households }: ForecastRows, run: RunTask): Promise<YearEndOutput> {
  if (kept.output) return kept.output
  const made = run('year-end', { rows: rows.map(({ row, sign }) => ({ row, sign })), households })
  kept.output = made
  made.catch(() => delete kept.output)
  return made
}

type Budget = { soFar: number | null; year: number | null }
const none: Budget = { soFar: null, year: null }

type Described = {
  id: string
  label: string
  values: Float64Array
  sign: 1 | -1
  budget: Budget
  issued: IssuedView | null
  untilMonth: MonthIndex
}

function viewOf(
  forecast: RowForecast | null,
  { id, label, values, sign, budget, issued, untilMonth }: Described,
): Omit<RowView, 'rest'> {
  return {
    id,
    label,
    history: Array.from(values, (value) => (Number.isNaN(value) ? null : sign * value + 0)),
    soFar: sign * sumOf(values.subarray(values.length - Math.min(values.length, untilMonth % 12))) + 0,
    methods: forecast?.methods.map((each) => signed(each, sign)) ?? [],
    budgetSoFar: budget.soFar,
    budgetYear: budget.year,
    issued,
  }
}

/** In the signs of the statement: the ends of an interval change places when a cost becomes negative. */
function signed(forecast: MethodView, sign: 1 | -1): MethodView {
  if (sign === 1) return forecast
  const turned = (values: number[]) => values.map((value) => 0 - value)
  const { record } = forecast
  return {
    ...forecast,
    months: turned(forecast.months),
    monthIntervals: forecast.monthIntervals.map(({ level, lower, upper }) => ({
      level,
      lower: turned(upper),
      upper: turned(lower),
    })),
    year: 0 - forecast.year,
    yearIntervals: forecast.yearIntervals.map(({ level, lower, upper }) => ({
      level,
      lower: 0 - upper,
      upper: 0 - lower,
    })),
    record: {
      ...record,
      years: record.years.map(({ year, forecast: said, actual }) => ({ year, forecast: 0 - said, actual: 0 - actual })),
    },
  }
}

const sumOfRows = ({ rows, firstMonth, untilMonth }: ForecastRows): Float64Array =>
  Float64Array.from({ length: untilMonth - firstMonth }, (_, at) =>
    rows.reduce((sum, { row, sign }) => sum + sign * row.values[at]!, 0),
  )

/** What the finished year came to; null while it goes on, and where the ledger does not have all of it. */
function outcomeOf(rows: ForecastRows, { year, row }: Pick<IssuedView, 'year' | 'row'>): number | null {
  const found = rows.rows.find((each) => each.row.id === row)
  const from = year * 12 - rows.firstMonth
  if (!found || from < 0 || year * 12 + 12 > rows.untilMonth) return null
  const months = found.row.values.subarray(from, from + 12)
  const sum = sumOf(months)
  return Number.isNaN(sum) ? null : found.sign * sum
}

/** The budget of a row, or of all rows (null), for the months known of the year and for the year. */
function budgetsOf(
  money: Money,
  decided: MoneyDecisions,
  { untilMonth }: ForecastRows,
): (row: string | null) => Budget {
  const january = monthFromIndex(yearStart(untilMonth))
  const soFar = { from: january, until: monthFromIndex(untilMonth) }
  const rows = rowsAt(monthFromIndex(untilMonth - 1), decided.statementRows)
  const budget = budgetOf(money.economy, decided)
  // In January nothing of the year is known, and the budget of no months is nothing.
  const period = untilMonth % 12 === 0 ? { from: january, until: addMonths(january, 12) } : soFar
  const amounts = rowAmounts({ ledger: [], budget, period }, rows)
  return (id) => {
    const chosen = [...amounts].filter(([row]) => id === null || (row?.id ?? 'unmapped') === id)
    const sum = (of: 'budget' | 'fullYearBudget') => {
      const parts = chosen.map(([, amount]) => amount[of])
      return parts.length === 0 || parts.includes(null) ? null : parts.reduce<number>((total, part) => total + part!, 0)
    }
    return { soFar: untilMonth % 12 === 0 ? 0 : sum('budget'), year: sum('fullYearBudget') }
  }
}

const yearStart = (untilMonth: MonthIndex): MonthIndex => Math.floor(untilMonth / 12) * 12

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)
