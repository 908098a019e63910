import type { DisclosureLimits } from '../parameters/disclosure-limits.ts'
import { formatNumber } from '../values/format.ts'
import { monthInWords } from '../values/month.ts'
import type { Ore } from '../values/money.ts'
import { type Period, periodInWords } from '../values/period.ts'
import type { LedgerBooking, LedgerParts, ReconciledMonth } from './reconcile-ledger.ts'

type Cell = {
  value: Ore | null
  numerator: Ore | null
  denominator: number | null
  unit: 'ore'
  withheld?: 'no-data' | 'too-few' | 'reveals-another'
}

/** Has the shape of a `FigureTable`. */
export type ReconciliationTable = {
  id: string
  name: string
  definition: string
  source: string
  definitionVersion: number
  columns: { id: string; label: string }[]
  rows: { id: string; label: string; kind?: 'sum'; cells: Cell[] }[]
  sentence: string
}

const partNames: (keyof LedgerParts)[] = ['payDates', 'recoveries', 'undated', 'late']

const columns = [
  { id: 'ledger', label: 'Huvudbok' },
  { id: 'paid', label: 'Utbetalt i månaden' },
  { id: 'concerned', label: 'Utbetalt för månaden' },
  { id: 'difference', label: 'Skillnad mot utbetalt i månaden' },
  { id: 'payDates-change', label: 'varav utbetalningsdag' },
  { id: 'recoveries-change', label: 'varav återkrav' },
  { id: 'undated-change', label: 'varav utan utbetalningsdag' },
  { id: 'late-change', label: 'varav sent registrerat' },
  { id: 'rest-difference', label: 'Oförklarat' },
]

/**
 * The reconciliation as a table, published: an amount about fewer households than the limit is withheld.
 *
 * A part that is too small in any month is withheld in every month where it is not zero, and so is the rest there:
 * else the one could be had by subtracting the others, in the month or from the sum.
 */
export function reconciliationTable(
  months: ReconciledMonth[],
  booking: LedgerBooking,
  period: Period,
  limits: DisclosureLimits,
): ReconciliationTable {
  const isSmall = (households: number) => households > 0 && households < limits.smallestCount
  const small = new Set(partNames.filter((name) => months.some(({ parts }) => isSmall(parts[name].households))))
  const hasSmallMonth = months.some(({ paid, concerned }) => isSmall(paid.households) || isSmall(concerned.households))
  const rows = months.map((each) => ({ id: each.month, label: monthInWords(each.month), cells: cellsOf(each) }))
  return {
    ...definition,
    columns,
    rows: [...rows, { id: 'result', label: 'Summa', kind: 'sum' as const, cells: sumCells() }],
    sentence: sentenceOf(months, booking, period),
  }

  function cellsOf({ ledgerOre, paid, concerned, parts, restOre }: ReconciledMonth): Cell[] {
    const hides = [...small].some((name) => parts[name].amountOre !== 0)
    const isHidden = isSmall(paid.households) || isSmall(concerned.households)
    if (isHidden) return [known(ledgerOre), ...columns.slice(1).map(() => withheld('too-few'))]
    return [
      known(ledgerOre),
      known(paid.amountOre),
      known(concerned.amountOre),
      known(ledgerOre === null ? null : ledgerOre - paid.amountOre),
      ...partNames.map((name) =>
        small.has(name) && parts[name].amountOre !== 0
          ? withheld(isSmall(parts[name].households) ? 'too-few' : 'reveals-another')
          : known(parts[name].amountOre),
      ),
      hides && restOre !== null ? withheld('reveals-another') : known(restOre),
    ]
  }

  /** A sum of what is not all known is not known; one of what is in part withheld is withheld. */
  function sumCells(): Cell[] {
    return columns.map((_, at) => {
      const cells = rows.map((row) => row.cells[at]!)
      if (cells.some(({ withheld: why }) => why === 'no-data')) return known(null)
      const isHidden = hasSmallMonth ? at > 0 : cells.some((cell) => cell.withheld)
      return isHidden ? withheld('reveals-another') : known(cells.reduce((sum, cell) => sum + cell.value!, 0))
    })
  }
}

const definition = {
  id: 'ledger-reconciliation',
  name: 'Avstämning av ekonomiskt bistånd',
  definition:
    'Huvudbokens rad för ekonomiskt bistånd mot ärendesystemets utbetalningar, som positiva kostnader. Skillnaden är huvudboken minus det som betalades ut i månaden, netto efter återkrav. Den delas i utbetalningsdag (huvudboken följer den månad biståndet avser), återkrav (bokförda i annan månad eller på annan rad), utbetalningar utan utbetalningsdag och sådant som kom in i registret efter månadens huvudbok. Det som ingen av dem förklarar står som oförklarat. Delarna är tillsammans skillnaden på öret.',
  source: 'Huvudbok (SIE) och utbetalningar ur ärendesystemet',
  definitionVersion: 1,
}

function sentenceOf(months: ReconciledMonth[], { month, recoveries }: LedgerBooking, period: Period): string {
  if (months.every(({ ledgerOre }) => ledgerOre === null))
    return `Huvudboken har inget bokfört på ekonomiskt bistånd för ${periodInWords(period)}.`
  const open = months.filter(({ restOre }) => restOre !== null && restOre !== 0).length
  const how = `Huvudboken följer ${month === 'pay-month' ? 'den månad då pengarna betalas ut' : 'den månad som biståndet avser'}, med återkraven ${recoveries === 'on-row' ? 'på samma rad' : 'på annan rad'}.`
  return open === 0
    ? `${how} Varje månad är förklarad på öret.`
    : `${how} ${formatNumber(open)} av ${formatNumber(months.length)} månader har ett oförklarat belopp.${evensOut(months)}`
}

/** Bookings a day before or after the end of a month are unexplained in both months and gone from their sum. */
const evensOut = (months: ReconciledMonth[]): string =>
  months.reduce((sum, { restOre }) => sum + (restOre ?? 0), 0) === 0 ? ' Över perioden tar de ut varandra.' : ''

const known = (value: Ore | null): Cell =>
  value === null
    ? { value, numerator: null, denominator: null, unit: 'ore', withheld: 'no-data' }
    : { value, numerator: value, denominator: 1, unit: 'ore' }

const withheld = (reason: 'too-few' | 'reveals-another'): Cell => ({
  ...{ value: null, numerator: null, denominator: null },
  ...{ unit: 'ore', withheld: reason },
})
