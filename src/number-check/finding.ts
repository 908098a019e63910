import type { PrintedFinding } from '../economy/printed-finding.ts'
import type { Interval, Quantity, Unit } from './quantity.ts'
import type { Place } from './text-document.ts'

/** `error`: the text contradicts itself. `question`: a reader is owed an explanation. */
export type Severity = 'error' | 'question'

/** A number that follows from others. Money in kronor with the scale it is told in; `high` when it is known roughly only. */
export type Amount = { unit: Unit; scale: number; low: number; high: number; decimals: number }

type Facts =
  | {
      kind: 'change'
      as: 'difference' | 'percent' | 'points'
      printed: string
      before: string
      after: string
      expected: Amount
    }
  /** Per cent is said of a difference between two shares. */
  | { kind: 'points'; printed: string; before: string; after: string; expected: Amount }
  | { kind: 'direction'; word: string; before: string; after: string }
  | { kind: 'share-word'; printed: string; share: string }
  | { kind: 'small-change'; word: string; before: string; after: string; percent: number }
  | { kind: 'limit'; printed: string; limit: string }
  | { kind: 'rank'; word: string; printed: string; others: string[]; isLeast: boolean }
  | { kind: 'multiple'; word: string; before: string; after: string; times: number }
  | { kind: 'share'; printed: string; part: string; whole: string; expected: Amount }
  /** A group is said to be a share of another: "hälften, d.v.s. 25" of 55. */
  | { kind: 'part-of'; printed: string; share: string; whole: string; expected: Amount }
  | {
      kind: 'conclusion'
      printed: string
      groups: { part: number; whole: number }[]
      total: { part: number; whole: number }
    }
  | { kind: 'sum'; parts: string[]; printed: string; expected: Amount }
  | { kind: 'too-many'; parts: string[]; whole: string; sum: number }
  | { kind: 'percent-sum'; parts: string[]; sum: number }
  | { kind: 'expression'; expression: string; printed: string; expected: Amount }
  /** An amount, and what it is shared by. */
  | { kind: 'average'; factors: string[]; printed: string; expected: Amount }
  | { kind: 'product'; factors: string[]; printed: string; expected: Amount }
  | { kind: 'stock-flow'; before: string; started: string; ended: string; printed: string; expected: Amount }
  | {
      kind: 'repeated'
      printed: string
      other: string
      line: number
      swapped: [string, string] | null
      label: string | null
    }
  | { kind: 'claim'; printed: string; differences: { before: string; after: string; difference: Amount }[] }
  | { kind: 'base'; part: string; share: string; whole: string; implied: number; actual: number }
  | { kind: 'class-gap'; one: string; other: string; missing: string }
  | { kind: 'class-overlap'; one: string; other: string; both: string }
  | { kind: 'date'; printed: string }
  | { kind: 'weekday'; printed: string; expected: string }
  | { kind: 'period'; printed: string }
  | { kind: 'months'; printed: string; period: string; expected: number }
  | { kind: 'part-of-year'; printed: string; part: string; expected: string }
  | { kind: 'goal'; printed: string; of: string }
  | { kind: 'goal-reached'; printed: string; goal: string; isReached: boolean }
  | { kind: 'placeholder'; printed: string }
  | { kind: 'no-comment'; rows: string[] }
  | { kind: 'row-sum'; label: string; column: string; printed: string; expected: number }
  | {
      kind: 'column-difference'
      label: string
      columns: [string, string, string]
      printed: string
      expected: number
      isPercent: boolean
    }
  | { kind: 'column-share'; label: string; printed: string; part: string; whole: string; expected: number }
  | {
      kind: 'column-ratio'
      label: string
      column: string
      printed: string
      part: string
      whole: string
      expected: number
    }
  | { kind: 'share-sum'; label: string; column: string; sum: number }
  | { kind: 'row-balance'; label: string; rows: string[]; printed: string; expected: number }
  | { kind: 'table'; label: string; finding: PrintedFinding }
  | { kind: 'register'; printed: string; name: string; expected: string; definition: string }

/** What was found, and where to mark it: the number that is printed first, what it follows from after. */
export type Finding = { severity: Severity; places: Place[] } & Facts
export type FindingKind = Finding['kind']

/** A number as it follows, told with the unit and the decimals of the one that is printed. */
export const amountLike = ({ unit, scale, step }: Quantity, { low, high }: Interval): Amount => ({
  ...{ unit, scale, low, high },
  decimals: step < scale ? Math.min(3, Math.max(1, Math.round(-Math.log10(step / scale)))) : 0,
})
