import type { Month } from '../values/month.ts'
import { month, monthIndex } from '../values/month.ts'
import type { Dated } from './dated.ts'

/** The level of the national norm (riksnormen), 2025 = 100. A year without a row is not known here, and is never guessed. */
export const nationalNormLevels: readonly Dated<number | null>[] = [
  { from: month('1990-01'), value: null, source: 'Inte inlagd: beloppen per år står i socialtjänstförordningen' },
  { from: month('2025-01'), value: 100, source: 'Socialtjänstförordningen (2025:468) 12 kap.' },
  { from: month('2026-01'), value: 100.7, source: 'Höjd med 0,7 procent från 2025, avrundad till tiotal kronor' },
  { from: month('2027-01'), value: null, source: 'Inte beslutad när raden skrevs' },
]

/**
 * How the norm stood in one period against another, as the mean level of the months of each. Null when a month's level is not known.
 * Periods are half-open and not empty.
 */
export function normRatio(
  before: { from: Month; until: Month },
  after: { from: Month; until: Month },
  levels: readonly Dated<number | null>[] = nationalNormLevels,
): number | null {
  const [was, is] = [meanLevel(before, levels), meanLevel(after, levels)]
  return was === null || is === null ? null : is / was
}

function meanLevel({ from, until }: { from: Month; until: Month }, levels: readonly Dated<number | null>[]) {
  let sum = 0
  for (let index = monthIndex(from); index < monthIndex(until); index++) {
    const level = levels.findLast((row) => monthIndex(row.from) <= index)?.value ?? null
    if (level === null) return null
    sum += level
  }
  return sum / (monthIndex(until) - monthIndex(from))
}
