import type { PrintedColumn, PrintedRow } from './read-printed-table.ts'

/** `error`: the table contradicts itself. `question`: the reader is owed an explanation. `note`: right, and worth knowing. */
export type Severity = 'error' | 'question' | 'note'

type Facts =
  /** Actual − budget is something else. `swapped`: the two digits that have changed places. `inText`: the right number stands in the comment. */
  | {
      kind: 'variance'
      severity: 'error'
      printed: number
      expected: number
      swapped: [string, string] | null
      inText: boolean
    }
  /** The variance fits only with the other sign. `sumAsPrinted`: what the parts come to as they stand. */
  | {
      kind: 'lost-sign'
      severity: 'error'
      column: PrintedColumn
      printed: number
      expected: number
      variance: number
      sumAsPrinted: number | null
    }
  /** The parts come to something else. `corrected`: what they come to when the other errors are mended; null when there are none. */
  | { kind: 'parts'; severity: 'error'; column: PrintedColumn; printed: number; sum: number; corrected: number | null }
  /** The parts are fewer than the whole in every column: they are examples of it. */
  | { kind: 'some-parts'; severity: 'note' }
  | { kind: 'sum'; severity: 'error'; column: PrintedColumn; printed: number; sum: number }
  | { kind: 'rounding'; severity: 'note'; column: PrintedColumn; printed: number; expected: number }
  | { kind: 'balance'; severity: 'error'; printed: number; expected: number }
  | { kind: 'above-trend'; severity: 'question'; printed: number; trend: number }
  | { kind: 'full-year-budget'; severity: 'question'; printed: number; budget: number }
  | {
      kind: 'stock-flow'
      severity: 'error'
      before: number
      started: number
      ended: number
      expected: number
      reported: number
    }
  | { kind: 'deviation'; severity: 'question'; projected: number; forecast: number }
  | { kind: 'required-average'; severity: 'note'; target: number; required: number }
  | { kind: 'no-comment'; severity: 'question'; rows: number }
  | {
      kind: 'share-base'
      severity: 'note'
      count: number
      share: number
      base: number
      after: number | null
      costRatio: number | null
    }
  | { kind: 'share-of-base'; severity: 'error'; count: number; share: number; base: number }
  | { kind: 'groups'; severity: 'error'; total: number; women: number; men: number }
  | { kind: 'share-outside'; severity: 'error'; total: number; women: number; men: number }
  | { kind: 'few'; severity: 'note'; count: number }

/** What was found in a printed table, and where. `label` is '' for what concerns the whole table. */
export type PrintedFinding = { line: number; label: string } & Facts

export const whereIs = ({ line, label }: PrintedRow): { line: number; label: string } => ({ line, label })

export const roundingFinding = (
  row: PrintedRow,
  column: PrintedColumn,
  printed: number,
  expected: number,
): PrintedFinding => ({ ...whereIs(row), kind: 'rounding', severity: 'note', column, printed, expected })

/** Away with what binary fractions leave behind. */
export const rounded = (value: number): number => Number(value.toFixed(6)) + 0
