import { expect, test } from 'vitest'
import { month, monthIndex } from '../values/month.ts'
import { createRandom } from './random.ts'
import { reasons } from './reasons.ts'
import { type Household, simulateSpells } from './spells.ts'

const plan = { first: monthIndex(month('2016-01')), until: monthIndex(month('2019-05')), scale: 10 }
const { households } = simulateSpells(plan, createRandom(1, 'spells'))

/** −log of the share that stays in a month: proportional to the hazard. */
function hazardOf(wanted: (household: Household, at: number) => boolean): number {
  let atRisk = 0
  let left = 0
  for (const household of households) {
    for (const [position, at] of household.months.entries()) {
      if (at + 1 === plan.until || !wanted(household, at)) continue
      atRisk += 1
      if (household.months[position + 1] !== at + 1) left += 1
    }
  }
  return -Math.log(1 - left / atRisk)
}

const isAlike = (household: Household) => !household.slow && reasons[household.reason]!.group === 'unemployed'
const isUnder = (intervention: string, months: number) => (household: Household, at: number) =>
  isAlike(household) &&
  household.enrolments.some(
    (each) => each.intervention === intervention && each.start <= at && at < each.start + months,
  )
const isUntouched = (household: Household, at: number) =>
  isAlike(household) && household.enrolments.every(({ start }) => at < start || at >= start + 8)

test.each([
  ['Jobbtorg', 6, 1.3],
  ['Jobbjakten', 4, 1.5],
  ['Arbetspraktik', 3, 0.8],
  ['MICA', 4, 1],
])('%s changes the hazard of leaving as it is said to', (intervention, effectMonths, ratio) => {
  const found = hazardOf(isUnder(intervention, effectMonths)) / hazardOf(isUntouched)
  expect(Math.abs(Math.log(found / ratio))).toBeLessThan(0.1)
})

test('those with social obstacles and pensioners leave more slowly than the unemployed', () => {
  const hazard = (group: string) => hazardOf(({ reason }) => reasons[reason]!.group === group)
  expect(hazard('social')).toBeLessThan(hazard('unemployed') / 2)
  expect(hazard('pension')).toBeLessThan(hazard('social'))
})

test('some come back after a single month, and others after three or more', () => {
  const gaps = households.flatMap(({ months }) => months.slice(1).map((at, position) => at - months[position]! - 1))
  expect(gaps.filter((gap) => gap === 1).length).toBeGreaterThan(100)
  expect(gaps.filter((gap) => gap >= 3).length).toBeGreaterThan(100)
})
