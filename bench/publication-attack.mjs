/** A thousand random municipalities publish for a year, and one reader reads it all: how many withheld counts can she work out? */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const at = (path) => join(import.meta.dirname, '..', path)
const started = performance.now()
const { status } = spawnSync(
  process.execPath,
  [at('test/support/run-typescript.mjs'), at('test/support/count-attacks.ts'), '1', process.env.ATTACKS ?? '1000'],
  { stdio: 'inherit', cwd: at('.') },
)
console.log(`publication-attack ${Math.round((performance.now() - started) / 1000)} s`)
process.exitCode = status ?? 1
