import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { closeOnSignals } from './database/close-on-signals.ts'
import { keepFetched } from './comparison/keep-fetched.ts'
import { writeDemo } from './demo/demo.ts'
import { addDemoUsers, demoToday, recordDemoCasework } from './demo-casework.ts'
import { freezeDemoGroup } from './demo-group.ts'
import { readReference } from './fetch-kolada.ts'
import { importFiles } from './imports/import-files.ts'
import { Refused } from './refused.ts'
import { isEmpty, openMunicipality, openRegister, type Register } from './open-register.ts'
import { serverText } from './start-server.text.ts'
import type { Municipality } from './values/municipality.ts'
import { startThreads } from './worker/threads.ts'

export type StartOptions = { demo: boolean; developmentSignIn: boolean; code: string }

/** Opens the register, makes the demo when asked to and nothing is there, and serves API and web until it is stopped. */
export async function startServer(config: Config, options: StartOptions): Promise<void> {
  const developmentSignIn = options.demo || options.developmentSignIn
  if (developmentSignIn) refuseOpenDoor(config)
  say(serverText.opening(config.databaseUrl === null))
  const register = await openRegister(config)
  const open: (() => Promise<unknown>)[] = [() => register.close()]
  closeOnSignals(async () => {
    for (const close of open) await close()
  })
  const municipality = await openMunicipality(register, options.code)
  if (developmentSignIn) await addDemoUsers({ register, municipality })
  if (options.demo) await makeDemoOnce(register, municipality)

  const threads = startThreads()
  open.unshift(() => threads.close())
  const server = await buildApp({
    register,
    run: threads.run,
    keepsReady: true,
    municipality,
    developmentSignIn,
    ...(options.demo && isDemo(register) && { today: () => demoToday }),
    uploadDir: join(config.dataDir, 'uploads'),
    webDir: join(import.meta.dirname, 'web'),
  })
  open.unshift(() => server.close())
  await rm(join(config.dataDir, 'uploads'), { recursive: true, force: true })
  const address = await server
    .listen({ port: config.port, host: config.host })
    .catch(async (error: NodeJS.ErrnoException) => {
      for (const close of open) await close()
      throw error.code === 'EADDRINUSE' ? new Refused(serverText.portTaken(config.port)) : error
    })
  say(serverText.ready(address, municipality.name))
}

/** Without the municipality's own sign-in anybody could be anybody: never in production, never on a network. */
function refuseOpenDoor(config: Config): void {
  const onThisMachine = ['127.0.0.1', '::1', 'localhost'].includes(config.host)
  if (config.production || !onThisMachine) throw new Refused(serverText.openDoor)
}

/**
 * Makes the demo in a register where nothing was ever imported, or where making it was interrupted:
 * importing the same files again changes nothing, so it is simply done over.
 */
async function makeDemoOnce(register: Register, municipality: Municipality): Promise<void> {
  const dir = join(register.config.dataDir, 'demo')
  const unfinished = join(dir, 'unfinished')
  if (!existsSync(unfinished) && !(await isEmpty(register, municipality))) return
  await mkdir(dir, { recursive: true })
  await writeFile(unfinished, '')
  await makeDemo(register, municipality, dir)
  await rm(unfinished)
}

/** The demo is written as the files a vendor would send, and imported as anybody's files are. */
async function makeDemo(register: Register, municipality: Municipality, dir: string): Promise<void> {
  say(serverText.writingDemo)
  const { files, published, official, casework } = writeDemo()
  for (const { fileName, bytes } of [...files, official, ...published]) await writeFile(join(dir, fileName), bytes)
  const needs = { pool: register.app, keys: register.keys, now: () => new Date(), municipality }
  const paths = [...files, official].map(({ fileName }) => join(dir, fileName))
  const results = await importFiles(needs, paths, {
    onFile: (name, rows) => rows === 0 && say(serverText.importing(name)),
  })
  for (const each of results) if ('refused' in each) throw new Error(`${each.file}: ${each.refused.text}`)
  for (const { fileName } of published) {
    const reference = await readReference(register.app, municipality, join(dir, fileName))
    const origin = { from: fileName, userId: null, now: new Date(`${demoToday}T06:00:00Z`) }
    await keepFetched(register.app, municipality.id, reference, origin)
  }
  say(serverText.recordingDemo)
  await recordDemoCasework({ register, municipality }, casework())
  await freezeDemoGroup({ register, municipality })
  // Everything has come at once: with the statistics of empty tables the first pages would take half a minute.
  await register.owner.query('analyze')
}

/** Whether what is shown is the demo, made here: a register of one's own keeps the calendar's time whatever was asked for. */
const isDemo = (register: Register): boolean => existsSync(join(register.config.dataDir, 'demo'))

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
