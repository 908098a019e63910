import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deliveryValues } from '../catalogue/layout-bodies.ts'
import { faultsInLayout, type LayoutBodyField, positionsOf, remarksOnLayout } from './layout-schema.ts'
import { monthlyLayouts } from './layouts/monthly-layouts.ts'

const field = (changes: Partial<LayoutBodyField> = {}): LayoutBodyField => ({
  ...{ name: 'Ar', value: 'year', width: 4, missing: 'stops' },
  ...changes,
})
const kinds = (...fields: LayoutBodyField[]) => faultsInLayout({ fields }).map(({ at, kind }) => `${at} ${kind}`)

test('the layouts that come with the program have no fault', () => {
  for (const layout of monthlyLayouts) expect(faultsInLayout(layout)).toEqual([])
})

test('a name or a value that stands twice is a fault of the second field', () => {
  expect(kinds(field(), field({ value: 'month' }))).toEqual(['1 name-taken'])
  expect(kinds(field(), field({ name: 'Year' }))).toEqual(['1 value-taken'])
  expect(kinds(field({ name: 'Å r' }))).toEqual(['0 name-wrong'])
})

test('a field has room for what always stands in it, and for its longest code', () => {
  expect(kinds(field({ width: 3 }))).toEqual(['0 too-narrow'])
  expect(kinds(field({ name: 'P', value: 'identity1', width: 10 }))).toEqual(['0 too-narrow'])
  expect(kinds(field({ value: 'gender1', width: 1, codes: { woman: '2', man: '1' } }))).toEqual([])
  expect(kinds(field({ value: 'gender1', width: 1, codes: { woman: 'kv', man: '1' } }))).toEqual(['0 code-too-long'])
})

test('codes can be read back, and are of something that the register has', () => {
  expect(kinds(field({ value: 'gender1', codes: { woman: '1', man: '1' } }))).toEqual(['0 code-twice'])
  expect(kinds(field({ value: 'obstacle1', codes: { arbetslos: '1' } }))).toEqual(['0 code-of-nothing'])
  expect(kinds(field({ value: 'kronor', codes: { '5': '1' } }))).toEqual(['0 code-of-nothing'])
})

test('what a row cannot be understood without, and obstacles without a code, are remarked on', () => {
  const obstacle = field({ name: 'Hinder1', value: 'obstacle1', width: 2, codes: { unemployed_noBenefit: '01' } })
  const remarks = remarksOnLayout({ fields: [field(), obstacle], source: '' })
  expect(remarks).toContainEqual({ kind: 'lacks', value: 'identity1' })
  expect(remarks).toContainEqual({ kind: 'no-source' })
  expect(remarks.find(({ kind }) => kind === 'uncoded')).toMatchObject({ at: 1 })
})

test('positions follow one another without a gap, whatever the widths', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: deliveryValues.length }),
      (widths) => {
        const places = positionsOf(widths.map((width) => ({ width })))
        for (const [at, { first, last }] of places.entries()) {
          expect(first).toBe((places[at - 1]?.last ?? 0) + 1)
          expect(last - first + 1).toBe(widths[at])
        }
      },
    ),
    { seed: 6, numRuns: 50 },
  )
})
