import { type MonthIndex } from '../values/month.ts'
import type { Home } from './compositions.ts'
import type { Amounts } from './payments.ts'
import { type Plan, yearOf } from './plan.ts'
import type { Random } from './random.ts'

/** An application and the decision it got. Kronor is null for a rejection. */
export type Application = {
  household: number
  at: MonthIndex
  appliedOn: string
  kind: string
  decidedOn: string
  outcome: 'Bifall' | 'Delavslag' | 'Avslag'
  reason: string
  kronor: number | null
}

/** One application with its decision for every assisted and every rejected month, month by month. */
export function* applicationsOf(
  homes: readonly Home[],
  amounts: Amounts,
  plan: Plan,
  random: Random,
): Generator<Application> {
  const byMonth: { home: Home; kronor: number | null; kind: string }[][] = Array.from(
    { length: plan.until - plan.first },
    () => [],
  )
  for (const home of homes) {
    for (const [position, at] of home.months.entries()) {
      byMonth[at - plan.first]!.push({ home, kronor: amounts.get(home)![position]!, kind: kindAt(home, at) })
    }
    for (const at of home.rejected) byMonth[at - plan.first]!.push({ home, kronor: null, kind: kindAt(home, at) })
  }
  for (const [offset, rows] of byMonth.entries()) {
    for (const { home, kronor, kind } of rows) {
      yield { ...decide(plan.first + offset, kronor, random), household: home.number, kind, kronor }
    }
  }
}

/** Three months or more without assistance make a return; a shorter break is the same need. */
function kindAt(home: Home, at: MonthIndex): string {
  const previous = home.months.findLast((month) => month < at) ?? home.lastBefore
  if (previous === null) return home.rejected.some((month) => month < at) ? 'Återansökan' : 'Nyansökan'
  return at - previous > 3 ? 'Återansökan' : 'Fortsatt ansökan'
}

const rejectionReasons = [
  'Inkomst över norm',
  'Inkomst över norm',
  'Ofullständig ansökan',
  'Ej medverkat',
  'Egna tillgångar',
]
const partialReasons = ['Del av ansökta utgifter ej skälig', 'Boendekostnad över skälig nivå']

function decide(
  at: MonthIndex,
  kronor: number | null,
  random: Random,
): Omit<Application, 'household' | 'kind' | 'kronor'> {
  const applied = random.between(3, 18)
  const dates = { at, appliedOn: day(at - 1, applied), decidedOn: day(at - 1, applied + random.between(1, 5)) }
  if (kronor === null) return { ...dates, outcome: 'Avslag', reason: random.pick(rejectionReasons) }
  if (random.chance(0.1)) return { ...dates, outcome: 'Delavslag', reason: random.pick(partialReasons) }
  return { ...dates, outcome: 'Bifall', reason: '' }
}

const day = (at: MonthIndex, date: number): string =>
  `${yearOf(at)}-${String((at % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`
