import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { withTenant } from '../database/transaction.ts'
import { dayInSweden } from '../values/day.ts'
import { formatNumber } from '../values/format.ts'
import type { CheckRequest, ImportRequest, ImportRun, ImportSummary, Preview } from './import-answers.ts'
import { importExtract, type ImportNeeds, ImportRefusal, type ImportResult } from './import-extract.ts'
import { findRun, listProfiles, listRejectedRows, listRuns, type RunRow, saveProfile } from './imports.queries.ts'
import { kindNamed } from './kinds/kinds.ts'
import { importProgressText, importRefusalText } from './preview.text.ts'
import { type PreviewChoice, previewExtract, type PreviewFile } from './preview.ts'
import { problemText } from './problems.text.ts'
import { UnreadableFile } from './read/unreadable-file.ts'
import { rejectedCsv } from './rejected-csv.ts'
import { undoImport } from './undo-import.ts'

type Waiting = PreviewFile & { userId: number; rows: number }

const mapping = Type.Record(Type.String({ maxLength: 500 }), Type.String({ maxLength: 100 }))
const byId = Type.Object({ id: Type.String({ pattern: '^[\\w-]{1,40}$' }) })

/** Imports that run, by a name of their own until they have a number in the register. */
type Job = ImportRun & { userId: number }

export function importRoutes(server: FastifyInstance, needs: ImportNeeds & { uploadDir: string }): void {
  const { pool, now, municipality, uploadDir } = needs
  const waiting = new Map<string, Waiting>()
  const jobs = new Map<string, Job>()

  const preview = async (file: Waiting, choice: PreviewChoice): Promise<Preview> => {
    const profiles = await withTenant(pool, { municipalityId: municipality.id }, (tx) =>
      listProfiles(tx, municipality.id),
    )
    const shown = await previewExtract(file, choice, {
      municipality,
      today: dayInSweden(now()),
      profiles,
    })
    file.rows = shown.rows
    return shown
  }

  server.post(
    '/api/imports/preview',
    { config: { access: 'imports' }, schema: { consumes: ['multipart/form-data'] } },
    async (request, reply) => {
      const upload = await request.file()
      if (!upload) return refuse(reply, 400, 'no-file')
      await mkdir(uploadDir, { recursive: true, mode: 0o700 })
      const id = randomUUID()
      const path = join(uploadDir, id)
      await pipeline(upload.file, createWriteStream(path, { mode: 0o600 }))
      if (upload.file.truncated) {
        await rm(path, { force: true })
        throw new UnreadableFile('too-large', 'Filen är större än 500 MB. Dela den, till exempel per år.')
      }
      const file: Waiting = { id, path, fileName: upload.filename, userId: userOf(request).id, rows: 0 }
      try {
        const shown = await preview(file, {})
        waiting.set(id, file)
        return shown
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
    },
  )

  server.post<{ Params: { id: string }; Body: CheckRequest }>(
    '/api/imports/preview/:id/check',
    {
      config: { access: 'imports' },
      schema: {
        params: byId,
        body: Type.Object({ kind: Type.String({ maxLength: 40 }), mapping: Type.Union([mapping, Type.Null()]) }),
      },
    },
    async (request, reply) => {
      const file = ownFile(request.params.id, userOf(request).id)
      if (!file) return refuse(reply, 404, 'no-such-preview')
      if (!kindNamed(request.body.kind)) return refuse(reply, 400, 'no-such-kind')
      const targets = request.body.mapping
      return preview(file, { kind: request.body.kind, ...(targets && { targets }) })
    },
  )

  server.post<{ Body: ImportRequest }>(
    '/api/imports',
    {
      config: { access: 'imports' },
      schema: {
        body: Type.Object({
          previewId: Type.String({ maxLength: 40 }),
          kind: Type.String({ maxLength: 40 }),
          mapping,
          profileName: Type.String({ maxLength: 100 }),
        }),
      },
    },
    async (request, reply) => {
      const user = userOf(request)
      const file = ownFile(request.body.previewId, user.id)
      if (!file) return refuse(reply, 404, 'no-such-preview')
      if (!kindNamed(request.body.kind)) return refuse(reply, 400, 'no-such-kind')
      waiting.delete(file.id)
      const job = startJob(file, request.body)
      return reply.code(202).send({ importId: job.id })
    },
  )

  server.get(
    '/api/imports',
    { config: { access: 'imports' } },
    async (request): Promise<{ imports: ImportSummary[] }> => {
      const user = userOf(request)
      const runs = await withTenant(pool, tenantOf(user), (tx) => listRuns(tx, user.municipalityId))
      return { imports: runs.map(toSummary) }
    },
  )

  server.get<{ Params: { id: string } }>(
    '/api/imports/:id',
    { config: { access: 'imports' }, schema: { params: byId } },
    async (request, reply) => {
      const user = userOf(request)
      const job = jobs.get(request.params.id)
      if (job && job.userId === user.id) {
        const { userId: _, ...run } = job
        return run
      }
      const run = await withTenant(pool, tenantOf(user), (tx) =>
        findRun(tx, user.municipalityId, numberOf(request.params.id)),
      )
      return run ? toRun(run) : refuse(reply, 404, 'no-such-import')
    },
  )

  server.get<{ Params: { id: string } }>(
    '/api/imports/:id/rejected.csv',
    { config: { access: 'imports' }, schema: { params: byId } },
    async (request, reply) => {
      const user = userOf(request)
      const importId = numberOf(request.params.id)
      const rows = await withTenant(pool, tenantOf(user), async (tx) => {
        if (!(await findRun(tx, user.municipalityId, importId))) return null
        const found = await listRejectedRows(tx, user.municipalityId, importId, needs.keys)
        await logEntry(tx, {
          municipalityId: user.municipalityId,
          userId: user.id,
          action: 'rejected-rows-exported',
          subject: `import ${importId}`,
          householdIds: [],
          detail: { rows: Math.max(0, found.length - 1) },
        })
        return found
      })
      if (!rows) return refuse(reply, 404, 'no-such-import')
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="felrader-import-${importId}.csv"`)
        .send(
          rejectedCsv(
            rows.map((row) => ({
              ...row,
              problems: row.problems.map(
                ({ column, problem }) => `${column}: ${problemText[problem as keyof typeof problemText]}`,
              ),
            })),
          ),
        )
    },
  )

  server.post<{ Params: { id: string } }>(
    '/api/imports/:id/undo',
    { config: { access: 'imports' }, schema: { params: byId } },
    async (request, reply) => {
      const result = await undoImport(needs, numberOf(request.params.id), userOf(request).id)
      if (!result.ok) return refuse(reply, result.refusal.kind === 'no-such-import' ? 404 : 409, result.refusal.kind)
      return reply.code(204).send()
    },
  )

  const ownFile = (id: string, userId: number): Waiting | null => {
    const file = waiting.get(id)
    return file?.userId === userId ? file : null
  }

  function startJob(file: Waiting, { kind, mapping, profileName }: ImportRequest): Job {
    const job: Job = {
      ...noCounts,
      id: file.id,
      userId: file.userId,
      status: 'running',
      progress: 0,
      text: importProgressText.reading('0'),
    }
    jobs.set(job.id, job)
    const onProgress = (rows: number) => {
      job.progress = file.rows ? Math.min(0.99, rows / file.rows) : 0
      job.text = importProgressText.reading(formatNumber(rows))
    }
    const choices = {
      kind,
      targets: mapping,
      userId: file.userId,
      onProgress,
      keepRejections: 0,
      ...(profileName && { profile: profileName }),
    }
    void importExtract(needs, file, choices)
      .then(async (result) => {
        if (profileName) {
          const profile = { name: profileName, kind, columns: mapping }
          await withTenant(pool, { municipalityId: municipality.id }, (tx) =>
            saveProfile(tx, municipality.id, profile, file.userId, now()),
          )
        }
        Object.assign(job, doneJob(result))
      })
      .catch((error: unknown) => Object.assign(job, failedJob(error)))
      .finally(() => rm(file.path, { force: true }))
    return job
  }
}

const noCounts = { accepted: 0, superseded: 0, unchanged: 0, rejectedCount: 0 }

const doneJob = ({ importId, accepted, superseded, unchanged, rejectedRows }: ImportResult): ImportRun => ({
  id: String(importId),
  status: 'done',
  progress: 1,
  text: importProgressText.done,
  accepted,
  superseded,
  unchanged,
  rejectedCount: rejectedRows,
})

function failedJob(error: unknown): Pick<ImportRun, 'status' | 'text'> {
  if (error instanceof UnreadableFile) return { status: 'failed', text: error.text }
  if (error instanceof ImportRefusal) return { status: 'failed', text: importRefusalText[error.refusal.kind] }
  process.stderr.write(`${new Date().toISOString()} import ${error instanceof Error ? error.stack : String(error)}\n`)
  return { status: 'failed', text: importRefusalText.broken }
}

const toSummary = (row: RunRow): ImportSummary => ({
  id: String(row.import_id),
  fileName: row.file_name,
  kindLabel: kindNamed(row.kind)?.label ?? row.kind,
  importedAt: row.recorded_at.toISOString(),
  importedBy: row.user_name ?? 'Kommandoraden',
  status: row.undone_at ? 'undone' : 'done',
  accepted: row.accepted,
  superseded: row.superseded,
  unchanged: row.unchanged,
  rejectedCount: row.rejected,
})

const toRun = (row: RunRow): ImportRun => ({
  id: String(row.import_id),
  status: row.undone_at ? 'undone' : 'done',
  progress: 1,
  text: row.undone_at ? importProgressText.undone : importProgressText.done,
  accepted: row.accepted,
  superseded: row.superseded,
  unchanged: row.unchanged,
  rejectedCount: row.rejected,
})

/** Import numbers are small; anything else is the number of none. */
const numberOf = (id: string): number => (/^\d{1,9}$/.test(id) ? Number(id) : 0)

const refuse = (reply: FastifyReply, status: number, problem: keyof typeof importRefusalText) =>
  reply.code(status).send({ problem, text: importRefusalText[problem] })
