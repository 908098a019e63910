import type { Month } from '../values/month.ts'

/** A rule that has changed or may change: its value from a month on, and where it is written. */
export type Dated<Value> = { from: Month; value: Value; source: string }

/**
 * The value that applies in a month. The rows stand in order of time.
 *
 * Throws for a month before the first row: a rule is never guessed backwards.
 */
export function valueAt<Value>(rows: readonly Dated<Value>[], at: Month): Value {
  const row = rows.findLast(({ from }) => from <= at)
  if (!row) throw new Error(`No value known for ${at}; the first is from ${rows[0]?.from ?? 'never'}`)
  return row.value
}
