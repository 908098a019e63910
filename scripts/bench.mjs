/**
 * `npm run bench`: builds, and measures what the README promises, each beside a peer of the same run.
 *
 * Arguments choose: `npm run bench -- import list`. Ends with 1 when a benchmark fails or the web app is too large.
 */
import { spawnSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { ensurePackages } from './ensure.mjs'

const all = [
  'web-size',
  'start',
  'list',
  'worklist',
  'figures',
  'import',
  'calculations',
  'year-end',
  'money',
  'report',
  'number-check',
]
/** Minutes on both cores: only when asked for by name. */
const long = ['savings-truth', 'publication-attack']
const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => ![...all, ...long].includes(name))
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}. Choose among: ${[...all, ...long].join(', ')}`)
  process.exit(2)
}

await ensurePackages()
await build()
const gigabytes = Math.round(totalmem() / 2 ** 30)
console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${gigabytes} GiB, ${process.platform}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`,
)
// A process for each: what one leaves in memory and in the optimiser does not reach the next.
for (const name of chosen.length > 0 ? chosen : all) {
  const file = join(import.meta.dirname, `../bench/${name}.mjs`)
  const { status } = spawnSync(process.execPath, ['--expose-gc', file], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
