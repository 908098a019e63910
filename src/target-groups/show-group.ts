import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf } from '../access/signed-in.ts'
import type { CostRanking } from '../calculations/cost-ranking.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { mayOpen } from '../catalogue/opened-entries.ts'
import { withTenant } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import { ok, refuse, type Result } from '../values/result.ts'
import { warningOf } from './follow-group.ts'
import { type GroupNeeds, planFreezing } from './freeze-group.ts'
import { groupText as text } from './group.text.ts'
import { countUnlisted, listSeen, type ToList } from './listed-households.ts'
import {
  followedTables,
  type GroupFacts,
  loadFollow,
  loadGroupFacts,
  projectInterventions,
  projectOf,
} from './load-follow.ts'
import { meantBy, preparedOf, rankHouseholds } from './rank-households.ts'
import { showProject } from './show-project.ts'
import { rankedHouseholds } from './show-ranking.ts'
import { isMemberOn, type Member } from './target-groups.queries.ts'
import type { GroupView } from './target-groups-view.ts'

/** What else is asked of a group: how many to extend it to, whom to follow, and what the project's break-even is counted on. */
export type AskedGroup = { costliest?: number; step?: number; households?: number; kronor?: number; chance?: number }

type Group = CatalogueEntry<'target-group'>

/** A group with its households, what freezing or extending would do, what became of them, and its project. Every household sent is logged. */
export async function showGroup(
  needs: GroupNeeds,
  user: User,
  key: string,
  asked: AskedGroup,
): Promise<Result<GroupView, 'no-such-group'>> {
  const { pool, figures, municipality, today } = needs
  const facts = await loadGroupFacts(needs)
  const entry = facts.groups.find((each) => each.key === key)
  if (!entry || !mayOpen(user, entry.body)) return refuse('no-such-group')
  const { panel } = await figures.money(municipality, null)
  const prepared = preparedOf(panel)
  const rule = { ...entry.body.rule, ...(asked.costliest !== undefined && { costliest: asked.costliest }) }
  const ranking = await rankHouseholds(pool, municipality.id, prepared, rule)
  const members = facts.members.filter(({ group }) => group === key)
  const wanted =
    entry.body.kind === 'rule' ? rankedHouseholds(panel, ranking, meantBy(rule, ranking)) : members.map(listedMember)
  const rows = await withTenant(pool, tenantOf(user), async (tx) => {
    const seen = await listSeen(tx, user, wanted)
    await logEntry(tx, {
      ...{
        municipalityId: municipality.id,
        userId: user.id,
        action: 'target-group-read',
        subject: `target-group ${key}`,
      },
      ...{ householdIds: [...new Set(seen.map(({ id }) => id))], detail: {} },
    })
    return seen
  })
  const current = members.filter((each) => isMemberOn(each, today()))
  const isManager = user.role === 'manager'
  const changed = { ...entry, body: { ...entry.body, rule } }
  const planned = planFreezing(changed, ranking, panel, { ...facts, today: today() }).plan
  const followed = asked.step ?? members[0]?.step ?? null
  const follow = await loadFollow(needs, prepared, facts, key, followed)
  const project = projectOf(facts, key)
  const opened = { asked, current, period: rule.period, caseworkers: facts.caseworkers }
  return ok({
    ...{ today: today(), mayEdit: isManager, entry, rows, followed },
    sentence: sentenceOf(entry, meantBy(rule, ranking), ranking, members, current),
    unlisted: await countUnlisted(pool, municipality.id, wanted, rows),
    members: entry.body.kind === 'rule' ? meantBy(rule, ranking) : current.length,
    plan: isManager ? planned : null,
    overlaps: overlapsOf(entry, facts, user, today()),
    steps: stepsOf(members),
    joinedSince: joinedSince(facts, key, members, followed),
    tables: follow ? followedTables(follow) : [],
    warning: follow && warningOf(follow.cohort),
    project: project && follow ? await showProject(needs, project, follow, opened) : null,
    caseworkers: facts.caseworkers,
    interventions: projectInterventions(facts).flatMap(({ key: code, body }) =>
      facts.projects.some((each) => each.key === code) ? [] : [{ code, label: body.name }],
    ),
  })
}

const listedMember = ({ householdId, rank, costOre, from, until }: Member): ToList => ({
  ...{ id: householdId, months: null },
  ...{ rank, costOre, from, until },
})

function sentenceOf(
  { body }: Group,
  found: number,
  { base }: CostRanking,
  members: Member[],
  current: Member[],
): string {
  const { from, until } = body.rule.period
  if (body.kind === 'rule')
    return text.ruleSentence(found, base.households, periodInWords({ from: from as Month, until: until as Month }))
  const ever = new Set(members.map(({ householdId }) => householdId)).size
  return text.frozenSentence(current.length, ever, ever - current.length)
}

/** Other groups that today's members are in; one that is restricted is named to managers alone. */
function overlapsOf(
  { key }: Group,
  { groups, members }: { groups: readonly Group[]; members: readonly Member[] },
  user: User,
  today: Day,
) {
  const current = members.filter((each) => isMemberOn(each, today))
  const own = new Set(current.flatMap((each) => (each.group === key ? [each.householdId] : [])))
  return groups
    .filter((each) => each.key !== key && mayOpen(user, each.body))
    .map((each) => ({
      name: each.body.name,
      households: current.filter(({ group, householdId }) => group === each.key && own.has(householdId)).length,
    }))
    .filter(({ households }) => households > 0)
}

function stepsOf(members: readonly Member[]): GroupView['steps'] {
  const steps = new Map<number, GroupView['steps'][number]>()
  for (const { step, from } of members) {
    const known = steps.get(step)
    if (known) known.households++
    else steps.set(step, { step, on: from, households: 1 })
  }
  return [...steps.values()]
}

/** How many of those compared with have come to the group themselves since: they are still compared with, and worked with too. */
function joinedSince({ compared }: GroupFacts, group: string, members: readonly Member[], step: number | null): number {
  const ever = new Set(members.map(({ householdId }) => householdId))
  return compared.filter((each) => each.group === group && each.step === step && ever.has(each.householdId)).length
}
