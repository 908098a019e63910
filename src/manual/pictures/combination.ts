import { projectCohort } from '../../calculations/forecast/cohort-model.ts'
import { forecastMean } from '../../calculations/forecast/forecast-mean.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { drawnSeries } from './drawn-series.ts'
import { monthsFrom } from './months-from.ts'
import { seriesChart } from './series-chart.ts'

const [known, ahead] = [36, 18]
const [hazard, inflow, plannedInflow] = [0.08, 40, 28]

/** A decision that lowers the inflow cannot be seen in what has been, but in the cohort model. */
export function combinationPicture(): ChartDefinition {
  const history = drawnSeries(known, 5, () => inflow / hazard, 4)
  const median = forecastMean(history, { method: 'median', horizon: ahead, season: 12 })
  const model = {
    start: Float64Array.of(history.at(-1)!),
    hazard: Float64Array.of(hazard),
    inflow: new Float64Array(ahead).fill(plannedInflow),
    activeShare: 1,
  }
  const { stock } = projectCohort(model)
  const after = (values: Float64Array) => [...Array<null>(known).fill(null), ...values]
  return seriesChart(
    'line',
    {
      title: `Ett beslut sänker inflödet från ${inflow} till ${plannedInflow} hushåll i månaden`,
      description: `Prognosen vet inget om beslutet och blir ${formatNumber(median.at(-1)!)} hushåll. Kohortmodellen med det nya inflödet ger ${formatNumber(stock.at(-1)!)}.`,
      unit: 'count',
      unitLabel: 'hushåll',
      categoryLabel: 'Månad',
      reference: 'Kohortmodellen',
    },
    monthsFrom('2022-01', known + ahead),
    {
      Utfall: [...history, ...Array<null>(ahead).fill(null)],
      'Medianen av fyra': after(median.map(Math.round)),
      Kohortmodellen: after(stock.map(Math.round)),
    },
  )
}
