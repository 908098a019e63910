import { fromColumns, leastSquares, timesVector } from '../linear-algebra.ts'
import { stl } from './stl.ts'

/**
 * The series with its missing values (NaN) filled in, never by zero. The first and the last value must be known.
 *
 * With more than two seasons of known values, by a straight line between the neighbours of the series without its
 * season (STL, robust), with the season added again; else by a straight line. As R's `na.interp`: a value that
 * would lie half the range of the series outside it makes the line be used for all.
 */
export function fillGaps(values: Float64Array, season: number): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value))
  if (known.length === values.length) return values
  if (season === 1 || known.length <= 2 * season) return interpolated(values)
  const filled = filledWithSeason(values, season)
  const [least, most] = [known.reduce(smaller), known.reduce(larger)]
  const slack = (most - least) / 2
  return filled.every((value) => value >= least - slack && value <= most + slack) ? filled : interpolated(values)
}

const smaller = (left: number, right: number): number => Math.min(left, right)
const larger = (left: number, right: number): number => Math.max(left, right)

function interpolated(values: Float64Array): Float64Array {
  const filled = values.slice()
  let last = 0
  for (let at = 0; at < values.length; at++) {
    if (Number.isNaN(values[at]!)) continue
    for (let gap = last + 1; gap < at; gap++)
      filled[gap] = filled[last]! + ((filled[at]! - filled[last]!) * (gap - last)) / (at - last)
    last = at
  }
  return filled
}

function filledWithSeason(values: Float64Array, season: number): Float64Array {
  const smooth = harmonicFit(values, season)
  const guess = values.map((value, at) => (Number.isNaN(value) ? smooth[at]! : value))
  const { seasonal } = stl(guess, season, { robust: true })
  const adjusted = interpolated(values.map((value, at) => value - seasonal[at]!))
  return values.map((value, at) => (Number.isNaN(value) ? adjusted[at]! + seasonal[at]! : value))
}

/** Up to five harmonics and a polynomial, fitted to the known values and read off everywhere. */
function harmonicFit(values: Float64Array, season: number): Float64Array {
  const columns = [...harmonics(values, season), ...powers(values)]
  const rows = Int32Array.from(values.keys()).filter((at) => !Number.isNaN(values[at]!))
  const chosen = columns.map((column) => Float64Array.from(rows, (row) => column[row]!))
  const { coefficients } = leastSquares(
    fromColumns(chosen),
    Float64Array.from(rows, (row) => values[row]!),
  )
  const used = coefficients.map((value) => (Number.isNaN(value) ? 0 : value))
  return timesVector(fromColumns(columns), used)
}

function harmonics(values: Float64Array, season: number): Float64Array[] {
  const count = Math.min(Math.floor(season / 2), 5)
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((turns) => {
    const angle = (at: number) => (2 * Math.PI * turns * (at + 1)) / season
    const cosine = values.map((_, at) => Math.cos(angle(at)))
    // At half the season the sine is zero everywhere.
    return 2 * turns === season ? [cosine] : [values.map((_, at) => Math.sin(angle(at))), cosine]
  })
}

function powers(values: Float64Array): Float64Array[] {
  const degree = Math.min(Math.max(Math.floor(values.length / 10), 1), 6)
  return Array.from({ length: degree + 1 }, (_, power) =>
    values.map((_, at) => ((2 * at) / (values.length - 1) - 1) ** power),
  )
}
