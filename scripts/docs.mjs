/**
 * `npm run docs`: makes the generated documents anew: data dictionary, definitions, OpenAPI, and the manual
 * of the calculations with its pictures.
 *
 * The tests that hold them up to date are what write them, so that the two can never differ.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensurePackages } from './ensure.mjs'

await ensurePackages()
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'test/generated-documents.test.ts', 'test/calculations-manual.test.ts'],
  { cwd: join(import.meta.dirname, '..'), stdio: 'inherit', env: { ...process.env, WRITE_DOCUMENTS: '1' } },
)
process.exitCode = status ?? 1
