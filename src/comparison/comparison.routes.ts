import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import type { Release } from '../analysis/figures.ts'
import { withTenant } from '../database/transaction.ts'
import type { Municipality } from '../values/municipality.ts'
import type { ComparisonView, KeptFile } from './comparison-view.ts'
import { keepFetched, takeBack } from './keep-fetched.ts'
import { keyFigureWithId, populationFigures } from './key-figures.ts'
import { fetchText } from './kolada-failure.text.ts'
import type { ComparisonNeeds } from './load-comparison.ts'
import type { Reference } from './reference.ts'
import { showComparison } from './show-comparison.ts'

/** Reading a table is the import's, which lies beside: the entry files hand it in (`src/read-reference-file.ts`). */
type ReadFile = (pool: pg.Pool, municipality: Municipality, name: string, bytes: Uint8Array) => Promise<Reference>

/** All of Kolada's key figures of assistance, every municipality and year, is some 10 MB. */
const mostBytes = 30_000_000

/** What others publish beside our own published figures. No person and no household. */
export function comparisonRoutes(
  server: FastifyInstance,
  needs: ComparisonNeeds & { now: () => Date; readFile: ReadFile; release: Release },
): void {
  const { pool, municipality, now } = needs

  server.get<{ Querystring: { figure?: string } }>(
    '/api/comparison',
    {
      config: { access: 'comparison' },
      schema: { querystring: Type.Object({ figure: Type.Optional(Type.String({ pattern: '^[NU]\\d{5}$' })) }) },
    },
    async (request): Promise<ComparisonView> => {
      const user = userOf(request)
      // To the committee figures leave the unit: they are held to all that is out.
      const release = user.role === 'board' ? needs.release : undefined
      const view = await showComparison(needs, user, request.query.figure ?? null, release)
      await withTenant(pool, tenantOf(user), (tx) =>
        logEntry(tx, {
          ...{ municipalityId: user.municipalityId, userId: user.id },
          ...{ action: 'comparison-read', subject: 'comparison', householdIds: [] },
          detail: { figure: view.shown?.id ?? null },
        }),
      )
      return view
    },
  )

  server.post(
    '/api/comparison/file',
    { config: { access: 'imports' }, schema: { consumes: ['multipart/form-data'] } },
    async (request, reply): Promise<KeptFile> => {
      const upload = await request.file({ limits: { fileSize: mostBytes }, throwFileSizeLimit: false })
      if (!upload) return reply.code(400).send({ problem: 'no-file', text: fetchText.noFile }) as never
      const bytes = await upload.toBuffer()
      if (upload.file.truncated)
        return reply.code(413).send({ problem: 'too-large', text: fetchText.tooLarge }) as never
      const reference = await needs.readFile(pool, municipality, upload.filename, bytes)
      const origin = { from: upload.filename, userId: userOf(request).id, now: now() }
      const { keptAt, ...counts } = await keepFetched(pool, municipality.id, reference, origin)
      return { ...counts, keptAt: keptAt.toISOString(), ...contentsOf(reference, municipality) }
    },
  )

  server.post<{ Body: { keptAt: string } }>(
    '/api/comparison/file/undo',
    { config: { access: 'imports' }, schema: { body: Type.Object({ keptAt: Type.String({ format: 'date-time' }) }) } },
    async (request): Promise<{ closed: number }> => {
      const origin = { userId: userOf(request).id, now: now() }
      return { closed: await takeBack(pool, municipality.id, new Date(request.body.keptAt), origin) }
    },
  )
}

/** What a file was about, so that whoever chose the wrong one sees it. */
function contentsOf({ values, areas }: Reference, { code }: Municipality) {
  const series = [...new Set(values.map((each) => each.series))]
  const population: readonly string[] = populationFigures
  const isShown = (id: string) => keyFigureWithId(id) !== null || population.includes(id) || !/^[A-Z]/.test(id)
  return {
    keyFigures: series.filter(isShown).length,
    notShown: series.filter((id) => !isShown(id)),
    hasOwn: values.length === 0 ? areas.length > 0 : values.some(({ area }) => area === code),
  }
}
