import { execFile, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { lchown, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DatabaseRefusal } from './refusal.ts'

const run = promisify(execFile)

/** The customary user id of `nobody`. */
export const NOBODY = 65534

/** Starts programs that refuse to run as root. `own` gives them a folder and all that is in it. */
export type Unprivileged = {
  spawn(program: string, args: string[], options: SpawnOptions): ChildProcess
  own(dir: string): Promise<void>
}

/**
 * How this process starts PostgreSQL, which refuses to run as root.
 *
 * An ordinary user just starts it.
 * Root starts it in a user namespace where root is called nobody: no user is created and every folder can be reached.
 * Where namespaces are forbidden, as in many containers, it runs as nobody, who must be able to reach the data folder.
 */
export async function unprivileged(): Promise<Unprivileged> {
  if (process.getuid?.() !== 0) return { spawn, own: async () => {} }
  if (await namespacesWork()) {
    return {
      spawn: (program, args, options) => spawn('unshare', [...namespace, program, ...args], options),
      own: ownedBy(0),
    }
  }
  return {
    spawn: (program, args, options) => spawn(program, args, { ...options, uid: NOBODY, gid: NOBODY }),
    own: ownedBy(NOBODY),
  }
}

const namespace = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--']

const namespacesWork = () =>
  run('unshare', [...namespace, 'true']).then(
    () => true,
    () => false,
  )

/** The way of starting may differ from last time, so the owner is checked each time. A third user's folder is let be. */
const ownedBy = (uid: number) => async (dir: string) => {
  const owner = (await lstat(dir)).uid
  if (owner === uid) return
  if (owner !== 0 && owner !== NOBODY) {
    throw new DatabaseRefusal(`Mappen ${dir} tillhör en annan användare. Kör som den användaren, inte som root.`)
  }
  for (const name of await readdir(dir, { recursive: true })) await lchown(join(dir, name), uid, uid)
  await lchown(dir, uid, uid)
}
