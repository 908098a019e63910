import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import type { Role } from '../access/permissions.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { withTenant } from '../database/transaction.ts'
import { codesOf, meetingParties } from '../parameters/code-lists/casework.ts'
import { wholeMunicipality } from '../pathway/pathway.routes.ts'
import { countProtected } from '../register/households.queries.ts'
import { type Day, parseDay } from '../values/day.ts'
import { loadTableFacts, tableFor } from './load-weekly-table.ts'
import { minutesFile } from './minutes-file.ts'
import { findLastMeeting } from './weekly-table.queries.ts'
import { agendaRows, minutesOf } from './weekly-table.ts'
import type { Party, WeeklyTable } from './weekly-table-view.ts'

type Needs = { pool: pg.Pool; today: () => Day }

const parties = codesOf(meetingParties)
const party = Type.Optional(Type.Enum(parties))
/** Those who keep the households' records hand out the minutes. */
const keepers: readonly Role[] = ['caseworker', 'manager']

const formats = { csv: 'text/csv; charset=utf-8', txt: 'text/plain; charset=utf-8' } as const

/** The weekly table: the agenda as a party sees it, and the minutes. A decision is an event, recorded as all others are. */
export function weeklyTableRoutes(server: FastifyInstance, { pool, today }: Needs): void {
  const lastMeetingOf = ({ municipalityId }: User) =>
    withTenant(pool, wholeMunicipality(municipalityId), (tx) => findLastMeeting(tx, municipalityId, today()))

  server.get<{ Querystring: { party?: Party } }>(
    '/api/weekly-table',
    { config: { access: 'weekly-table' }, schema: { querystring: Type.Object({ party }) } },
    async (request): Promise<WeeklyTable> => {
      const user = userOf(request)
      const chosen = partyOf(user, request.query.party)
      const lastMeeting = await lastMeetingOf(user)
      return withTenant(pool, tableTenant(user), async (tx) => {
        const facts = await loadTableFacts(tx, user, today(), { lastMeeting, party: chosen })
        const table = tableFor(facts, chosen)
        const rows = agendaRows(table, keepers.includes(user.role) && chosen !== 'assistance')
        // Decisions are kept by the households' own committee, which hands out what a ground allows.
        const minutes = keepers.includes(user.role)
          ? minutesOf(chosen === 'assistance' ? table : tableFor(facts, 'assistance'), table, chosen, today())
          : null
        await logEntry(tx, entryOf(user, 'weekly-table-read', [...rows, ...(minutes?.rows ?? [])], { party: chosen }))
        return {
          ...{ today: today(), lastMeeting: lastMeeting?.on ?? null, party: chosen, rows, minutes },
          parties: keepers.includes(user.role) ? parties : [chosen],
          hiddenProtected: keepers.includes(user.role) ? await countProtected(tx, user.municipalityId) : 0,
        }
      })
    },
  )

  server.get<{ Querystring: { party?: Party; day?: string; format: keyof typeof formats } }>(
    '/api/weekly-table/minutes',
    {
      config: { access: 'worklist' },
      schema: {
        querystring: Type.Object({
          party,
          day: Type.Optional(Type.String({ maxLength: 10 })),
          format: Type.Enum(Object.keys(formats) as (keyof typeof formats)[], { default: 'txt' }),
        }),
      },
    },
    async (request, reply) => {
      const user = userOf(request)
      const { format } = request.query
      const chosen = partyOf(user, request.query.party)
      const day = parseDay(request.query.day ?? '') ?? today()
      const minutes = await withTenant(pool, tableTenant(user), async (tx) => {
        const facts = await loadTableFacts(tx, user, today(), { lastMeeting: null, party: chosen })
        const found = minutesOf(tableFor(facts, 'assistance'), tableFor(facts, chosen), chosen, day)
        await logEntry(tx, entryOf(user, 'weekly-minutes-downloaded', found.rows, { party: chosen, day, format }))
        return found
      })
      return reply
        .header('content-type', formats[format])
        .header('content-disposition', `attachment; filename="veckobord-${day}-${chosen}.${format}"`)
        .send(minutesFile(minutes, format))
    },
  )
}

/** Protected households are talked of elsewhere. */
const tableTenant = (user: User) => ({ ...tenantOf(user), protectedHouseholds: [] })

/** A coach is the job unit at the table, whatever is asked for. */
const partyOf = ({ role }: User, asked: Party | undefined): Party =>
  role === 'coach' ? 'job-unit' : (asked ?? 'assistance')

const entryOf = (user: User, action: string, rows: readonly { householdId: number }[], detail: object) => ({
  municipalityId: user.municipalityId,
  userId: user.id,
  action,
  subject: 'weekly table',
  householdIds: [...new Set(rows.map(({ householdId }) => householdId))],
  detail: { ...detail },
})
