import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { inject } from 'vitest'
import { type Role, roles } from '../../src/access/permissions.ts'
import { writeDemo } from '../../src/demo/demo.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { addDemoUsers, recordDemoCasework } from '../../src/demo-casework.ts'
import { freezeDemoGroup } from '../../src/demo-group.ts'
import { launchBrowser } from './journey-browser.ts'
import { testApp, type TestApp } from './test-app.ts'

export type JourneyApp = TestApp & {
  address: string
  /** A page of a browser that nobody has used before; with a role, already signed in. */
  open: (role: Role | null, options?: Parameters<Browser['newContext']>[0]) => Promise<Page>
}

type Options = {
  /** A small demo municipality, imported as anybody's files are; otherwise nothing. */
  demo: boolean
}

const root = resolve(import.meta.dirname, '../..')

/** The real app with the built web app on a port of its own, and a browser to meet it with. */
export async function journeyApp({ demo }: Options): Promise<JourneyApp> {
  const app = await testApp('0483', await builtWeb())
  if (demo) await makeDemo(app)
  const address = await app.server.listen({ port: 0, host: '127.0.0.1' })
  const browser = await launchBrowser()
  return {
    ...app,
    address,
    open: async (role, options) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
      context.setDefaultTimeout(10_000)
      if (role) await signIn(context, address, role)
      return context.newPage()
    },
  }
}

/** A small municipality: the files of its systems, and the work that no file has. */
export const journeyDemo = () => writeDemo({ households: 120, months: 28 })

/** The files, and the work that no file has. The users of the tests stand in for those of the demo with the same role. */
async function makeDemo(app: TestApp): Promise<void> {
  const { files, casework } = journeyDemo()
  for (const { fileName, bytes } of files) await app.importText(fileName, bytes)
  const place = { register: app.database, municipality: app.municipality }
  await addDemoUsers(place)
  await recordDemoCasework(place, casework())
  await freezeDemoGroup(place)
  // What the database would do by itself within a minute. Until then it plans for empty tables.
  await inTransaction(app.database.owner, (tx) => tx.query('analyze'))
}

async function signIn(context: BrowserContext, address: string, role: Role): Promise<void> {
  await context.request.post(`${address}/api/session`, { data: { user: roles.indexOf(role) + 1 } })
}

/** The web app as it is delivered, built once in a run: the first test file that needs it builds, the others wait. */
async function builtWeb(): Promise<string> {
  const folder = join(inject('testRun').dataDir, 'web')
  const ready = `${folder}-ready`
  const isFirst = await mkdir(`${folder}-begun`).then(
    () => true,
    () => false,
  )
  if (!isFirst) {
    while (!existsSync(ready)) await wait(100)
    return folder
  }
  // The test runner's own setting would give the slow development build of React.
  process.env['NODE_ENV'] = 'production'
  await build({ root, mode: 'production', logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  await mkdir(ready)
  return folder
}
