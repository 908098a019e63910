import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf } from '../access/signed-in.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { type PathwayNeeds, wholeMunicipality } from '../pathway/pathway.routes.ts'
import { recordEvents, type Recording } from '../pathway/record-events.ts'
import { loadWorld } from '../pathway/world.ts'
import { type Assignable, countUnassigned, listAssignable, listAssignedBy, listCaseworkers } from './assign.queries.ts'
import { shareEqually } from './share-equally.ts'
import type { Assigned, Assignment, AssignmentPlan, Failed } from './worklist-view.ts'
import { assignFailedText } from './worklist.text.ts'

/**
 * What it would do to share households among caseworkers: who gets which, how many each then has, which reminders are lost
 * and which households cannot be assigned. Changes nothing. What is shown of a household is logged as read.
 */
export async function planAssignment(
  tx: Tx,
  user: User,
  householdIds: readonly number[],
  caseworkers: readonly (string | null)[],
): Promise<AssignmentPlan> {
  const { municipalityId } = user
  const found = await listAssignable(tx, municipalityId, householdIds)
  const known = await listCaseworkers(tx, municipalityId)
  const unassigned = await countUnassigned(tx, municipalityId)
  const { open, failed } = sorted(householdIds, found)
  const shared = shareEqually(
    open.map((each) => each.household_id),
    caseworkers,
  )
  const before = new Map(open.map((each) => [each.household_id, each]))
  const assignments = shared
    .filter((each) => before.get(each.householdId)!.caseworker !== each.caseworker)
    .map((each) => ({ ...each, seen: before.get(each.householdId)!.sequence }))
  const lost = assignments
    .map(({ householdId }) => before.get(householdId)!)
    .filter(({ reminder }) => reminder !== null)
    .map((each) => lostReminder(each, user))
  const after = changes(assignments, before)
  await logEntry(tx, {
    municipalityId,
    userId: user.id,
    action: 'assignment-previewed',
    subject: 'households',
    householdIds: found.map((each) => each.household_id),
    detail: { caseworkers: caseworkers.length },
  })
  return {
    assignments,
    caseworkers: [...mineFirst(known, user), { code: null, count: unassigned }].map(({ code, count }) => ({
      code,
      now: count,
      after: count + (after.get(code) ?? 0),
    })),
    unchanged: shared.length - assignments.length,
    lost,
    failed,
  }
}

/** Which of the households asked for can be assigned, and why the others cannot. */
function sorted(asked: readonly number[], found: readonly Assignable[]): { open: Assignable[]; failed: Failed[] } {
  const seen = new Set(found.map((each) => each.household_id))
  return {
    open: found.filter((each) => each.is_open),
    failed: [
      ...asked
        .filter((id) => !seen.has(id))
        .map((householdId) => failedOf(householdId, undefined, assignFailedText('no-such-household'))),
      ...found
        .filter((each) => !each.is_open)
        .map((each) => failedOf(each.household_id, each, assignFailedText('case-closed'))),
    ],
  }
}

const failedOf = (householdId: number, household: Assignable | undefined, text: string): Failed => ({
  householdId,
  key: household?.source_key ?? null,
  name: household?.name ?? null,
  text,
})

/** A reminder is its writer's own: a manager is told that there is one. */
const lostReminder = (each: Assignable, { role }: User): AssignmentPlan['lost'][number] => ({
  householdId: each.household_id,
  key: each.source_key,
  name: each.name ?? '',
  caseworker: each.caseworker,
  text: role === 'manager' ? null : each.reminder,
  on: role === 'manager' ? null : each.reminder_on,
})

/** How many households each gets or gives away. */
function changes(assignments: readonly Assignment[], before: ReadonlyMap<number, Assignable>) {
  const change = new Map<string | null, number>()
  const add = (code: string | null, by: number) => change.set(code, (change.get(code) ?? 0) + by)
  for (const { householdId, caseworker } of assignments) {
    add(caseworker, 1)
    add(before.get(householdId)!.caseworker, -1)
  }
  return change
}

/** Oneself, then those who have households where the user works, then the others. */
const mineFirst = (known: readonly { code: string; count: number }[], { caseworkerCode }: User) => {
  const rank = ({ code, count }: { code: string; count: number }) => (code === caseworkerCode ? 0 : count > 0 ? 1 : 2)
  return known.toSorted((a, b) => rank(a) - rank(b) || a.code.localeCompare(b.code, 'sv'))
}

/** Assigns households, each to its caseworker. Those that cannot be are named with the reason; the others are assigned. */
export const assignHouseholds = (
  needs: PathwayNeeds,
  user: User,
  assignments: readonly Assignment[],
): Promise<Assigned> =>
  recordEach(
    needs,
    user,
    assignments.map(({ householdId, caseworker, seen }) => ({
      householdId,
      actor: user,
      seen,
      proposal: {
        kind: 'caseworker-assigned',
        personId: null,
        concerns: null,
        on: needs.today(),
        body: { caseworker },
      },
    })),
    'households-assigned',
  )

/**
 * Takes assignments back. An assignment that is undone leaves no trace on the way: the caseworker before is back,
 * also one of the case system, and so is the reminder that the assignment had removed.
 *
 * Only what the user assigned, all in one act, that of the first named: other events are taken back one by one,
 * where it is seen what they say.
 */
export async function undoAssignment(
  needs: PathwayNeeds,
  user: User,
  recorded: Assigned['recorded'],
): Promise<Assigned> {
  const { municipalityId, id } = user
  const own = await withTenant(needs.pool, tenantOf(user), (tx) => listAssignedBy(tx, municipalityId, id, recorded))
  const acts = new Map(own.map((each) => [`${each.household_id} ${each.sequence}`, each.recorded_at.getTime()]))
  const actOf = ({ householdId, sequence }: Assigned['recorded'][number]) => acts.get(`${householdId} ${sequence}`)
  const act = actOf(recorded[0]!)
  const isOfAct = (one: Assigned['recorded'][number]) => act !== undefined && actOf(one) === act
  const undone = await recordEach(
    needs,
    user,
    recorded.filter(isOfAct).map(({ householdId, sequence }) => ({
      householdId,
      actor: user,
      proposal: { kind: 'undone', personId: null, concerns: sequence, on: needs.today(), body: {} },
    })),
    'assignment-undone',
  )
  const refused = recorded
    .filter((one) => !isOfAct(one))
    .map(({ householdId }) => failedOf(householdId, undefined, assignFailedText('not-yours-to-undo')))
  return { ...undone, failed: [...undone.failed, ...refused] }
}

/** Records one event for each household in one go, under the rules of a single one, and tells which could not be recorded. */
async function recordEach(
  { pool, now, today }: PathwayNeeds,
  user: User,
  recordings: readonly Recording[],
  action: string,
): Promise<Assigned> {
  const { municipalityId, id: userId } = user
  const ids = recordings.map(({ householdId }) => householdId)
  // Which households there are for this user is for the user's own row level security to say.
  const found = await withTenant(pool, tenantOf(user), (tx) => listAssignable(tx, municipalityId, ids))
  const seen = new Map(found.map((each) => [each.household_id, each]))
  const failed: Failed[] = ids
    .filter((id) => !seen.has(id))
    .map((id) => failedOf(id, undefined, assignFailedText('no-such-household')))
  const result = await withTenant(pool, wholeMunicipality(municipalityId), async (tx) =>
    recordEvents(
      tx,
      recordings.filter(({ householdId }) => seen.has(householdId)),
      {
        municipalityId,
        world: await loadWorld(tx, municipalityId),
        now: now(),
        today: today(),
        action,
        userId,
        onRefusal: ({ kind, householdId }) =>
          failed.push(failedOf(householdId, seen.get(householdId), assignFailedText(kind))),
      },
    ),
  )
  if (!result.ok) throw new Error(`A bulk change was refused as a whole: ${result.refusal.kind}`)
  const recorded = [...result.value].map(([householdId, { path }]) => ({ householdId, sequence: path.sequence }))
  return { recorded, failed }
}
