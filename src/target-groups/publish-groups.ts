import type { FigureTable } from '../analysis/figures.ts'
import type { Period } from '../values/period.ts'
import type { Day } from '../values/day.ts'
import type { GroupNeeds } from './freeze-group.ts'
import { groupTableText as text } from './group.text.ts'
import { followedTables, type GroupFacts, loadFollow, loadGroupFacts, projectOf } from './load-follow.ts'
import { preparedOf } from './rank-households.ts'
import { projectTables } from './show-project.ts'

/**
 * The tables of every target group that was made before the period ended, for exports and reports: of those who came first, as the
 * group's page shows them before another step is chosen. A group that only managers see is not there at all.
 */
export async function publishGroups(needs: GroupNeeds, { until }: Period): Promise<FigureTable[]> {
  const facts = await loadGroupFacts(needs)
  const isMade = (key: string) =>
    facts.members.some(({ group, from }) => group === key && from < (`${until}-01` as Day))
  const shown = facts.groups.filter(({ key, body }) => !body.restricted && isMade(key))
  const tables: FigureTable[] = []
  for (const group of shown) tables.push(...(await tablesOf(needs, facts, group)))
  return tables.filter(({ rows }) => rows.length > 0)
}

async function tablesOf(
  needs: GroupNeeds,
  facts: GroupFacts,
  { key, body }: GroupFacts['groups'][number],
): Promise<FigureTable[]> {
  const { panel } = await needs.figures.money(needs.municipality, null)
  const first = facts.members.find(({ group }) => group === key)
  const follow = await loadFollow(needs, preparedOf(panel), facts, key, first?.step ?? null)
  if (!follow) return []
  const project = projectOf(facts, key)
  const tables = [...followedTables(follow), ...(project ? await projectTables(needs, project, follow) : [])]
  return tables.map((table) => ({
    ...table,
    ...{ id: publishedId(key, table), name: text.ofGroup(body.name, table.name) },
  }))
}

/** `target-group-costliest-cost`: those of a group stand together wherever tables are sorted by what they are called. */
export const publishedId = (group: string, { id }: Pick<FigureTable, 'id'>): string =>
  `target-group-${group}-${id.replace(/^(target-group|project)-/, '')}`
