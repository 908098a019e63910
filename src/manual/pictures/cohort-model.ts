import { projectCohort } from '../../calculations/forecast/cohort-model.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { monthsFrom } from './months-from.ts'
import { seriesChart } from './series-chart.ts'

const [known, ahead] = [24, 12]
const hazard = Float64Array.of(0.2, 0.15, 0.1, 0.06)
const start = Float64Array.of(40, 30, 25, 250)

/** The inflow has just fallen; the model goes on with the mean of two years. */
export function cohortModelPicture(): ChartDefinition {
  const inflow = Float64Array.from({ length: known + ahead }, (_, month) => (month < 18 ? 40 : 25))
  const came = projectCohort({ start, hazard, inflow, activeShare: 1 }).stock
  const usual = inflow.subarray(0, known).reduce((sum, each) => sum + each, 0) / known
  const stockThen = projectCohort({ start, hazard, inflow: inflow.subarray(0, known), activeShare: 1 }).end
  const projected = projectCohort({
    start: stockThen,
    hazard,
    inflow: new Float64Array(ahead).fill(usual),
    activeShare: 1,
  })
  return seriesChart(
    'line',
    {
      title: 'Inflödet föll i juli 2025, ett halvår före framskrivningen',
      description: `Modellen räknar med ${formatNumber(usual)} nya i månaden, medelvärdet av två år, och hamnar på ${formatNumber(projected.stock.at(-1)!)} hushåll. Det blev ${formatNumber(came.at(-1)!)}.`,
      unit: 'count',
      unitLabel: 'hushåll',
      categoryLabel: 'Månad',
      reference: 'Det som kom',
    },
    monthsFrom('2024-01', known + ahead),
    {
      Kohortmodellen: [...Array<null>(known).fill(null), ...projected.stock.map(Math.round)],
      'Det som kom': came.map(Math.round),
    },
  )
}
