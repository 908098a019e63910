import type { FigureTable } from '../analysis/figures.ts'
import { householdsWithAssistance } from '../calculations/assistance.ts'
import type { PreparedPanel } from '../calculations/prepared-panel.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import { withTenant } from '../database/transaction.ts'
import { wholeMunicipality } from '../pathway/pathway.routes.ts'
import { cohortOf, followTables } from './follow-group.ts'
import type { GroupNeeds } from './freeze-group.ts'
import { plansTable } from './group-tables.ts'
import type { GroupKnown } from './known-goals.ts'
import { listCaseworkerUsers, listCompared, listMembers } from './target-groups.queries.ts'
import { loadWays, workedBy } from './worked-households.ts'

/** Groups and projects with everybody who is or was in them, and whom they are compared with, of the whole municipality. */
export const loadGroupFacts = ({ pool, municipality }: Pick<GroupNeeds, 'pool' | 'municipality'>) =>
  withTenant(pool, wholeMunicipality(municipality.id), async (tx) => ({
    groups: await listEntries(tx, municipality.id, 'target-group'),
    projects: await listEntries(tx, municipality.id, 'project'),
    members: await listMembers(tx, municipality.id, null),
    compared: await listCompared(tx, municipality.id),
    caseworkers: await listCaseworkerUsers(tx, municipality.id),
    interventions: await listEntries(tx, municipality.id, 'intervention'),
  }))

export type GroupFacts = Awaited<ReturnType<typeof loadGroupFacts>>

/** The interventions that a household can be recorded as joining. */
export const projectInterventions = ({ interventions }: Pick<GroupFacts, 'interventions'>) =>
  interventions.filter(({ body }) => body.kind === 'project')

export const projectOf = ({ projects }: GroupFacts, group: string): CatalogueEntry<'project'> | undefined =>
  projects.find(({ body }) => body.group === group)

/** Those who came to a group in one step, and what is known of them day by day. Null when nobody did. */
export async function loadFollow(
  { pool, municipality, today }: GroupNeeds,
  prepared: PreparedPanel,
  facts: GroupFacts,
  group: string,
  step: number | null,
): Promise<GroupKnown | null> {
  const came = <Row extends { group: string; step: number }>(rows: readonly Row[]) =>
    rows.filter((each) => each.group === group && each.step === step)
  const [first, ...rest] = came(facts.members)
  if (!first) return null
  const ids = [first, ...rest].map(({ householdId }) => householdId)
  const compared = came(facts.compared).map(({ householdId }) => householdId)
  const ways = await withTenant(pool, wholeMunicipality(municipality.id), (tx) => loadWays(tx, municipality.id, ids))
  const withChildren = idsWithChildren(prepared)
  const households = ids.map((id) => ({ id, hasChildren: withChildren.has(id) }))
  // A household joins the project by the intervention of the same key; without one nobody can be recorded as joining.
  const project = projectOf(facts, group)?.key
  const joined = projectInterventions(facts).find(({ key }) => key === project)?.key ?? null
  return {
    cohort: cohortOf(prepared, { ids, compared, from: first.from }),
    ...{ groupDay: first.from, today: today() },
    workedOn: (day) => workedBy(ways, households, day, joined),
  }
}

/** What has become of those who came in one step, and what has been done for them. */
export const followedTables = ({ cohort, workedOn, groupDay, today }: GroupKnown): FigureTable[] => [
  ...followTables(cohort),
  plansTable(workedOn(groupDay), workedOn(today), cohort.limits),
]

/** Households that had children in their last month with assistance. */
function idsWithChildren(prepared: PreparedPanel): Set<number> {
  const { firstMonth: from, untilMonth: until, panel } = prepared
  const { household, children } = panel.householdMonths
  return new Set(
    Array.from(householdsWithAssistance(prepared, { from, until }).rows)
      .filter((row) => children[row]! > 0)
      .map((row) => panel.householdIds[household[row]!]!),
  )
}
