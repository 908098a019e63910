import { describe, expect, test } from 'vitest'
import { timeTicks } from './geometry.ts'

describe('the ticks of a time axis', () => {
  test('divide a year, as many as have room', () => {
    expect(timeTicks(36, 256, 40)).toEqual([0, 6, 12, 18, 24, 30, 36])
    expect(timeTicks(40, 800, 40)).toHaveLength(21)
    expect(timeTicks(30, 100, 40)).toEqual([0, 12, 24])
  })
  test('are the two ends when no step is long enough, and every month when all have room', () => {
    expect(timeTicks(1_000_000, 300, 40)).toEqual([0, 1_000_000])
    expect(timeTicks(2, 300, 40)).toEqual([0, 1, 2])
  })
})
