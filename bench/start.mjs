/** How long until the app answers: the first start makes the database and the demo, later ones find them. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { heading, line, spread, written } from './timing.mjs'

const port = 4097
const patienceMs = 180_000
const dir = await mkdtemp(join(tmpdir(), 'utfall-bench-'))
try {
  heading('Start until the app answers')
  line('first start: database, demo, import', `${written(await start())} ms`)
  const later = []
  for (let round = 0; round < 3; round++) later.push(await start())
  line('later starts', `${spread(later)} ms`)
} finally {
  await rm(dir, { recursive: true, force: true })
}

async function start() {
  const began = performance.now()
  const cli = join(import.meta.dirname, '../dist/cli.js')
  const child = spawn(process.execPath, [cli, 'start', '--demo', '--data', dir, '--port', String(port)], {
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  while (!(await answers())) {
    if (child.exitCode !== null || performance.now() - began > patienceMs) throw new Error('The app did not start')
    await delay(10)
  }
  const ms = performance.now() - began
  child.kill('SIGTERM')
  await ended
  return ms
}

function answers() {
  return fetch(`http://127.0.0.1:${port}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  )
}
