import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { calculateCommand } from '../../src/calculate/calculate.ts'

/** Runs `utfall calculate …` in this process and gives what it would have written. Refusals and wrong options throw. */
export async function calculate<Result>(...args: string[]): Promise<Result> {
  let written: unknown
  const command = calculateCommand((result) => (written = result))
  for (const each of [command, ...command.commands]) each.exitOverride().configureOutput({ writeErr: () => {} })
  await command.parseAsync(args, { from: 'user' })
  return written as Result
}

/** Writes text to files that are gone when the tests of the file are done. */
export function csvFiles(): (text: string) => string {
  const dir = mkdtempSync(join(tmpdir(), 'utfall-calculate-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  let count = 0
  return (text) => {
    const file = join(dir, `${++count}.csv`)
    writeFileSync(file, text)
    return file
  }
}
