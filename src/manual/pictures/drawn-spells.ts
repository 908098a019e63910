import { oneGroup } from '../../calculations/columns.ts'
import { seededRandom } from '../../calculations/random.ts'
import { followUpOf } from '../../calculations/survival/follow-up.ts'
import { kaplanMeier } from '../../calculations/survival/kaplan-meier.ts'
import { tablesByGroup } from '../../calculations/survival/risk-table.ts'
import { survivalQuantile } from '../../calculations/survival/survival-quantile.ts'
import type { SurvivalColumns } from '../../charts/survival-chart.ts'

/** First and last month with assistance, counted from the first month of the data. */
export type DrawnSpell = { start: number; last: number }

/** The last month of the data. */
export const lastMonth = 47

/** A thousand spells that start over nine years, of which the data show the last four. Some leave soon, others do not. */
export function drawnSpells(seed: number): DrawnSpell[] {
  const random = seededRandom(seed)
  return Array.from({ length: 1000 }, () => {
    const start = random.integer(108) - 60
    const hazard = random.next() < 0.5 ? 0.16 : 0.03
    const months = 1 + Math.floor(Math.log(1 - random.next()) / Math.log(1 - hazard))
    return { start, last: start + months - 1 }
  })
}

export type FollowedSpell = { months: number; left: boolean }

/** A spell that has not surely ended is followed until the month before the last. */
export const followed = ({ start, last }: DrawnSpell): FollowedSpell =>
  last < lastMonth ? { months: last - start + 1, left: true } : { months: lastMonth - start, left: false }

/** The Kaplan–Meier curve of spells, for a chart. */
export function curveOf(name: string, spells: readonly FollowedSpell[]): SurvivalColumns {
  const sample = {
    time: Float64Array.from(spells, ({ months }) => months),
    exit: Int32Array.from(spells, ({ left }) => (left ? 1 : 0)),
    causes: 1,
    group: oneGroup(spells.length),
  }
  const curve = kaplanMeier(tablesByGroup(followUpOf(sample))[0]!)
  return { name, ...curve, median: survivalQuantile(curve, 0.5).estimate }
}

/** Only the lines, where bands of several curves would hide one another. */
export const withoutBand = (curve: SurvivalColumns): SurvivalColumns => ({
  ...curve,
  lower: Array.from(curve.time, () => null),
  upper: Array.from(curve.time, () => null),
})

/** The curve up to a month, where a long tail says nothing more. */
export function untilMonth({ name, median, ...columns }: SurvivalColumns, month: number): SurvivalColumns {
  const kept = Array.from(columns.time, Number).filter((each) => each <= month).length
  const cut = (column: ArrayLike<number | null>) => Array.from(column).slice(0, kept)
  const { time, atRisk, censored, survival, lower, upper } = columns
  return {
    name,
    median,
    time: cut(time),
    atRisk: cut(atRisk),
    censored: cut(censored),
    survival: cut(survival),
    lower: cut(lower),
    upper: cut(upper),
  }
}

export const survivalTexts = (title: string) => ({
  title,
  valueLabel: 'kvar med bistånd',
  timeLabel: 'månader sedan start',
  timeUnit: 'månader',
})
