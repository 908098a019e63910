/**
 * What the demo's programmes saved as `realisedSavings` finds it, beside what they truly saved, over many seeds.
 * Beside it the number that is usually told, and a comparison by history alone. `SEEDS=10` asks for fewer.
 */
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { against, heading, line, written } from './timing.mjs'

const seeds = Number(process.env.SEEDS ?? 100)
const parts = Math.min(availableParallelism(), seeds)
const [own] = process.argv.slice(2)

if (own === undefined) await compareAll()
else await findSome(Number(own))

/** Every `parts`th seed, each told when it is done. */
async function findSome(first) {
  const file = join(import.meta.dirname, '../test/support/savings-study.ts')
  const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' })
  for (let seed = first; seed <= seeds; seed += parts) process.send({ seed, found: module.savingsOfSeed(seed) })
  process.disconnect()
}

async function compareAll() {
  heading(`What programmes saved, ${seeds} seeds of the demo: tkr a seed, before their own cost`)
  const bySeed = (await Promise.all(Array.from({ length: parts }, (_, part) => answersOf(part + 1)))).flat()
  for (const { intervention } of bySeed[0].found) {
    const all = bySeed.flatMap(({ found }) => found.filter((each) => each.intervention === intervention))
    const mean = (column) => written(all.reduce((sum, each) => sum + each[column], 0) / all.length / 1000)
    line(
      intervention,
      `${written(all.reduce((sum, { treated }) => sum + treated, 0) / all.length)} starts`,
      `truth ${mean('truth')}`,
      `found ${mean('estimate')} (${mean('lower')} to ${mean('upper')})`,
      `inside ${all.filter(isInside).length} of ${all.length}`,
      `by history alone ${mean('byHistory')}`,
      `persons × kr × months ${mean('naive')}`,
    )
  }
  const inside = bySeed.filter(({ found }) => isInside(found.at(-1))).length
  line('the sum within its own interval', against(inside >= 0.9 * seeds, `${inside} of ${seeds} seeds, at least 90 %`))
  if (inside < 0.9 * seeds) process.exitCode = 1
}

function isInside({ truth, lower, upper }) {
  return lower <= truth && truth <= upper
}

function answersOf(first) {
  return new Promise((resolve, reject) => {
    const answers = []
    const child = fork(import.meta.filename, [String(first)])
    child.on('message', (answer) => answers.push(answer))
    child.on('exit', (code) => (code === 0 ? resolve(answers) : reject(new Error(`part ${first} ended with ${code}`))))
  })
}
