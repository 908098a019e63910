import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { withTenant } from '../database/transaction.ts'
import { mondayOf } from '../parameters/swedish-calendar.ts'
import { type Day, parseDay, workDayPattern } from '../values/day.ts'
import { type AttendanceWeek, attendanceWeek } from './attendance-week.ts'
import { interventionName, threadsOf, type Unit } from './coached.ts'
import { type CoachingDay, coachingDay } from './coaching-day.ts'
import { loadUnit } from './load-coached.ts'
import { exitSummaries, type ExitSummaries } from './quotes.ts'

type Needs = { pool: pg.Pool; today: () => Day }

/** A day that the database has the week of: the year 9999 has no next one. */
const workDayIn = (text: string): Day | null => (new RegExp(workDayPattern).test(text) ? parseDay(text) : null)

/** What a coach reads. All that a coach changes goes through `POST /api/households/:id/events`. */
export function coachingRoutes(server: FastifyInstance, { pool, today }: Needs): void {
  /** Loads, makes a view of it, and logs every household that the view was made from. */
  const read = <View>(
    user: User,
    action: string,
    { day = today(), isOpenOnly = false }: { day?: Day; isOpenOnly?: boolean },
    viewOf: (unit: Unit) => { view: View; householdIds: number[] },
  ) =>
    withTenant(pool, tenantOf(user), async (tx): Promise<View> => {
      const { view, householdIds } = viewOf(await loadUnit(tx, user, today(), { monday: mondayOf(day), isOpenOnly }))
      await logEntry(tx, {
        municipalityId: user.municipalityId,
        userId: user.id,
        action,
        subject: 'households',
        householdIds: [...new Set(householdIds)],
        detail: {},
      })
      return view
    })

  server.get('/api/coaching/day', { config: { access: 'coaching' } }, (request): Promise<CoachingDay> => {
    return read(userOf(request), 'coaching-day-read', { isOpenOnly: true }, (unit) => {
      const view = coachingDay(unit)
      const rows = [view.meetings, view.unanswered, view.waiting, view.ongoing, view.exits, view.concerns].flat()
      return { view, householdIds: rows.map(({ householdId }) => householdId) }
    })
  })

  server.get<{ Querystring: { day?: string } }>(
    '/api/coaching/attendance',
    {
      config: { access: 'coaching' },
      schema: { querystring: Type.Object({ day: Type.Optional(Type.String({ maxLength: 10 })) }) },
    },
    (request): Promise<AttendanceWeek> => {
      const day = workDayIn(request.query.day ?? '') ?? today()
      return read(userOf(request), 'attendance-read', { day }, (unit) => {
        const view = attendanceWeek(unit, day)
        return { view, householdIds: view.rows.map(({ householdId }) => householdId) }
      })
    },
  )

  server.get('/api/coaching/exit-interviews', { config: { access: 'coaching' } }, (request): Promise<ExitSummaries> =>
    read(userOf(request), 'exit-interviews-read', {}, (unit) => {
      const ended = threadsOf(unit).filter(({ referral }) => referral.state.kind === 'ended')
      const nameOf = new Map(
        ended.map(({ referral }) => [referral.said.intervention, interventionName(unit, referral)]),
      )
      const summaries = exitSummaries(
        ended.map(({ referral }) => ({
          intervention: referral.said.intervention,
          said: referral.exitInterview?.body ?? null,
        })),
      )
      return {
        view: {
          summaries: summaries.map((each) => ({ ...each, name: nameOf.get(each.intervention) ?? each.intervention })),
        },
        householdIds: ended.map(({ household }) => household.householdId),
      }
    }),
  )
}
