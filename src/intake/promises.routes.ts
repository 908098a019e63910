import type { FastifyInstance } from 'fastify'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { loadEvents } from '../pathway/event-store.queries.ts'
import { groundsOn } from '../pathway/path.ts'
import { wholeMunicipality } from '../pathway/pathway.routes.ts'
import { replay } from '../pathway/replay.ts'
import { coachDestinations } from '../pathway/seven-day-promise.ts'
import { loadWorld, type World } from '../pathway/world.ts'
import type { Day } from '../values/day.ts'
import { weeklyCapacity } from './capacity.ts'
import type { PromiseRow, Promises } from './intake-view.ts'
import { countProtectedPromises, loadNames, promisedHouseholds, userNames } from './intake.queries.ts'
import type { IntakeNeeds } from './intake.routes.ts'
import { bookableWeeks, loadFreeTimes } from './load-desk.ts'
import { openPromises } from './promise-clock.ts'

/** The seven-day promise as a clock: what is broken, what will break, and whether the times suffice. */
export function promiseRoutes(server: FastifyInstance, { pool, now, today }: IntakeNeeds): void {
  server.get('/api/intake/promises', { config: { access: 'contacts' } }, async (request): Promise<Promises> => {
    const user = userOf(request)
    const { municipalityId } = user
    const hiddenProtected = await withTenant(pool, wholeMunicipality(municipalityId), (tx) =>
      countProtectedPromises(tx, municipalityId),
    )
    return withTenant(pool, tenantOf(user), async (tx) => {
      const { times, hasCoaches } = await loadFreeTimes(tx, municipalityId, today(), now())
      const freeDays = times.map(({ at }) => at.slice(0, 10) as Day)
      const rows = await loadPromises(tx, user, today(), (last) => freeDays.some((day) => day <= last))
      const waiting = rows.filter(({ meeting }) => meeting === null).map((row) => row.promisedBy)
      await logEntry(tx, {
        municipalityId,
        userId: user.id,
        action: 'promises-listed',
        subject: 'households',
        householdIds: rows.map(({ householdId }) => householdId),
        detail: {},
      })
      const weeks = weeklyCapacity(freeDays, waiting, today(), bookableWeeks)
      return { today: today(), rows, weeks, hasCoaches, hiddenProtected }
    })
  })
}

async function loadPromises(
  tx: Tx,
  { municipalityId }: User,
  today: Day,
  hasFreeTime: (last: Day) => boolean,
): Promise<PromiseRow[]> {
  const ids = await promisedHouseholds(tx, municipalityId, coachDestinations, today)
  const events = await loadEvents(tx, municipalityId, ids)
  const open = ids.flatMap((householdId) => {
    const path = replay(events.get(householdId) ?? [])
    return openPromises(path, today, hasFreeTime).map((each) => ({
      ...each,
      householdId,
      sequence: path.sequence,
      grounds: groundsOn(path, today).filter(({ personId }) => personId === each.personId),
    }))
  })
  const named = await loadNames(tx, municipalityId, [...new Set(open.map(({ householdId }) => householdId))])
  const world = await loadWorld(tx, municipalityId)
  const nameOf = new Map(named.map((each) => [`${each.household_id} ${each.person_id}`, each]))
  const coaches = await userNames(tx, municipalityId, [...new Set(open.flatMap(({ meeting }) => meeting?.coach ?? []))])
  return open
    .map(({ grounds, ...each }) => {
      const person = nameOf.get(`${each.householdId} ${each.personId}`)
      const coachName = each.meeting && (coaches.get(each.meeting.coach) ?? null)
      const recipients = grounds.map(({ recipient }) => recipient)
      const units = tellable(world, person?.access_scope ?? 0, recipients)
      return { ...each, units, key: person?.source_key ?? '', name: person?.name ?? '', coachName }
    })
    .sort((a, b) => a.promisedBy.localeCompare(b.promisedBy) || a.householdId - b.householdId)
}

/** The same as context-rules.ts asks of a booking, so that a time that would be refused is not offered. */
function tellable({ unitCodes, committeeOf }: World, scope: number, recipients: readonly string[]): string[] {
  const own = committeeOf.get(unitCodes.get(scope) ?? '')
  return [...committeeOf].flatMap(([code, committee]) => (committee === own || recipients.includes(code) ? code : []))
}
