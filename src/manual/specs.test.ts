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
  if ('refused' in expected) return expect(() => find(given)).toThrow(refusalOfKind(expected.refused))
  const found = find(given)
  expect(found.columns).toEqual(expected.columns)
  expect(found.rows.length).toBe(expected.rows.length)
  found.rows.forEach((row, at) => row.forEach((cell, column) => expectCell(cell, expected.rows[at]![column]!)))
}

const refusalOfKind = (kind: string) =>
  expect.objectContaining({ name: new CannotCalculate('no-rows').name, kind }) as unknown as Error

function expectCell(found: SpecTable['rows'][0][0], expected: SpecTable['rows'][0][0]) {
  if (typeof expected !== 'number' || typeof found !== 'number') return expect(found).toBe(expected)
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)))
}
