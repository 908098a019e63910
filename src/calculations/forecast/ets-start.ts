import { fromColumns, leastSquares } from '../linear-algebra.ts'
import { mean, sum } from '../sample-statistics.ts'
import { seasonallyAdjusted, seasonalFigure, type SeasonKind } from './decompose.ts'
import { bounds, type EtsModel } from './ets-model.ts'
import { lineThrough } from './line.ts'

/**
 * Where the search for a model's parameters starts: α, β, γ, φ, then level, slope and the seasonal states.
 *
 * The rules are those of R's `ets` (Hyndman et al. 2008, section 2.6): a straight line through the first ten values,
 * or two years, of the series without its season; the season by classical decomposition, or below three years by
 * a line and one harmonic.
 */
export function etsStart(model: EtsModel, values: Float64Array, period: number): Float64Array {
  const { figure, adjusted } =
    model.season === 'none' ? { figure: [], adjusted: values } : seasonalStart(values, period, model.season)
  return Float64Array.from([
    ...startingParameters(model, model.season === 'none' ? 1 : period),
    ...startingLine(model, adjusted, model.season === 'none' ? 10 : Math.max(10, 2 * period)),
    ...figure,
  ])
}

function startingParameters({ trend, season }: EtsModel, period: number): number[] {
  const [least, most] = bounds.smoothing
  const alpha = least + (0.2 * (most - least)) / period
  const parameters = [alpha]
  if (trend !== 'none') parameters.push(least + 0.1 * (Math.min(most, alpha) - least))
  if (season !== 'none') parameters.push(least + 0.05 * (Math.min(most, 1 - alpha) - least))
  if (trend === 'damped') parameters.push(bounds.phi[0] + 0.99 * (bounds.phi[1] - bounds.phi[0]))
  return parameters
}

function startingLine({ trend }: EtsModel, adjusted: Float64Array, length: number): number[] {
  const first = adjusted.slice(0, length)
  if (trend === 'none') return [mean(first)]
  const { start, slope } = lineThrough(first)
  // The state stands before the first value.
  const level = start - slope
  return Math.abs(level + slope) < 1e-8 ? [level * 1.001, slope * 0.999] : [level, slope]
}

function seasonalStart(values: Float64Array, period: number, kind: SeasonKind) {
  const pattern = values.length < 3 * period ? besideLine(values, period, kind) : seasonalFigure(values, period, kind)
  const floored = kind === 'additive' ? pattern : pattern.map((value) => Math.max(value, 0.01))
  const figure = floored.slice(1, period).reverse()
  return {
    figure: kind === 'additive' ? figure : shortened(figure, period),
    adjusted: seasonallyAdjusted(values, floored, kind),
  }
}

/** Factors must leave something for the one that follows from them. */
function shortened(figure: Float64Array, period: number): Float64Array {
  const total = sum(figure)
  return total > period ? figure.map((value) => value / (total + 0.01 * figure.length)) : figure
}

/** What is left beside the straight line of a fit with line and one harmonic. */
function besideLine(values: Float64Array, period: number, kind: SeasonKind): Float64Array {
  const turn = (at: number) => (2 * Math.PI * (at + 1)) / period
  const columns = [
    values.map(() => 1),
    values.map((_, at) => at + 1),
    values.map((_, at) => Math.sin(turn(at))),
    values.map((_, at) => Math.cos(turn(at))),
  ]
  const [start = 0, slope = 0] = leastSquares(fromColumns(columns), values).coefficients
  const line = values.map((_, at) => start + slope * (at + 1))
  return values.map((value, at) => (kind === 'additive' ? value - line[at]! : value / line[at]!))
}
