import type pg from 'pg'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import type { CostRanking } from '../calculations/cost-ranking.ts'
import type { Panel } from '../calculations/panel.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { listEntries, listVersions, saveEntry } from '../catalogue/catalogue.queries.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { wholeMunicipality } from '../pathway/pathway.routes.ts'
import type { Day } from '../values/day.ts'
import type { Municipality } from '../values/municipality.ts'
import { ok, refuse, type Result } from '../values/result.ts'
import { meantBy, preparedOf, rankHouseholds } from './rank-households.ts'
import type { FreezePlan, Rule, TargetGroup } from './target-groups-view.ts'
import { addTo, isMemberOn, listMembers, type Member, type NewMember, removeFrom } from './target-groups.queries.ts'

export type GroupNeeds = {
  pool: pg.Pool
  figures: FiguresService
  municipality: Municipality
  now: () => Date
  today: () => Day
}

export type CannotFreeze = 'no-such-group' | 'changed-since' | 'nobody-to-add'

/** `compared`: whom those that are added will be compared with. */
export type Freezing = { plan: FreezePlan; added: NewMember[]; compared: NewMember[] }

/**
 * Who would be written down: those that the rule means, less those who are or were in the group already and, where the group is
 * exclusive, those who are in another exclusive group today. The first of them stay as they are: 100 become 120 by 20 more.
 *
 * They are compared with as many who are ranked next by the same rule, in no such group: as costly as can be, and not worked with.
 * A rule without a number means all that fit it, and leaves nobody to compare with.
 */
export function planFreezing(
  { key, body }: Pick<CatalogueEntry<'target-group'>, 'key' | 'body'>,
  ranking: CostRanking,
  { householdIds }: Panel,
  {
    members,
    groups,
    today,
  }: { members: readonly Member[]; groups: readonly CatalogueEntry<'target-group'>[]; today: Day },
): Freezing {
  const names = new Map(groups.filter((each) => each.body.exclusive).map((each) => [each.key, each.body.name]))
  const known = new Set(members.filter(({ group }) => group === key).map(({ householdId }) => householdId))
  const taken = new Map(
    members.flatMap((each) => {
      const name = each.group !== key && isMemberOn(each, today) ? names.get(each.group) : undefined
      return name !== undefined ? [[each.householdId, name] as const] : []
    }),
  )
  const memberAt = (place: number): NewMember => ({
    householdId: householdIds[ranking.households[place]!]!,
    ...{ rank: place + 1, costOre: ranking.costOre[place]! },
  })
  const found = meantBy(body.rule, ranking)
  const elsewhere = new Map<string, number>()
  const added: NewMember[] = []
  let already = 0
  for (let place = 0; place < found; place++) {
    const each = memberAt(place)
    const other = body.exclusive ? taken.get(each.householdId) : undefined
    if (known.has(each.householdId)) already++
    else if (other !== undefined) elsewhere.set(other, (elsewhere.get(other) ?? 0) + 1)
    else added.push(each)
  }
  const compared: NewMember[] = []
  for (let place = found; place < ranking.households.length && compared.length < added.length; place++) {
    const next = memberAt(place)
    if (!known.has(next.householdId) && !taken.has(next.householdId)) compared.push(next)
  }
  const now = new Set(
    members.filter((each) => each.group === key && isMemberOn(each, today)).map((each) => each.householdId),
  )
  return {
    plan: {
      ...{ found, already, added: added.length, members: now.size + added.length },
      elsewhere: [...elsewhere].map(([name, households]) => ({ name, households })),
    },
    ...{ added, compared },
  }
}

/** Writes down, on a day, the households that a rule means: with the number asked for, when it is to be another. */
export async function freezeGroup(
  { pool, figures, municipality, now, today }: GroupNeeds,
  user: Pick<User, 'id' | 'municipalityId'>,
  key: string,
  { seen, costliest }: { seen: number; costliest?: number },
): Promise<Result<{ version: number; plan: FreezePlan }, CannotFreeze>> {
  const municipalityId = municipality.id
  const { panel } = await figures.money(municipality, null)
  const first = await withTenant(pool, wholeMunicipality(municipalityId), (tx) =>
    listEntries(tx, municipalityId, 'target-group'),
  )
  const entry = first.find((each) => each.key === key)
  if (!entry) return refuse('no-such-group')
  if (entry.version !== seen) return refuse('changed-since')
  const rule: Rule = { ...entry.body.rule, ...(costliest !== undefined && { costliest }) }
  const ranking = await rankHouseholds(pool, municipalityId, preparedOf(panel), rule)
  return withTenant(pool, wholeMunicipality(municipalityId), async (tx) => {
    await lockGroups(tx, municipalityId)
    const groups = await listEntries(tx, municipalityId, 'target-group')
    const members = await listMembers(tx, municipalityId, null)
    const body: TargetGroup = { ...entry.body, kind: 'frozen', rule }
    const { plan, added, compared } = planFreezing({ key, body }, ranking, panel, { members, groups, today: today() })
    if (added.length === 0) return refuse('nobody-to-add')
    const written = {
      ...{ on: today(), added: added.length },
      elsewhere: plan.elsewhere.reduce((sum, { households }) => sum + households, 0),
      base: { households: ranking.base.households, ore: ranking.base.costOre },
    }
    const saved = await saveEntry(tx, {
      ...{ municipalityId, kind: 'target-group', key, seen, savedBy: user.id, now: now() },
      body: { ...body, frozen: [...body.frozen, written] },
    })
    if (!saved) return refuse('changed-since')
    const step = { group: key, on: today(), step: body.frozen.length + 1, by: user.id, at: now() }
    await addTo(tx, 'target_group_member', municipalityId, { ...step, members: added })
    await addTo(tx, 'target_group_comparison', municipalityId, { ...step, members: compared })
    await logChange(
      tx,
      user,
      'target-group-frozen',
      key,
      added.map(({ householdId }) => householdId),
    )
    return ok({ version: seen + 1, plan })
  })
}

/** Takes back a freezing of the same day by the same user, and brings the group's version before it back. */
export async function undoFreezing(
  { pool, municipality, now, today }: GroupNeeds,
  user: User,
  key: string,
  seen: number,
): Promise<Result<{ removed: number }, CannotFreeze>> {
  const municipalityId = municipality.id
  return withTenant(pool, wholeMunicipality(municipalityId), async (tx) => {
    await lockGroups(tx, municipalityId)
    const [latest, before] = await listVersions(tx, municipalityId, 'target-group', key)
    if (!latest || !before) return refuse('no-such-group')
    const isFreezing = latest.body.frozen.length > before.body.frozen.length
    if (latest.version !== seen || !isFreezing) return refuse('changed-since')
    const step = { group: key, on: today(), step: latest.body.frozen.length, by: user.id }
    const removed = await removeFrom(tx, 'target_group_member', municipalityId, step)
    await removeFrom(tx, 'target_group_comparison', municipalityId, step)
    const entry = { municipalityId, kind: 'target-group', key, seen, savedBy: user.id, now: now() } as const
    if (removed.length === 0 || !(await saveEntry(tx, { ...entry, body: before.body }))) return refuse('changed-since')
    await logChange(tx, user, 'target-group-freezing-undone', key, removed)
    return ok({ removed: removed.length })
  })
}

/** Any number that no other lock of ours has. */
const groupsLock = 0x67727570

/** Two who freeze at once would each find a household free. */
const lockGroups = (tx: Tx, municipalityId: number): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock($1, $2)', [groupsLock, municipalityId])

export const logChange = (
  tx: Tx,
  user: Pick<User, 'id' | 'municipalityId'>,
  action: string,
  key: string,
  householdIds: number[],
): Promise<void> =>
  logEntry(tx, {
    ...{ municipalityId: user.municipalityId, userId: user.id, action, subject: `target-group ${key}`, householdIds },
    detail: { households: householdIds.length },
  })
