import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { DatabaseRefusal } from './refusal.ts'
import type { Unprivileged } from './unprivileged.ts'

/** The superuser of an embedded cluster. */
export const OWNER = 'utfall_owner'

/**
 * Creates the database cluster in `dir` unless it is there.
 *
 * It is made in a folder of its own and then renamed, so a crash half-way leaves nothing that looks like a cluster,
 * and of two processes that create it at once one wins and the other uses what it made.
 * With a `passwordFile` connections must give the password in it; without, whoever reaches the socket is let in.
 */
export async function createCluster(dir: string, passwordFile: string | null, binaries: Binaries, as: Unprivileged) {
  if (existsSync(join(dir, 'PG_VERSION'))) return as.own(dir)
  await removeAbandoned(dir)
  const draft = await mkdtemp(`${dir}.${process.pid}.`)
  try {
    await as.own(draft)
    await initialise(draft, passwordFile, binaries, as)
    await rename(draft, dir)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(join(dir, 'PG_VERSION'))) throw error
  }
}

/** Drafts of processes that died while they made one. */
async function removeAbandoned(dir: string) {
  const names = await readdir(dirname(dir))
  for (const name of names) {
    const pid = new RegExp(`^${basename(dir)}\\.(\\d+)\\.`).exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) await rm(join(dirname(dir), name), { recursive: true, force: true })
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function initialise(dir: string, passwordFile: string | null, binaries: Binaries, as: Unprivileged) {
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8']
  const auth = passwordFile ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`] : ['--auth=trust']
  const child = as.spawn(binaries.initdb, ['-D', dir, '-U', OWNER, ...locale, ...auth], {
    env: binaries.env,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close').catch((error: Error) => [error.message])) as [number | string | null]
  if (code !== 0) throw new DatabaseRefusal(`Databasen kunde inte skapas i ${dir}.\n${said.trim() || code}`)
}
