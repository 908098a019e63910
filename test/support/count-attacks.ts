/**
 * `run-typescript.mjs count-attacks.ts GUARD FIRST COUNT STEP` in a thread: attacks every STEPth municipality and posts what came of
 * each. Where no thread waits for it, it writes it.
 */
import { parentPort } from 'node:worker_threads'
import { attackPublications, type Guard } from './attack-publications.ts'

const [guard = 'guarded', ...numbers] = process.argv.slice(3)
const [first = 1, count = 40, step = 1] = numbers.map(Number)

const isGuard = (text: string): text is Guard => ['guarded', 'one by one', 'simple'].includes(text)
if (!isGuard(guard)) throw new Error(`There is no guard called ${guard}`)

for (let seed = first; seed < first + count; seed += step) {
  const { recovered, early, ...sums } = await attackPublications(seed, guard)
  const found = { seed, ...sums, recovered: recovered.length, early: early.length }
  if (parentPort) parentPort.postMessage(found)
  else console.log(JSON.stringify(found))
  if (guard === 'guarded' && recovered.length + early.length > 0)
    console.log(`municipality ${seed}: ${[...recovered, ...early].join(' ')}`)
}
