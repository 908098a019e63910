import { describe, expect, test } from 'vitest'
import { CannotCalculate } from '../calculations/refusal.ts'
import type { Situation, SpecTable } from './spec.ts'
import { specs } from './specs.ts'

for (const spec of specs)
  describe(spec.title, () => {
    for (const situation of spec.situations) test(situation.title, () => expectSituation(situation))
  })

test('no two methods share an id', () => expect(new Set(specs.map(({ id }) => id)).size).toBe(specs.length))

function expectSituation({ given, find, expected }: Situation) {
  if ('refused' in expected) return expect(refusalOf(() => find(given))).toBe(expected.refused)
  const found = find(given)
  expect(found.columns).toEqual(expected.columns)
  expect(found.rows.map((row) => row.length)).toEqual(expected.rows.map((row) => row.length))
  found.rows.forEach((row, at) => row.forEach((cell, column) => expectCell(cell, expected.rows[at]![column]!)))
}

/** The kind of the refusal; null when there is none. A bug is thrown on. */
function refusalOf(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof CannotCalculate) return error.kind
    throw error
  }
}

function expectCell(found: SpecTable['rows'][0][0], expected: SpecTable['rows'][0][0]) {
  if (typeof expected !== 'number' || typeof found !== 'number') return expect(found).toBe(expected)
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)))
}
