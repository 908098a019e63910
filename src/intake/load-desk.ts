import type pg from 'pg'
import type { User } from '../access/sessions.ts'
import { tenantOf } from '../access/signed-in.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { valueAt } from '../parameters/dated.ts'
import { coachWithinDays } from '../parameters/seven-day-promise.ts'
import { isSqueezeDay, workingDaysAfter } from '../parameters/swedish-calendar.ts'
import { coachDestinations } from '../pathway/seven-day-promise.ts'
import { loadWorld } from '../pathway/world.ts'
import { unitNames } from '../register/households.queries.ts'
import { addDays, type Day, dayInSweden } from '../values/day.ts'
import { month } from '../values/month.ts'
import { type FreeTime, freeTimes } from './free-times.ts'
import type { Desk } from './intake-view.ts'
import { takenTimes, unitsWithHouseholds } from './intake.queries.ts'

type Needs = { pool: pg.Pool; now: () => Date; today: () => Day }

/** How far ahead a coach can be booked from reception. */
export const bookableWeeks = 4

/** What the form needs that is the same for every household: units, the coaches' free times, and what was promised. */
export async function loadDesk({ pool, now, today }: Needs, user: User): Promise<Desk> {
  const { municipalityId } = user
  return withTenant(pool, tenantOf(user), async (tx) => {
    const world = await loadWorld(tx, municipalityId)
    const names = await unitNames(tx, municipalityId)
    const answering = await unitsWithHouseholds(tx, municipalityId)
    const { times, hasCoaches } = await loadFreeTimes(tx, municipalityId, today(), now())
    const own = new Set(user.units === 'all' ? [] : user.units.flatMap((id) => world.unitCodes.get(id) ?? []))
    return {
      units: [...world.committeeOf].map(([code, committee]) => ({
        code,
        name: names.get(code) ?? code,
        committee,
        isOwn: user.units === 'all' || own.has(code),
        hasHouseholds: answering.has(code),
      })),
      times,
      hasCoaches,
      today: today(),
      promise: promiseFrom(today()),
      coachDestinations,
    }
  })
}

function promiseFrom(today: Day): Desk['promise'] {
  const days = valueAt(coachWithinDays, month(today.slice(0, 7)))
  if (days === null) return null
  const by = addDays(today, days)
  const working = workingDaysAfter(today, by)
  return { by, workingDays: working.length, squeezeDays: working.filter(isSqueezeDay).length }
}

/** The times that can be booked from now on. */
export async function loadFreeTimes(
  tx: Tx,
  municipalityId: number,
  today: Day,
  now: Date,
): Promise<{ times: FreeTime[]; hasCoaches: boolean }> {
  const entries = await listEntries(tx, municipalityId, 'coach-hours')
  const taken = await takenTimes(tx, municipalityId, today)
  const asked = { from: momentOf(today, now), until: addDays(today, 7 * bookableWeeks) }
  const hours = entries.map(({ body }) => body)
  return { times: freeTimes(hours, taken, asked), hasCoaches: hours.length > 0 }
}

const swedishTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  minute: '2-digit',
})

/** Where a made-up municipality stands still on a day of long ago, that whole day lies ahead. */
const momentOf = (today: Day, now: Date): string =>
  dayInSweden(now) === today ? `${today}T${swedishTime.format(now)}` : `${today}T00:00`
