import type { SplitBy } from '../../src/analysis/figures.ts'
import { attack } from '../../src/calculations/disclosure/attack.ts'
import { loadSolver } from '../../src/calculations/disclosure/solver.ts'
import { valueAt } from '../../src/parameters/dated.ts'
import { disclosureLimits } from '../../src/parameters/disclosure-limits.ts'
import { boardIndicators } from '../../src/board/board-figures.ts'
import { systemOf } from '../../src/publication/cell-relations.ts'
import type { CellId } from '../../src/publication/count-cell.ts'
import { type Leaving, toldBy } from '../../src/publication/published-cells.ts'
import { recoveredFrom, withheldOf } from '../../src/publication/what-follows.ts'
import { readBy, withholdWhatReveals } from '../../src/publication/withhold-what-reveals.ts'
import { month } from '../../src/values/month.ts'
import { figuresOf, randomMunicipality } from './random-municipality.ts'

/** `one by one`: each publication is held to what it says itself, and to nothing that is out. `simple`: as figures are computed. */
export type Guard = 'guarded' | 'one by one' | 'simple'

/**
 * `recovered` are withheld counts that the publications tell together. `early` are those that could be told before they were first
 * withheld, when they stood in nothing that was out: `earlySmall` of them may be below the limit.
 */
export type Attacked = { hidden: number; recovered: CellId[]; early: number; earlySmall: CellId[]; withheld: number }

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

/** A reader of all that a random municipality has published, with every sum that holds between the numbers. */
export async function attackPublications(seed: number, guard: Guard): Promise<Attacked> {
  const solver = await loadSolver()
  const panel = randomMunicipality(seed)
  const limits = valueAt(disclosureLimits, month('2018-12'))
  const out: Map<CellId, number | null>[] = []
  const early = new Set<CellId>()
  let numbers = 0
  for (const asked of publications) {
    const leaving = asked.map(({ period, unit, board, splits }): Leaving => {
      const figures = figuresOf(panel, period, { ...(splits && { splits }), ...(unit && { unit }) })
      const shown = board
        ? { ...figures, tables: [], indicators: figures.indicators.filter(({ id }) => boardIndicators.includes(id)) }
        : figures
      return { figures: shown, ...(unit && { unit }) }
    })
    const known = guard === 'guarded' ? out : []
    const { exposed, withheld, ...given } =
      guard === 'simple' ? { leaving, exposed: [], withheld: 0 } : withholdWhatReveals(solver, leaving, known, limits)
    for (const id of exposed) early.add(id)
    numbers += withheld
    out.push(readBy(given.leaving.flatMap(toldBy), new Map()))
  }
  const all = new Map<CellId, number | null>()
  for (const each of out) for (const [id, count] of each) all.set(id, count ?? all.get(id) ?? null)
  const system = systemOf(all)
  const hidden = withheldOf(system)
  const least = early.size > 0 ? attack(solver, system, hidden).least : hidden
  return {
    hidden: hidden.reduce((sum, each) => sum + each, 0),
    recovered: recoveredFrom(solver, system, limits).filter((id) => !early.has(id)),
    early: early.size,
    earlySmall: [...early].filter((id) => least[system.at.get(id)!]! < limits.smallestCount),
    withheld: numbers,
  }
}
