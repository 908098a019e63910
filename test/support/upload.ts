import type { Role } from '../../src/access/permissions.ts'
import type { ImportRun, Preview } from '../../src/imports/import-answers.ts'
import type { TestApp } from './test-app.ts'

const boundary = 'utfall-test-boundary'

/** A file as a browser sends it; to be previewed when nothing else is said. */
export async function upload(
  app: TestApp,
  role: Role,
  fileName: string,
  content: string | Uint8Array,
  url = '/api/imports/preview',
) {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return app.as(role, {
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
}

/** Confirms a preview as it was suggested. */
export const confirm = (app: TestApp, role: Role, { previewId, kind, columns }: Preview, profileName = '') =>
  app.as(role, {
    method: 'POST',
    url: '/api/imports',
    payload: {
      previewId,
      kind,
      profileName,
      mapping: Object.fromEntries(
        columns.flatMap(({ name, suggestion }) => (suggestion ? [[name, suggestion.target]] : [])),
      ),
    },
  })

/** Waits for an import that runs. */
export async function finished(app: TestApp, role: Role, id: string): Promise<ImportRun> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const run: ImportRun = (await app.as(role, `/api/imports/${id}`)).json()
    if (run.status !== 'running') return run
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('The import did not end')
}

/** The whole way of a file through the browser. */
export async function importThroughBrowser(app: TestApp, role: Role, fileName: string, content: string | Uint8Array) {
  const preview: Preview = (await upload(app, role, fileName, content)).json()
  const { importId } = (await confirm(app, role, preview)).json<{ importId: string }>()
  return { preview, run: await finished(app, role, importId) }
}
