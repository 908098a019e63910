import type pg from 'pg'
import { type CostRanking, rankByCost } from '../calculations/cost-ranking.ts'
import type { Panel } from '../calculations/panel.ts'
import { forQuestion, type PreparedPanel, preparePanel } from '../calculations/prepared-panel.ts'
import { withTenant } from '../database/transaction.ts'
import { allowedGapMonths } from '../parameters/assistance-limits.ts'
import { valueAt } from '../parameters/dated.ts'
import { wholeMunicipality } from '../pathway/pathway.routes.ts'
import { type Month, monthFromIndex, monthIndex, monthToNumber } from '../values/month.ts'
import { loadHoused } from './target-groups.queries.ts'
import type { Rule } from './target-groups-view.ts'

const prepared = new WeakMap<Panel, PreparedPanel>()

/** The panel made ready once, with nothing remembered from another question. */
export function preparedOf(panel: Panel): PreparedPanel {
  const known = prepared.get(panel) ?? preparePanel(panel, valueAt(allowedGapMonths, lastMonthOf(panel)))
  prepared.set(panel, known)
  return forQuestion(known)
}

const lastMonthOf = ({ untilMonth }: Panel): Month => monthFromIndex(untilMonth === 0 ? 1990 * 12 : untilMonth - 1)

/** All households of the municipality that fit a rule, the costliest first; the rule's number says how many of them are meant. */
export async function rankHouseholds(
  pool: pg.Pool,
  municipalityId: number,
  panel: PreparedPanel,
  rule: Rule,
): Promise<CostRanking> {
  const { obstacles, units, householdIds } = panel.panel
  const codes = new Set(rule.obstacles)
  const until = rule.period.until as Month
  return rankByCost(panel, {
    months: { from: monthIndex(rule.period.from as Month), until: monthIndex(until) },
    ...{ monthsAtLeast: rule.monthsAtLeast, ageBelow: rule.ageBelow, withChildren: rule.withChildren },
    obstacles: chosenObstacles(obstacles, codes),
    unit: rule.unit === null ? null : units.findIndex(({ code }) => code === rule.unit),
    fits: rule.housing.length === 0 ? null : await housed(pool, municipalityId, householdIds, rule.housing, until),
  })
}

/** A local code counts as its national one. A rule for obstacles that nobody has fits nobody, and not everybody. */
function chosenObstacles(obstacles: Panel['obstacles'], codes: ReadonlySet<string>): Set<number> {
  if (codes.size === 0) return new Set()
  const chosen = obstacles.flatMap(({ code }, position) => (codes.has(nationalCode(code)) ? [position] : []))
  return new Set(chosen.length > 0 ? chosen : [-2])
}

/** The panel has `national/local` for a code of the municipality's own. */
export const nationalCode = (code: string): string => code.split('/')[0]!

async function housed(
  pool: pg.Pool,
  municipalityId: number,
  householdIds: Float64Array,
  housing: readonly string[],
  until: Month,
): Promise<Uint8Array> {
  const ids = await withTenant(pool, wholeMunicipality(municipalityId), (tx) =>
    loadHoused(tx, municipalityId, housing, monthToNumber(until)),
  )
  const found = new Set(ids)
  return Uint8Array.from(householdIds, (id) => (found.has(id) ? 1 : 0))
}

/** How many of a ranking the rule means. */
export const meantBy = (rule: Rule, ranking: CostRanking): number =>
  Math.min(rule.costliest ?? ranking.households.length, ranking.households.length)

/** The latest whole calendar year of the data, or the twelve months to their end. Null without data. */
export function usualPeriod({ firstMonth, untilMonth }: Panel): Rule['period'] | null {
  if (untilMonth === 0) return null
  const year = Math.floor(untilMonth / 12) * 12 - 12
  const from = year >= firstMonth ? year : Math.max(firstMonth, untilMonth - 12)
  return { from: monthFromIndex(from), until: monthFromIndex(Math.min(from + 12, untilMonth)) }
}
