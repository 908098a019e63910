import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf } from '../access/signed-in.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import { mayOpen } from '../catalogue/opened-entries.ts'
import { withTenant } from '../database/transaction.ts'
import { wholeMunicipality } from '../pathway/pathway.routes.ts'
import type { Day } from '../values/day.ts'
import type { GroupNeeds } from './freeze-group.ts'
import { isMemberOn, listMembers } from './target-groups.queries.ts'
import type { GroupList, HouseholdGroup } from './target-groups-view.ts'

/** The groups that a household is in today, of those that the user may know of, and only if the user may see the household. */
export function groupsOfHousehold(
  { pool, today }: GroupNeeds,
  user: User,
  household: number,
): Promise<HouseholdGroup[]> {
  return withTenant(pool, tenantOf(user), async (tx) => {
    const stays = (await listMembers(tx, user.municipalityId, null)).filter(
      (each) => each.householdId === household && isMemberOn(each, today()),
    )
    const groups = await listEntries(tx, user.municipalityId, 'target-group')
    await logEntry(tx, {
      ...{ municipalityId: user.municipalityId, userId: user.id, action: 'target-groups-of-household-read' },
      ...{ subject: 'target-groups', householdIds: stays.length > 0 ? [household] : [], detail: {} },
    })
    return stays.flatMap(({ group, from }) => {
      const found = groups.find(({ key }) => key === group)
      return found && mayOpen(user, found.body) ? [{ key: group, name: found.body.name, from }] : []
    })
  })
}

/** The groups with how many are in each, protected households counted, and how many two groups have in common. No household is sent. */
export async function listGroups({ pool, municipality, today }: GroupNeeds, user: User): Promise<GroupList> {
  const { groups, projects, members } = await withTenant(pool, wholeMunicipality(municipality.id), async (tx) => ({
    groups: await listEntries(tx, municipality.id, 'target-group'),
    projects: await listEntries(tx, municipality.id, 'project'),
    members: await listMembers(tx, municipality.id, null),
  }))
  const shown = groups.filter(({ body }) => mayOpen(user, body))
  const current = new Map(shown.map(({ key }) => [key, new Set<number>()]))
  for (const each of members) if (isMemberOn(each, today())) current.get(each.group)?.add(each.householdId)
  const idsOf = (key: string) => current.get(key)!
  return {
    mayEdit: user.role === 'manager',
    rows: shown.map(({ key, body }) => ({
      ...{ key, name: body.name, purpose: body.purpose, kind: body.kind },
      ...{ exclusive: body.exclusive, restricted: body.restricted },
      members: body.kind === 'rule' ? null : idsOf(key).size,
      frozenOn: (body.frozen[0]?.on as Day | undefined) ?? null,
      project: projects.find((project) => project.body.group === key)?.body.name ?? null,
    })),
    closedToYou: groups.length - shown.length,
    overlaps: shown.flatMap((one, at) =>
      shown.slice(at + 1).flatMap((other) => {
        const households = [...idsOf(one.key)].filter((id) => idsOf(other.key).has(id)).length
        return households > 0 ? [{ one: one.body.name, other: other.body.name, households }] : []
      }),
    ),
  }
}
