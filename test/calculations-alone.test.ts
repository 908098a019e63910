import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { programExample } from '../src/manual/program-example.ts'
import { compiledCode } from './support/compiled-program.ts'

const root = resolve(import.meta.dirname, '..')

/** The package as it is built: its name and exports, and the compiled code where they look for it. */
const dir = compiledCode()
const { name, type, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>
writeFileSync(join(dir, 'package.json'), JSON.stringify({ name, type, exports }).replaceAll('./dist/', './'))

test('the program in the manual uses the library by the name of the package, and prints what is told', () => {
  writeFileSync(join(dir, 'example.js'), programExample.code)
  const { stdout, stderr } = spawnSync(process.execPath, [join(dir, 'example.js')], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(stdout).toBe(programExample.prints)
})

test('TypeScript finds the types of the library', () => {
  writeFileSync(
    join(dir, 'typed.ts'),
    `import { estimateEffect } from 'utfall/calculations/effect/estimate'
     export const wrong: string = estimateEffect({ treated: new Uint8Array(0), outcome: new Float64Array(0), covariates: [] }, 'ipw').estimate`,
  )
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--ignoreConfig']
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/ts7/bin/tsc'), ...options, join(dir, 'typed.ts')],
    { encoding: 'utf8' },
  )
  expect(stdout.match(/error TS\d+: .*/g)).toEqual(["error TS2322: Type 'number' is not assignable to type 'string'."])
})
