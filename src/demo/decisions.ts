import type { MonthIndex } from '../values/month.ts'
import { firstNumber, type Home } from './compositions.ts'
import { homesByMonth } from './homes-by-month.ts'
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
  const decided = new Int32Array(homes.length)
  const rejected = homesByMonth(homes, plan, (home) => home.rejected)
  for (const [offset, assisted] of homesByMonth(homes, plan, ({ months }) => months).entries()) {
    const at = plan.first + offset
    for (const home of assisted) {
      const position = decided[home.number - firstNumber]!++
      const previous = position > 0 ? home.months[position - 1]! : home.lastBefore
      yield decide(home, at, kindAfter(previous, home, at), amounts.get(home)![position]!, random)
    }
    for (const home of rejected[offset]!) {
      const previous = home.months.findLast((month) => month < at) ?? home.lastBefore
      yield decide(home, at, kindAfter(previous, home, at), null, random)
    }
  }
}

/** Applied for, and not decided when the files were written: the month after the last, applied for during the last. */
export type Pending = Pick<Application, 'household' | 'at' | 'appliedOn' | 'kind'>

/** Households with assistance in the last month go on applying, and some of those that left lately come back. */
export function* pendingApplications(homes: readonly Home[], plan: Plan, random: Random): Generator<Pending> {
  const at = plan.until
  for (const home of homes) {
    const last = home.months.at(-1)
    if (last === undefined || at - last > 12) continue
    const kind = at - last > 3 ? 'Återansökan' : 'Fortsatt ansökan'
    if (last < at - 1 && !random.chance(0.15)) continue
    yield { household: home.number, at, kind, appliedOn: day(at - 1, random.between(3, 18)) }
  }
}

/** Three months or more without assistance make a return; a shorter break is the same need. */
function kindAfter(previous: MonthIndex | null, { rejected }: Home, at: MonthIndex): string {
  if (previous === null) return rejected.some((month) => month < at) ? 'Återansökan' : 'Nyansökan'
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

const noReason = ['']

function decide(home: Home, at: MonthIndex, kind: string, kronor: number | null, random: Random): Application {
  const applied = random.between(3, 18)
  const isPartial = random.chance(0.1)
  const outcome = kronor === null ? 'Avslag' : isPartial ? 'Delavslag' : 'Bifall'
  const reason = { Avslag: rejectionReasons, Delavslag: partialReasons, Bifall: noReason }[outcome]
  return {
    household: home.number,
    at,
    kind,
    appliedOn: day(at - 1, applied),
    decidedOn: day(at - 1, applied + random.between(1, 5)),
    outcome,
    reason: random.pick(reason),
    kronor,
  }
}

const day = (at: MonthIndex, date: number): string =>
  `${yearOf(at)}-${String((at % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`
