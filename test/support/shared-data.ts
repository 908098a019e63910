import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'vitest'

const root = resolve(import.meta.dirname, '../../../shared/data')

/** Path of a file of the reference data, which have licences of their own and are not part of the project. */
export const sharedPath = (file: string): string => join(root, file)

export const sharedJson = <Value>(file: string): Value => JSON.parse(readFileSync(join(root, file), 'utf8')) as Value

/** Mutation testing leaves them out (`SHARED_DATA=none`): the score is to be that of the tests everybody has. */
const isHere = existsSync(root) && process.env['SHARED_DATA'] !== 'none'

/** A test on the reference data. Where they are missing it is skipped, and says so. */
export function testWithSharedData(name: string, work: () => void | Promise<void>): void {
  if (!isHere) console.log(`Skipped, the reference data are not here: ${name}`)
  test.skipIf(!isHere)(name, work)
}
