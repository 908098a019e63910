import { monthInWords } from '../values/month.ts'
import type { HouseholdDetails } from './household-view.ts'
import { householdText } from './register.text.ts'

const text = householdText.sentence

/** The timeline in words: months with assistance, amounts, rejections and the latest obstacle. */
export function sentenceAbout({ months, obstacles }: HouseholdDetails): string {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return householdText.empty
  const withAssistance = months.filter(({ amountOre }) => amountOre > 0).length
  const total = months.reduce((sum, { amountOre }) => sum + amountOre, 0)
  const outcomes = months.flatMap(({ decisions }) => decisions.map(({ outcome }) => outcome))
  const rejected = outcomes.filter((outcome) => outcome === 'rejected').length
  const obstacle = obstacles.toSorted((a, b) => (a.month < b.month ? -1 : 1)).at(-1)
  return [
    text.assistance(monthInWords(first.month), monthInWords(last.month), withAssistance, months.length),
    withAssistance ? text.paid(total, total / withAssistance) : '.',
    rejected ? text.rejected(rejected, outcomes.length) : '',
    obstacle ? text.obstacle(obstacle.label) : '',
  ].join('')
}
