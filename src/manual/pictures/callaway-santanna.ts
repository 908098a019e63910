import {
  staggeredEffects,
  type StaggeredEffects,
} from '../../calculations/difference-in-differences/callaway-santanna.ts'
import { dot } from '../../calculations/linear-algebra.ts'
import { mean } from '../../calculations/sample-statistics.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { seriesChart } from './series-chart.ts'

/** The first month with the intervention: one office never gets it, one soon, and one late. */
const starts = [Infinity, 3, 7]
const months = 10

/** The effect grows by half a month for each month since the start. */
const effectAt = (start: number, month: number): number => (month < start ? 0 : -0.5 * (month - start + 1))

/** The right answer beside that of a regression with fixed effects for office and month. */
export function callawaySantAnnaPicture(): ChartDefinition {
  const rows = starts.flatMap((start, unit) =>
    Array.from({ length: months }, (_, at) => ({ unit, start, month: at + 1 })),
  )
  const outcome = Float64Array.from(rows, ({ unit, start, month }) => 8 + unit + 0.1 * month + effectAt(start, month))
  const found: StaggeredEffects = staggeredEffects(
    {
      unit: Int32Array.from(rows, ({ unit }) => unit),
      time: Float64Array.from(rows, ({ month }) => month),
      firstTreated: Float64Array.from(rows, ({ start }) => start),
      outcome,
    },
    'never',
  )
  const treated = rows.filter(({ start, month }) => month >= start)
  const values = [
    mean(treated.map(({ start, month }) => effectAt(start, month))),
    found.simple.estimate,
    fixedEffects(
      rows.map(({ start, month }) => (month >= start ? 1 : 0)),
      outcome,
    ),
  ]
  return seriesChart(
    'horizontal-bars',
    {
      title: 'Tre kontor, där insatsen verkar mer för varje månad',
      description: `Den sanna effekten är i medeltal ${formatNumber(values[0]!, 2)} månader. Regressionen säger ${formatNumber(values[2]!, 2)}.`,
      unit: 'decimal',
      unitLabel: 'månader med bistånd',
      categoryLabel: 'Metod',
    },
    ['Sann effekt', 'Effekt per startgrupp', 'Regression med fasta effekter'],
    { Effekt: values },
  )
}

/** The coefficient of D when every office and every month has a level of its own, in a balanced panel. */
function fixedEffects(treated: number[], outcome: Float64Array): number {
  const residual = treated.map((value, row) => {
    const [unit, month] = [Math.floor(row / months), row % months]
    const ofUnit = treated.slice(unit * months, (unit + 1) * months)
    const ofMonth = treated.filter((_, other) => other % months === month)
    return value - mean(ofUnit) - mean(ofMonth) + mean(treated)
  })
  return dot(residual, outcome) / dot(residual, treated)
}
