import { type Random, seededRandom } from '../../../src/calculations/random.ts'
import { type Pen, penOf } from './corpus-numbers.ts'
import { type Committee, committees, groups, shares, type Topic } from './corpus-words.ts'

/** What one text is about. What has been taken is not said anything else of in the same text. */
export type World = {
  random: Random
  pen: Pen
  committee: Committee
  year: number
  period: { text: string; until: string; months: number; prior: string }
  topic: () => Topic
  group: () => string
  share: () => string
  cost: () => string
  unit: () => string
  /** What is opened and closed, as "utredningar". */
  caseNoun: () => string
  between: (low: number, high: number) => number
  one: <T>(values: readonly T[]) => T
  chance: (share: number) => boolean
}

const periods = [
  { text: 'januari–mars', until: '31/3', months: 3 },
  { text: 'januari–april', until: '30/4', months: 4 },
  { text: 'januari–juni', until: '30/6', months: 6 },
  { text: 'januari till augusti', until: '31/8', months: 8 },
  { text: 'januari–september', until: '30/9', months: 9 },
]

export function worldOf(seed: number): World {
  const random = seededRandom(seed)
  const one = <T>(values: readonly T[]): T => values[random.integer(values.length)]!
  const between = (low: number, high: number) => low + random.integer(high - low + 1)
  const pen = penOf(random)
  const year = between(2009, 2024)
  const committee = random.next() < 0.45 ? committees[0]! : one(committees)
  const drawing = <T>(values: readonly T[]) => {
    const left = values
      .map((value) => ({ value, at: random.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ value }) => value)
    return () => {
      const next = left.pop()
      if (next === undefined) throw new Error('The text asks for more than the committee has')
      return next
    }
  }
  const { text, until, months } = one(periods)
  return {
    ...{ random, pen, committee, year, one, between },
    period: { text: `${text} ${year}`, until, months, prior: `samma period ${year - 1}` },
    ...{ topic: drawing(committee.flows), cost: drawing(committee.costs), unit: drawing(committee.units) },
    caseNoun: drawing(committee.cases),
    ...{ group: drawing(groups), share: drawing(shares) },
    chance: (share) => random.next() < share,
  }
}

/** A number of a topic's size, and another that differs visibly from it. */
export function twoOf({ between, random }: World, { low, high }: { low: number; high: number }): [number, number] {
  const before = between(low, high)
  const least = Math.max(4, Math.round(before * 0.04))
  const away = least + Math.floor(random.next() * before * 0.35)
  return [before, random.next() < 0.5 && before - away > 0 ? before - away : before + away]
}
