/**
 * A thousand random municipalities publish for a year, and one reader reads it all: how many small counts can she work out?
 * `ATTACKS=100 npm run bench -- publication-attack` for fewer. Two threads.
 */
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

const at = (path) => join(import.meta.dirname, '..', path)
const attacks = Number(process.env.ATTACKS ?? 1000)
const threads = 2
setPriority(10)

/** Of `count` municipalities, the sums of what came of each. */
async function attacked(guard, count) {
  const sums = {}
  const add = (found) => {
    for (const [name, number] of Object.entries(found)) if (name !== 'seed') sums[name] = (sums[name] ?? 0) + number
    sums.attacks = (sums.attacks ?? 0) + 1
    if (sums.attacks % 20 === 0 && guard === 'guarded') console.log(line(guard, sums))
  }
  const share = (first) =>
    new Promise((done, failed) => {
      const argv = [at('test/support/count-attacks.ts'), guard, first, count - first + 1, threads].map(String)
      const worker = new Worker(at('test/support/run-typescript.mjs'), { argv })
      worker.on('message', add)
      worker.on('error', failed)
      worker.on('exit', done)
    })
  await Promise.all(Array.from({ length: Math.min(threads, count) }, (_, thread) => share(thread + 1)))
  console.log(line(guard, sums))
  return sums
}

const line = (guard, { attacks: made, printed, hidden, withheld, small, recovered, early }) =>
  `${guard}: ${made} attacks, ${printed} counts printed, ${hidden} of them withheld (${((100 * hidden) / printed).toFixed(1)} %), ` +
  `${withheld} numbers withheld across publications, ${small} small counts, ${recovered} recovered, ${early} told early`

const started = performance.now()
// That the attacker can do anything at all is shown on a few of them.
const few = Math.min(20, Math.ceil(attacks / 20))
await attacked('simple', few)
const alone = await attacked('one by one', few)
const guarded = await attacked('guarded', attacks)
console.log(`publication-attack ${Math.round((performance.now() - started) / 1000)} s`)
if (guarded.recovered + guarded.early > 0 || alone.recovered === 0) process.exitCode = 1
