import { fromColumns, leastSquares } from '../linear-algebra.ts'

/**
 * The part of a series that tells about its future, when its level is known to have changed: a reform, a new way
 * of counting, a member that came or left. `breaks` are the indexes of the first value after each change.
 *
 * With more than two seasons (and ten values) after the last break, what stands before it is left out.
 * Otherwise all is kept, and what stands before each break is raised to the level after it.
 * A break before the second value or after the last has no effect.
 */
export function sinceBreaks(values: Float64Array, breaks: readonly number[], season: number): Float64Array {
  const inside = [...new Set(breaks)].filter((each) => each > 0 && each < values.length).sort((a, b) => a - b)
  const last = inside.at(-1) ?? 0
  if (values.length - last > Math.max(2 * season, 10)) return values.slice(last)
  return inside.reduce((level, at, index) => levelled(level, at, inside[index + 1] ?? values.length, season), values)
}

/** The series with all before `at` raised to the level from `at` until the next break. */
function levelled(values: Float64Array, at: number, end: number, season: number): Float64Array {
  const reach = 2 * season
  const from = Math.max(0, at - reach)
  const near = values.slice(from, Math.min(end, at + reach))
  const positive = values.every((value) => !(value <= 0))
  const shift = levelShift(positive ? near.map(Math.log) : near, at - from, season)
  const raise = (value: number) => (positive ? value * Math.exp(shift) : value + shift)
  return values.map((value, index) => (index < at ? raise(value) : value))
}

/**
 * How much the level rises at `at`: the step of a regression on a straight line, the months and the step.
 * Months come in only with a whole year before the break, where they are known apart from it.
 * Zero when nothing is known on one of the sides.
 */
function levelShift(values: Float64Array, at: number, season: number): number {
  const rows = Int32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]!))
  const column = (of: (row: number) => number) => Float64Array.from(rows, of)
  const months = at >= season ? Array.from({ length: season - 1 }, (_, month) => month + 1) : []
  const columns = [
    column(() => 1),
    column((row) => (row >= at ? 1 : 0)),
    ...months.map((month) => column((row) => (row % season === month ? 1 : 0))),
    ...(at >= 2 * season ? [column((row) => row)] : []),
  ]
  const { coefficients } = leastSquares(
    fromColumns(columns),
    Float64Array.from(rows, (row) => values[row]!),
  )
  // With nothing known on one side the step cannot be told from the level, and has no coefficient.
  return coefficients[1]! || 0
}
