import type pg from 'pg'
import type { Panel } from '../calculations/panel.ts'
import { withTenant } from '../database/transaction.ts'
import { type EconomyFacts, loadEconomy } from '../economy/economy.queries.ts'
import { investmentStatement, operatingStatement } from '../economy/statement.ts'
import { staffTable } from './staff-table.ts'
import { volumeColumns, type VolumeRow, volumeRows } from '../economy/volume-table.ts'
import { type Month, month, monthFromIndex } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import { type Period, periodOf, yearBefore } from '../values/period.ts'
import { computeFigures } from './compute-figures.ts'
import type { Figures, FigureTable, SplitBy, TableCell } from './figures.ts'
import type { Population } from './indicators/indicator.ts'
import { loadPanel } from './load-panel.ts'

export type FiguresQuestion = {
  from: Month
  /** Last month, included. */
  to: Month
  splits?: SplitBy[]
  unit?: string
  /** As known on this moment; null: now. */
  knownAt?: Date | null
}

/** The facts of one municipality as they are calculated with. */
type Loaded = { panel: Panel; economy: EconomyFacts }

/**
 * Answers questions about figures, with each municipality's facts kept in memory until they change.
 *
 * The cache lies outside row level security: it is keyed by municipality, and reached only through here.
 */
export class FiguresService {
  readonly #reader: pg.Pool
  readonly #loaded = new Map<string, Promise<Loaded>>()

  constructor(reader: pg.Pool) {
    this.#reader = reader
  }

  /** Null when the period ends before it begins. */
  async figures(municipality: Municipality, question: FiguresQuestion): Promise<Figures | null> {
    const period = periodOf(question.from, question.to)
    if (!period) return null
    const { panel, economy } = await this.#load(municipality.id, question.knownAt ?? null)
    const { from, to, splits, unit, knownAt } = question
    const population = populationOf(economy.volumes, period)
    const populationBefore = populationOf(economy.volumes, yearBefore(period))
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
      tables: [...computed.tables, ...(unit ? [] : economyTables(economy, period))],
    }
  }

  /** The facts as columns, without names. What is made of them is published only after disclosure control. */
  async panel(municipality: Municipality, knownAt: Date | null): Promise<Panel> {
    return (await this.#load(municipality.id, knownAt)).panel
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
    const version = await this.#version(municipalityId)
    const key = `${municipalityId} ${version} ${knownAt?.toISOString() ?? 'now'}`
    const known = this.#loaded.get(key)
    if (known) return known
    const loading = withTenant(this.#reader, { municipalityId }, async (tx) => ({
      panel: await loadPanel(tx, municipalityId, knownAt),
      economy: await loadEconomy(tx, municipalityId, knownAt),
    }))
    this.#forgetOthers(municipalityId, version)
    this.#loaded.set(key, loading)
    loading.catch(() => this.#loaded.delete(key))
    return loading
  }

  async #version(municipalityId: number): Promise<number> {
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

/** Inhabitants at the end of the period's year, or of the latest year before that is known. */
function populationOf(volumes: VolumeRow[], period: Period): Population | null {
  const year = period.from.slice(0, 4)
  const find = (label: string) =>
    volumes
      .filter(
        (row) => row.label === label && row.version === 'actual' && row.value !== null && row.from.slice(0, 4) <= year,
      )
      .sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  const total = find(inhabitants)
  const children = find(young)
  if (!total || !children || total.value === null || children.value === null) return null
  return {
    total: total.value,
    children: children.value,
    source: `Volymfilen: ${inhabitants.toLowerCase()} ${total.from.slice(0, 4)}`,
  }
}

function economyTables(economy: EconomyFacts, period: Period): FigureTable[] {
  const { ledger, budget, volumes } = economy
  return [
    ...(ledger.length || budget.length ? [operatingStatement({ ledger, budget, period })] : []),
    ...(budget.some((row) => row.statement === 'investment') ? [investmentStatement({ ledger, budget, period })] : []),
    ...volumeTable(volumes, period),
    ...staffTable(economy.staff, period),
  ]
}

function volumeTable(volumes: VolumeRow[], period: Period): FigureTable[] {
  const rows = volumeRows(
    volumes.filter((row) => row.label !== inhabitants && row.label !== young),
    period,
  )
  if (rows.length === 0) return []
  const cell = (value: number | null): TableCell =>
    value === null
      ? { value, numerator: null, denominator: null, unit: 'count', withheld: 'no-data' }
      : { value, numerator: value, denominator: 1, unit: 'count' }
  return [
    {
      id: 'volumes',
      name: 'Volymer',
      definition:
        'Volymer som förvaltningen har lämnat i volymfilen. Ett genomsnitt eller ett bestånd kan inte räknas upp till helår; bara ett flöde kan summeras över månader.',
      source: 'Kommunens volymfil.',
      definitionVersion: 1,
      columns: volumeColumns(period),
      rows: rows.map((row) => ({
        id: row.label,
        label: `${row.label}${kindText[row.kind]}`,
        cells: [cell(row.actual), cell(row.forecast), cell(row.yearBefore)],
      })),
      sentence: `Volymfilen har ${rows.length} volymer för perioden.`,
    },
  ]
}

/** Said where a reader could take a stock for a flow; the label of an average says so itself. */
const kindText = { average: '', stock: ', vid periodens slut', flow: '' } as const
