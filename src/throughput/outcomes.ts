import type { Gender } from '../interventions/enrolments.ts'
import { type Count, countOf, type Days } from '../interventions/summary.ts'
import {
  type CodeOf,
  closureReasons,
  codesOf,
  type employerKinds,
  outcomeClasses,
} from '../parameters/code-lists/casework.ts'
import { checkOutcome, type OutcomeCheck, outcomeChecks } from '../pathway/outcome-check.ts'
import type { Path } from '../pathway/path.ts'
import { addDays, type Day } from '../values/day.ts'
import { addMonths, type Month, month } from '../values/month.ts'

export type ClosureReason = CodeOf<typeof closureReasons>

/** A closing to self-support, and what the payments said of it since. */
export type Closing = {
  householdId: number
  /** The main applicant's. */
  gender: Gender | null
  on: Day
  reason: ClosureReason
  /** Of a closing to work: who employs, where it was recorded. */
  employerKind: CodeOf<typeof employerKinds> | null
  /** 3, 6 and 12 months. */
  checks: OutcomeCheck[]
  /** Those of the checks whose whole time the payments are known for. */
  due: OutcomeCheck['months'][]
}

type Known = { period: Days; assisted: readonly Month[]; lastKnownMonth: Month | null }

/** A household's closings to self-support in a period, also those that it has come back from. Other reasons are not followed. */
export function closingsOf(
  householdId: number,
  path: Path,
  gender: Gender | null,
  { period, assisted, lastKnownMonth }: Known,
): Closing[] {
  return path.closures
    .filter(({ on, said }) => period.from <= on && on < period.until && closureReasons[said.reason].selfSupport)
    .map(({ on, said: { reason } }) => ({
      householdId,
      gender,
      on,
      reason,
      employerKind: closureReasons[reason].class === 'A' ? employerAt(path, on) : null,
      checks: checkOutcome(on, assisted, lastKnownMonth),
      due: outcomeChecks.filter(
        (months) => lastKnownMonth !== null && addMonths(month(on.slice(0, 7)), months) <= lastKnownMonth,
      ),
    }))
}

/** A job may be recorded some days after the closing that it led to. */
const daysLate = 31

function employerAt({ employments }: Path, day: Day): Closing['employerKind'] {
  const held = employments.filter(({ on, ended }) => on <= addDays(day, daysLate) && (!ended || day < ended.on))
  return held.at(-1)?.said.employerKind ?? null
}

/**
 * How many closings the payments confirm and take back after so many months, of those whose months have all passed: a return
 * is known at once and a confirmation only at the end, so that a share of unripe closings would be too low.
 * `waiting`: whose months have not all passed; `returnedEarly`: those of them that have come back already.
 */
export type CheckCount = {
  months: OutcomeCheck['months']
  confirmed: Count
  takenBack: Count
  waiting: Count
  returnedEarly: Count
}

export type OutcomeRow = { closings: Count; checks: CheckCount[] }

export type Outcomes = OutcomeRow & {
  /** By national class, and by reason within it. */
  byClass: (OutcomeRow & {
    class: CodeOf<typeof outcomeClasses>
    reasons: (OutcomeRow & { reason: ClosureReason })[]
  })[]
  /** Closings to work. */
  byEmployer: (OutcomeRow & { employerKind: Closing['employerKind']; subsidised: boolean })[]
}

/** The closings counted. */
export function outcomesOf(closings: readonly Closing[]): Outcomes {
  return {
    ...rowOf(closings),
    byClass: codesOf(outcomeClasses).flatMap((code) => {
      const those = closings.filter(({ reason }) => closureReasons[reason].class === code)
      return those.length === 0 ? [] : [{ class: code, ...rowOf(those), reasons: reasonsOf(those) }]
    }),
    byEmployer: [true, false].flatMap((subsidised) =>
      (['municipal', 'external', null] as const).flatMap((employerKind) => {
        const reason = subsidised ? 'work-subsidised' : 'work-unsubsidised'
        const those = closings.filter((each) => each.reason === reason && each.employerKind === employerKind)
        return those.length === 0 ? [] : [{ employerKind, subsidised, ...rowOf(those) }]
      }),
    ),
  }
}

const reasonsOf = (closings: readonly Closing[]) =>
  codesOf(closureReasons).flatMap((reason) => {
    const those = closings.filter((each) => each.reason === reason)
    return those.length === 0 ? [] : [{ reason, ...rowOf(those) }]
  })

const rowOf = (closings: readonly Closing[]): OutcomeRow => ({
  closings: countOf(closings),
  checks: outcomeChecks.map((months) => {
    const inState = (state: CheckState) => closings.filter((closing) => stateAfter(closing, months) === state)
    const early = closings.filter((each) => stateAfter(each, months) === 'waiting' && hasReturned(each, months))
    return {
      months,
      confirmed: countOf(inState('confirmed')),
      takenBack: countOf(inState('taken-back')),
      waiting: countOf(inState('waiting')),
      returnedEarly: countOf(early),
    }
  }),
})

export type CheckState = OutcomeCheck['state']['kind']

/** Where a closing is counted after 3, 6 or 12 months: as waiting until the months have passed, though it has come back. */
export const stateAfter = (closing: Closing, months: OutcomeCheck['months']): CheckState =>
  !closing.due.includes(months) ? 'waiting' : hasReturned(closing, months) ? 'taken-back' : 'confirmed'

const hasReturned = ({ checks }: Closing, months: OutcomeCheck['months']): boolean =>
  checks.some((check) => check.months === months && check.state.kind === 'taken-back')
