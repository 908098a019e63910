import type { FigureTable } from '../analysis/figures.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { listVersions } from '../catalogue/catalogue.queries.ts'
import { withTenant } from '../database/transaction.ts'
import { wholeMunicipality } from '../pathway/pathway.routes.ts'
import type { Ore } from '../values/money.ts'
import { type Month, monthsBetween } from '../values/month.ts'
import { breakEvenOf, costOf, usualChance } from './break-even.ts'
import { tertialsOf } from './follow-group.ts'
import type { GroupNeeds } from './freeze-group.ts'
import { goalsTable } from './goal-table.ts'
import { type FollowedGoal, readInEach, readingsBy, tertialsBegun, type TypedReading } from './goals.ts'
import { type GroupKnown, readKnown } from './known-goals.ts'
import type { AskedGroup } from './show-group.ts'
import type { Member } from './target-groups.queries.ts'
import type { GroupView, ProjectView, Rule } from './target-groups-view.ts'

type Needs = Pick<GroupNeeds, 'pool' | 'municipality'>
type Project = CatalogueEntry<'project'>
type Opened = {
  asked: AskedGroup
  /** Those in the group today. */
  current: readonly Member[]
  period: Rule['period']
  caseworkers: GroupView['caseworkers']
}

/** A project around a group: what it costs and when it pays for itself, its goals with their readings, and each tertial. */
export async function showProject(
  needs: Needs,
  entry: Project,
  known: GroupKnown,
  { asked, current, period, caseworkers }: Opened,
): Promise<ProjectView> {
  const { body } = entry
  const { version, rows } = await loadReadings(needs, entry.key)
  const [goals, tertials] = tablesOf(entry, known, rows)
  const costOre = costOf(body)
  const households = asked.households ?? current.length
  const oreAMonth = asked.kronor !== undefined ? asked.kronor * 100 : meanCost(current, period)
  const chance = asked.chance === undefined ? usualChance : asked.chance / 100
  return {
    ...{ entry, costOre, goals, tertials },
    breakEven: households > 0 && oreAMonth > 0 ? breakEvenOf({ households, oreAMonth, chance, costOre }) : null,
    caseworkers: caseworkers.filter(({ id }) => body.caseworkers.includes(id)).map(({ name }) => name),
    readings: { version, rows },
  }
}

/** A project's goals, and what each tertial came to. */
export const projectTables = async (needs: Needs, entry: Project, known: GroupKnown): Promise<FigureTable[]> =>
  tablesOf(entry, known, (await loadReadings(needs, entry.key)).rows)

function tablesOf({ body }: Project, known: GroupKnown, typed: readonly TypedReading[]): [FigureTable, FigureTable] {
  const spans = tertialsBegun(body, known.today)
  const goals = body.goals.map((goal): FollowedGoal => {
    if (goal.readBy !== 'people') return { goal, ...readKnown(goal.readBy, known, spans) }
    return { goal, baseline: { value: goal.baseline }, readings: readInEach(typed, goal.key, spans) }
  })
  return [goalsTable(goals, spans, body, known.today), tertialsOf(known.cohort, spans)]
}

const loadReadings = ({ pool, municipality }: Needs, key: string): Promise<ProjectView['readings']> =>
  withTenant(pool, wholeMunicipality(municipality.id), async (tx) => {
    const versions = await listVersions(tx, municipality.id, 'project-readings', key)
    return { version: versions[0]?.version ?? 0, rows: readingsBy(versions) }
  })

/** What those in the group cost a month, öre, in the period that they were ranked by. */
function meanCost(current: readonly Member[], period: Rule['period']): Ore {
  const known = current.flatMap(({ costOre }) => (costOre === null ? [] : [costOre]))
  const months = monthsBetween(period.from as Month, period.until as Month)
  return Math.round(known.reduce((sum, ore) => sum + ore, 0) / Math.max(1, known.length) / months)
}
