import { expect, test } from 'vitest'
import { codesOf, oneGroup, rowsWithCode, take } from './columns.ts'

test('numbers are in order of size', () =>
  expect(codesOf(['10', '9', '10'])).toEqual({ codes: Int32Array.of(1, 0, 1), labels: ['9', '10'] }))
test('words are in order of their letters, however the rows lie', () =>
  expect(codesOf(['b', 'a', '10', '9']).labels).toEqual(['10', '9', 'a', 'b']))
test('a missing word has no code', () =>
  expect(codesOf(['', '2', '1'])).toEqual({ codes: Int32Array.of(-1, 1, 0), labels: ['1', '2'] }))
test('one group holds every row', () => expect(oneGroup(2)).toEqual({ codes: Int32Array.of(0, 0), labels: ['all'] }))
test('the rows of a code, in their order', () =>
  expect(rowsWithCode(codesOf(['a', 'b', 'a']), 0)).toEqual(Int32Array.of(0, 2)))
test('the values of chosen rows', () =>
  expect(take(Float64Array.of(5, 6, 7), Int32Array.of(2, 0))).toEqual(Float64Array.of(7, 5)))
