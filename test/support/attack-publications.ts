import type { SplitBy } from '../../src/analysis/figures.ts'
import { boardIndicators } from '../../src/board/board-figures.ts'
import { narrowCells } from '../../src/calculations/disclosure/attack.ts'
import type { Panel } from '../../src/calculations/panel.ts'
import { usualProtection } from '../../src/calculations/disclosure/protect.ts'
import { settledValues } from '../../src/calculations/disclosure/settled.ts'
import { loadSolver, type Solver } from '../../src/calculations/disclosure/solver.ts'
import { withholdingHere } from '../../src/calculations/disclosure/withholding.ts'
import { valueAt } from '../../src/parameters/dated.ts'
import { type DisclosureLimits, disclosureLimits } from '../../src/parameters/disclosure-limits.ts'
import { systemOf } from '../../src/publication/cell-relations.ts'
import type { CellId } from '../../src/publication/count-cell.ts'
import { type Leaving, toldBy } from '../../src/publication/published-cells.ts'
import { readBy, withholdWhatReveals } from '../../src/publication/withhold-what-reveals.ts'
import { month } from '../../src/values/month.ts'
import { figuresOf, randomMunicipality } from './random-municipality.ts'

/** `one by one`: each publication is held to what it says itself, and to nothing that is out. `simple`: as figures are computed. */
export type Guard = 'guarded' | 'one by one' | 'simple'

/**
 * `small` are the counts from 1 to one below the limit among all that any page, export or template could show for any of the periods,
 * and among those that follow from these: what is left of a whole, who came and who left from one month to the next. `recovered` are
 * those of them that a reader of everything can place among fewer than four values, whether or not anybody has withheld them;
 * `early` those that could be told before they were first withheld.
 */
export type Attacked = {
  printed: number
  hidden: number
  /** How many numbers the step across publications withheld. */
  withheld: number
  small: number
  recovered: CellId[]
  early: CellId[]
}

type Asked = { period: [string, string]; splits?: SplitBy[]; unit?: string; board?: true }

const inReports: SplitBy[] = ['gender', 'children']

/**
 * What a municipality publishes in a year, one after the other. Every template of a report shows a part of the figures of its period,
 * of the first month and of the year before; here all of them are shown.
 */
const publications: Asked[][] = [
  [
    { period: ['2018-01', '2018-04'], splits: inReports },
    { period: ['2018-01', '2018-01'], splits: inReports },
    { period: ['2017-01', '2017-12'], splits: inReports },
  ],
  [{ period: ['2018-05', '2018-05'] }],
  [{ period: ['2018-06', '2018-06'] }],
  [{ period: ['2018-01', '2018-08'], splits: inReports }],
  [
    { period: ['2017-01', '2017-08'], splits: ['gender'], board: true },
    { period: ['2018-01', '2018-08'], splits: ['gender'], board: true },
    { period: ['2016-09', '2018-08'], splits: ['gender'], board: true },
  ],
  [{ period: ['2018-01', '2018-08'], unit: 'A', splits: ['gender'] }],
  [{ period: ['2018-01', '2018-04'], splits: ['age', 'unit'] }],
]

/** A month, the tertial that it is in, a unit's own and a split by unit: what the suite has time for. */
const fewPublications: Asked[][] = [
  [{ period: ['2018-04', '2018-04'], splits: [] }],
  [{ period: ['2018-01', '2018-04'], splits: ['gender'] }],
  [{ period: ['2018-01', '2018-04'], unit: 'A', splits: [] }],
  [{ period: ['2018-01', '2018-04'], splits: ['unit'] }],
]

type Counts = Map<CellId, number | null>

/** A reader of all that a random municipality has published, with every sum that holds between the numbers. `few`: some of it. */
export async function attackPublications(seed: number, guard: Guard, many: 'all' | 'few' = 'all'): Promise<Attacked> {
  const made = many === 'all' ? publications : fewPublications
  const solver = await loadSolver()
  const panel = randomMunicipality(seed)
  const limits = valueAt(disclosureLimits, month('2018-12'))
  const { out, exposed, withheld } = await publishAll(panel, made, guard, limits)
  const truth = everyCount(panel, made)
  const isSmall = (count: number | undefined) => count !== undefined && count > 0 && count < limits.smallestCount
  return {
    printed: out.size,
    hidden: [...out.values()].filter((count) => count === null).length,
    withheld,
    ...attackAll(solver, out, truth, limits),
    early: [...exposed].filter((id) => isSmall(truth.get(id))),
  }
}

async function publishAll(panel: Panel, made: readonly Asked[][], guard: Guard, limits: DisclosureLimits) {
  const out: Counts[] = []
  const exposed = new Set<CellId>()
  let withheld = 0
  for (const each of made) {
    const leaving = each.map((asked) => leavingOf(panel, asked))
    const known = guard === 'guarded' ? out : []
    const given =
      guard === 'simple'
        ? { leaving, exposed: [], withheld: 0 }
        : await withholdWhatReveals(withholdingHere, leaving, known, limits)
    for (const id of given.exposed) exposed.add(id)
    withheld += given.withheld
    out.push(readBy(given.leaving.flatMap(toldBy), new Map()))
  }
  const all: Counts = new Map()
  for (const each of out) for (const [id, count] of each) all.set(id, count ?? all.get(id) ?? null)
  return { out: all, exposed, withheld }
}

function leavingOf(panel: Panel, { period, unit, board, splits }: Asked): Leaving {
  const figures = figuresOf(panel, period, { ...(splits && { splits }), ...(unit && { unit }) })
  const shown = board
    ? { ...figures, tables: [], indicators: figures.indicators.filter(({ id }) => boardIndicators.includes(id)) }
    : figures
  return { figures: shown, ...(unit && { unit }) }
}

/** Every count that could be shown of the periods that are published: in all groups, of all units, nothing withheld. */
function everyCount(panel: Panel, made: readonly Asked[][]): Map<CellId, number> {
  const counts = new Map<CellId, number>()
  const periods = new Map(made.flat().map(({ period }) => [period.join(), period]))
  for (const period of periods.values())
    for (const unit of [null, 'A', 'B']) {
      const figures = figuresOf(panel, period, { publish: false, ...(unit && { unit }) })
      const told = readBy(toldBy({ figures, ...(unit && { unit }) }), new Map())
      for (const [id, count] of told) if (count !== null) counts.set(id, count)
    }
  return counts
}

/** Of counts that nobody can know but that follow, those are taken for small that may be. */
function attackAll(solver: Solver, out: Counts, truth: Map<CellId, number>, { smallestCount }: DisclosureLimits) {
  const everything = new Map([...truth.keys(), ...out.keys()].map((id) => [id, out.get(id) ?? null]))
  const system = systemOf(everything)
  const known = settledValues(
    { ...system, values: Float64Array.from(system.ids, (id) => truth.get(id) ?? Number.NaN) },
    new Uint8Array(system.ids.length),
    0,
  )
  const isSmall = (count: number) => count > 0 && count < smallestCount
  const asked = Uint8Array.from(system.values, (value, cell) => {
    const maySmall = Number.isNaN(known[cell]!) ? 1 : isSmall(known[cell]!)
    return Number.isNaN(value) && maySmall ? 1 : 0
  })
  const told = narrowCells(solver, system, asked, usualProtection).filter(
    ({ cell, least, greatest }) => !Number.isNaN(known[cell]!) || (least < smallestCount && greatest > 0),
  )
  return {
    small: known.reduce((sum, count) => sum + (isSmall(count) ? 1 : 0), 0),
    recovered: [
      ...told.map(({ cell }) => system.ids[cell]!),
      ...system.ids.filter((_, cell) => isSmall(system.values[cell]!)),
    ],
  }
}
