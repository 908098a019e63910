import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { findEntry } from '../catalogue/catalogue.queries.ts'
import { maySave } from '../catalogue/may-save.ts'
import { withTenant } from '../database/transaction.ts'
import { lookText } from './look.text.ts'
import { standardKey } from './look.ts'
import type { LookView } from './reports-view.ts'
import { stylesOfTemplate } from './word-template.ts'

const mostBytes = 20_000_000

export function lookRoutes(server: FastifyInstance, { pool }: { pool: pg.Pool }): void {
  server.get('/api/report-look', { config: { access: 'reports' } }, async (request): Promise<LookView> => {
    const user = userOf(request)
    const entry = await withTenant(pool, tenantOf(user), (tx) =>
      findEntry(tx, user.municipalityId, 'report-look', standardKey),
    )
    return { seen: entry?.version ?? 0, look: entry?.body ?? null, mayEdit: maySave('report-look', user) }
  })

  /** Gives the styles of a Word file, to be saved with the rest of the look. Nothing of the file is kept here. */
  server.post(
    '/api/report-look/word-template',
    { config: { access: 'reports' }, schema: { consumes: ['multipart/form-data'] } },
    async (request, reply): Promise<{ wordStyles: string }> => {
      const refuse = (status: number, problem: keyof typeof lookText.refusals) =>
        reply.code(status).send({ problem, text: lookText.refusals[problem] })
      if (!maySave('report-look', userOf(request))) return refuse(403, 'not-permitted')
      const upload = await request.file({ limits: { fileSize: mostBytes }, throwFileSizeLimit: false })
      if (!upload) return refuse(400, 'no-file')
      const bytes = await upload.toBuffer()
      if (upload.file.truncated) return refuse(413, 'too-large')
      const wordStyles = stylesOfTemplate(bytes)
      return wordStyles === null ? refuse(422, 'no-template') : { wordStyles }
    },
  )
}
