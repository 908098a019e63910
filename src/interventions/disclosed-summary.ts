import { isTooFew, protectLines, protectTable } from '../calculations/disclosure.ts'
import { outcomes } from '../parameters/code-lists/casework.ts'
import type { DisclosureLimits } from '../parameters/disclosure-limits.ts'
import {
  type Bucket,
  classCodes,
  type Count,
  outcomeCodes,
  type OutcomeClass,
  readAs,
  type Reading,
  readings,
  record,
  type Summary,
} from './summary.ts'
import type { Outcome } from './enrolments.ts'

/** A count as it may be shown: null where it would tell of too few. */
export type ShownCount = { [Part in keyof Count]: number | null }

export type ShownSummary = {
  [Figure in 'referred' | 'started' | 'ended' | 'completed' | 'waiting' | 'ongoing']: ShownCount
} & {
  outcomes: Record<Outcome, ShownCount>
  classes: Record<OutcomeClass, ShownCount>
  readings: Record<Reading, ShownCount>
  /** Null for whoever may not see the persons: a table of the same people beside that of outcomes would tell the hidden. */
  buckets: Record<Bucket, ShownCount> | null
  persons: { ended: ShownCount; selfSupport: ShownCount }
  waitingTime: Summary['waitingTime']
}

/**
 * The figures for somebody who may not see the persons behind them: small counts are hidden, with those that would give
 * them away. The outcomes are a table by gender with its sums; a class or a reading of them is shown only where all of its
 * outcomes are, so that it tells nothing that the rows do not. How many completed is shown where no outcome is hidden.
 * Does not guard against several interventions, periods, or figures that happen to count the same people taken together.
 */
export function disclose(summary: Summary, limits: DisclosureLimits): ShownSummary {
  const outcomeTable = protectedTable(outcomeCodes, summary.outcomes, limits)
  const sumOf = (members: readonly Outcome[], whole: ShownCount): ShownCount =>
    partwise((part) => (members.every((code) => outcomeTable.rows[code][part] !== null) ? whole[part] : null))
  const ended = outcomeTable.sum
  return {
    referred: single(summary.referred, limits),
    ended,
    started: single(summary.started, limits),
    waiting: single(summary.waiting, limits),
    ongoing: single(summary.ongoing, limits),
    completed: sumOf(outcomeCodes, partOf(summary.completed, summary.ended, ended, limits)),
    outcomes: outcomeTable.rows,
    buckets: null,
    classes: record(classCodes, (of) =>
      sumOf(
        outcomesWhere((code) => outcomes[code].class === of),
        summary.classes[of],
      ),
    ),
    readings: record(readings, (of) =>
      sumOf(
        outcomesWhere((code) => readAs(code, of)),
        summary.readings[of],
      ),
    ),
    persons: {
      ended: partOf(summary.persons.ended, summary.ended, ended, limits),
      selfSupport: partOf(summary.persons.selfSupport, summary.persons.ended, ended, limits),
    },
    waitingTime: isTooFew(summary.waitingTime.known, limits) ? { medianDays: null, known: 0 } : summary.waitingTime,
  }
}

/** A single count, split by gender: the line women, men, not known is protected as one. */
export function single(count: Count, limits: DisclosureLimits): ShownCount {
  if (isTooFew(count.all, limits)) return hidden
  const { hidden: cells, hideTotal } = protectLines([partsOf(count)], limits)
  return hideTotal ? hidden : { all: count.all, women: cells[0] ? null : count.women, men: cells[1] ? null : count.men }
}

/** A count within another: hidden also where what is left of the whole is too little, or the whole is hidden. */
const partOf = (part: Count, whole: Count, shownWhole: ShownCount, limits: DisclosureLimits): ShownCount => {
  const shown = single(part, limits)
  return partwise((each) =>
    shownWhole[each] === null || isTooFew(whole[each] - part[each], limits) ? null : shown[each],
  )
}

function protectedTable<Key extends string>(keys: readonly Key[], rows: Record<Key, Count>, limits: DisclosureLimits) {
  const counts = keys.map((key) => partsOf(rows[key]))
  const cells = protectTable(counts, limits)
  const shown = (at: number, count: Count): ShownCount => ({
    women: cells[at]![0] ? null : count.women,
    men: cells[at]![1] ? null : count.men,
    all: cells[at]![3] ? null : count.all,
  })
  const whole = (part: keyof Count) => keys.reduce((sum, key) => sum + rows[key][part], 0)
  return {
    rows: Object.fromEntries(keys.map((key, at) => [key, shown(at, rows[key])])) as Record<Key, ShownCount>,
    sum: shown(keys.length, { all: whole('all'), women: whole('women'), men: whole('men') }),
  }
}

const outcomesWhere = (isIn: (code: Outcome) => boolean) => outcomeCodes.filter(isIn)
const partsOf = ({ all, women, men }: Count) => [women, men, all - women - men]
const partwise = (of: (part: keyof Count) => number | null): ShownCount => ({
  all: of('all'),
  women: of('women'),
  men: of('men'),
})
const hidden: ShownCount = { all: null, women: null, men: null }
