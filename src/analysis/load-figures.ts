import type pg from 'pg'
import type { Participations, Payments } from '../calculations/money-columns.ts'
import type { Panel } from '../calculations/panel.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { assistanceByMonth } from '../economy/assistance-by-month.ts'
import { commentOn, type MoneyDecisions, statementInput } from '../economy/decided.ts'
import { loadDecided } from '../economy/decided.queries.ts'
import { type EconomyFacts, loadEconomy } from '../economy/economy.queries.ts'
import { investmentStatement } from '../economy/investment-statement.ts'
import { type LedgerBooking, reconcileLedger } from '../economy/reconcile-ledger.ts'
import { reconciliationTable } from '../economy/reconciliation-table.ts'
import { operatingStatement } from '../economy/statement.ts'
import { statementByMonth } from '../economy/statement-by-month.ts'
import { volumeTable } from '../economy/volume-table.ts'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import { type Month, month, monthFromIndex } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import { type Period, periodOf, yearBefore } from '../values/period.ts'
import { shareColumns } from '../worker/share-columns.ts'
import { computeFigures, computeIndicators } from './compute-figures.ts'
import type { Figures, FigureTable, IndicatorFigure, SplitBy } from './figures.ts'
import type { Population } from './indicators/indicator.ts'
import { loadParticipations, loadPayments } from './load-money.ts'
import { loadPanel } from './load-panel.ts'
import { staffTable } from './staff-table.ts'

export type FiguresQuestion = {
  from: Month
  /** Last month, included. */
  to: Month
  splits?: SplitBy[]
  unit?: string
  /** As known on this moment; null: now. */
  knownAt?: Date | null
  /** With the tables of the suppliers, which are of the whole municipality and as known now: for exports, reports and commands. */
  withSupplied?: boolean
}

/**
 * Tables that a slice above this one makes of a period, as known now and after disclosure control. The entry files hand them in
 * as a list (`src/supplied-tables.ts`), since this folder imports none of those slices.
 */
export type TableSupplier = (
  figures: FiguresService,
  municipality: Municipality,
  period: Period,
) => Promise<FigureTable[]>

/** The facts of one municipality as they are calculated with. */
type Loaded = { panel: Panel; economy: EconomyFacts }

/** All that the calculations about money need: the panel and what lies beside it. */
export type Money = Loaded & { payments: Payments; participations: Participations }

/** Runs as the reader role. Always the same function for the same thing: what it gives is kept by it. */
export type LoadBeside<Value> = (tx: Tx, municipality: Municipality, money: Money) => Promise<Value>

/**
 * Answers questions about figures, with each municipality's facts kept in memory until they change.
 *
 * The cache lies outside row level security: it is keyed by municipality, and reached only through here.
 */
export class FiguresService {
  readonly #reader: pg.Pool
  readonly #suppliers: readonly TableSupplier[]
  readonly #loaded = new Map<string, Promise<Loaded>>()
  readonly #money = new WeakMap<Panel, Promise<Money>>()
  readonly #beside = new WeakMap<Panel, Map<LoadBeside<unknown>, Promise<unknown>>>()

  constructor(reader: pg.Pool, suppliers: readonly TableSupplier[] = []) {
    this.#reader = reader
    this.#suppliers = suppliers
  }

  /** Null when the period ends before it begins. */
  async figures(municipality: Municipality, question: FiguresQuestion): Promise<Figures | null> {
    const period = periodOf(question.from, question.to)
    if (!period) return null
    const { panel, economy } = await this.#load(municipality.id, question.knownAt ?? null)
    const { from, to, splits, unit, knownAt } = question
    const population = populationOf(economy, period)
    const populationBefore = populationOf(economy, yearBefore(period))
    const computed = computeFigures(panel, {
      from,
      to,
      publish: true,
      ...(splits && { splits }),
      ...(unit && { unit }),
      ...(population && { population }),
      ...(populationBefore && { populationBefore }),
    })
    const { code, name } = municipality
    return {
      municipality: { code, name },
      from,
      to,
      knownAt: knownAt?.toISOString() ?? null,
      dataFrom: panel.untilMonth ? monthFromIndex(panel.firstMonth) : null,
      dataTo: panel.untilMonth ? monthFromIndex(panel.untilMonth - 1) : null,
      indicators: computed.indicators,
      // A unit has no ledger of its own here, so its page shows none rather than the whole municipality's.
      tables: [
        ...computed.tables,
        ...(unit ? [] : await this.#tablesOfMoney(municipality, period, knownAt ?? null)),
        ...(question.withSupplied && !unit && !knownAt ? await this.#supplied(municipality, period) : []),
      ],
    }
  }

  /** The first and the last month that there are payments for; null when there are none. */
  async reach(municipality: Municipality): Promise<{ from: Month; to: Month } | null> {
    const { firstMonth, untilMonth } = (await this.#load(municipality.id, null)).panel
    return untilMonth === 0 ? null : { from: monthFromIndex(firstMonth), to: monthFromIndex(untilMonth - 1) }
  }

  /** Some figures of a period as known now, published, without what all the others cost to work out. */
  async indicators(
    municipality: Municipality,
    { from, to, splits }: Pick<FiguresQuestion, 'from' | 'to' | 'splits'>,
    ids: readonly string[],
  ): Promise<IndicatorFigure[]> {
    const { panel, economy } = await this.#load(municipality.id, null)
    const period = periodOf(from, to)
    const population = period && populationOf(economy, period)
    return computeIndicators(
      panel,
      { from, to, publish: true, ...(splits && { splits }), ...(population && { population }) },
      ids,
    )
  }

  /** Inhabitants at the end of the period's year as known now, or of the latest year before; null when no year is known. */
  async population(municipality: Municipality, period: Period): Promise<Population | null> {
    return populationOf((await this.#load(municipality.id, null)).economy, period)
  }

  /** The facts as columns, without names. What is made of them is published only after disclosure control. */
  async panel(municipality: Municipality, knownAt: Date | null): Promise<Panel> {
    return (await this.#load(municipality.id, knownAt)).panel
  }

  /** The panel with every payment and participation, read when they are first asked for and kept as long as the panel. */
  async money(municipality: Municipality, knownAt: Date | null): Promise<Money> {
    const loaded = await this.#load(municipality.id, knownAt)
    const known = this.#money.get(loaded.panel)
    if (known) return known
    const { id } = municipality
    const loading = withTenant(this.#reader, { municipalityId: id }, async (tx) => ({
      ...loaded,
      payments: await loadPayments(tx, id, knownAt, loaded.panel),
      participations: await loadParticipations(tx, id, knownAt, loaded.panel),
    }))
    this.#money.set(loaded.panel, loading)
    loading.catch(() => this.#money.delete(loaded.panel))
    return loading
  }

  /** What a slice reads and works out beside the money as known now: once for each `load`, and kept as long as the panel. */
  async beside<Value>(municipality: Municipality, load: LoadBeside<Value>): Promise<Value> {
    const money = await this.money(municipality, null)
    const kept = this.#beside.get(money.panel) ?? new Map<LoadBeside<unknown>, Promise<unknown>>()
    this.#beside.set(money.panel, kept)
    const known = kept.get(load)
    if (known) return known as Promise<Value>
    const loading = withTenant(this.#reader, { municipalityId: municipality.id }, (tx) => load(tx, municipality, money))
    kept.set(load, loading)
    loading.catch(() => kept.delete(load))
    return loading
  }

  /** What people have decided about money. Asked for anew each time, since a decision is no fact and moves no version of the data. */
  decided(municipality: Municipality, knownAt: Date | null): Promise<MoneyDecisions> {
    const { id } = municipality
    return withTenant(this.#reader, { municipalityId: id }, (tx) => loadDecided(tx, id, knownAt))
  }

  /** Statement, investments, volumes and staff of a period. */
  async economyTables(municipality: Municipality, period: Period, knownAt: Date | null): Promise<FigureTable[]> {
    const { economy } = await this.#load(municipality.id, knownAt)
    return economyTables(economy, await this.decided(municipality, knownAt), period)
  }

  async #tablesOfMoney(municipality: Municipality, period: Period, knownAt: Date | null): Promise<FigureTable[]> {
    const money = await this.money(municipality, knownAt)
    const decided = await this.decided(municipality, knownAt)
    return [...economyTables(money.economy, decided, period), ...reconciliation(money, decided, period)]
  }

  async #supplied(municipality: Municipality, period: Period): Promise<FigureTable[]> {
    const tables = await Promise.all(this.#suppliers.map((supply) => supply(this, municipality, period)))
    return tables.flat()
  }

  /** The units that a figure can be asked for. */
  async units(municipality: Municipality): Promise<{ code: string; name: string }[]> {
    return (await this.#load(municipality.id, null)).panel.units
  }

  /** January to the end of the latest tertial that the data hold; the months there are when they hold none. */
  async latestTertial(municipality: Municipality): Promise<{ from: Month; to: Month }> {
    const { firstMonth, untilMonth } = (await this.#load(municipality.id, null)).panel
    if (untilMonth === 0) return emptyPeriod
    const to = untilMonth - 1 - (untilMonth % 4)
    const from = Math.floor(to / 12) * 12
    return to >= firstMonth
      ? { from: monthFromIndex(Math.max(from, firstMonth)), to: monthFromIndex(to) }
      : { from: monthFromIndex(firstMonth), to: monthFromIndex(untilMonth - 1) }
  }

  /** Reads the version first: facts that arrive while the panel is read make the next question read again. */
  async #load(municipalityId: number, knownAt: Date | null): Promise<Loaded> {
    const version = await this.version(municipalityId)
    const key = `${municipalityId} ${version} ${knownAt?.toISOString() ?? 'now'}`
    const known = this.#loaded.get(key)
    if (known) return known
    const loading = withTenant(this.#reader, { municipalityId }, async (tx) => ({
      panel: shareColumns(await loadPanel(tx, municipalityId, knownAt)),
      economy: await loadEconomy(tx, municipalityId, knownAt),
    }))
    this.#forgetOthers(municipalityId, version)
    this.#loaded.set(key, loading)
    loading.catch(() => this.#loaded.delete(key))
    return loading
  }

  /** Moves in the transaction of every change of facts. */
  async version(municipalityId: number): Promise<number> {
    const rows = await withTenant(this.#reader, { municipalityId }, (tx) =>
      tx.query<{ version: number }>('select version from data_version where municipality_id = $1', [municipalityId]),
    )
    return rows[0]?.version ?? 0
  }

  /** Older versions go, and of the moments asked for only the last few stay. */
  #forgetOthers(municipalityId: number, version: number): void {
    const own = [...this.#loaded.keys()].filter((key) => key.startsWith(`${municipalityId} `))
    for (const key of own) if (!key.startsWith(`${municipalityId} ${version} `)) this.#loaded.delete(key)
    for (const key of own.filter((each) => !each.endsWith(' now')).slice(0, -2)) this.#loaded.delete(key)
  }
}

/** What is asked for where there is nothing: any period gives the same empty answer. */
const emptyPeriod = { from: month('2019-01'), to: month('2019-04') }

/** How the volumes file names inhabitants at the end of a year. They are the denominator of shares of the population. */
const inhabitants = 'Invånare 31 december'
const young = 'Invånare 0–17 år 31 december'

/**
 * Inhabitants at the end of the period's year, or of the latest year before that is known.
 * Of the same year the volumes file goes before SCB, and SCB before Kolada.
 */
function populationOf({ volumes, inhabitants: published }: EconomyFacts, period: Period): Population | null {
  const counted = (label: string) => volumes.filter((row) => row.label === label && row.version === 'actual')
  const own = counted(inhabitants).flatMap(({ from, value: total }) => {
    const year = Number(from.slice(0, 4))
    const children = counted(young).find((row) => row.from.slice(0, 4) === from.slice(0, 4))?.value ?? null
    const source = `Volymfilen: ${inhabitants.toLowerCase()} ${year}`
    return total === null || children === null ? [] : [{ year, total, children, source }]
  })
  const others = published.map((each) => ({
    ...each,
    source: `${publisher[each.source]}: ${inhabitants.toLowerCase()} ${each.year}`,
  }))
  const latest = [...own, ...others]
    .filter(({ year }) => year <= Number(period.from.slice(0, 4)))
    .sort((one, other) => other.year - one.year)[0]
  return latest ? { total: latest.total, children: latest.children, source: latest.source } : null
}

const publisher = { scb: 'SCB', kolada: 'Kolada' } as const

/** The tables about money, volumes and staff, with what somebody has written about them. */
function economyTables(economy: EconomyFacts, decided: MoneyDecisions, period: Period): FigureTable[] {
  const { ledger, volumes, staff } = economy
  const input = statementInput(economy, decided, period)
  const hasLedgerOrBudget = ledger.length > 0 || input.budget.length > 0
  const counted = volumes.filter((row) => row.label !== inhabitants && row.label !== young)
  const tables: FigureTable[] = [
    ...(hasLedgerOrBudget ? [operatingStatement(input), statementByMonth(input)] : []),
    ...(input.budget.some((row) => row.statement === 'investment') ? [investmentStatement(input)] : []),
    ...volumeTable(counted, period, commentOn(decided, 'volumes', period) !== ''),
    ...staffTable(staff, period),
  ]
  return tables.map((table) => {
    const comment = commentOn(decided, table.id, period)
    return comment ? { ...table, comment } : table
  })
}

/** The ledger's assistance against the payments, published. Empty without a ledger, and before there are payments. */
export function reconciliation(
  money: Pick<Money, 'economy' | 'payments'>,
  decided: MoneyDecisions,
  period: Period,
  booked: Partial<LedgerBooking> = {},
): FigureTable[] {
  if (money.economy.ledger.length === 0 || money.payments.length === 0) return []
  const { booking, months } = reconciled(money, decided, period, booked)
  return [reconciliationTable(months, booking, period, valueAt(disclosureLimits, period.from))]
}

/** The ledger's assistance against the payments, month by month, and how the ledger books them. */
export function reconciled(
  { economy: { ledger, ledgerKnown }, payments }: Pick<Money, 'economy' | 'payments'>,
  decided: MoneyDecisions,
  period: Period,
  booked: Partial<LedgerBooking> = {},
): ReturnType<typeof reconcileLedger> {
  const booking = assistanceByMonth(ledger, period, decided.statementRows)
  return reconcileLedger({ ledger: booking, ledgerKnown, payments, period }, booked)
}
