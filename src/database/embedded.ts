import { randomBytes } from 'node:crypto'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { findBinaries, type Binaries } from './binaries.ts'
import { createCluster, isAlive, OWNER } from './cluster.ts'
import { DatabaseRefusal } from './refusal.ts'
import { socketDirectory } from './socket-directory.ts'
import { unprivileged, type Unprivileged } from './unprivileged.ts'

declare module 'pg' {
  /** Missing in the type package. As on a socket: whether the connection keeps the process alive. */
  interface Client {
    ref(): void
    unref(): void
  }
}

/** How to reach a server, as `pg` wants it. `host` is the folder of a socket, or an address. */
export type ServerConnection = { host: string; port: number; user: string; password?: string }

export type EmbeddedServer = { connection: ServerConnection; stop(): Promise<void> }

export type EmbeddedOptions = {
  /** Server settings besides the usual, as `postgres -c`. */
  settings?: Record<string, string>
  /** A socket asks no password. Windows has none that PostgreSQL can guard, so there it is loopback with a password. */
  transport?: 'socket' | 'loopback'
}

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that runs there.
 *
 * The first start creates the cluster in `<dataDir>/pg`.
 * The server is a process of its own: it outlives a killed Node process, and the next start joins it.
 * Each process that uses the server holds a shared lock in it, and `stop` shuts it down when no other process does.
 * A server that dies while it is used is started again.
 * @throws DatabaseRefusal when it cannot be created or started.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const cluster = await openCluster(dataDir, options)
  let joining = joinOrStart(cluster)
  let stopping = false
  const keepAlive = (keeper: pg.Client) =>
    keeper.once('end', () => {
      if (stopping) return
      joining = joinOrStart(cluster)
      // A server that cannot be started again shows itself in the next query.
      joining.then(keepAlive, () => {})
    })
  keepAlive(await joining)
  const stop = async () => {
    if (stopping) return
    stopping = true
    await joining.then(
      (keeper) => leave(cluster, keeper),
      () => {},
    )
  }
  return { connection: connectionOf(cluster), stop }
}

type Cluster = {
  dir: string
  dataDir: string
  binaries: Binaries
  as: Unprivileged
  settings: Record<string, string>
  socketDir: string | null
  password: string | null
  /** On loopback: the port, once it is known. It stays the same when the server is started again. */
  port: number
}

const SOCKET_PORT = 5432

async function openCluster(dir: string, options: EmbeddedOptions): Promise<Cluster> {
  await mkdir(dir, { recursive: true })
  const dataDir = await realpath(dir)
  const loopback = (options.transport ?? (process.platform === 'win32' ? 'loopback' : 'socket')) === 'loopback'
  const [binaries, as] = await Promise.all([findBinaries(join(dataDir, 'pg-lib')), unprivileged()])
  const passwordFile = loopback ? join(dataDir, 'pg-password') : null
  const password = passwordFile ? await readOrCreatePassword(passwordFile) : null
  const socketDir = loopback ? null : await socketDirectory(dataDir)
  if (socketDir) await as.own(socketDir)
  const clusterDir = join(dataDir, 'pg')
  await createCluster(clusterDir, passwordFile, binaries, as)
  const settings = options.settings ?? {}
  return { dir: clusterDir, dataDir, binaries, as, settings, socketDir, password, port: loopback ? 0 : SOCKET_PORT }
}

async function readOrCreatePassword(file: string): Promise<string> {
  await writeFile(file, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return readFile(file, 'utf8')
}

const connectionOf = ({ socketDir, port, password }: Cluster): ServerConnection => ({
  host: socketDir ?? '127.0.0.1',
  port,
  user: OWNER,
  ...(password !== null && { password }),
})

/** Every process that uses the server holds this lock, shared, in the database `postgres`. */
const IN_USE = 0x75_74_66

/** A server may need this long to recover after a crash, or to finish stopping, before it answers. */
const PATIENCE_MS = 300_000

/** A server that was killed leaves processes behind that end within moments; until then a new one refuses to start. */
const ATTEMPTS = 40

async function joinOrStart(cluster: Cluster): Promise<pg.Client> {
  let child: ChildProcess | null = null
  const deadline = Date.now() + PATIENCE_MS
  for (let failures = 0; Date.now() < deadline && failures < ATTEMPTS;) {
    const answer = await tryToJoin(cluster)
    if (answer instanceof pg.Client) return answer
    if (answer === 'absent' && child && hasEnded(child)) {
      failures += 1
      child = null
      await delay(250)
    } else if (answer === 'absent' && !child) {
      await removeStaleLock(cluster)
      child = await launch(cluster)
    }
    await delay(10)
  }
  throw new DatabaseRefusal(`Databasen i ${cluster.dir} startar inte.\n${await endOfLog(cluster)}`)
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function tryToJoin(cluster: Cluster): Promise<pg.Client | 'absent' | 'busy'> {
  if (!cluster.socketDir) cluster.port = (await readLockFile(cluster))?.port ?? cluster.port
  if (cluster.port === 0) return 'absent'
  const client = new pg.Client({ ...connectionOf(cluster), database: 'postgres', application_name: 'utfall-keeper' })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [IN_USE])
    client.unref()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    return reasonOf(error as NodeJS.ErrnoException)
  }
}

/** 57P01 and 57P03: the server is stopping, starting or recovering. */
function reasonOf(error: NodeJS.ErrnoException): 'absent' | 'busy' {
  if (['ENOENT', 'ECONNREFUSED', 'EADDRNOTAVAIL'].includes(error.code ?? '')) return 'absent'
  const passing =
    ['57P01', '57P03', 'ECONNRESET', 'EPIPE'].includes(error.code ?? '') || /terminated/.test(error.message)
  if (!passing) throw error
  return 'busy'
}

async function launch(cluster: Cluster): Promise<ChildProcess> {
  if (!cluster.socketDir && cluster.port === 0) cluster.port = await freePort()
  const log = await openLog(cluster)
  const child = cluster.as.spawn(cluster.binaries.postgres, ['-D', cluster.dir, ...settingsOf(cluster)], {
    env: cluster.binaries.env,
    cwd: '/',
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
    windowsHide: true,
  })
  await once(child, 'spawn')
  child.unref()
  await log.close()
  return child
}

/** Statements and keys are kept out of the log: they can name a person. */
const usualSettings = { log_min_error_statement: 'panic', log_error_verbosity: 'terse' }

function settingsOf({ socketDir, port, settings }: Cluster): string[] {
  const address = socketDir
    ? { listen_addresses: '', unix_socket_directories: socketDir, unix_socket_permissions: '0700' }
    : { listen_addresses: '127.0.0.1', unix_socket_directories: '' }
  const all = { ...usualSettings, ...address, port: String(port), ...settings }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

const logFile = ({ dataDir }: Cluster) => join(dataDir, 'pg.log')

async function openLog(cluster: Cluster) {
  const file = logFile(cluster)
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size > 1_000_000) await rename(file, `${file}.old`)
  return open(file, 'a', 0o600)
}

const endOfLog = async (cluster: Cluster) =>
  (await readFile(logFile(cluster), 'utf8').catch(() => '')).trimEnd().split('\n').slice(-5).join('\n')

/** The server's own lock file: process id on its first line, port on its fourth. */
async function readLockFile({ dir }: Cluster): Promise<{ pid: number; port: number } | null> {
  const lines = (await readFile(join(dir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  return pid ? { pid, port: Number(lines[3]) } : null
}

/**
 * After a power loss the process id in the lock file may belong to something else, and PostgreSQL would refuse to start.
 * Only Linux tells what a process is; elsewhere the refusal stands and shows in the log.
 */
async function removeStaleLock(cluster: Cluster) {
  const lock = await readLockFile(cluster)
  if (!lock || process.platform !== 'linux') return
  const name = await readFile(`/proc/${lock.pid}/comm`, 'utf8').catch(() => null)
  if (name !== null && name.trim() !== 'postgres') await rm(join(cluster.dir, 'postmaster.pid'), { force: true })
}

async function leave(cluster: Cluster, keeper: pg.Client) {
  keeper.ref()
  try {
    await keeper.query('select pg_advisory_unlock_shared($1)', [IN_USE])
    const { rows } = await keeper.query('select pg_try_advisory_lock($1) as alone', [IN_USE])
    if (rows[0].alone) await shutDown(cluster)
  } finally {
    await keeper.end().catch(() => {})
  }
}

/** Whoever joins meanwhile waits for the lock, is turned out with everyone else, and starts the server again. */
async function shutDown(cluster: Cluster) {
  const lock = await readLockFile(cluster)
  if (!lock) return
  if (process.platform === 'win32') await pgCtlStop(cluster)
  else process.kill(lock.pid, 'SIGINT')
  while (existsSync(join(cluster.dir, 'postmaster.pid')) && isAlive(lock.pid)) await delay(5)
}

/** Windows has no signals; this program speaks to the server in its own way. */
async function pgCtlStop({ binaries, as, dir }: Cluster) {
  const child = as.spawn(binaries.pgCtl, ['stop', '-D', dir, '-m', 'fast', '-w'], {
    env: binaries.env,
    stdio: 'ignore',
    windowsHide: true,
  })
  await once(child, 'close')
}
