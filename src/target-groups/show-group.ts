import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf } from '../access/signed-in.ts'
import { householdsWithAssistance } from '../calculations/assistance.ts'
import type { CostRanking } from '../calculations/cost-ranking.ts'
import type { PreparedPanel } from '../calculations/prepared-panel.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import { withTenant } from '../database/transaction.ts'
import { wholeMunicipality } from '../pathway/pathway.routes.ts'
import type { Day } from '../values/day.ts'
import { type Month, monthsBetween } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import { ok, refuse, type Result } from '../values/result.ts'
import { breakEvenOf, costOf, usualChance } from './break-even.ts'
import { type Cohort, cohortOf, followTables, tertialsOf, warningOf } from './follow-group.ts'
import { type GroupNeeds, planFreezing } from './freeze-group.ts'
import { plansTable } from './group-tables.ts'
import { groupText as text } from './group.text.ts'
import { mayOpen } from './list-groups.ts'
import { countUnlisted, listSeen, type ToList } from './listed-households.ts'
import { meantBy, preparedOf, rankHouseholds } from './rank-households.ts'
import { rankedHouseholds } from './show-ranking.ts'
import { isMemberOn, listCaseworkerUsers, listMembers, type Member } from './target-groups.queries.ts'
import type { GroupView, ProjectView, Rule } from './target-groups-view.ts'
import { loadWays, workedBy } from './worked-households.ts'

/** What else is asked of a group: how many to extend it to, whom to follow, and what the project's break-even is counted on. */
export type AskedGroup = { costliest?: number; step?: number; households?: number; kronor?: number; chance?: number }

type Group = CatalogueEntry<'target-group'>

/** A group with its households, what freezing or extending would do, what became of them, and its project. Every household sent is logged. */
export async function showGroup(
  needs: GroupNeeds,
  user: User,
  key: string,
  asked: AskedGroup,
): Promise<Result<GroupView, 'no-such-group' | 'restricted-group'>> {
  const { pool, figures, municipality, today } = needs
  const facts = await withTenant(pool, wholeMunicipality(municipality.id), async (tx) => ({
    groups: await listEntries(tx, municipality.id, 'target-group'),
    projects: await listEntries(tx, municipality.id, 'project'),
    members: await listMembers(tx, municipality.id, null),
    caseworkers: await listCaseworkerUsers(tx, municipality.id),
    interventions: await listEntries(tx, municipality.id, 'intervention'),
  }))
  const entry = facts.groups.find((each) => each.key === key)
  if (!entry) return refuse('no-such-group')
  if (!mayOpen(user, entry.body)) return refuse('restricted-group')
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
  const cohort = followed === null ? null : cohortFrom(prepared, ranking, members, followed)
  const project = facts.projects.find(({ body }) => body.group === key)
  return ok({
    ...{ today: today(), mayEdit: isManager, entry, rows, followed },
    sentence: sentenceOf(entry, meantBy(rule, ranking), ranking, members, current),
    unlisted: await countUnlisted(pool, municipality.id, wanted, rows),
    members: entry.body.kind === 'rule' ? meantBy(rule, ranking) : current.length,
    plan: isManager ? planned : null,
    overlaps: overlapsOf(entry, facts, user, today()),
    steps: stepsOf(members),
    tables: cohort
      ? [
          ...followTables(cohort),
          await workTable(
            needs,
            cohort,
            members.filter(({ step }) => step === followed),
            project?.body.intervention ?? null,
          ),
        ]
      : [],
    warning: cohort && warningOf(cohort),
    project: project && cohort ? projectView(project, cohort, current, rule, asked, facts.caseworkers) : null,
    caseworkers: facts.caseworkers,
    interventions: facts.interventions
      .filter(({ body }) => body.kind === 'project')
      .map((each) => ({ code: each.key, label: each.body.name })),
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

function cohortFrom(prepared: PreparedPanel, ranking: CostRanking, members: Member[], step: number): Cohort | null {
  const those = members.filter((each) => each.step === step)
  if (those.length === 0) return null
  const others = new Set(members.map(({ householdId }) => householdId))
  return cohortOf(prepared, ranking, { ids: those.map(({ householdId }) => householdId), others, from: those[0]!.from })
}

async function workTable(
  { pool, municipality, today }: GroupNeeds,
  { prepared, limits }: Cohort,
  members: readonly Member[],
  project: string | null,
) {
  const ids = members.map(({ householdId }) => householdId)
  const ways = await withTenant(pool, wholeMunicipality(municipality.id), (tx) => loadWays(tx, municipality.id, ids))
  const withChildren = idsWithChildren(prepared)
  const households = ids.map((id) => ({ id, hasChildren: withChildren.has(id) }))
  const [before, after] = [members[0]!.from, today()].map((day) => workedBy(ways, households, day, project))
  return plansTable(before!, after!, limits)
}

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

function projectView(
  entry: CatalogueEntry<'project'>,
  cohort: Cohort,
  current: readonly Member[],
  { period }: Rule,
  asked: AskedGroup,
  caseworkers: GroupView['caseworkers'],
): ProjectView {
  const costOre = costOf(entry.body)
  const households = asked.households ?? current.length
  const known = current.flatMap(({ costOre: cost }) => (cost === null ? [] : [cost]))
  const oreAMonth =
    asked.kronor !== undefined
      ? asked.kronor * 100
      : Math.round(
          known.reduce((sum, ore) => sum + ore, 0) /
            Math.max(1, known.length) /
            monthsBetween(period.from as Month, period.until as Month),
        )
  const chance = asked.chance === undefined ? usualChance : asked.chance / 100
  return {
    ...{ entry, costOre },
    breakEven: households > 0 && oreAMonth > 0 ? breakEvenOf({ households, oreAMonth, chance, costOre }) : null,
    caseworkers: caseworkers.filter(({ id }) => entry.body.caseworkers.includes(id)).map(({ name }) => name),
    tertials: tertialsOf(cohort, entry.body),
  }
}
