import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { UnreadableFile } from '../imports/read/unreadable-file.ts'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import { checkedView, type CheckedView } from './checked-view.ts'
import { checkText } from './number-check.text.ts'
import { readText, readTextFile } from './read-text-file.ts'

type Needs = { today: () => Day }

const textBody = Type.Object({ text: Type.String({ maxLength: 2_000_000 }) })
const mostBytes = 20_000_000

/** A text is compared with itself alone, and neither kept nor logged: it may be about people. */
export function numberCheckRoutes(server: FastifyInstance, { today }: Needs): void {
  const month = () => today().slice(0, 7) as Month

  server.post<{ Body: Static<typeof textBody> }>(
    '/api/check-text',
    { config: { access: 'report-writing' }, schema: { body: textBody }, bodyLimit: 5_000_000 },
    (request): CheckedView => checkedView(readText(request.body.text), month()),
  )

  server.post(
    '/api/check-text/file',
    { config: { access: 'report-writing' }, schema: { consumes: ['multipart/form-data'] } },
    async (request, reply): Promise<CheckedView> => {
      const upload = await request.file({ limits: { fileSize: mostBytes }, throwFileSizeLimit: false })
      if (!upload) return reply.code(400).send({ problem: 'no-file', text: checkText.noFile })
      const bytes = await upload.toBuffer()
      if (upload.file.truncated) throw new UnreadableFile('too-large', checkText.tooLarge)
      const document = readTextFile(bytes, upload.filename)
      if (document.blocks.length === 0) throw new UnreadableFile('empty', checkText.empty)
      return checkedView(document, month())
    },
  )
}
