import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import type { Release } from '../analysis/figures.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import { withTenant } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import type { Municipality } from '../values/municipality.ts'
import { loadFiguresOn } from './figures-at.ts'
import { choicesOf } from './list-choices.ts'
import { listDue, listPromises, mayEdit, showPromise } from './load-promises.ts'
import type { DuePromise, NoteList, PromiseChoices, PromiseList, PromiseView } from './promises-view.ts'
import { promisesRefusalText } from './refusals.text.ts'

type Needs = { pool: pg.Pool; figures: FiguresService; municipality: Municipality; today: () => Day; release: Release }

/** What has been promised, and what has been noted along the way. Figures that have passed disclosure control; no household. */
export function promiseRoutes(server: FastifyInstance, needs: Needs): void {
  const { pool, figures, municipality, today } = needs
  const access = { access: 'promises' } as const

  server.get('/api/promises', { config: access }, async (request): Promise<PromiseList> => {
    const user = userOf(request)
    const list = await listPromises(needs, user)
    await logRead(pool, user, 'promises-read', {})
    return list
  })

  server.get('/api/promises/due', { config: access }, async (request): Promise<{ today: Day; due: DuePromise[] }> => {
    const user = userOf(request)
    return { today: today(), due: await listDue(needs, user) }
  })

  server.get('/api/promises/choices', { config: access }, async (request): Promise<PromiseChoices> => {
    const user = userOf(request)
    const figuresOn = await loadFiguresOn(figures, municipality, [{ on: today(), address: null }])
    const promises = await withTenant(pool, tenantOf(user), (tx) => listEntries(tx, user.municipalityId, 'promise'))
    const choices = choicesOf(figuresOn(today()), promises)
    // What the figures are now is for those who choose among them; to the board they leave the unit one by one.
    return { today: today(), ...choices, figures: mayEdit(user) ? choices.figures : [] }
  })

  server.get<{ Params: { key: string } }>(
    '/api/promises/entries/:key',
    { config: access, schema: { params: Type.Object({ key: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }) }) } },
    async (request, reply): Promise<PromiseView> => {
      const user = userOf(request)
      const { key } = request.params
      const view = await showPromise(needs, user, key)
      if (!view)
        return reply.code(404).send({ problem: 'no-such-promise', text: promisesRefusalText['no-such-promise'] })
      await logRead(pool, user, 'promise-read', { key })
      return view
    },
  )

  /** Everybody who reads figures sees what is noted beside them. */
  server.get('/api/dated-notes', { config: { access: 'figures' } }, async (request): Promise<NoteList> => {
    const user = userOf(request)
    const notes = await withTenant(pool, tenantOf(user), (tx) => listEntries(tx, user.municipalityId, 'dated-note'))
    const latestFirst = notes.toSorted((one, other) => (one.body.on < other.body.on ? 1 : -1))
    return {
      today: today(),
      mayEdit: mayEdit(user),
      notes: mayEdit(user) ? latestFirst : latestFirst.map((each) => ({ ...each, savedBy: null })),
    }
  })
}

const logRead = (pool: pg.Pool, user: User, action: string, detail: Record<string, unknown>): Promise<void> =>
  withTenant(pool, tenantOf(user), (tx) =>
    logEntry(tx, {
      ...{ municipalityId: user.municipalityId, userId: user.id },
      ...{ action, subject: 'promises', householdIds: [], detail },
    }),
  )
