import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startEmbedded, type EmbeddedServer } from '../../src/database/embedded.ts'

/** Most tests share one cluster, for creating one takes most of the time. */
let dataDir: string
let home: string
let servers: EmbeddedServer[] = []

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'utfall-embedded-'))
  dataDir = join(home, 'shared')
})

afterEach(async () => {
  for (const server of servers) await server.stop()
  servers = []
})

afterAll(() => rm(home, { recursive: true, force: true }))

async function start(dir = dataDir, options?: Parameters<typeof startEmbedded>[1]): Promise<EmbeddedServer> {
  const server = await startEmbedded(dir, options)
  servers.push(server)
  return server
}

async function query(server: EmbeddedServer, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ ...server.connection, database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const serverPid = async (dir = dataDir) =>
  Number((await readFile(join(dir, 'pg/postmaster.pid'), 'utf8')).split('\n')[0])

const isRunning = (dir = dataDir) => existsSync(join(dir, 'pg/postmaster.pid'))

async function queryWhenBack(server: EmbeddedServer, sql: string) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await query(server, sql)
    } catch (error) {
      if (attempt === 500) throw error
      await delay(20)
    }
  }
}

describe('starting and stopping', () => {
  test('the first start creates the cluster, and what is written is there at the next', async () => {
    const first = await start()
    await query(first, 'create table note as select 7 as number')
    await first.stop()
    expect(isRunning()).toBe(false)

    const second = await start()
    expect(await query(second, 'select number from note')).toEqual([{ number: 7 }])
  })

  test('the server listens on a socket that only its own user reaches, and on no address', async () => {
    const server = await start()
    expect(await query(server, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
    expect((await stat(server.connection.host)).mode & 0o777).toBe(0o700)
  })

  test('text is UTF-8, upper case knows Swedish letters, and names sort in Swedish', async () => {
    const server = await start()
    const [row] = await query(
      server,
      `select upper('åäö') as upper, string_agg(name, '' order by name collate "sv-x-icu") as sorted
       from unnest(array['ö', 'z', 'a', 'å', 'ä']) as name`,
    )
    expect(row).toEqual({ upper: 'ÅÄÖ', sorted: 'azåäö' })
  })

  test('a folder with a long name gets its socket among the temporary files', async () => {
    const deep = join(home, 'å'.repeat(60))
    const server = await start(deep)
    expect(server.connection.host.startsWith(deep)).toBe(false)
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    await rm(server.connection.host, { recursive: true })
  })

  test('on loopback the password is asked for', async () => {
    const server = await start(join(home, 'loopback'), { transport: 'loopback' })
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
    const guess = { connection: { ...server.connection, password: 'gissning' }, stop: server.stop }
    await expect(query(guess, 'select 1')).rejects.toThrow(/password authentication failed/)
  })
})

describe('two users of one folder', () => {
  test('the second start joins, and the server runs until the last one leaves', async () => {
    const first = await start()
    const pid = await serverPid()
    const second = await start()
    expect(await serverPid()).toBe(pid)

    await first.stop()
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
    expect(isRunning()).toBe(false)
  })

  test('two first starts at once end with one server', async () => {
    const fresh = join(home, 'fresh')
    const [first, second] = await Promise.all([start(fresh), start(fresh)])
    await query(first, 'create table shared ()')
    expect(await query(second, 'select * from shared')).toEqual([])
  })
})

describe('after a crash', () => {
  test('a server whose process was killed is joined by the next', async () => {
    const child = await startInChild()
    const pid = await serverPid()
    child.kill('SIGKILL')
    await once(child, 'exit')

    const server = await start()
    expect(await serverPid()).toBe(pid)
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    expect(isRunning()).toBe(false)
  })

  test('a killed server is started again for the process that uses it, and no acknowledged row is lost', async () => {
    const server = await start()
    await query(server, 'create table counted (number integer)')
    const acknowledged = await insertUntil(server, async () => process.kill(await serverPid(), 'SIGKILL'))

    const rows = await queryWhenBack(server, 'select number from counted order by number')
    const found = new Set(rows.map(({ number }) => number))
    expect(acknowledged.length).toBeGreaterThan(10)
    expect(acknowledged.filter((number) => !found.has(number))).toEqual([])
  })

  test('a killed server is recovered by the next start', async () => {
    const child = await startInChild()
    child.kill('SIGKILL')
    process.kill(await serverPid(), 'SIGKILL')

    const server = await start()
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test.runIf(process.platform === 'linux')(
    'a lock file that names some other process does not stop the start',
    async () => {
      const first = await start()
      const lock = await readFile(join(dataDir, 'pg/postmaster.pid'), 'utf8')
      await first.stop()
      await writeFile(join(dataDir, 'pg/postmaster.pid'), lock.replace(/^\d+/, String(process.pid)))

      const second = await start()
      expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }])
    },
  )
})

describe('a signal', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('%s stops the server in order', async (signal) => {
    const child = await startInChild()
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(isRunning()).toBe(false)
    expect(await readFile(join(dataDir, 'pg.log'), 'utf8')).toMatch(/database system is shut down/)
  })
})

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('where user namespaces are forbidden the server runs as nobody, and the same folder can be used again with them', async () => {
    await chmod(home, 0o755)
    const path = process.env.PATH
    process.env.PATH = `${await forbiddingUnshare()}:${path}`
    const server = await start().finally(() => (process.env.PATH = path))
    expect((await stat(join(dataDir, 'pg'))).uid).toBe(65534)
    await query(server, 'create table kept ()')
    await server.stop()

    const again = await start()
    expect((await stat(join(dataDir, 'pg'))).uid).toBe(0)
    expect(await query(again, 'select * from kept')).toEqual([])
  })

  test("another user's folder is let be", async () => {
    const theirs = join(home, 'theirs')
    await mkdir(join(theirs, 'pg'), { recursive: true })
    await writeFile(join(theirs, 'pg/PG_VERSION'), '17\n')
    await chown(join(theirs, 'pg'), 1000, 1000)
    await expect(start(theirs)).rejects.toThrow(/tillhör en annan användare/)
    expect((await stat(join(theirs, 'pg'))).uid).toBe(1000)
  })
})

/** A folder with an `unshare` that fails as it does in a container that forbids namespaces. */
async function forbiddingUnshare(): Promise<string> {
  const dir = join(home, 'bin')
  await mkdir(dir)
  await writeFile(join(dir, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  return dir
}

/** Starts the server from a Node process of its own, and waits until it runs. */
async function startInChild(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [support('run-typescript.mjs'), support('start-embedded.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

const support = (name: string) => join(import.meta.dirname, '../support', name)

/** Inserts numbers one by one; after a while `interrupt` is called. Returns the numbers the server acknowledged. */
async function insertUntil(server: EmbeddedServer, interrupt: () => Promise<unknown>): Promise<number[]> {
  const client = new pg.Client({ ...server.connection, database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  const acknowledged: number[] = []
  const later = delay(200).then(interrupt)
  try {
    for (let number = 1; ; number += 1) {
      await client.query('insert into counted values ($1)', [number])
      acknowledged.push(number)
    }
  } catch {
    await later
    return acknowledged
  }
}
