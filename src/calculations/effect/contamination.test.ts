import { expect, test } from 'vitest'
import { codesOf } from '../columns.ts'
import { contamination, overlapsWindow } from './contamination.ts'

test('the share of each arm with another intervention', () => {
  const treated = Uint8Array.of(1, 1, 1, 1, 0, 0)
  expect(contamination(treated, [1, 0, 0, 0, 1, 0])).toEqual({ treated: 0.25, controls: 0.5 })
})

test('an arm without anyone has no share; an unknown counts as another intervention', () => {
  expect(contamination(Uint8Array.of(1), [0])).toEqual({ treated: 0, controls: null })
  expect(contamination(Uint8Array.of(0), [Number.NaN])).toEqual({ treated: null, controls: 1 })
})

test('an enrolment overlaps the window when it starts before its end and ends after its start', () => {
  const rows = { household: codesOf(['a', 'a', 'b', 'c', '']), index: Int32Array.of(10, 30, 10, 10, 10) }
  const others = {
    household: Int32Array.of(0, 1, 1),
    start: Int32Array.of(21, 5, 22),
    until: Int32Array.of(25, 10, 30),
  }
  expect([...overlapsWindow(rows, 12, others)]).toEqual([1, 0, 0, 0, 0])
  expect([...overlapsWindow(rows, 13, others)]).toEqual([1, 0, 1, 0, 0])
  expect([...overlapsWindow(rows, 11, others)]).toEqual([0, 0, 0, 0, 0])
})

test('enrolments of households that are not compared say nothing', () => {
  const rows = { household: codesOf(['a']), index: Int32Array.of(10) }
  const others = { household: Int32Array.of(-1, 1), start: Int32Array.of(10, 10), until: Int32Array.of(20, 20) }
  expect([...overlapsWindow(rows, 12, others)]).toEqual([0])
})

test('an enrolment that ends as the window starts is outside it', () => {
  const rows = { household: codesOf(['a']), index: Int32Array.of(10) }
  const enrolled = (until: number) => ({
    household: Int32Array.of(0),
    start: Int32Array.of(1),
    until: Int32Array.of(until),
  })
  expect([...overlapsWindow(rows, 12, enrolled(10))]).toEqual([0])
  expect([...overlapsWindow(rows, 12, enrolled(11))]).toEqual([1])
})
