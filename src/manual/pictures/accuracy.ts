import { symmetricPercentageError } from '../../calculations/forecast/accuracy.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { seriesChart } from './series-chart.ts'

const levels = [100, 10, 3, 1, 0]

/** A forecast that is one household too high, at ever lower levels. */
export function accuracyPicture(): ChartDefinition {
  const errors = levels.map((level) => symmetricPercentageError([level], [level + 1])!)
  return seriesChart(
    'bars',
    {
      title: 'sMAPE när prognosen är ett enda hushåll för hög',
      description: `Samma fel är ${formatNumber(errors[0]!)} procent av hundra hushåll och ${formatNumber(errors.at(-1)!)} procent av noll.`,
      unit: 'count',
      unitLabel: 'procent',
      categoryLabel: 'Utfall',
    },
    levels.map((level) => `${level} hushåll`),
    { sMAPE: errors.map(Math.round) },
  )
}
