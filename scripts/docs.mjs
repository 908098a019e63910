/**
 * `npm run docs`: makes the generated documents anew: data dictionary, definitions, OpenAPI.
 *
 * The test that holds them up to date is what writes them, so that the two can never differ.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensurePackages } from './ensure.mjs'

await ensurePackages()
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'test/generated-documents.test.ts'],
  { cwd: join(import.meta.dirname, '..'), stdio: 'inherit', env: { ...process.env, WRITE_DOCUMENTS: '1' } },
)
process.exitCode = status ?? 1
