import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import { caseworker } from '../worklist/worklist.queries.ts'

export type Member = {
  group: string
  householdId: number
  from: Day
  /** First day no longer in it; null for one who still is. */
  until: Day | null
  /** Which writing down of the group it came with, from 1. */
  step: number
  rank: number | null
  costOre: number | null
}

/** Everybody who is or was in a group, or in any, in the order of the ranking. Row level security decides whom there is. */
export async function listMembers(tx: Tx, municipalityId: number, group: string | null): Promise<Member[]> {
  const rows = await tx.query<{
    group_key: string
    household_id: number
    from_day: Day
    until_day: Day | null
    step: number
    rank: number | null
    cost_ore: number | null
  }>(
    `select group_key, household_id, from_day, nullif(until_day, 'infinity') as until_day, step, rank, cost_ore from target_group_member
     where municipality_id = $1 and ($2::text is null or group_key = $2)
     order by group_key, step, rank nulls last, household_id`,
    [municipalityId, group],
  )
  return rows.map((row) => ({
    ...{ group: row.group_key, householdId: row.household_id, from: row.from_day, until: row.until_day },
    ...{ step: row.step, rank: row.rank, costOre: row.cost_ore },
  }))
}

export const isMemberOn = ({ from, until }: Pick<Member, 'from' | 'until'>, day: Day): boolean =>
  from <= day && (until === null || day < until)

export type Compared = Pick<Member, 'group' | 'householdId' | 'step'>
export type NewMember = { householdId: number; rank: number; costOre: number }

/** What a group is written down in: who is in it, and whom they are compared with. */
type Written = 'target_group_member' | 'target_group_comparison'

/** Writes households down with the scope of access that they have. Runs for the whole municipality. */
export const addTo = (
  tx: Tx,
  table: Written,
  municipalityId: number,
  {
    group,
    on,
    step,
    by,
    at,
    members,
  }: { group: string; on: Day; step: number; by: number; at: Date; members: readonly NewMember[] },
): Promise<number> =>
  tx.execute(
    `insert into ${table} (municipality_id, access_scope, group_key, household_id, from_day, step, rank, cost_ore, added_by, added_at)
     select h.municipality_id, h.access_scope, $2, h.household_id, $3, $8, made.rank, made.cost, $4, $9
     from unnest($5::bigint[], $6::integer[], $7::bigint[]) made (household_id, rank, cost)
     join household h on h.municipality_id = $1 and h.household_id = made.household_id
     where h.municipality_id = $1`,
    [
      ...[municipalityId, group, on, by],
      ...[
        members.map((each) => each.householdId),
        members.map((each) => each.rank),
        members.map((each) => each.costOre),
      ],
      ...[step, at],
    ],
  )

/** Whom the groups' households are compared with, by the writing down that they came with. Runs for the whole municipality. */
export async function listCompared(tx: Tx, municipalityId: number): Promise<Compared[]> {
  const rows = await tx.query<{ group_key: string; household_id: number; step: number }>(
    `select group_key, household_id, step from target_group_comparison
     where municipality_id = $1 order by group_key, step, rank`,
    [municipalityId],
  )
  return rows.map((row) => ({ group: row.group_key, householdId: row.household_id, step: row.step }))
}

/** Takes back a writing down of a day by a user. Gives the households. */
export async function removeFrom(
  tx: Tx,
  table: Written,
  municipalityId: number,
  { group, on, step, by }: { group: string; on: Day; step: number; by: number },
): Promise<number[]> {
  const rows = await tx.query<{ household_id: number }>(
    `delete from ${table} where municipality_id = $1 and group_key = $2 and from_day = $3 and added_by = $4 and step = $5
     returning household_id`,
    [municipalityId, group, on, by, step],
  )
  return rows.map((row) => row.household_id)
}

/** Ends the stay of a household that is in the group (`until` a day), or takes such an end back (null). Gives those it did it for. */
export async function endMembership(
  tx: Tx,
  municipalityId: number,
  { group, households, until, at }: { group: string; households: readonly number[]; until: Day | null; at: Date },
): Promise<number[]> {
  const rows = await tx.query<{ household_id: number }>(
    `update target_group_member set until_day = coalesce($4::date, 'infinity'), changed_at = $5
     where municipality_id = $1 and group_key = $2 and household_id = any ($3)
       and (until_day = 'infinity') = ($4::date is not null) and ($4::date is null or from_day < $4::date)
     returning household_id`,
    [municipalityId, group, households, until, at],
  )
  return rows.map((row) => row.household_id)
}

export type ListedRow = {
  household_id: number
  source_key: string
  name: string | null
  children: number
  unit_code: string | null
  caseworker: string | null
  obstacle_code: string | null
  mapped_on: Day | null
  plan_approved_on: Day | null
  closed_on: Day | null
}

/** What a list shows of some households, of those that the user may see. */
export async function listHouseholds(
  tx: Tx,
  municipalityId: number,
  ids: readonly number[],
): Promise<Map<number, ListedRow>> {
  const rows = await tx.query<ListedRow>(
    `select s.household_id, s.source_key, s.name, s.children, s.unit_code, ${caseworker} as caseworker, s.obstacle_code,
            w.mapped_on, w.plan_approved_on, w.closed_on
     from household_summary s
     left join household_work w on w.municipality_id = s.municipality_id and w.household_id = s.household_id
     where s.municipality_id = $1 and s.household_id = any ($2)`,
    [municipalityId, ids],
  )
  return new Map(rows.map((row) => [row.household_id, row]))
}

/** How many of some households have protected data. Runs for the whole municipality; nothing else about them leaves it. */
export async function countProtectedOf(tx: Tx, municipalityId: number, ids: readonly number[]): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from household
     where municipality_id = $1 and household_id = any ($2) and access_scope < 0`,
    [municipalityId, ids],
  )
  return row?.count ?? 0
}

/** Households whose housing was one of these in the last month before `until` (201901). Runs for the whole municipality. */
export async function loadHoused(
  tx: Tx,
  municipalityId: number,
  housing: readonly string[],
  until: number,
): Promise<number[]> {
  const rows = await tx.query<{ household_id: number }>(
    `select household_id from (
       select distinct on (household_id) household_id, housing from household_period
       where municipality_id = $1 and known_until = 'infinity' and from_month < $3
       order by household_id, from_month desc
     ) latest where housing = any ($2)`,
    [municipalityId, housing, until],
  )
  return rows.map((row) => row.household_id)
}

/** Caseworkers who can share a project's households. */
export const listCaseworkerUsers = (tx: Tx, municipalityId: number): Promise<{ id: number; name: string }[]> =>
  tx.query<{ id: number; name: string }>(
    `select user_id as id, name from app_user where municipality_id = $1 and role = 'caseworker' order by name collate "sv-x-icu"`,
    [municipalityId],
  )
